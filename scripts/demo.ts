/** `npm run demo [-- --no-serve]`: captures six years of the invented web into `.demo/`, builds its site and serves it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '../src/build/build-site.ts';
import { serveDirectory } from '../src/build/serve-site.ts';
import { root } from '../src/root.ts';
import { captureProgram, demoArchive } from './demo/capture-program.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: { serve: { type: 'boolean', default: true } },
		allowNegative: true,
	});
	const [outDir, folder] = [path.join(root, 'dist'), path.join(root, '.demo')];
	console.log('Capturing the demonstration web into .demo/');
	const [program, ...args] = captureProgram(folder);
	const captured = spawnSync(program, args, { stdio: 'inherit' });
	if (captured.status !== 0) {
		process.exitCode = 1;
		return;
	}
	console.log('Building its site into dist/');
	const { pages, base } = await buildSite({ archive: demoArchive(folder), outDir });
	console.log(`${pages} pages. The archive itself: git -C .demo log`);
	if (!values.serve) return;
	const { address } = await serveDirectory({ directory: outDir, port: null, base });
	console.log(`\nRead it at ${address}  (stop with Ctrl+C)`);
});
