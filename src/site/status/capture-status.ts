/**
 * How the capture of each agreement goes, in words. Ages run up to the archive's newest check and never to the clock of the build, so
 * that the same archive always makes the same page.
 */

import { withdrawn } from '../../analysis/history/withdrawn.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import { type AgreementStatus, statusKey } from '../../model/status.ts';
import { capitalised } from '../../text/capitalised.ts';
import { grouped } from '../../text/counts-in-words.ts';
import { dayInWords, daysBetween } from '../../text/days-in-words.ts';
import { lastChange } from '../overview/directory.ts';
import { followedUntil, retiredInWords } from './retirement.ts';

/**
 * `held` the page shows a text that is not believed · `failing` there was no text · `never` no version yet · `overdue` nobody looked for
 * some days · `ended` taken out of the archive, or followed no longer · `fine` the page showed the recorded text · `unknown` nothing says
 */
export type CaptureState = 'held' | 'failing' | 'never' | 'overdue' | 'ended' | 'fine' | 'unknown';

export interface StatusLine {
	readonly state: CaptureState;
	readonly platform: string;
	readonly agreement: string;
	/** Null where there is no version yet, and so no page. */
	readonly recorded: { readonly platform: Platform; readonly agreement: Agreement } | null;
	/** What is wrong, as sentences; empty where nothing is. */
	readonly cause: string;
	/** What a reader may rely on all the same; empty where nothing is wrong. */
	readonly reliable: string;
	/** Since when it is so; null where that is not known. */
	readonly since: string | null;
	/** Where a held text stands and the lines that it shows beside the recorded one; null where none is held. */
	readonly held: HeldText | null;
	/** When its page was last asked for. */
	readonly checked: string | null;
	/** When its text last changed, as its own page says; null where it never did. */
	readonly changed: string | null;
}

export interface HeldText {
	/** Empty where an older run held it. */
	readonly address: string;
	/** Each begins with + where it came in, with − where it went out. */
	readonly differs: readonly string[];
}

/**
 * Four captures run each day: an agreement that a dozen of them passed over was left out, and its text may be an old one.
 */
const overdueDays = 3;

/** One line an agreement, by platform, recorded ones first, then those that wait for their first version. */
export function statusLines(archive: Archive): StatusLine[] {
	const recorded = archive.platforms.flatMap((platform) =>
		platform.agreements.map((agreement) => lineOf(archive, platform, agreement)),
	);
	const known = new Set(recorded.map(statusKey));
	const waiting = archive.declared.filter((each) => !known.has(statusKey(each)));
	return [...recorded, ...waiting.map((each) => neverLine(archive, each))];
}

const lines = new WeakMap<Agreement, StatusLine>();

/** Of a recorded agreement. */
export function lineOf(archive: Archive, platform: Platform, agreement: Agreement): StatusLine {
	const known = lines.get(agreement);
	if (known !== undefined) return known;
	const line = recordedLine(archive, platform, agreement);
	lines.set(agreement, line);
	return line;
}

function recordedLine(archive: Archive, platform: Platform, agreement: Agreement): StatusLine {
	const named = { platform: platform.name, agreement: agreement.name };
	const entry = archive.status?.agreements[statusKey(named)];
	const wrong = stateOf(archive, agreement, entry);
	return {
		...named,
		recorded: { platform, agreement },
		...wrong,
		reliable: reliableInWords(agreement, entry, wrong),
		held: wrong.state === 'held' ? heldText(entry) : null,
		checked: entry?.checked ?? null,
		changed: lastChange(agreement)?.version.fetched ?? null,
	};
}

function heldText(entry: AgreementStatus | undefined): HeldText | null {
	const { address = '', differs = [] } = entry?.held ?? {};
	return address === '' && differs.length === 0 ? null : { address, differs };
}

type StateFacts = Pick<StatusLine, 'state' | 'cause' | 'since'>;

interface Named {
	readonly platform: string;
	readonly agreement: string;
}

