/**
 * Fingerprints of texts by their letters and digits alone, blind to case, punctuation, white space and markup.
 * A fingerprint of a whole text is joined from those of its parts, so it does not depend on where clauses are cut.
 */
import { fnv } from './fnv.ts';

/** Polynomial hashes over two multipliers, modulo 2³²; the powers make joining possible. */
export interface Print {
	readonly a: number;
	readonly b: number;
	readonly powerA: number;
	readonly powerB: number;
	/** Letters and digits counted. */
	readonly length: number;
}

const baseA = 0x01000193;
const baseB = 0x5bd1e995;

/**
 * Code unit → its lower-case letter or digit, or 0 for what is neither; {@link unread} until a text holds it. A regular expression for
 * each letter is 20 times slower, and reading all 65,536 units delays every page that opens a ledger.
 */
const folded = new Uint16Array(0x10000).fill(0xffff);
/** No letter is folded to this one: it is no character. */
const unread = 0xffff;
/** 1 for digits; filled together with the table above. */
const isDigit = new Uint8Array(0x10000);
const word = /[\p{L}\p{N}\p{M}]/u;
const digit = /\p{Nd}/u;

function readUnit(code: number): number {
	const character = String.fromCharCode(code);
	let letter = 0;
	// Halves of a pair count as letters: CJK extensions and emoji must tell texts apart.
	if (code >= 0xd800 && code <= 0xdfff) letter = code;
	else if (word.test(character)) {
		const lower = character.toLowerCase();
		letter = lower.length === 1 ? lower.charCodeAt(0) : code;
		if (digit.test(character)) isDigit[code] = 1;
	}
	folded[code] = letter;
	return letter;
}

/** Fingerprints of one text. */
export interface Prints {
	/** Letters and digits. */
	readonly whole: Print;
	/** Letters alone: equal where at most numbers differ. */
	readonly letters: Print;
}

/** Both fingerprints of `text` from `start` on, in one pass. */
export function printsOf(text: string, start = 0): Prints {
	let [a, b, powerA, powerB, length] = [0, 0, 1, 1, 0];
	let [lettersA, lettersB, lettersPowerA, lettersPowerB, lettersLength] = [0, 0, 1, 1, 0];
	for (let at = start; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		let letter = folded[unit] as number;
		if (letter === unread) letter = readUnit(unit);
		if (letter === 0) continue;
		a = (Math.imul(a, baseA) + letter) | 0;
		b = (Math.imul(b, baseB) + letter) | 0;
		powerA = Math.imul(powerA, baseA);
		powerB = Math.imul(powerB, baseB);
		length++;
		if (isDigit[unit] === 1) continue;
		lettersA = (Math.imul(lettersA, baseA) + letter) | 0;
		lettersB = (Math.imul(lettersB, baseB) + letter) | 0;
		lettersPowerA = Math.imul(lettersPowerA, baseA);
		lettersPowerB = Math.imul(lettersPowerB, baseB);
		lettersLength++;
	}
	return {
		whole: { a, b, powerA, powerB, length },
		letters: {
			a: lettersA,
			b: lettersB,
			powerA: lettersPowerA,
			powerB: lettersPowerB,
			length: lettersLength,
		},
	};
}

/** The key of `text` from `start` on, where nobody will join it to others: a quarter of the cost of {@link printsOf}. */
export function wholeKey(text: string, start = 0): number {
	return soleKey(text, start, false);
}

/** The same of its letters alone. */
export function lettersKey(text: string, start = 0): number {
	return soleKey(text, start, true);
}

function soleKey(text: string, start: number, withoutDigits: boolean): number {
	let [a, b, length] = [0, 0, 0];
	for (let at = start; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		let letter = folded[unit] as number;
		if (letter === unread) letter = readUnit(unit);
		if (letter === 0 || (withoutDigits && isDigit[unit] === 1)) continue;
		a = (Math.imul(a, baseA) + letter) | 0;
		b = (Math.imul(b, baseB) + letter) | 0;
		length++;
	}
	return keyOf({ a, b, length });
}

/** 32 bits of a text, every character counted; 0 for an empty one (FNV-1a). */
export function hashText(text: string): number {
	return text === '' ? 0 : fnv(text) | 1;
}

/** Fingerprint of texts one after the other, whatever pieces they come in. No object per piece: a large archive has millions. */
export function printJoiner() {
	let a = 0;
	let b = 0;
	let length = 0;
	return {
		add(print: Print): void {
			a = (Math.imul(a, print.powerA) + print.a) | 0;
			b = (Math.imul(b, print.powerB) + print.b) | 0;
			length += print.length;
		},
		key: (): number => keyOf({ a, b, length }),
		length: (): number => length,
	};
}

/** 53 bits of a fingerprint as a number: the same on every machine and every build. 0 only for a text without letters. */
export function keyOf(print: Pick<Print, 'a' | 'b' | 'length'>): number {
	if (print.length === 0) return 0;
	return (scramble(print.a ^ print.length) >>> 0) * 0x200000 + (scramble(print.b) >>> 11) + 1;
}

/** Spreads neighbouring values over all bits (finaliser of MurmurHash3). */
function scramble(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return mixed ^ (mixed >>> 16);
}
