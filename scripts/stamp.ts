/** `npm run stamp [-- --archive dir --now time]`: has a time-stamp authority vouch for the history as it is; an authority that fails is a warning. */
import { parseArgs } from 'node:util';
import { proxiesOf } from '../src/ingest/client-options.ts';
import { stampArchive } from '../src/ingest/stamp-archive.ts';
import { archive, parseMoment, text } from './arguments.ts';
import { annotate } from './report/annotate.ts';
import { run } from './run.ts';

const quiet = {
	off: 'No time-stamp: collection.yml asks for none (timestamps).',
	'nothing-new': 'No time-stamp: nothing was recorded since the last one.',
};

await run(async () => {
	const { values } = parseArgs({ options: { archive, now: text } });
	const now = values.now === undefined ? new Date() : parseMoment(values.now);
	const stamping = await stampArchive({ directory: values.archive, now, proxy: proxiesOf(process.env) });
	if (stamping.kind === 'missed') annotate('warning', `No time-stamp. ${stamping.fault.message}`);
	else if (stamping.kind !== 'stamped') console.log(quiet[stamping.kind]);
	else
		console.log(
			`${stamping.commits} commits stamped at ${stamping.stamp.time} by ${stamping.stamp.authority}`,
		);
});
