/** `npm run try -- <address> [--select css --remove css --browser] [--write platform --as agreement] [--out file] [--archive dir]`: shows what would be archived of a page: its text goes to the output, facts and warnings to the error output. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { tryPageFor } from '../src/authoring/try-page.ts';
import { writeDeclaration } from '../src/authoring/write-declaration.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { Fault } from '../src/model/fault.ts';
import { formatTrial } from './report/trial-report.ts';
import { run } from './run.ts';

await run(async () => {
	const text = { type: 'string' } as const;
	const { values, positionals } = parseArgs({
		options: {
			archive: { type: 'string', default: archiveDirectory() },
			...{ select: text, write: text, as: text, out: text },
			remove: { type: 'string', multiple: true },
			browser: { type: 'boolean', default: false },
		},
		allowPositionals: true,
	});
	const [address] = positionals;
	const { archive, write, as, out, ...request } = values;
	if (address === undefined || (write === undefined) !== (as === undefined))
		throw new Fault(
			address === undefined
				? 'no address was named'
				: 'a declaration needs the names of platform and agreement',
			'npm run try',
			'npm run try -- <address> --write <platform> --as "<agreement>"',
		);
	const trial = await tryPageFor(archive, { address, ...request });
	if (out === undefined) process.stdout.write(trial.captured.text);
	else await writeFile(out, trial.captured.text);
	console.error(`\n${formatTrial(trial)}`);
	if (write === undefined || as === undefined) return;
	console.error(`written    ${await writeDeclaration(archive, write, as, trial.rules)}`);
});
