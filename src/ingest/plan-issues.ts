/** Which issues a maintainer should find open: one for each agreement that has gone wrong for long, and none for the others. */
import { type DecisionsByAgreement, decisionOn } from '../model/decision.ts';
import type { AgreementStatus, HeldText, Status } from '../model/status.ts';
import { codeBlock, codeSpan } from '../text/code-span.ts';
import { counted } from '../text/counts-in-words.ts';
import { legibleLine } from '../text/legible.ts';
import { heldInWords, holdRemedy } from './acceptance.ts';
import { shortHash } from './decide-held.ts';

export interface OpenIssue {
	readonly number: number;
	readonly body: string;
}

export type IssueStep =
	| { readonly kind: 'open'; readonly title: string; readonly body: string }
	/** The issue tells of something else by now; `comment` where people should hear of it. */
	| {
			readonly kind: 'renew';
			readonly number: number;
			readonly title: string;
			readonly body: string;
			readonly comment: string | null;
	  }
	| { readonly kind: 'close'; readonly number: number; readonly comment: string };

/** What is known of an agreement that an issue may tell of. */
interface Known {
	readonly entry: AgreementStatus;
	/** What people said of the text that is held. */
	readonly decided: 'accept' | 'reject' | undefined;
	/** So many failures in a row, or the same doubtful text so many times, are told. */
	readonly after: number;
}

/**
 * @param decisions what people said of texts that are held
 * @param open issues that carry the capture's label, any of them
 * @param after so many failures in a row, or the same doubtful text so many times
 */
export function planIssues(
	status: Status,
	decisions: DecisionsByAgreement,
	open: readonly OpenIssue[],
	after: number,
): IssueStep[] {
	const known = new Map(
		Object.entries(status.agreements).map(([key, entry]) => [
			key,
			{ entry, decided: decidedOn(entry, decisions.get(key) ?? []), after } satisfies Known,
		]),
	);
	const marked = open.flatMap((issue) => {
		const mark = readMark(issue.body);
		return mark === null ? [] : [{ ...mark, number: issue.number }];
	});
	const opening = [...known]
		.filter(([key, each]) => isTroubled(each) && !marked.some((mark) => mark.key === key))
		.map(([key, each]): IssueStep => ({ kind: 'open', ...issueOf(key, each) }));
	return [...marked.flatMap((mark) => stepOf(mark, known.get(mark.key))), ...opening];
}

function decidedOn({ held }: AgreementStatus, decisions: Parameters<typeof decisionOn>[0]): Known['decided'] {
	return held === undefined ? undefined : decisionOn(decisions, held.letters)?.decision;
}

/** Of an issue that is open. */
function stepOf({ key, letters, number }: Mark & { number: number }, known: Known | undefined): IssueStep[] {
	if (known === undefined || isOver(known)) return [{ kind: 'close', number, comment: farewell(known) }];
	const told = toldText(known);
	// Where nothing is told of a text any more, the issue waits as it is for the end of the trouble, unless there is another one.
	if (told?.letters === letters || (told === undefined && !isTroubled(known))) return [];
	const comment = told === undefined || letters === undefined ? null : otherText(told);
	return [{ kind: 'renew', number, ...issueOf(key, known), comment }];
}

function otherText(held: HeldText): string {
	return `The page shows another text since ${held.since.slice(0, 10)}. It is told above, and what was answered of the former one does not count for it.`;
}

function isTroubled({ entry: { failures, held }, decided, after }: Known): boolean {
	return failures >= after || (decided === undefined && (held?.times ?? 0) >= after);
}

/** One good capture ends it, or that a person rejected the text; so does nothing less, lest an issue opens and closes with each spell of bad luck. */
function isOver({ entry: { failures, held }, decided }: Known): boolean {
	return failures === 0 && (held === undefined || decided === 'reject');
}

function farewell(known: Known | undefined): string {
	if (known === undefined || known.entry.retired) return 'This agreement is followed no longer.';
	if (known.decided === 'reject')
		return 'The text was rejected. What was recorded stands, and another text is judged anew.';
	return `Captured again on ${known.entry.checked.slice(0, 10)}.`;
}

/** The held text that the issue tells of; undefined where it tells of failures. */
function toldText({ entry: { failures, held }, after }: Known): HeldText | undefined {
	return failures >= after ? undefined : held;
}

/** A forge takes titles of 256 characters. */
const longestName = 200;

function issueOf(key: string, known: Known): { readonly title: string; readonly body: string } {
	const name = legibleLine(key.replace('/', ' › '), longestName);
	const held = toldText(known);
	const what = held === undefined ? 'not captured' : 'held back';
	const { times, since, lines } = held === undefined ? failureOf(known.entry) : holdOf(held);
	const end = 'What was recorded stands until then. This issue is closed by itself when a capture succeeds.';
	const paragraphs = [
		`${codeSpan(name)} was ${what} ${counted(times, 'time')} in a row, since ${since.slice(0, 10)}:`,
		codeBlock(lines),
		...(held === undefined ? [] : [howToAnswer(held)]),
		end,
		markOf({ key, letters: held?.letters }),
	];
	return { title: `${name} is ${what}`, body: `${paragraphs.join('\n\n')}\n` };
}

interface Trouble {
	/** In a row. */
	readonly times: number;
	readonly since: string;
	readonly lines: readonly string[];
}

function failureOf({ failures, failing, checked }: AgreementStatus): Trouble {
	const { since = checked, reason = '', remedy = '' } = failing ?? {};
	return { times: failures, since, lines: [reason, remedy] };
}

function holdOf(held: HeldText): Trouble {
	const { times, since, reason } = held;
	return { times, since, lines: [reason, ...heldInWords(held), holdRemedy(held)] };
}

function howToAnswer(held: HeldText): string {
	return [
		'**Is this the agreement?** Whoever may write to this repository answers with a comment that begins with',
		'`/accept` or `/reject`; a reason may follow on the same line, such as `/accept they rewrote it`.',
		`It counts for this text alone (\`${shortHash(held)}\`).`,
	].join('\n');
}

/** What an issue is about. */
export interface Mark {
	/** `<platform>/<agreement>` */
	readonly key: string;
	/** Hash of the letters of the held text that it shows; undefined where it shows none. */
	readonly letters: string | undefined;
}

/** By it the issue is found again: titles are edited by people. Whatever a reason holds stands before it. */
export function markOf({ key, letters }: Mark): string {
	const parts = [encodeURIComponent(key), ...(letters === undefined ? [] : [letters])];
	return `<!-- clausetrail: ${parts.join(' ')} -->`;
}

/** Null where it is no issue of a capture. */
export function readMark(body: string): Mark | null {
	const marks = [...body.matchAll(/<!-- clausetrail: ([^\s<>]+)(?: ([0-9a-f]{64}))? -->/g)];
	const [, encoded, letters] = marks.at(-1) ?? [];
	try {
		return encoded === undefined ? null : { key: decodeURIComponent(encoded), letters };
	} catch {
		return null;
	}
}
