/** `npm run bench:hold -- <archive> [--json]`: what of an archive's recorded changes would have been held back, by class and reason. */
import { parseArgs } from 'node:util';
import { flag, needed } from './arguments.ts';
import { formatHolds, measureHolds } from './bench/hold-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: flag } });
	const directory = needed(positionals[0], 'no archive was named', 'npm run bench:hold -- <archive>');
	const table = await measureHolds(directory);
	console.log(values.json ? JSON.stringify(table) : formatHolds(table));
});
