/** Whether a text that differs from the recorded one may be believed. Every threshold of that judgement stands here, with its reason. */
import { flapDays, lostShare, replacedShare } from '../model/thresholds.ts';
import { type Evidence, isAgreement } from '../text/agreement-evidence.ts';
import { dayLength } from '../text/day-length.ts';
import { noticeAmong } from './came-in.ts';
import type { TextProfile } from './text-profile.ts';

/**
 * `lost` most of the text is gone · `cut` its end is gone and nothing else changed · `language` another language · `replaced` no sentence
 * of the recorded text is left: a new one written from scratch, or another's · `foreign` the same, in what does not read like an
 * agreement · `doubtful` it is not known to be an agreement · `notice` a banner, a menu or a notice came in and nothing else changed ·
 * `alternating` a text that the agreement had given up lately · `unsteady` two fetches in a row showed two texts
 */
export type HoldCode =
	| 'lost'
	| 'cut'
	| 'language'
	| 'replaced'
	| 'foreign'
	| 'doubtful'
	| 'notice'
	| 'alternating'
	| 'unsteady';

/** Why a text is not recorded as long as nothing more is known. */
export interface Hold {
	readonly code: HoldCode;
	/** One sentence for people. */
	readonly reason: string;
}

/** A cut at the end: nothing new came in, and more than this share stays away. What is less is a footer or a last line. */
const cutShare = 0.95;
/** Texts that share fewer of their phrases have nothing to do with each other; rewritten agreements keep more of their stock phrases. */
const strangerShare = 0.02;
/** Shorter texts have too few phrases and words to tell by their share. */
const leastWords = 40;
/** A text that is this much of another agreement's is that agreement's. */
const takenShare = 0.8;

/**
 * Whether the candidate may take the recorded text's place; null where nothing speaks against it.
 * @param isAgreement whether the candidate by itself reads like one; asked only where little of the recorded text is left
 */
export function holdOf(
	candidate: TextProfile,
	recorded: TextProfile,
	isAgreement: () => boolean,
): Hold | null {
	const hold =
		cutOf(candidate, recorded) ??
		lostOf(candidate, recorded) ??
		languageHold(candidate, recorded) ??
		replacedOf(candidate, recorded);
	if (hold !== null) return hold.code === 'cut' || isAgreement() ? hold : withoutEvidence(hold);
	if (freshShare(candidate, recorded) >= replacedShare && !isAgreement())
		return { code: 'doubtful', reason: 'most of the text is new and does not read like an agreement' };
	return noticeOf(candidate, recorded);
}

/** What no time makes believable. */
function withoutEvidence({ code, reason }: Hold): Hold {
	return {
		code: code === 'replaced' ? 'foreign' : 'doubtful',
		reason: `${reason}, and what it shows does not read like an agreement`,
	};
}

function cutOf(candidate: TextProfile, recorded: TextProfile): Hold | null {
	const last = candidate.lines.length - 1;
	if (candidate.length >= recorded.length || last < 0) return null;
	if (!candidate.lines.slice(0, -1).every((line, at) => line === recorded.lines[at])) return null;
	const [end, stood] = [candidate.lines[last] as string, recorded.lines[last] as string];
	const isTorn = end !== stood && stood.startsWith(end);
	const share = candidate.length / recorded.length;
	if (!isTorn && (end !== stood || share >= cutShare)) return null;
	const percent = Math.max(1, Math.round((1 - share) * 100));
	return {
		code: 'cut',
		reason: `${percent} % of the recorded text is gone from its end, and nothing else changed`,
	};
}

function lostOf(candidate: TextProfile, recorded: TextProfile): Hold | null {
	const share = candidate.length / Math.max(1, recorded.length);
	if (share >= lostShare) return null;
	return {
		code: 'lost',
		reason: `only ${Math.round(share * 100)} % of the recorded text is left on the page`,
	};
}

function noticeOf(candidate: TextProfile, recorded: TextProfile): Hold | null {
	const notice = noticeAmong(candidate, recorded);
	if (notice === null) return null;
	const words = notice.length > 80 ? `${notice.slice(0, 80).trimEnd()}…` : notice;
	return {
		code: 'notice',
		reason: `what came in reads like a notice of the page, not like a clause: “${words}”`,
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

function replacedOf(candidate: TextProfile, recorded: TextProfile): Hold | null {
	if (Math.min(candidate.words, recorded.words) < leastWords) return null;
	if (sharedPhrases(candidate, recorded) >= strangerShare) return null;
	return { code: 'replaced', reason: 'the page has no sentence of the recorded text' };
}

/** A text that follows none. @param said what it says as walls do, where it does */
export function firstHold(evidence: Evidence, said: string | null): Hold | null {
	if (said === null && isAgreement(evidence)) return null;
	const { lacks, words } = evidence;
	const why = lacks.length > 0 ? lacks.join(', ') : `it has ${words} words, and too few of them say so`;
	const sign = said === null ? '' : `it says “${said}”, `;
	return { code: 'doubtful', reason: `the text may be no agreement: ${sign}${why}` };
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
