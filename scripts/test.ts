/** `npm test`: everything that must hold, up to the first step that fails; the summary of the tests is the last that is printed. */
import { root } from '../src/root.ts';
import { run } from './run.ts';
import { passAloud, passLanes } from './test/run-steps.ts';
import { allTests, lanes } from './test/test-steps.ts';

await run(async () => {
	process.chdir(root);
	if (!((await passLanes(lanes)) && (await passAloud(allTests)))) process.exitCode = 1;
});
