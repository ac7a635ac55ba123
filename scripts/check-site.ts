/** `node scripts/check-site.ts [dist] [--base /path/] [--sample 300]`: checks a built site, under the base path of SITE unless --base says another; exit code 1 where something is wrong. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { basePath } from '../src/site/addresses/urls.ts';
import { formatSiteReport } from './report/site-report.ts';
import { run } from './run.ts';
import { checkSite } from './site-check/site-check.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { base: { type: 'string', default: basePath() }, sample: { type: 'string', default: '300' } },
	});
	const [directory = 'dist'] = positionals;
	if (!existsSync(directory))
		throw new Fault('there is no such directory', directory, 'Build a site first: npm run build.');
	const report = await checkSite(directory, values.base, Number(values.sample));
	console.log(formatSiteReport(report));
	if (report.faults.length > 0 || report.pages === 0) process.exitCode = 1;
});
