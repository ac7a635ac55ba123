/** `npm run try -- <address> [--select css --remove css --browser] [--write platform --as agreement] [--out file] [--archive dir]`: shows what would be archived of a page: its text goes to the output, facts and warnings to the error output. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { tryPageFor } from '../src/authoring/try-page.ts';
import { writeDeclaration } from '../src/authoring/write-declaration.ts';
import { archive, flag, needed, text } from './arguments.ts';
import { formatTrial } from './report/trial-report.ts';
import { run } from './run.ts';

const usage = 'npm run try -- <address> --write <platform> --as "<agreement>"';
const nameless = 'a declaration needs the names of platform and agreement';

await run(async () => {
	const rules = { select: text, remove: { type: 'string', multiple: true }, browser: flag } as const;
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { archive, ...rules, write: text, as: text, out: text },
	});
	const { archive: directory, write, as, out, ...request } = values;
	const address = needed(positionals[0], 'no address was named', usage);
	const isWritten = write !== undefined || as !== undefined;
	const [platform, agreement] = isWritten
		? [needed(write, nameless, usage), needed(as, nameless, usage)]
		: [];
	const trial = await tryPageFor(directory, { address, ...request });
	if (out === undefined) process.stdout.write(trial.captured.text);
	else await writeFile(out, trial.captured.text);
	console.error(`\n${formatTrial(trial)}`);
	if (platform === undefined || agreement === undefined) return;
	console.error(`written    ${await writeDeclaration(directory, platform, agreement, trial.rules)}`);
});
