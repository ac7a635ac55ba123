/** `npm run build [-- --out-dir dist] [--cache <directory>] [--json]`: builds the site of the archive that ARCHIVE names, else of `archive/`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildReport, buildSite, phases } from '../src/build/build-site.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: {
			'out-dir': { type: 'string', default: 'dist' },
			cache: { type: 'string' },
			json: { type: 'boolean', default: false },
		},
	});
	const report = await buildSite({
		archive: archiveDirectory(),
		outDir: values['out-dir'],
		cache: values.cache,
	});
	console.log(values.json ? JSON.stringify(report) : inWords(report));
});

function inWords(report: BuildReport): string {
	const times = phases.map((phase) => `${phase} ${(report.milliseconds[phase] / 1000).toFixed(1)} s`);
	const { commits, versions } = report.read;
	const where = path.relative(process.cwd(), report.outDir) || report.outDir;
	return [
		`${report.pages} pages (${report.rendered} rendered) of ${versions} versions from ${commits} commits → ${where}/`,
		`${times.join(', ')}. See it: npm run serve -- ${where}${report.base === '/' ? '' : ` --base ${report.base}`}`,
	].join('\n');
}
