/** `npm run bench:extraction -- <folder> [--json]`: extracts the pages of `snapshots/` by `declarations/` and compares with the texts of `versions/`. */
import { parseArgs } from 'node:util';
import { flag, needed } from './arguments.ts';
import { compareExtraction, extractionTable } from './bench/extraction-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: flag } });
	const folder = needed(positionals[0], 'no folder was named', 'npm run bench:extraction -- <folder>');
	const results = await compareExtraction(folder, ({ message }) => console.error(`Warning: ${message}`));
	console.log(values.json ? JSON.stringify(results, null, '\t') : extractionTable(results));
});
