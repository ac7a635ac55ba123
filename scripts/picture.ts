/** `npm run picture`: builds the demonstration and makes the README's picture of one of its change pages. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../src/model/fault.ts';
import { root } from '../src/root.ts';
import { run } from './run.ts';
import { passLanes } from './test/run-steps.ts';
import { takePicture } from './test/take-picture.ts';
import { siteSteps } from './test/test-steps.ts';

/** Bytes; the README's first screen must not wait for it. */
const heaviest = 150_000;

await run(async () => {
	const file = path.join(root, '.github', 'change-page.png');
	await mkdir(path.dirname(file), { recursive: true });
	if (!(await passLanes([siteSteps]))) {
		process.exitCode = 1;
		return;
	}
	await takePicture(file);
	const { size } = await stat(file);
	console.log(`${path.relative(process.cwd(), file)}: ${Math.round(size / 1000)} kB`);
	if (size > heaviest)
		throw new Fault(`the picture has ${size} bytes`, file, 'Take a smaller part of the page.');
});
