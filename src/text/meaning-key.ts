/**
 * What a sentence says, as a number: two sentences have the same key where at most case, quotation marks, white space, stops and the
 * dashes between words differ. Letters, digits, their order and every sign that carries a meaning count: the point and the comma inside a
 * number, a range and a minus, comparison, currency, per cent, the colon of times and ratios, ticks and crosses.
 */
import { keyOf } from './fingerprint.ts';

export interface MeaningKeys {
	/** 0 where there is nothing to read. */
	readonly key: number;
	/** Of the letters alone: equal where at most numbers and signs differ. */
	readonly letters: number;
}

/** Multipliers modulo 2³², as in `fingerprint.ts`. */
const baseA = 0x01000193;
const baseB = 0x5bd1e995;

const skip = 0;
const letter = 1;
const digit = 2;
/** Says something wherever it stands. */
const sign = 3;
/** Says something inside a number: 1.5, 1,000, 17:00, 70:30, 1/2. */
const inside = 4;
/** Says something beside a number: < 5, = 5, 18+. */
const beside = 5;
const dash = 6;
const blank = 7;
const unread = 0xff;

/** Code unit → one of the above, as far as it was met; and the code that it counts as. */
const role = new Uint8Array(0x10000).fill(unread);
const folded = new Uint16Array(0x10000);

const word = /[\p{L}\p{N}\p{M}]/u;
const oneDigit = /\p{Nd}/u;
const always = /[\p{Sc}%‰‱≤≥≠±×÷≈°]/u;
const insideNumbers = new Set('.,:/·٫٬');
const besideNumbers = new Set('<>=+');
const dashes = /[-‐-―−~〜]/;
/** Signs that mean the same. */
const alike: Readonly<Record<string, string>> = {
	'✔': '✓',
	'☑': '✓',
	'✅': '✓',
	'✘': '✗',
	'☒': '✗',
	'❌': '✗',
	'☐': '☐',
	'✓': '✓',
	'✗': '✗',
};
/** What a range and a minus count as: no letter is folded to them. */
const rangeCode = 1;
const minusCode = 2;
const gapCode = 3;

function readUnit(code: number): number {
	const character = String.fromCharCode(code);
	const known = roleOfCharacter(character, code);
	if (known === letter || known === digit) {
		const lower = character.toLowerCase();
		folded[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
	} else folded[code] = (alike[character] ?? character).charCodeAt(0);
	role[code] = known;
	return known;
}

function roleOfCharacter(character: string, code: number): number {
	// Halves of a pair count as letters: CJK extensions and emoji must tell texts apart.
	if (code >= 0xd800 && code <= 0xdfff) return letter;
	if (oneDigit.test(character)) return digit;
	if (word.test(character)) return letter;
	if (always.test(character) || character in alike) return sign;
	if (insideNumbers.has(character)) return inside;
	if (besideNumbers.has(character)) return beside;
	if (dashes.test(character)) return dash;
	return /\s/.test(character) ? blank : skip;
}

function roleAt(text: string, at: number): number {
	if (at < 0 || at >= text.length) return skip;
	const code = text.charCodeAt(at);
	const known = role[code] as number;
	return known === unread ? readUnit(code) : known;
}

/** Of the part of `text` from `start` to `end`. One pass. */
export function meaningKeys(text: string, start = 0, end = text.length): MeaningKeys {
	let [a, b, length] = [0, 0, 0];
	let [lettersA, lettersB, lettersLength] = [0, 0, 0];
	/** Role of the last sign that is no blank. */
	let last = skip;
	let gap = false;
	const feed = (code: number): void => {
		a = (Math.imul(a, baseA) + code) | 0;
		b = (Math.imul(b, baseB) + code) | 0;
		length++;
	};
	for (let at = start; at < end; at++) {
		const unit = text.charCodeAt(at);
		let kind = role[unit] as number;
		if (kind === unread) kind = readUnit(unit);
		if (kind === letter) {
			const code = folded[unit] as number;
			feed(code);
			lettersA = (Math.imul(lettersA, baseA) + code) | 0;
			lettersB = (Math.imul(lettersB, baseB) + code) | 0;
			lettersLength++;
		} else if (kind === digit) {
			// "5 10" is not "510".
			if (last === digit && gap) feed(gapCode);
			feed(folded[unit] as number);
		} else if (kind === blank) {
			gap = true;
			continue;
		} else if (kind !== skip) {
			const code = signCode(text, at, end, kind, last, gap || at === start);
			if (code !== skip) feed(code);
		}
		last = kind;
		gap = false;
	}
	return {
		key: keyOf({ a, b, length }),
		letters: keyOf({ a: lettersA, b: lettersB, length: lettersLength }),
	};
}

/** The code that a sign counts as where it stands, or 0 where it says nothing there. @param detached after a blank */
function signCode(
	text: string,
	at: number,
	end: number,
	kind: number,
	last: number,
	detached: boolean,
): number {
	const code = folded[text.charCodeAt(at)] as number;
	const next = at + 1 < end ? roleAt(text, at + 1) : skip;
	if (kind === sign) return code;
	if (kind === inside) return last === digit && !detached && next === digit ? code : skip;
	const ahead = next === blank && at + 2 < end ? roleAt(text, at + 2) : next;
	if (kind === beside) return last === digit || ahead === digit || ahead === sign ? code : skip;
	if (last === digit && (ahead === digit || ahead === sign)) return rangeCode;
	return detached && (next === digit || next === sign) ? minusCode : skip;
}
