/** `npm run build [-- --out-dir dist] [--cache <directory>] [--shards <folder>] [--json]`: builds the site of the archive that ARCHIVE names, else of `archive/`. */
import { parseArgs } from 'node:util';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { flag, text } from './arguments.ts';
import { keepCompiledCode } from './compile-cache.ts';
import { formatBuild } from './report/build-report.ts';
import { run } from './run.ts';

keepCompiledCode();
const { buildSite } = await import('../src/build/build-site.ts');

await run(async () => {
	const { values } = parseArgs({
		options: { 'out-dir': { type: 'string', default: 'dist' }, cache: text, shards: text, json: flag },
	});
	const { 'out-dir': outDir, cache, shards, json } = values;
	const report = await buildSite({ archive: archiveDirectory(), outDir, cache, shards });
	console.log(json ? JSON.stringify(report) : formatBuild(report));
});
