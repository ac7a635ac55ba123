/** `npm run verify [-- --archive dir] [--json]`: proves every recorded version of an archive; exit code 1 if one fails, or nothing was proved. */
import { parseArgs } from 'node:util';
import { verifyArchive } from '../src/ingest/verify.ts';
import { archive, flag } from './arguments.ts';
import { formatVerification } from './report/verify-report.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive, json: flag } });
	const report = await verifyArchive(values.archive);
	console.log(values.json ? JSON.stringify(report, null, '\t') : formatVerification(report));
	const failed = report.failures.length + report.time.failures.length;
	if (failed > 0 || report.texts.proved === 0) process.exitCode = 1;
});
