/** Word by word, what differs between two wordings of a clause: as counts and as marked text. */
import type { WordEdit } from '../model/redline.ts';
import { type Match, matchSequences } from './sequence-diff.ts';
import { type Token, tokens, wordHashes } from './words.ts';

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
 * before the insertion that replaces it.
 */
export function wordEdits(before: string, after: string): WordEdit[] {
	const [a, b] = [tokens(before), tokens(after)];
	const number = numbering();
	const matches = matchSequences(a.map(number), b.map(number), maxWordEdits);
	return joinRuns(mergeNear(runsOf(a, b, matches)));
}

/** Same word, same number. Quotes and dashes are taken as equal: their look alone is no edit. */
function numbering(): (token: Token) => number {
	const numbers = new Map<string, number>();
	return ({ word }) => {
		const plain = word
			.replace(/[‘’ʼ]/g, "'")
			.replace(/[“”„«»]/g, '"')
			.replace(/[‐-―]/g, '-');
		let number = numbers.get(plain);
		if (number === undefined) {
			number = numbers.size;
			numbers.set(plain, number);
		}
		return number;
	};
}

/** Unchanged tokens, or the tokens that went out and came in at one place. */
interface Run {
	readonly same: readonly Token[];
	readonly del: readonly Token[];
	readonly ins: readonly Token[];
}

function runsOf(a: readonly Token[], b: readonly Token[], matches: readonly Match[]): Run[] {
	const runs: Run[] = [];
	let [atA, atB] = [0, 0];
	let same: Token[] = [];
	for (const match of [...matches, { a: a.length, b: b.length }]) {
		if (match.a > atA || match.b > atB) {
			if (same.length > 0) runs.push({ same, del: [], ins: [] });
			same = [];
			runs.push({ same: [], del: a.slice(atA, match.a), ins: b.slice(atB, match.b) });
		}
		if (match.b < b.length) same.push(b[match.b] as Token);
		[atA, atB] = [match.a + 1, match.b + 1];
	}
	if (same.length > 0) runs.push({ same, del: [], ins: [] });
	return runs;
}

/** Single words that happened to survive between two edits make a redline unreadable: they are shown as replaced too. */
function mergeNear(runs: readonly Run[]): Run[] {
	const merged: Run[] = [];
	for (const [index, run] of runs.entries()) {
		const last = merged.at(-1);
		const between = index > 0 && index < runs.length - 1 && run.same.length > 0;
		const glue = between && countWordTokens(run.same) < fewestWordsBetween && canMerge(last, runs[index + 1]);
		if (glue && last !== undefined) {
			merged[merged.length - 1] = {
				same: [],
				del: [...last.del, ...run.same],
				ins: [...last.ins, ...run.same],
			};
		} else if (last !== undefined && last.same.length === 0 && run.same.length === 0) {
			merged[merged.length - 1] = {
				same: [],
				del: [...last.del, ...run.del],
				ins: [...last.ins, ...run.ins],
			};
		} else merged.push(run);
	}
	return merged;
}

/** Only replacements are glued: a lone insertion beside a lone insertion reads well as it is. */
function canMerge(last: Run | undefined, next: Run | undefined): boolean {
	if (last === undefined || next === undefined || last.same.length > 0) return false;
	return last.del.length + next.del.length > 0 && last.ins.length + next.ins.length > 0;
}

function countWordTokens(list: readonly Token[]): number {
	return list.filter(({ word }) => wordCharacter.test(word)).length;
}

function joinRuns(runs: readonly Run[]): WordEdit[] {
	const edits: WordEdit[] = [];
	const push = (kind: WordEdit['kind'], list: readonly Token[]): void => {
		if (list.length > 0) edits.push({ kind, text: list.map(({ space, word }) => space + word).join('') });
	};
	for (const { same, del, ins } of runs) {
		push('same', same);
		push('del', del);
		push('ins', ins);
	}
	return edits;
}
