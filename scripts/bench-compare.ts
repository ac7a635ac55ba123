/** `npm run bench:compare -- <site directory> [--json] [--pages 3]`: weight of the ledger files, and time until two days are compared. */
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { measureCompare } from './bench/compare-cost.ts';
import { run } from './run.ts';

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

await run(async () => {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean', default: false }, pages: { type: 'string', default: '3' } },
		allowPositionals: true,
	});
	const [site] = positionals;
	const pages = Number(values.pages);
	if (site === undefined || !Number.isInteger(pages) || pages < 0)
		throw new Fault(
			'no site was named, or no number of pages',
			'npm run bench:compare',
			'npm run bench:compare -- dist',
		);
	const cost = await measureCompare(site, pages);
	if (values.json) return console.log(JSON.stringify(cost, null, '\t'));
	const { files, median, p95, max, heaviest } = cost;
	console.log(
		`${files} ledger files, gzipped: median ${kilobytes(median)}, p95 ${kilobytes(p95)}, largest ${kilobytes(max)}`,
	);
	for (const { file, bytes, shown } of heaviest)
		console.log(`${shown} ms at a quarter of this machine's speed: ${file} (${kilobytes(bytes)})`);
});
