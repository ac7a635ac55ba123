/** `npm run unit`: the tests that need neither a browser nor the demonstration's site. */
import { root } from '../src/root.ts';
import { run } from './run.ts';
import { runUnitTests } from './test/test-steps.ts';

await run(async () => {
	process.chdir(root);
	if (!(await runUnitTests())) process.exitCode = 1;
});
