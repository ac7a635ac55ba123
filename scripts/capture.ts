/** `npm run capture [-- --archive dir --platform name --agreement name --shard i/n --now time --minutes n --summary file --dry-run --show]`: exit code 1 if any agreement failed or was not reached, 2 if it could not run. */
import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { captureCollection } from '../src/ingest/capture-collection.ts';
import { proxiesOf } from '../src/ingest/client-options.ts';
import type { Outcome } from '../src/ingest/outcome.ts';
import { renameQuestions } from '../src/load/rename-questions.ts';
import { Fault } from '../src/model/fault.ts';
import { parseShard } from '../src/model/shard.ts';
import { archive, flag, parseCount, parseMoment, text } from './arguments.ts';
import { captureTitle, summariseOutcomes } from './report/outcome-summary.ts';
import { formatOutcomes, formatProgress, showTexts } from './report/outcome-table.ts';
import { run } from './run.ts';

const isMissed = ({ kind }: Outcome) => kind === 'failed' || kind === 'unreached';
let outcomes: readonly Outcome[] | undefined;
await run(async () => {
	const choice = { platform: text, agreement: text, shard: text, minutes: text };
	const { values } = parseArgs({
		options: { archive, ...choice, now: text, summary: text, 'dry-run': flag, show: flag },
	});
	const { archive: directory, platform, agreement, shard, now, minutes, ...shown } = values;
	const { summary, show, 'dry-run': isDry } = shown;
	if (show && !isDry) throw new Fault('only a dry run shows texts', '--show', 'Add --dry-run.');
	const mode = isDry ? 'dry-run' : 'record';
	const questions = await renameQuestions(directory, shard);
	outcomes = await captureCollection({
		...{ directory, platform, agreement, mode, proxy: proxiesOf(process.env) },
		shard: shard === undefined ? undefined : parseShard(shard),
		now: now === undefined ? new Date() : parseMoment(now),
		time: minutes === undefined ? undefined : parseCount(minutes, '--minutes') * 60_000,
		// For whoever waits; a log has the table at the end.
		onWarning: ({ message }) => console.error(`Warning: ${message}`),
		onOutcome: (outcome) => process.stderr.isTTY && console.error(formatProgress(outcome, mode)),
	});
	if (show) process.stdout.write(showTexts(outcomes));
	console.log([formatOutcomes(outcomes, mode), ...questions].join('\n'));
	if (summary) await appendFile(summary, summariseOutcomes(outcomes, captureTitle(shard), mode, questions));
});
process.exitCode = outcomes === undefined ? 2 : outcomes.some(isMissed) ? 1 : 0;
