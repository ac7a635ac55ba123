/** `node scripts/demo/capture-demo.ts <folder>`: replaces the folder by a repository with six years of the invented web. */
import { run } from '../run.ts';
import { captureHistory } from './capture-history.ts';
import { progressWriter } from './show-progress.ts';

await run(async () => {
	const [folder = ''] = process.argv.slice(2);
	await captureHistory(folder, progressWriter(process.stdout));
});
