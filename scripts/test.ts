/** `npm test`: everything that must hold, one step after the other up to the first that fails; the summary of the tests is the last that is printed. */
import { root } from '../src/root.ts';
import { run } from './run.ts';
import { steps } from './test/test-steps.ts';

await run(async () => {
	process.chdir(root);
	for (const [name, holds] of Object.entries(steps)) {
		console.log(`── ${name}`);
		if (await holds()) continue;
		process.exitCode = 1;
		return;
	}
});
