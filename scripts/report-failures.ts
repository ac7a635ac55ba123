/** `npm run report-failures [-- --archive dir]`: opens an issue for each agreement that failed often, by GitHub's `gh`, and closes it on recovery. */
import { parseArgs } from 'node:util';
import { reportFailures } from '../src/ingest/report-issues.ts';
import { archive } from './arguments.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive } });
	await reportFailures(values.archive);
});
