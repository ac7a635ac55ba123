/**
 * Fingerprints of texts by their letters and digits alone, blind to case, punctuation, white space and markup.
 * A fingerprint of a whole text is joined from those of its parts, so it does not depend on where clauses are cut.
 */

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

export const emptyPrint: Print = { a: 0, b: 0, powerA: 1, powerB: 1, length: 0 };

/** Code unit → its lower-case letter or digit, or 0 for what is neither. Filled once for the whole plane: a regexp per letter is 20 times slower. */
const folded = foldTable();
const asciiDigits = /\p{Nd}/u;

function foldTable(): Uint16Array {
	const table = new Uint16Array(0x10000);
	const word = /[\p{L}\p{N}\p{M}]/u;
	for (let code = 0; code < 0x10000; code++) {
		// Halves of a pair count as letters: CJK extensions and emoji must tell texts apart.
		if (code >= 0xd800 && code <= 0xdfff) table[code] = code;
		else if (word.test(String.fromCharCode(code))) {
			const lower = String.fromCharCode(code).toLowerCase();
			table[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
		}
	}
	return table;
}

const isDigit = digitTable();

function digitTable(): Uint8Array {
	const table = new Uint8Array(0x10000);
	for (let code = 0; code < 0x10000; code++) {
		if (folded[code] !== 0 && asciiDigits.test(String.fromCharCode(code))) table[code] = 1;
	}
	return table;
}

/** Fingerprint of the letters and digits of `text` from `start` on. */
export function printOf(text: string, start = 0): Print {
	return hash(text, start, false);
}

/** The same without digits: equal where at most numbers differ. */
export function lettersPrintOf(text: string, start = 0): Print {
	return hash(text, start, true);
}

function hash(text: string, start: number, skipDigits: boolean): Print {
	let a = 0;
	let b = 0;
	let powerA = 1;
	let powerB = 1;
	let length = 0;
	for (let at = start; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		const letter = folded[unit] as number;
		if (letter === 0 || (skipDigits && isDigit[unit] === 1)) continue;
		a = (Math.imul(a, baseA) + letter) | 0;
		b = (Math.imul(b, baseB) + letter) | 0;
		powerA = Math.imul(powerA, baseA);
		powerB = Math.imul(powerB, baseB);
		length++;
	}
	return { a, b, powerA, powerB, length };
}

/** Fingerprint of one text followed by another. */
export function joinPrints(first: Print, second: Print): Print {
	return {
		a: (Math.imul(first.a, second.powerA) + second.a) | 0,
		b: (Math.imul(first.b, second.powerB) + second.b) | 0,
		powerA: Math.imul(first.powerA, second.powerA),
		powerB: Math.imul(first.powerB, second.powerB),
		length: first.length + second.length,
	};
}

/** 53 bits of a fingerprint as a number: the same on every machine and every build. 0 only for a text without letters. */
export function keyOf(print: Print): number {
	if (print.length === 0) return 0;
	return (scramble(print.a ^ print.length) >>> 0) * 0x200000 + (scramble(print.b) >>> 11) + 1;
}

/** Spreads neighbouring values over all bits (finaliser of MurmurHash3). */
function scramble(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return mixed ^ (mixed >>> 16);
}
