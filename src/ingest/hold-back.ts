/** Whether a text that differs from the recorded one may be believed. Every threshold of that judgement stands here, with its reason. */

import { flapDays, lostShare, replacedShare } from '../model/thresholds.ts';
import { dayLength } from '../text/day-length.ts';
import { languageOfTexts } from '../text/language.ts';
import { visibleText } from '../text/visible-text.ts';
import { countWords, wordHashes } from '../text/words.ts';

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

/** What is read from a text once, to be compared with others. */
export interface Reading {
	/** Letters and digits of each line that has any, lower-cased. */
	readonly lines: readonly string[];
	/** Letters and digits in all. */
	readonly length: number;
	readonly words: number;
	/** Hashes of four words in a row. */
	readonly phrases: ReadonlySet<number>;
	/** BCP 47 tag or `und`. */
	readonly language: string;
	/** Share of the words that agreements are made of; null for languages without a list of them. */
	readonly legal: number | null;
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

/** @param text Markdown of an agreement */
export function readText(text: string): Reading {
	const visible = visibleLines(text);
	const lines = visible.map((line) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
	const joined = visible.join(' ');
	const language = languageOfTexts(spread(visible));
	return {
		lines,
		length: lines.reduce((sum, line) => sum + line.length, 0),
		words: countWords(joined),
		phrases: phrasesOf(joined),
		language,
		legal: legalShare(joined, language),
	};
}

/** Where texts differ in nothing else, a date or a counter has moved on, or links turn. */
export function lettersOf(text: string): string {
	return visibleLines(text)
		.join('\n')
		.toLowerCase()
		.replace(/[^\p{L}\n]+/gu, '');
}

function visibleLines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => visibleText(line).text)
		.filter((line) => /[\p{L}\p{N}]/u.test(line));
}

/** As many letters as the language is told by. */
const sampleLength = 700;
/** Where lines are whole paragraphs, a few would be one, and that one a heading. */
const fewestSamples = 12;

/** Whole lines, evenly spread: their beginnings alone are alike in many agreements, and mislead. */
function spread(lines: readonly string[]): string[] {
	const total = lines.reduce((sum, line) => sum + line.length, 0);
	const step = Math.max(1, Math.min(total / sampleLength, lines.length / fewestSamples));
	return lines.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function phrasesOf(text: string): Set<number> {
	const words = wordHashes(text.toLowerCase());
	const phrases = new Set<number>();
	for (let at = 0; at + 3 < words.length; at++) {
		let hash = 0x811c9dc5;
		for (let next = at; next < at + 4; next++)
			hash = Math.imul(hash ^ (words[next] as number), 0x01000193) ^ (hash >>> 15);
		phrases.add(hash);
	}
	return phrases;
}

/** Beginnings of the words that agreements are made of. English first; elsewhere the handful that each agreement repeats. */
const legalWords: Readonly<Record<string, RegExp>> = {
	en: /(?<![\p{L}\p{N}])(?:agree|terms?(?![\p{L}])|conditions?|polic|priva|personal|data(?![\p{L}])|consent|rights?|law|legal|liab|licen|copyright|trademark|intellectual|propert|dispute|arbitrat|claims?|damage|warrant|indemn|terminat|prohibit|permi|oblig|comply|complian|violat|infring|subject to|third part|cookie|collect|disclos|provide|accept|notice|notif|content|use(?:r|rs|d)?(?![\p{L}])|account|service|must|shall|may(?![\p{L}])|you(?:r|rs)?(?![\p{L}])|we(?![\p{L}])|our(?![\p{L}])|us(?![\p{L}]))/giu,
};

function legalShare(text: string, language: string): number | null {
	const words = legalWords[language];
	if (words === undefined) return null;
	return (text.match(words)?.length ?? 0) / Math.max(1, countWords(text));
}

/** Whether the candidate may take the recorded text's place; null where nothing speaks against it. */
export function holdOf(candidate: Reading, recorded: Reading): Hold | null {
	return lostOf(candidate, recorded) ?? languageHold(candidate, recorded) ?? foreignOf(candidate, recorded);
}

function lostOf(candidate: Reading, recorded: Reading): Hold | null {
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

function languageHold(candidate: Reading, recorded: Reading): Hold | null {
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
function freshShare(candidate: Reading, recorded: Reading): number {
	const known = new Set(recorded.lines);
	const fresh = candidate.lines.filter((line) => !known.has(line));
	return fresh.reduce((sum, line) => sum + line.length, 0) / Math.max(1, candidate.length);
}

function foreignOf(candidate: Reading, recorded: Reading): Hold | null {
	if (Math.min(candidate.words, recorded.words) < leastWords) return null;
	if (sharedPhrases(candidate, recorded) >= strangerShare) return null;
	const reason = 'the page has no sentence of the recorded text';
	if (candidate.legal === null || candidate.legal >= leastLegal) return { code: 'replaced', reason };
	return { code: 'foreign', reason: `${reason} and does not read like an agreement` };
}

/** True where so little of the recorded text is left that the candidate may be another agreement's. */
export function isReplaced(candidate: Reading, recorded: Reading): boolean {
	return candidate.words >= leastWords && sharedPhrases(candidate, recorded) < takenShare / 2;
}

/** Whether a candidate that replaces the recorded text is another agreement's: a redirect, or a page that was swapped. */
export function takenFrom(candidate: Reading, other: Reading, name: string): Hold | null {
	if (sharedPhrases(candidate, other) < takenShare) return null;
	return { code: 'foreign', reason: `the page shows the text of ${name}` };
}

/** Share of the smaller text's phrases that the other has as well. */
export function sharedPhrases(one: Reading, other: Reading): number {
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

/** Whether two fetches in a row showed other words; links that differ at each fetch are no other words. */
export function unsteadyHold(first: Reading, second: Reading): Hold | null {
	if (
		first.lines.length === second.lines.length &&
		first.lines.every((line, at) => line === second.lines[at])
	)
		return null;
	return { code: 'unsteady', reason: 'the page shows another text at each fetch' };
}
