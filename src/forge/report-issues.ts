/** Keeps an issue open for each agreement that has gone wrong for long, and for each channel that takes no alerts, and closes it when that is over. */
import { readAlertLedger } from '../archive/alert-ledger-file.ts';
import { readCollection } from '../archive/collection.ts';
import { readDecisions } from '../archive/decisions.ts';
import { readStatus } from '../archive/status-file.ts';
import { planChannelIssues } from '../ingest/plan-channel-issues.ts';
import { type IssueStep, type OpenIssue, planIssues } from '../ingest/plan-issues.ts';
import { Fault } from '../model/fault.ts';
import { type GitHub, openGitHub, type Repository, statusOf } from './github.ts';

/** Only who may sort issues can give it: a stranger's issue is never taken for one of ours. */
const captures = { name: 'capture', description: 'An agreement that could not be captured' };
const alerts = { name: 'alerts', description: 'A channel that takes no alerts' };

/**
 * @param directory of the collection; one that was never captured has nothing to tell of
 * @returns how many issues were opened, rewritten or closed; null where the repository keeps none
 * @throws Fault with what GitHub says
 */
export async function reportFailures(directory: string, repository: Repository): Promise<number | null> {
	const { reportAfter } = await readCollection(directory);
	const status = await readStatus(directory);
	if (status === null) return 0;
	const { decisions } = await readDecisions(directory);
	return keepIssues(repository, captures, (open) => planIssues(status, decisions, open, reportAfter));
}

/**
 * @param file the ledger of alerts; without one nobody was told of anything yet
 * @returns as `reportFailures` does
 * @throws Fault with what GitHub says
 */
export async function reportDeadChannels(file: string, repository: Repository): Promise<number | null> {
	const ledger = await readAlertLedger(file);
	if (ledger === null) return 0;
	return keepIssues(repository, alerts, (open) => planChannelIssues(ledger, open));
}

async function keepIssues(
	repository: Repository,
	{ name, description }: typeof captures,
	plan: (open: readonly OpenIssue[]) => readonly IssueStep[],
): Promise<number | null> {
	const github = openGitHub(repository);
	try {
		const steps = plan(await github.openIssues(name));
		if (steps.some(({ kind }) => kind === 'open')) await github.ensureLabel(name, description);
		for (const step of steps) await carryOut(github, name, step);
		return steps.length;
	} catch (error) {
		// Gone: somebody switched issues off in the settings of the repository.
		if (statusOf(error) === 410) return null;
		throw refusal(error, repository);
	}
}

async function carryOut(github: GitHub, label: string, step: IssueStep): Promise<void> {
	if (step.kind === 'open') return github.open(label, step.title, step.body);
	if (step.kind === 'renew') await github.rewrite(step.number, step.title, step.body);
	if (step.comment !== null) await github.comment(step.number, step.comment);
	if (step.kind === 'close') await github.close(step.number);
}

function refusal(error: unknown, { api, owner, repo }: Repository): unknown {
	const status = statusOf(error);
	if (status === null) return error;
	const said = error instanceof Error ? error.message : '';
	return new Fault(
		`GitHub answered with status ${status}: ${said.split('\n')[0]}`,
		`${api}/repos/${owner}/${repo}/issues`,
		'See that the token may write issues of this repository; the next capture tries again.',
		error,
	);
}
