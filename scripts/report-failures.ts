/** `npm run report-failures [-- --archive dir]`: opens an issue for each agreement that failed often, by GitHub's `gh`, and closes it on recovery. */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type IssueStep, planIssues } from '../src/analysis/issue-plan.ts';
import { readCollection } from '../src/archive/collection.ts';
import { readStatus } from '../src/archive/status-file.ts';
import { run } from './run.ts';

/** Only who may sort issues can give it: a stranger's issue is never taken for one of ours. */
const label = 'capture';

await run(async () => {
	const { values } = parseArgs({
		options: { archive: { type: 'string', default: process.env.ARCHIVE || 'archive' } },
	});
	const { reportAfter } = await readCollection(values.archive);
	const status = await readStatus(values.archive);
	if (status === null) return;
	gh('label', 'create', label, '--force', '--description', 'An agreement that could not be captured');
	const listed = gh(
		'issue',
		'list',
		'--label',
		label,
		'--state',
		'open',
		'--limit',
		'1000',
		'--json',
		'number,body',
	);
	const open = z.array(z.object({ number: z.int(), body: z.string() })).parse(JSON.parse(listed));
	for (const step of planIssues(status, open, reportAfter)) take(step);
});

function take(step: IssueStep): void {
	if (step.kind === 'open')
		gh('issue', 'create', '--label', label, '--title', step.title, '--body', step.body);
	else gh('issue', 'close', String(step.number), '--comment', step.comment);
}

function gh(...args: string[]): string {
	return execFileSync('gh', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
