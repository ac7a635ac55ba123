/** `npm run bench:search -- <site directory> [--json] [question …]`: bytes and time of a first search, on a slow phone over a slow net. */
import { parseArgs } from 'node:util';
import { flag, needed } from './arguments.ts';
import { formatSearch, measureSearch } from './bench/search-cost.ts';
import { run } from './run.ts';

const usual = ['arbitration', 'personal data', '"terminate your account"'];

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: flag } });
	const [site, ...questions] = positionals;
	const directory = needed(site, 'no site was named', 'npm run bench:search -- dist');
	const costs = await measureSearch(directory, questions.length === 0 ? usual : questions);
	console.log(values.json ? JSON.stringify(costs, null, '\t') : formatSearch(costs));
});
