/** `npm run bench:hold -- <archive> [--json]`: what of an archive's recorded changes would have been held back, by class and reason. */
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { formatHolds, measureHolds } from './bench/hold-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { json: { type: 'boolean', default: false } },
	});
	const [archive] = positionals;
	if (archive === undefined)
		throw new Fault('no archive was named', 'npm run bench:hold', 'npm run bench:hold -- <archive>');
	const table = await measureHolds(archive);
	console.log(values.json ? JSON.stringify(table) : formatHolds(table));
});
