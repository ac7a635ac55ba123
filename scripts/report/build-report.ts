/** What a build came to, in words. */
import path from 'node:path';
import { type BuildReport, phases } from '../../src/build/build-site.ts';
import { bytesOf } from '../../src/build/site-weight.ts';

export function formatBuild(report: BuildReport): string {
	const times = phases.map((phase) => `${phase} ${(report.milliseconds[phase] / 1000).toFixed(1)} s`);
	const { commits, versions } = report.read;
	const where = path.relative(process.cwd(), report.outDir) || report.outDir;
	return [
		...report.warnings.map((warning) => `Warning: ${warning}\n`),
		`${report.pages} pages (${report.rendered} rendered) of ${versions} versions from ${commits} commits → ${where}/, ${Math.round(bytesOf(report.weight) / 1_000_000)} MB`,
		`${times.join(', ')}. See it: npm run serve -- ${where}${report.base === '/' ? '' : ` --base ${report.base}`}`,
	].join('\n');
}
