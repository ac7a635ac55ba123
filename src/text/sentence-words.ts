/** Cuts a text into the words of its sentences, for rules that ask what one sentence says. One pass, linear on any input. */
import { isCommonAbbreviation } from './abbreviations.ts';
import { roleOf } from './words.ts';

/** Where the words of one sentence begin and end in the text. Reused for the next sentence: copy what must stay. */
export interface SentenceWords {
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	readonly count: number;
}

/** Lists without a full stop are no sentence: cut there, so that no rule reaches over half a page. */
export const longestSentence = 240;

const starts = new Int32Array(longestSentence);
const ends = new Int32Array(longestSentence);

const period = 46;
const upper = /\p{Lu}/u;
const opening = /[\s"'“”‘’„«»‚()[\]*•–—-]/u;

/** Calls `see` for each sentence that holds a word. */
export function eachSentence(text: string, see: (words: SentenceWords) => void): void {
	let count = 0;
	const close = () => {
		if (count > 0) see({ starts, ends, count });
		count = 0;
	};
	for (let at = 0; at < text.length; ) {
		const role = roleOf(text.charCodeAt(at));
		if (role === 0) {
			if (
				isStop(text.charCodeAt(at)) &&
				count > 0 &&
				endsSentence(text, at, ends[count - 1] as number, starts[count - 1] as number)
			)
				close();
			at++;
			continue;
		}
		const end = role === 2 ? at + 1 : wordEnd(text, at);
		if (count === longestSentence) close();
		starts[count] = at;
		ends[count++] = end;
		at = end;
	}
	close();
}

function isStop(code: number): boolean {
	return code === period || code === 33 || code === 63 || code === 0x3002;
}

/** A straight or typographic apostrophe between letters belongs to the word. */
function wordEnd(text: string, start: number): number {
	let at = start + 1;
	for (; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (roleOf(code) === 1) continue;
		const isApostrophe = code === 39 || code === 0x2019;
		if (!isApostrophe || roleOf(text.charCodeAt(at + 1) || 32) !== 1) break;
	}
	return at;
}

/** A stop ends a sentence where white space and a capital, a digit or a bracket follow, and neither an abbreviation nor a single letter stands before it. */
function endsSentence(text: string, stop: number, wordEnds: number, wordStarts: number): boolean {
	const code = text.charCodeAt(stop);
	if (code === 0x3002) return true;
	let at = stop + 1;
	while (at < text.length && at < stop + 8 && opening.test(text[at] as string)) at++;
	const isFollowed = at > stop + 1 && (roleOf(text.charCodeAt(at) || 32) === 0 || isCapital(text, at));
	if (!isFollowed || code !== period || stop !== wordEnds) return isFollowed;
	return wordEnds - wordStarts > 1 && !isCommonAbbreviation(text.slice(wordStarts, wordEnds));
}

function isCapital(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return (code >= 48 && code <= 57) || upper.test(text[at] as string) || roleOf(code) === 2;
}

/** Where each sentence begins, the first at 0; quotes and brackets before its first word are its own. */
export function sentenceStarts(text: string): number[] {
	const found: number[] = [];
	let ended = 0;
	eachSentence(text, ({ starts: words, ends: lasts, count }) => {
		found.push(found.length === 0 ? 0 : betweenSentences(text, ended, words[0] as number));
		ended = lasts[count - 1] as number;
	});
	return found.length === 0 ? [0] : found;
}

/** The gap holds the stop, perhaps a closing quote, white space, perhaps an opening quote. */
function betweenSentences(text: string, from: number, to: number): number {
	const gap = /^\S*\s+/.exec(text.slice(from, to));
	return gap === null ? to : from + gap[0].length;
}
