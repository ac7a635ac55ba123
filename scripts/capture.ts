/** `npm run capture [-- --archive dir --platform name --agreement name --shard i/n --now time --summary file --dry-run --show]`: exit code 1 if any agreement failed, 2 if it could not run. */
import { appendFile } from 'node:fs/promises';
import { captureCollection } from '../src/ingest/capture-collection.ts';
import type { Outcome } from '../src/ingest/outcome.ts';
import { parseCaptureArguments } from './capture-arguments.ts';
import { summariseOutcomes } from './report/outcome-summary.ts';
import { formatOutcomes, showTexts } from './report/outcome-table.ts';
import { run } from './run.ts';

let outcomes: readonly Outcome[] | undefined;
await run(async () => {
	const { options, show, summary, title } = parseCaptureArguments(process.argv.slice(2), process.env);
	const onOutcome = ({ kind, platform, agreement }: Outcome) =>
		console.error(`${kind}  ${platform} › ${agreement}`);
	outcomes = await captureCollection({ ...options, onOutcome });
	if (show) process.stdout.write(showTexts(outcomes));
	console.log(formatOutcomes(outcomes));
	if (summary) await appendFile(summary, summariseOutcomes(outcomes, title));
});
process.exitCode = outcomes === undefined ? 2 : outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0;
