/** Word by word, what differs between two wordings of a clause: as counts and as marked text. */
import type { ClauseText } from '../../model/ledger.ts';
import type { WordEdit } from '../../model/redline.ts';
import { type Match, matchSequences } from '../../text/sequence-diff.ts';
import { type Token, tokens, wordHashes } from '../../text/words.ts';
import { withoutNumber } from '../clauses/clause-number.ts';

/** Words that may differ before the rest of a clause counts as replaced: bounds a 60 KB paragraph to a few milliseconds. */
const maxWordEdits = 500;
/** Edits parted by fewer unchanged words than this are shown as one. */
const fewestWordsBetween = 3;
const wordCharacter = /[\p{L}\p{N}]/u;

/** How many words came in and went out. Case and punctuation do not count. */
export function countWordEdits(before: string, after: string): { wordsIn: number; wordsOut: number } {
	const [a, b] = [wordHashes(before), wordHashes(after)];
	const kept = matchSequences(a, b, maxWordEdits).length;
	return { wordsIn: b.length - kept, wordsOut: a.length - kept };
}

/**
 * Edits that, read without insertions, give `before` and, without deletions, `after` (white space apart). A deletion stands
 * before the insertion that replaces it. White space belongs to the word after it.
 */
export function wordEdits(before: string, after: string): WordEdit[] {
	const [a, b] = [tokens(before), tokens(after)];
	const number = numbering();
	const matches = matchSequences(a.map(number), b.map(number), maxWordEdits);
	return joinRuns(mergeNear(runsOf(a, b, matches)));
}

/** Word edits without the leading numbers: a number is never shown as a word that changed. */
export function clauseEdits(before: ClauseText, after: ClauseText): WordEdit[] {
	return wordEdits(withoutNumber(before), withoutNumber(after));
}

/** Same word, same number. Quotes and dashes are taken as equal: their look alone is no edit. */
function numbering(): (token: Token) => number {
	const numbers = new Map<string, number>();
	return ({ word }) => {
		const plain = typographic.test(word) ? plainOf(word) : word;
		let number = numbers.get(plain);
		if (number === undefined) {
			number = numbers.size;
			numbers.set(plain, number);
		}
		return number;
	};
}

/** Few words hold any: looking is cheaper than replacing. */
const typographic = /[‘’ʼ“”„«»‐-―]/;

function plainOf(word: string): string {
	return word
		.replace(/[‘’ʼ]/g, "'")
		.replace(/[“”„«»]/g, '"')
		.replace(/[‐-―]/g, '-');
}

/** Tokens at one place: the same on both sides (white space apart) where `kept`, else those that went out and came in. */
interface TokenRun {
	readonly kept: boolean;
	readonly old: readonly Token[];
	readonly fresh: readonly Token[];
}

function runsOf(a: readonly Token[], b: readonly Token[], matches: readonly Match[]): TokenRun[] {
	const runs: TokenRun[] = [];
	const push = (kept: boolean, old: readonly Token[], fresh: readonly Token[]): void => {
		if (old.length > 0 || fresh.length > 0) runs.push({ kept, old, fresh });
	};
	let [atA, atB] = [0, 0];
	let length = 0;
	for (const match of [...matches, { a: a.length, b: b.length }]) {
		if (match.a > atA + length || match.b > atB + length) {
			push(true, a.slice(atA, atA + length), b.slice(atB, atB + length));
			push(false, a.slice(atA + length, match.a), b.slice(atB + length, match.b));
			[atA, atB, length] = [match.a, match.b, 0];
		}
		length++;
	}
	// The last match is the end of both texts, which holds no token.
	push(true, a.slice(atA, atA + length - 1), b.slice(atB, atB + length - 1));
	return runs;
}

/** Single words that happened to survive between two edits make a redline unreadable: they are shown as replaced too. */
function mergeNear(runs: readonly TokenRun[]): TokenRun[] {
	const merged: TokenRun[] = [];
	for (const [index, run] of runs.entries()) {
		const last = merged.at(-1);
		const next = runs[index + 1];
		const glued =
			run.kept && countWordTokens(run.fresh) < fewestWordsBetween && areReplacements(last, run, next);
		if (last !== undefined && !last.kept && (glued || !run.kept)) {
			merged[merged.length - 1] = {
				kept: false,
				old: [...last.old, ...run.old],
				fresh: [...last.fresh, ...run.fresh],
			};
		} else merged.push(run);
	}
	return merged;
}

/** Only replacements are glued: lone insertions and deletions on either side of some words read well as they are. */
function areReplacements(last: TokenRun | undefined, kept: TokenRun, next: TokenRun | undefined): boolean {
	if (last === undefined || next === undefined || last.kept || next.kept) return false;
	const both = last.old.length + next.old.length > 0 && last.fresh.length + next.fresh.length > 0;
	return both && (countWordTokens(kept.fresh) === 0 || isReplacement(last) || isReplacement(next));
}

function isReplacement({ old, fresh }: TokenRun): boolean {
	return old.length > 0 && fresh.length > 0;
}

function countWordTokens(list: readonly Token[]): number {
	return list.filter(({ word }) => wordCharacter.test(word)).length;
}

function joinRuns(runs: readonly TokenRun[]): WordEdit[] {
	const edits: WordEdit[] = [];
	const push = (kind: WordEdit['kind'], list: readonly Token[]): void => {
		if (list.length > 0) edits.push({ kind, text: list.map(({ space, word }) => space + word).join('') });
	};
	for (const [index, { kept, old, fresh }] of runs.entries()) {
		if (!kept && old.length > 0) push('del', [...old, spaceLost(runs[index + 1])]);
		push(kept ? 'same' : 'ins', fresh);
	}
	return edits;
}

/** White space belongs to the word after it: where that word stays and lost it, it went out with the words before. */
function spaceLost(next: TokenRun | undefined): Token {
	const [old, fresh] = [next?.old[0], next?.fresh[0]];
	return { space: next?.kept && fresh?.space === '' ? (old?.space ?? '') : '', word: '' };
}
