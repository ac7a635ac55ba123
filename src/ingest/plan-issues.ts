/** Which issues a maintainer should find open: one for each agreement that has gone wrong for long, and none for the others. */
import type { AgreementStatus, Status } from '../model/status.ts';
import { codeBlock, codeSpan } from '../text/code-span.ts';
import { counted } from '../text/counts-in-words.ts';
import { legibleLine } from '../text/legible.ts';
import { heldInWords, holdRemedy } from './acceptance.ts';

export interface OpenIssue {
	readonly number: number;
	readonly body: string;
}

export type IssueStep =
	| { readonly kind: 'open'; readonly title: string; readonly body: string }
	| { readonly kind: 'close'; readonly number: number; readonly comment: string };

/**
 * @param open issues that carry the capture's label, any of them
 * @param after so many failures in a row, or the same doubtful text so many times
 */
export function planIssues(status: Status, open: readonly OpenIssue[], after: number): IssueStep[] {
	const troubled = Object.entries(status.agreements).filter(([, entry]) => isTroubled(entry, after));
	const opening = troubled
		.filter(([key]) => !open.some((issue) => keyOf(issue) === key))
		.map(([key, entry]) => openStep(key, entry));
	const closing = open.flatMap((issue): IssueStep[] => {
		const key = keyOf(issue);
		if (key === null || !isOver(status.agreements[key])) return [];
		return [{ kind: 'close', number: issue.number, comment: farewell(status.agreements[key]) }];
	});
	return [...closing, ...opening];
}

function isTroubled({ failures, held }: AgreementStatus, after: number): boolean {
	return failures >= after || (held?.times ?? 0) >= after;
}

/** One good capture ends it; so does nothing less, lest an issue opens and closes with each spell of bad luck. */
function isOver(entry: AgreementStatus | undefined): boolean {
	return entry === undefined || (entry.failures === 0 && entry.held === undefined);
}

function farewell(entry: AgreementStatus | undefined): string {
	if (entry === undefined) return 'This agreement is declared no longer.';
	return `Captured again on ${entry.checked.slice(0, 10)}.`;
}

/** A forge takes titles of 256 characters. */
const longestName = 200;

function openStep(key: string, entry: AgreementStatus): IssueStep {
	const name = legibleLine(key.replace('/', ' › '), longestName);
	const { what, times, since, reason, shown, remedy } = troubleOf(entry);
	const paragraphs = [
		`${codeSpan(name)} was ${what} ${counted(times, 'time')} in a row, since ${since.slice(0, 10)}:`,
		codeBlock([reason, ...shown, remedy]),
		'What was recorded stands until then. This issue is closed by itself when a capture succeeds.',
		markOf(key),
	];
	return { kind: 'open', title: `${name} is ${what}`, body: `${paragraphs.join('\n\n')}\n` };
}

interface Trouble {
	readonly what: 'not captured' | 'held back';
	/** In a row. */
	readonly times: number;
	readonly since: string;
	readonly reason: string;
	/** Of a held text. */
	readonly shown: readonly string[];
	readonly remedy: string;
}

function troubleOf({ failing, failures, held }: AgreementStatus): Trouble {
	if (failing !== undefined) return { what: 'not captured', times: failures, ...failing, shown: [] };
	const { times = 0, since = '', reason = '' } = held ?? {};
	const remedy = held === undefined ? '' : holdRemedy(held);
	const shown = held === undefined ? [] : heldInWords(held);
	return { what: 'held back', times, since, reason, shown, remedy };
}

/** By it the issue is found again: titles are edited by people. Whatever a reason holds stands before it. */
function markOf(key: string): string {
	return `<!-- clausetrail: ${encodeURIComponent(key)} -->`;
}

function keyOf({ body }: OpenIssue): string | null {
	const encoded = [...body.matchAll(/<!-- clausetrail: ([^\s<>]+) -->/g)].at(-1)?.[1];
	try {
		return encoded === undefined ? null : decodeURIComponent(encoded);
	} catch {
		return null;
	}
}
