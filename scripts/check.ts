/** `npm run check [-- --archive dir]`: validates a collection and what people wrote for it, lists all faults at once; exit code 1 if any. */
import { parseArgs } from 'node:util';
import { checkArchive } from '../src/authoring/check-archive.ts';
import { archive } from './arguments.ts';
import { annotateFaults } from './report/annotate.ts';
import { formatCheck } from './report/check-report.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive } });
	const check = await checkArchive(values.archive);
	console.log(formatCheck(check));
	if (process.env.GITHUB_ACTIONS === 'true') annotateFaults(check.faults);
	if (check.faults.length > 0) process.exitCode = 1;
});
