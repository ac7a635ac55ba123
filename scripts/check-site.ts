/** `node scripts/check-site.ts [dist] [--base /path/] [--sample 300] [--publish] [--summary <file>]`: checks a built site, under the base path of SITE unless --base says another; exit code 1 where something is wrong, with --publish only where that must not be published. */
import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { basePath } from '../src/site/addresses/urls.ts';
import { flag, text } from './arguments.ts';
import { formatSiteReport, summariseSiteFaults } from './report/site-report.ts';
import { run } from './run.ts';
import { checkSite } from './site-check/site-check.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			base: { type: 'string', default: basePath() },
			sample: { type: 'string', default: '300' },
			publish: flag,
			summary: text,
		},
	});
	const [directory = 'dist'] = positionals;
	if (!existsSync(directory))
		throw new Fault('there is no such directory', directory, 'Build a site first: npm run build.');
	const report = await checkSite(directory, values.base, Number(values.sample));
	console.log(formatSiteReport(report));
	if (values.summary) await appendFile(values.summary, summariseSiteFaults(report));
	const counting = report.faults.filter(({ stops }) => stops || !values.publish);
	if (counting.length > 0 || report.pages === 0) process.exitCode = 1;
});
