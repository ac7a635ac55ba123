/**
 * `npm run bench:hold -- <archive> [--first] [--json]`: what of an archive's recorded changes would have been held back, by class and
 * reason; with `--first`, what of the first versions of its agreements.
 */
import { parseArgs } from 'node:util';
import { flag, needed } from './arguments.ts';
import { formatFirsts, measureFirsts } from './bench/first-table.ts';
import { formatHolds, measureHolds } from './bench/hold-table.ts';
import { run } from './run.ts';

await run(async () => {
	const options = { json: flag, first: flag };
	const { values, positionals } = parseArgs({ allowPositionals: true, options });
	const directory = needed(positionals[0], 'no archive was named', 'npm run bench:hold -- <archive>');
	const print = <Table>(table: Table, format: (table: Table) => string) =>
		console.log(values.json ? JSON.stringify(table) : format(table));
	if (values.first) print(await measureFirsts(directory), formatFirsts);
	else print(await measureHolds(directory), formatHolds);
});
