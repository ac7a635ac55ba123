/** `npm run report-failures [-- --archive dir]`: opens an issue at GitHub for each agreement that failed or was held often, and closes it when that is over. */
import { parseArgs } from 'node:util';
import { repositoryFrom } from '../src/forge/github.ts';
import { reportFailures } from '../src/forge/report-issues.ts';
import { archive } from './arguments.ts';
import { annotate } from './report/annotate.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive } });
	const steps = await reportFailures(values.archive, repositoryFrom(process.env));
	if (steps !== null) return;
	annotate(
		'notice',
		'This repository keeps no issues: what fails stands in status.json, and on the status page.',
	);
});
