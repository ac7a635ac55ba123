/** `npm run lighthouse [-- --site .test/site] [--base /clausetrail/] [page …]`: Lighthouse's scores for pages of a built site, by default of the one that `npm test` builds; exit code 1 below 98. */
import { parseArgs } from 'node:util';
import { run } from './run.ts';
import { scorePages } from './site-check/lighthouse-scores.ts';

const least = 98;

await run(async () => {
	const options = {
		site: { type: 'string', default: '.test/site' },
		base: { type: 'string', default: '/clausetrail/' },
	} as const;
	const { values, positionals } = parseArgs({ allowPositionals: true, options });
	const results = await scorePages(values.site, values.base, positionals);
	for (const { page, scores, missed } of results) {
		console.log(`${page}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}`);
		for (const each of missed) console.log(`  ${each}`);
	}
	const isGood = results.every(({ scores }) => scores.every(([, score]) => score >= least));
	process.exitCode = isGood ? 0 : 1;
});
