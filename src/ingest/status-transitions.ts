/** What one check makes of an agreement's status, and when a text that was held back is believed after all. */

import type { AgreementStatus, Validators } from '../model/status.ts';
import { dayLength } from '../text/day-length.ts';
import { type Hold, type HoldCode, isRecent } from './hold-back.ts';

const hour = 60 * 60 * 1000;

/** A text that a page shows, by two hashes. */
export interface ShownText {
	/** Of its bytes. */
	readonly textHash: string;
	/** Of its letters alone. */
	readonly letters: string;
}

/**
 * How long the same text must be met again and again before it is believed without a person. A failed capture rarely lasts for a
 * day; twenty hours leave room for the jitter of a daily schedule. Pages that show two texts in turn keep one for some days at times.
 */
const believedAfter: Readonly<Partial<Record<HoldCode, number>>> = {
	lost: 20 * hour,
	language: 20 * hour,
	replaced: 20 * hour,
	alternating: 7 * dayLength,
};

/**
 * Why a text that would be held back is recorded all the same, in words for the commit; null where it is held.
 * @param entry the agreement's status before this check
 */
export function acceptanceOf(
	entry: AgreementStatus | undefined,
	hold: Hold,
	{ letters }: ShownText,
	now: Date,
): string | null {
	const { accepted, held } = entry ?? {};
	if (accepted?.letters === letters) {
		const note = accepted.note === undefined ? '' : `: ${accepted.note}`;
		return `by hand on ${accepted.on.slice(0, 10)} (${hold.code})${note}`;
	}
	const wait = waitFor(hold.code);
	if (wait === null || held?.letters !== letters || held.code !== hold.code) return null;
	if (now.getTime() - Date.parse(held.since) < wait) return null;
	return `by rule (${hold.code}), the same text since ${held.since.slice(0, 10)}`;
}

/** How long a text that is held for this reason must stand to be believed, in milliseconds; null where only a person can accept it. */
export function waitFor(code: string): number | null {
	return believedAfter[code as HoldCode] ?? null;
}

/** What a maintainer can do about a held text. */
export function holdRemedy({ code }: { readonly code: string }): string {
	const wait = waitFor(code);
	const byHand = 'if it is the agreement, npm run accept records it at the next capture';
	if (wait !== null)
		return `If it stays ${wait > dayLength ? 'for a week' : 'for a day'}, it is recorded by itself; ${byHand}.`;
	if (code === 'unsteady')
		return 'Take the part that differs at each fetch out of the text: "remove" in the declaration.';
	return `Open the address: if it shows another page, correct the declaration; ${byHand}.`;
}

/** Where and by which rules the recorded text was read. */
export interface PageReading {
	readonly validators: readonly Validators[];
	readonly rules: string;
	/** Object name of the text in git; null where nothing is recorded. */
	readonly text: string | null;
}

/** The page showed the recorded text, or said that it had not changed (`reading` null). */
export function confirmedStatus(
	entry: AgreementStatus | undefined,
	now: Date,
	reading: PageReading | null,
): AgreementStatus {
	const at = now.toISOString();
	const { failing, held, ...kept } = entry ?? { failures: 0 };
	return {
		...kept,
		...readingFields(reading),
		checked: at,
		confirmed: at,
		failures: 0,
		...stillRecent(entry, now),
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
): AgreementStatus {
	const { accepted, recent, ...kept } = confirmedStatus(entry, now, reading);
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
	hold: Hold,
	{ textHash, letters }: ShownText,
): AgreementStatus {
	const at = now.toISOString();
	const { failing, held, ...kept } = entry ?? { failures: 0 };
	const same = held?.letters === letters && held.code === hold.code ? held : null;
	const { since, times } = same ?? { since: at, times: 0 };
	const { code, reason } = hold;
	return {
		...kept,
		checked: at,
		failures: 0,
		held: { since, last: at, times: times + 1, code, reason, letters },
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
