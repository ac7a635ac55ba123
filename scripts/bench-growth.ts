/** `npm run bench:growth -- <archive> [--json]`: builds a hundredth, a tenth, the whole and four times an archive, and prints what each distinct text, page and record cost. */
import { parseArgs } from 'node:util';
import { flag, needed } from './arguments.ts';
import { measureGrowth } from './bench/growth-cost.ts';
import { growthTable } from './bench/growth-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: flag } });
	const archive = needed(positionals[0], 'no archive was named', 'npm run bench:growth -- <archive>');
	const steps = await measureGrowth(archive);
	console.log(values.json ? JSON.stringify(steps, null, '\t') : growthTable(steps));
});
