/** `npm run build [-- --out-dir dist] [--cache <directory>] [--shards <folder>] [--summary <file>] [--json]`: builds the site of the archive that ARCHIVE names, else of `archive/`. */
import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import type { Fault } from '../src/model/fault.ts';
import { flag, text } from './arguments.ts';
import { keepCompiledCode } from './compile-cache.ts';
import { formatBuild } from './report/build-report.ts';
import { summariseBuild } from './report/build-summary.ts';
import { run } from './run.ts';

keepCompiledCode();
const { buildSite } = await import('../src/build/build-site.ts');

await run(async () => {
	const outDirectory = { type: 'string', default: 'dist' } as const;
	const { values } = parseArgs({
		options: { 'out-dir': outDirectory, cache: text, shards: text, summary: text, json: flag },
	});
	const { 'out-dir': outDir, cache, shards, summary, json } = values;
	const onWarning = ({ message }: Fault) => console.error(`Warning: ${message}\n`);
	const report = await buildSite({ archive: archiveDirectory(), outDir, cache, shards, onWarning });
	if (summary) await appendFile(summary, summariseBuild(report));
	console.log(json ? JSON.stringify(report) : formatBuild(report));
});
