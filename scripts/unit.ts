/** `npm run unit`: the tests that need neither a browser nor the demonstration's site. */
import { root } from '../src/root.ts';
import { run } from './run.ts';
import { passAloud } from './test/run-steps.ts';
import { unitTests } from './test/test-steps.ts';

await run(async () => {
	process.chdir(root);
	if (!(await passAloud(unitTests))) process.exitCode = 1;
});
