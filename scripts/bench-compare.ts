/** `npm run bench:compare -- <site directory> [--json] [--pages 3]`: weight of the ledger files, and time until two days are compared. */
import { parseArgs } from 'node:util';
import { flag, needed, parseCount } from './arguments.ts';
import { formatCompare, measureCompare } from './bench/compare-cost.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { json: flag, pages: { type: 'string', default: '3' } },
	});
	const site = needed(positionals[0], 'no site was named', 'npm run bench:compare -- dist');
	const cost = await measureCompare(site, parseCount(values.pages, '--pages'));
	console.log(values.json ? JSON.stringify(cost, null, '\t') : formatCompare(cost));
});
