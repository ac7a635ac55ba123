/** `node scripts/check-site.ts [dist] [--base /path/] [--sample 300]`: checks a built site, under the base path of SITE unless --base says another; exit code 1 where something is wrong. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { basePath } from '../src/site/addresses/urls.ts';
import { run } from './run.ts';
import { checkSite } from './site-check/site-check.ts';
import type { SiteFault } from './site-check/site-fault.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		options: { base: { type: 'string', default: basePath() }, sample: { type: 'string', default: '300' } },
		allowPositionals: true,
	});
	const [directory = 'dist'] = positionals;
	if (!existsSync(directory)) {
		throw new Fault('there is no such directory', directory, 'Build a site first: npm run build.');
	}
	const { faults, pages, links, validated } = await checkSite(directory, values.base, Number(values.sample));
	console.log(list(faults));
	console.log(
		`${faults.length} faults in ${pages} pages with ${links} links; ${validated} pages held against the rules of HTML`,
	);
	if (faults.length > 0 || pages === 0) process.exitCode = 1;
});

/** Enough to mend by, not so much that the first is lost. */
function list(faults: readonly SiteFault[]): string {
	const shown = faults.slice(0, 40).map(({ page, what }) => `${page}: ${what}`);
	return [...shown, ...(faults.length > 40 ? [`… and ${faults.length - 40} more`] : [])].join('\n');
}
