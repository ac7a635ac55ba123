/** `npm run capture [-- --archive dir --platform name --agreement name --shard i/n --now time --summary file --dry-run --show]`: exit code 1 if any agreement failed, 2 if it could not run. */
import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { captureCollection, type Outcome } from './capture-run.ts';
import { proxiesOf } from './client-options.ts';
import { summariseOutcomes } from './outcome-summary.ts';
import { formatOutcomes, showTexts } from './outcome-table.ts';
import { run } from './run.ts';
import { parseShard } from './shard.ts';

let outcomes: readonly Outcome[] | undefined;
await run(async () => {
	const { values } = parseArgs({
		options: {
			archive: { type: 'string', default: process.env.ARCHIVE || 'archive' },
			platform: { type: 'string' },
			agreement: { type: 'string' },
			shard: { type: 'string' },
			now: { type: 'string' },
			summary: { type: 'string' },
			'dry-run': { type: 'boolean', default: false },
			show: { type: 'boolean', default: false },
		},
	});
	if (values.show && !values['dry-run'])
		throw new Fault('only a dry run has something to show', '--show', 'Add --dry-run, or leave --show out.');
	outcomes = await captureCollection({
		directory: values.archive,
		platform: values.platform,
		agreement: values.agreement,
		shard: values.shard === undefined ? undefined : parseShard(values.shard),
		now: values.now === undefined ? new Date() : parseMoment(values.now),
		mode: values['dry-run'] ? 'dry-run' : 'record',
		proxy: proxiesOf(process.env),
		onOutcome: ({ kind, platform, agreement }) => console.error(`${kind}  ${platform} › ${agreement}`),
	});
	if (values.show) process.stdout.write(showTexts(outcomes));
	console.log(formatOutcomes(outcomes));
	const title = values.shard === undefined ? 'Capture' : `Capture, shard ${values.shard}`;
	if (values.summary) await appendFile(values.summary, summariseOutcomes(outcomes, title));
});
process.exitCode = outcomes === undefined ? 2 : outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0;

/** Only ISO 8601: what else `Date` accepts depends on the machine. */
function parseMoment(text: string): Date {
	const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/.test(text)
		? new Date(text)
		: null;
	if (moment !== null && !Number.isNaN(moment.getTime())) return moment;
	throw new Fault(`${JSON.stringify(text)} is no time`, '--now', 'Write it like 2026-06-16T04:12:00Z.');
}
