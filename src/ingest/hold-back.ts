/** Whether a text that differs from the recorded one may be believed. Every threshold of that judgement stands here, with its reason. */
import { flapDays, lostShare, replacedShare } from '../model/thresholds.ts';
import { dayLength } from '../text/day-length.ts';
import type { TextProfile } from './text-profile.ts';

/**
 * `lost` most of the text is gone, or its end · `language` another language · `foreign` another page's text · `replaced` no sentence of
 * the recorded text is left, in what reads like an agreement: a new one written from scratch, or another's · `alternating` a text
 * that the agreement had given up lately · `unsteady` two fetches in a row showed two texts
 */
export type HoldCode = 'lost' | 'language' | 'foreign' | 'replaced' | 'alternating' | 'unsteady';

/** Why a text is not recorded as long as nothing more is known. */
export interface Hold {
	readonly code: HoldCode;
	/** One sentence for people. */
	readonly reason: string;
}

/** A cut at the end: nothing new came in and more than this share stays away. Sections are dropped, but not a third of them without a word changed elsewhere. */
const cutShare = 0.7;
/** Texts that share fewer of their phrases have nothing to do with each other; rewritten agreements keep more of their stock phrases. */
const strangerShare = 0.02;
/** Below this share of legal words a text is hardly an agreement: of 877 archived ones four are, imprints and guidelines. */
const leastLegal = 0.05;
/** Shorter texts have too few phrases and words to tell by their share. */
const leastWords = 40;
/** A text that is this much of another agreement's is that agreement's. */
const takenShare = 0.8;

/** Whether the candidate may take the recorded text's place; null where nothing speaks against it. */
export function holdOf(candidate: TextProfile, recorded: TextProfile): Hold | null {
	return lostOf(candidate, recorded) ?? languageHold(candidate, recorded) ?? foreignOf(candidate, recorded);
}

function lostOf(candidate: TextProfile, recorded: TextProfile): Hold | null {
	const share = candidate.length / Math.max(1, recorded.length);
	const percent = Math.round(share * 100);
	if (share < lostShare)
		return { code: 'lost', reason: `only ${percent} % of the recorded text is left on the page` };
	if (share >= cutShare) return null;
	// The last line may be cut in its middle.
	if (!candidate.lines.slice(0, -1).every((line, at) => line === recorded.lines[at])) return null;
	return {
		code: 'lost',
		reason: `${100 - percent} % of the recorded text is gone from its end, and nothing else changed`,
	};
}

function languageHold(candidate: TextProfile, recorded: TextProfile): Hold | null {
	const [now, before] = [candidate.language, recorded.language];
	if (now === before || now === 'und' || before === 'und') return null;
	if (freshShare(candidate, recorded) < replacedShare) return null;
	const names = new Intl.DisplayNames('en', { type: 'language' });
	return {
		code: 'language',
		reason: `the page is in ${names.of(now)}, while the recorded text is in ${names.of(before)}`,
	};
}

/** Share of the candidate's letters that stand in lines which the recorded text does not have. */
function freshShare(candidate: TextProfile, recorded: TextProfile): number {
	const known = new Set(recorded.lines);
	const fresh = candidate.lines.filter((line) => !known.has(line));
	return fresh.reduce((sum, line) => sum + line.length, 0) / Math.max(1, candidate.length);
}

function foreignOf(candidate: TextProfile, recorded: TextProfile): Hold | null {
	if (Math.min(candidate.words, recorded.words) < leastWords) return null;
	if (sharedPhrases(candidate, recorded) >= strangerShare) return null;
	const reason = 'the page has no sentence of the recorded text';
	if (candidate.legal === null || candidate.legal >= leastLegal) return { code: 'replaced', reason };
	return { code: 'foreign', reason: `${reason} and does not read like an agreement` };
}

/** True where so little of the recorded text is left that the candidate may be another agreement's. */
export function isReplaced(candidate: TextProfile, recorded: TextProfile): boolean {
	return candidate.words >= leastWords && sharedPhrases(candidate, recorded) < takenShare / 2;
}

/** Whether a candidate that replaces the recorded text is another agreement's: a redirect, or a page that was swapped. */
export function takenFrom(candidate: TextProfile, other: TextProfile, name: string): Hold | null {
	if (sharedPhrases(candidate, other) < takenShare) return null;
	return { code: 'foreign', reason: `the page shows the text of ${name}` };
}

/** Share of the smaller text's phrases that the other has as well. */
export function sharedPhrases(one: TextProfile, other: TextProfile): number {
	const [small, large] = one.phrases.size <= other.phrases.size ? [one, other] : [other, one];
	let shared = 0;
	for (const phrase of small.phrases) if (large.phrases.has(phrase)) shared++;
	return shared / Math.max(1, small.phrases.size);
}

/** Whether the agreement had this very text within the last month and gave it up: pages that show two texts in turn make one version. */
export function alternatingHold(
	textHash: string,
	recent: readonly { readonly textHash: string; readonly until: string }[],
	now: Date,
): Hold | null {
	const left = recent.find((each) => each.textHash === textHash && isRecent(each, now));
	if (left === undefined) return null;
	return {
		code: 'alternating',
		reason: `the page shows the text again that it had until ${left.until.slice(0, 10)}`,
	};
}

export function isRecent(left: { readonly until: string }, now: Date): boolean {
	return now.getTime() - Date.parse(left.until) <= flapDays * dayLength;
}

/** Two fetches in a row that showed other words. */
export function unsteadyHold(first: TextProfile, second: TextProfile): Hold | null {
	if (hasSameWords(first, second)) return null;
	return { code: 'unsteady', reason: 'the page shows another text at each fetch' };
}

/** Links that differ are no other words. */
export function hasSameWords(one: TextProfile, other: TextProfile): boolean {
	return one.lines.length === other.lines.length && one.lines.every((line, at) => line === other.lines[at]);
}
