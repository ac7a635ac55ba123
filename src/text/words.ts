/** Words of a text: as hashes for comparing many texts, as tokens for showing what differs. */
import { fnvPrime, fnvStart } from './fnv.ts';

/**
 * Code unit → what it does to a word: 0 ends it, 1 belongs to it, 2 is a word by itself (scripts without spaces); {@link unread} until a
 * text holds it.
 */
const role = new Uint8Array(0x10000).fill(0xff);
const unread = 0xff;
const letter = /[\p{L}\p{N}\p{M}]/u;
const spaceless =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** 0 where the code unit ends a word, 1 where it belongs to one, 2 where it is a word by itself. */
export function roleOf(code: number): number {
	const known = role[code] as number;
	return known === unread ? readUnit(code) : known;
}

function readUnit(code: number): number {
	const character = String.fromCharCode(code);
	const isHalf = code >= 0xd800 && code <= 0xdfff;
	role[code] = spaceless.test(character) ? 2 : letter.test(character) || isHalf ? 1 : 0;
	return role[code];
}

/** Written over at each call: the words of a text are counted only once they are found. */
let scratch = new Int32Array(4096);

/**
 * Hash of each word of `text` from `start` on, in order, blind to ASCII case. 32 bits: compared within one pair of texts only. By FNV-1,
 * the two steps of `fnvStep` the other way round: of clauses equally alike those are paired whose words sort first, so that another
 * hash gives some clauses other identities, and with them other anchors than the published ones.
 */
export function wordHashes(text: string, start = 0): Int32Array {
	if (scratch.length <= text.length) scratch = new Int32Array(2 * text.length);
	let count = 0;
	let hash = 0;
	let inside = false;
	for (let at = start; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const kind = roleOf(code);
		if (inside && kind !== 1) scratch[count++] = hash;
		if (kind === 2) scratch[count++] = code;
		if (kind === 1) {
			const lower = code >= 65 && code <= 90 ? code + 32 : code;
			hash = Math.imul(inside ? hash : fnvStart, fnvPrime) ^ lower;
		}
		inside = kind === 1;
	}
	if (inside) scratch[count++] = hash;
	return scratch.slice(0, count);
}

/** Where each word begins and ends, of the words that {@link wordHashes} counts. */
export function wordSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
	const spans: { start: number; end: number }[] = [];
	let inside = false;
	for (let at = 0; at < text.length; at++) {
		const kind = roleOf(text.charCodeAt(at));
		const last = spans.at(-1);
		if (kind === 1 && inside && last !== undefined) last.end = at + 1;
		else if (kind !== 0) spans.push({ start: at, end: at + 1 });
		inside = kind === 1;
	}
	return spans;
}

/** Number of words from `start` on; in scripts without spaces each character counts as one. */
export function countWords(text: string, start = 0): number {
	let count = 0;
	let inside = false;
	for (let at = start; at < text.length; at++) {
		const kind = roleOf(text.charCodeAt(at));
		if (kind === 2 || (kind === 1 && !inside)) count++;
		inside = kind === 1;
	}
	return count;
}

/** A word or a mark, with the white space that stands before it. Joined, tokens give the text back. */
export interface Token {
	readonly space: string;
	readonly word: string;
}

// A number keeps its sign, currency and percent: "$5.00" → "$6.00" must read as one change.
const number = String.raw`[$€£¥]?\d+(?:[.,:/-]\d+)*[%€£¥]?`;
const word = String.raw`[\p{L}\p{N}\p{M}]+(?:['’.@&-][\p{L}\p{N}\p{M}]+)*`;
const token = new RegExp(`(\\s*)(${number}(?![\\p{L}\\p{N}])|${word}|\\S)`, 'guy');
/** Made for the first text that needs it: that takes longer than most comparisons. */
let segmenter: Intl.Segmenter | undefined;

/** Cuts a text without white space at its end into tokens. */
export function tokens(text: string): Token[] {
	const result: Token[] = [];
	const push = (space: string, word: string): void => {
		result.push({ space, word });
	};
	for (const [, space = '', found = ''] of text.matchAll(token)) {
		if (!isSpaceless(found)) push(space, found);
		else {
			segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
			const parts = [...segmenter.segment(found)];
			for (const [index, part] of parts.entries()) push(index === 0 ? space : '', part.segment);
		}
	}
	return result;
}

/** True for words of scripts that are written without spaces. */
export function isSpaceless(word: string): boolean {
	return spaceless.test(word);
}

/** Where each word between two places begins, as {@link wordHashes} counts them. */
export function wordPlaces(text: string, start: number, end: number): number[] {
	const starts: number[] = [];
	let inside = false;
	for (let at = start; at < end; at++) {
		const kind = roleOf(text.charCodeAt(at));
		if (kind === 2 || (kind === 1 && !inside)) starts.push(at);
		inside = kind === 1;
	}
	return starts;
}
