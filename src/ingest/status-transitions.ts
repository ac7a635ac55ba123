/** What one check makes of an agreement's status. */
import type { AgreementStatus, HeldText, Validators } from '../model/status.ts';
import { isRecent } from './hold-back.ts';
import type { HoldVerdict } from './judge-text.ts';
import { type LinkMemory, seeRecorded } from './link-memory.ts';

/** Where and by which rules the recorded text was read. */
export interface PageReading {
	readonly validators: readonly Validators[];
	readonly rules: string;
	/** Object name of the text in git; null where nothing is recorded. */
	readonly text: string | null;
}

/**
 * The page showed the recorded text, or said that it had not changed (`reading` null).
 * @param links what was learned of them; left out: they are those of the recorded text
 */
export function confirmedStatus(
	entry: AgreementStatus | undefined,
	now: Date,
	reading: PageReading | null,
	links: LinkMemory = seeRecorded(entry ?? {}, now),
): AgreementStatus {
	const at = now.toISOString();
	const { failing, held, retired, ...kept } = entry ?? { failures: 0 };
	return {
		...kept,
		...readingFields(reading),
		checked: at,
		confirmed: at,
		failures: 0,
		...stillRecent(entry, now),
		rotating: links.rotating,
		turning: links.turning,
	};
}

/**
 * A version was recorded.
 * @param left hash of the text that stood until now; null where there was none
 */
export function recordedStatus(
	entry: AgreementStatus | undefined,
	now: Date,
	reading: PageReading,
	left: string | null,
	links: LinkMemory = entry ?? {},
): AgreementStatus {
	const { recent, ...kept } = confirmedStatus(entry, now, reading, links);
	const others = (recent ?? []).filter(({ textHash }) => textHash !== left);
	const given = left === null ? others : [...others, { textHash: left, until: lastStanding(entry, now) }];
	return { ...kept, recorded: kept.checked, ...(given.length === 0 ? {} : { recent: given }) };
}

function lastStanding(entry: AgreementStatus | undefined, now: Date): string {
	return entry?.confirmed ?? now.toISOString();
}

/** The page showed a text that is not believed; what was recorded stands. */
export function heldStatus(
	entry: AgreementStatus | undefined,
	now: Date,
	verdict: Omit<HoldVerdict, 'kind'>,
): AgreementStatus {
	const { textHash, letters } = verdict.shown;
	const { code, reason } = verdict.hold;
	const { address, differs } = verdict.page;
	const at = now.toISOString();
	const { failing, held, ...kept } = entry ?? { failures: 0 };
	const same = held?.letters === letters && held.code === code ? held : null;
	const { since, times } = same ?? { since: at, times: 0 };
	const { rejected } = verdict;
	const by = rejected === undefined ? {} : { rejected };
	const what = { code, reason, letters, address, differs: [...differs], ...by } satisfies Partial<HeldText>;
	return {
		...kept,
		checked: at,
		failures: 0,
		held: { since, last: at, times: times + 1, ...what },
		...seenAgain(stillRecent(entry, now), textHash, at),
	};
}

/** A text that keeps coming back does not become new after a month. */
function seenAgain({ recent }: Pick<AgreementStatus, 'recent'>, textHash: string, at: string) {
	return { recent: recent?.map((left) => (left.textHash === textHash ? { ...left, until: at } : left)) };
}

/** There was no text. What was held before that stays held: a server that is down for an hour proves nothing. */
export function failedStatus(
	entry: AgreementStatus | undefined,
	now: Date,
	{ code, what, remedy }: { readonly code: string; readonly what: string; readonly remedy: string },
): AgreementStatus {
	const at = now.toISOString();
	const since = entry?.failing?.since ?? at;
	const failing = { since, code, reason: what, remedy };
	return { ...entry, checked: at, failures: (entry?.failures ?? 0) + 1, failing };
}

function readingFields(reading: PageReading | null) {
	if (reading === null) return {};
	const { validators, rules, text } = reading;
	return { validators: [...validators], rules, text: text ?? undefined };
}

/** Forgets what was given up too long ago to be held against a text. */
function stillRecent(entry: AgreementStatus | undefined, now: Date): Pick<AgreementStatus, 'recent'> {
	const recent = (entry?.recent ?? []).filter((left) => isRecent(left, now));
	return recent.length === 0 ? { recent: undefined } : { recent };
}
