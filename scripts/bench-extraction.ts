/** `npm run bench:extraction -- <folder> [--json]`: extracts the pages of `snapshots/` by `declarations/` and compares with the texts of `versions/`. */
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { compareExtraction, extractionTable } from './bench/extraction-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	const [folder] = positionals;
	if (folder === undefined)
		throw new Fault(
			'no folder was named',
			'npm run bench:extraction',
			'npm run bench:extraction -- <folder>',
		);
	const results = await compareExtraction(folder);
	console.log(values.json ? JSON.stringify(results, null, '\t') : extractionTable(results));
});
