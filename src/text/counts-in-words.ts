/** Counts and lists in words. The browser uses them too, so nothing of the analysis stands here. */
import type { Change } from '../model/change.ts';

/** `1, 'clause'` → `1 clause`; `2341, 'clause'` → `2,341 clauses`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `41902` → `41,902`. Formatting by locale takes longer than all else that a sentence on a change needs. */
export function grouped(number: number): string {
	return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `0.3` → `30 per cent` */
export function percent(share: number): string {
	return `${Math.round(share * 100)} per cent`;
}

/** A count and its word on one line, and what became of a number: `1 moved`, `£45 → £30` in large type are not to break inside. */
export function unbroken(words: string): string {
	return words
		.replace(/(\d) (?=\p{L})/gu, '$1\u00a0')
		.replace(/(\d) → (?=[^\p{L}\s]{0,2}\d)/gu, '$1\u00a0→\u00a0');
}

/** `['links']` → `links`; `['a', 'b', 'c']` → `a, b and c` */
export function listed(words: readonly string[]): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `+127 −85 words`; empty where none came or went, as where a name was replaced. */
export function wordBalance({ wordsIn, wordsOut }: Pick<Change, 'wordsIn' | 'wordsOut'>): string {
	if (wordsIn + wordsOut === 0) return '';
	return `+${grouped(wordsIn)} −${grouped(wordsOut)} words`;
}
