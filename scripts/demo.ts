/** `npm run demo [-- --no-serve]`: captures six years of the invented web into `.demo/`, builds its site and serves it. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '../src/build/build-site.ts';
import { serveDirectory } from '../src/build/serve-site.ts';
import { root } from '../src/root.ts';
import { captureHistory } from './demo/capture-history.ts';
import { progressWriter } from './demo/show-progress.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: { serve: { type: 'boolean', default: true } },
		allowNegative: true,
	});
	const outDir = path.join(root, 'dist');
	console.log('Capturing the demonstration web into .demo/');
	const archive = await captureHistory(path.join(root, '.demo'), progressWriter(process.stdout));
	console.log('Building its site into dist/');
	const { pages, base } = await buildSite({ archive, outDir });
	console.log(`${pages} pages. The archive itself: git -C .demo log`);
	if (!values.serve) return;
	const { address } = await serveDirectory({ directory: outDir, port: null, base });
	console.log(`\nRead it at ${address}  (stop with Ctrl+C)`);
});