function stateOf(
	{ status }: Archive,
	{ versions, retired }: Agreement,
	entry: AgreementStatus | undefined,
): StateFacts {
	const end = withdrawn(versions);
	if (end !== null) return { state: 'ended', cause: '', since: end };
	if (retired !== null) return { state: 'ended', cause: retired.why, since: `${retired.day}T00:00:00.000Z` };
	if (status === null) return { state: 'unknown', cause: '', since: null };
	if (entry === undefined) return { state: 'overdue', cause: 'No check is on record.', since: null };
	return troubleOf(entry) ?? overdueSince(entry, status.updated) ?? fine(entry);
}

/** A page that shows a doubtful text and then none at all is told by the text: the failure stands behind it. */
function troubleOf({ held, failing, failures }: AgreementStatus): StateFacts | null {
	const failed = failing === undefined ? '' : failureInWords(failing, failures);
	if (held !== undefined)
		return {
			state: 'held',
			cause: joined(asSentence(held.reason), rejectedInWords(held), failed),
			since: held.since,
		};
	return failing === undefined ? null : { state: 'failing', cause: failed, since: failing.since };
}

function rejectedInWords({ rejected }: NonNullable<AgreementStatus['held']>): string {
	return rejected === undefined
		? ''
		: `Somebody looked at it on ${dayInWords(rejected.on)}: it is not the agreement.`;
}

function failureInWords(failing: NonNullable<AgreementStatus['failing']>, failures: number): string {
	const tries = failures > 1 ? ` ${grouped(failures)} tries since ${dayInWords(failing.since)}.` : '';
	return `${asSentence(failing.reason)}${tries}`;
}

function overdueSince({ checked }: AgreementStatus, updated: string): StateFacts | null {
	if (daysBetween(checked, updated) <= overdueDays) return null;
	return { state: 'overdue', cause: 'The last captures passed it over.', since: checked };
}

function fine({ checked }: AgreementStatus): StateFacts {
	return { state: 'fine', cause: '', since: checked };
}

function reliableInWords(
	{ versions }: Agreement,
	entry: AgreementStatus | undefined,
	{ cause, state }: StateFacts,
): string {
	const newest = versions.at(-1)?.fetched;
	if (newest === undefined || cause === '' || state === 'ended') return '';
	const seen = entry?.confirmed;
	const later = seen !== undefined && dayInWords(seen) !== dayInWords(newest);
	const last = later ? `; its page last showed it on ${dayInWords(seen)}` : '';
	const text = `he text of ${dayInWords(newest)} stands${last}.`;
	return state === 'held' ? `Nothing was recorded: t${text}` : `T${text}`;
}

/** Declared, and without a version. */
function neverLine({ status }: Archive, named: Named): StatusLine {
	const entry = status?.agreements[statusKey(named)];
	const trouble = entry === undefined ? null : troubleOf(entry);
	return {
		platform: named.platform,
		agreement: named.agreement,
		recorded: null,
		state: 'never',
		cause: trouble?.cause ?? 'It waits for its first capture.',
		reliable: '',
		held: heldText(entry),
		since: trouble?.since ?? null,
		checked: entry?.checked ?? null,
		changed: null,
	};
}

/** Reasons in `status.json` are written to stand behind a colon. */
function asSentence(reason: string): string {
	const begun = capitalised(reason);
	return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

function joined(...sentences: readonly string[]): string {
	return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** What stands on an agreement's own page where its text may not be the one in force; null where there is nothing to say. */
export interface Notice {
	/** `Held back since 18 November 2026` */
	readonly head: string;
	/** Sentences. */
	readonly words: string;
}

export function noticeOf(archive: Archive, platform: Platform, agreement: Agreement): Notice | null {
	const { retired } = agreement;
	if (retired !== null) return { head: followedUntil(retired), words: retiredInWords(retired) };
	const { state, cause, reliable, since } = lineOf(archive, platform, agreement);
	if (cause === '') return null;
	const head = noticeHeads[state];
	return {
		head: since === null ? head : `${head} since ${dayInWords(since)}`,
		words: joined(cause, reliable),
	};
}

const noticeHeads: Readonly<Record<CaptureState, string>> = {
	held: 'Held back',
	failing: 'Not captured',
	overdue: 'Not checked',
	ended: '',
	never: '',
	fine: '',
	unknown: '',
};
