/** Opens an issue for each agreement that failed often, and closes it on recovery, by GitHub's `gh`. */
import { execFileSync } from 'node:child_process';
import { z } from 'zod';
import { readCollection } from '../archive/collection.ts';
import { readStatus } from '../archive/status-file.ts';
import { type IssueStep, planIssues } from './plan-issues.ts';

/** Only who may sort issues can give it: a stranger's issue is never taken for one of ours. */
const label = 'capture';

/**
 * @param directory of the collection; one that was never captured has nothing to tell of
 * @throws what `gh` ends with
 */
export async function reportFailures(directory: string): Promise<void> {
	const { reportAfter } = await readCollection(directory);
	const status = await readStatus(directory);
	if (status === null) return;
	gh('label', 'create', label, '--force', '--description', 'An agreement that could not be captured');
	const asked = ['--label', label, '--state', 'open', '--limit', '1000', '--json', 'number,body'];
	const listed = gh('issue', 'list', ...asked);
	const open = z.array(z.object({ number: z.int(), body: z.string() })).parse(JSON.parse(listed));
	for (const step of planIssues(status, open, reportAfter)) carryOut(step);
}

function carryOut(step: IssueStep): void {
	if (step.kind === 'open')
		gh('issue', 'create', '--label', label, '--title', step.title, '--body', step.body);
	else gh('issue', 'close', String(step.number), '--comment', step.comment);
}

function gh(...args: string[]): string {
	return execFileSync('gh', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
