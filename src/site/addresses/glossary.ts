/**
 * The words of the site, each once: what a recorded version is to a reader, how many of each there are, and who says so. A word is here
 * if somebody who is no lawyer understands it at first sight; data formats keep the names of `model/change.ts`.
 */
import { type CountedKind, type Counts, countedKinds } from '../../model/change-kinds.ts';
import { flapDays } from '../../model/thresholds.ts';
import { counted, grouped } from '../../text/counts-in-words.ts';

interface Word {
	/** Stands behind a number. */
	readonly one: string;
	readonly many: string;
	/** Head of a column, beside the others. */
	readonly head: string;
	readonly meaning: string;
	/** What data calls it. */
	readonly inData: string;
	readonly where: string;
}

export const words: Readonly<Record<CountedKind, Word>> = {
	terms: {
		one: 'change in the terms',
		many: 'changes in the terms',
		head: 'changes in the terms',
		meaning: 'The agreement says something else than before.',
		inData: 'rank prominent',
		where: 'Home, platform pages, weeks, feeds and search; each has a page of its own.',
	},
	alike: {
		one: 'in the same words at another agreement',
		many: 'in the same words at other agreements',
		head: 'the same at others',
		meaning:
			'The terms changed, in the same sentences and within two days, at several agreements: that is counted as one change in the terms, and these are the others.',
		inData: 'rank prominent',
		where: 'Named beside the change that tells it; each has a page of its own.',
	},
	lesser: {
		one: 'lesser change',
		many: 'lesser changes',
		head: 'lesser changes',
		meaning: `Something is different, but hardly what you agree to: clauses in another order, labels, menus and banners of the page, a slip put right, a text that went back within ${flapDays} days, a page of which a part is missing.`,
		inData: 'rank low',
		where: 'Below the changes in the terms; each has a page of its own.',
	},
	unchanged: {
		one: 'with no change in the terms',
		many: 'with no change in the terms',
		head: 'no change in the terms',
		meaning:
			'The text went back to what it was, only dates, links or layout differ, the page came in another language, or the archive read it in another way.',
		inData: 'rank folded',
		where: 'The history of its agreement, each with its reason.',
	},
	unread: {
		one: 'too long to compare',
		many: 'too long to compare',
		head: 'too long to compare',
		meaning: 'The text is longer than any agreement is. What changed in it nobody looked for.',
		inData: 'class unfollowed',
		where: 'The history of its agreement.',
	},
	first: {
		one: 'first record',
		many: 'first records',
		head: 'first records',
		meaning: 'The text with which an agreement came into the archive. There was nothing to compare it with.',
		inData: 'class first',
		where: 'The history of its agreement; each has a page of its own.',
	},
};

/** `12 changes in the terms` */
export function kindInWords(kind: CountedKind, count: number): string {
	const { one, many } = words[kind];
	return counted(count, one, many);
}

/** The same where none is worth a word: `no change in the terms` */
export function termsInWords(count: number): string {
	return count === 0 ? `no ${words.terms.one}` : kindInWords('terms', count);
}

export function recordedInWords(count: number): string {
	return counted(count, 'recorded version');
}

/** Those of which there are any. */
export function kindsCounted(counts: Counts): readonly CountedKind[] {
	return countedKinds.filter((kind) => counts[kind] > 0);
}

/** `214 recorded versions: 12 changes in the terms, 30 lesser changes, 172 with no change in the terms` */
export function countsInWords(counts: Counts): string {
	const parts = kindsCounted(counts).map((kind) => kindInWords(kind, counts[kind]));
	const recorded = recordedInWords(counts.recorded);
	return parts.length === 0 ? recorded : `${recorded}: ${parts.join(', ')}`;
}

/** `214 recorded versions, 12 changes in the terms` */
export function countsBriefly({ recorded, terms }: Counts): string {
	return `${recordedInWords(recorded)}, ${termsInWords(terms)}`;
}

/** `+3 more`, behind a list that is cut. */
export function moreInWords(kind: CountedKind, count: number): string {
	return `${grouped(count)} more ${count === 1 ? words[kind].one : words[kind].many}`;
}

/** Beside what no person has looked at. */
export const byProgram = 'found by a program, unchecked';
