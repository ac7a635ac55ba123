/** `npm run accept` or `npm run reject`, `[-- --platform name --agreement name --text hash --note words --by name] [--archive dir]`: says whether a text that was held back is the agreement; without a name, lists what is held. */
import { parseArgs } from 'node:util';
import { userName } from '../src/archive/user-name.ts';
import { decideHeld, listHeld } from '../src/ingest/decide-held.ts';
import { archive, needed, oneOf, text } from './arguments.ts';
import { formatDecided, formatHeld } from './report/held-list.ts';
import { run } from './run.ts';

await run(async () => {
	const what = { platform: text, agreement: text, text, note: text, by: text };
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { archive, ...what } });
	const { archive: directory, platform: meant, by, ...rest } = values;
	const decision = oneOf(['accept', 'reject'] as const, positionals[0], 'npm run accept or npm run reject');
	const usage = `npm run ${decision} -- --platform "Name" --agreement "Terms of Service" --note "why"`;
	if (meant === undefined && rest.agreement === undefined) {
		console.log(formatHeld(await listHeld(directory), usage));
		return;
	}
	const platform = needed(meant, 'which agreement is meant is not said', usage);
	const agreement = needed(rest.agreement, 'which agreement is meant is not said', usage);
	const who = by ?? (await userName(directory));
	const request = { ...rest, directory, platform, agreement, decision, by: who, now: new Date() };
	console.log(formatDecided(request, await decideHeld(request)));
});
