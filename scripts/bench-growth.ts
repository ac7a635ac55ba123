/** `npm run bench:growth -- <archive> [--json]`: builds a hundredth, a tenth, the whole and four times an archive, and prints what each distinct text, page and record cost. */
import { parseArgs } from 'node:util';
import { flag, needed } from './arguments.ts';
import { type GrowthStep, measureGrowth } from './bench/growth-cost.ts';
import { growthTable } from './bench/growth-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: flag } });
	const archive = needed(positionals[0], 'no archive was named', 'npm run bench:growth -- <archive>');
	const steps: GrowthStep[] = [];
	for await (const step of measureGrowth(archive)) {
		steps.push(step);
		console.error(`${step.name}: ${(step.cost.total / 1000).toFixed(1)} s`);
	}
	console.log(values.json ? JSON.stringify(steps, null, '\t') : growthTable(steps));
});
