/** Cuts out of a clause what decides that it is on a topic: whole sentences where they are short enough, with the decisive words. */
import { sentenceStarts } from '../../text/sentence-words.ts';

export type Marks = readonly (readonly [start: number, end: number])[];

export interface ClauseQuote {
	readonly quote: string;
	/** Where in `quote` the decisive words stand. */
	readonly marks: Marks;
}

/** Characters of a quote: seven lines of the column. */
const usual = 420;
/** A shorter sentence ("We may do so at any time.") is not understood without its neighbour. */
const shortest = 60;
/** Characters between marks that are joined. */
const nearMarks = 14;
/** Characters kept before the decisive words where their sentence begins too far away. */
const leadIn = 140;

/**
 * @param marks of the decisive words in `text`, in order, at least one
 * @param longest characters that it may have, two ellipses apart
 */
export function clauseQuote(text: string, marks: Marks, longest = usual): ClauseQuote {
	const [start, end] = sentencesAround(text, marks, longest);
	if (end - start <= longest) return cutOut(text, marks, start, end);
	const mark = marks[0] as readonly [number, number];
	const from =
		mark[1] - start <= longest * 0.8
			? start
			: wordStart(text, Math.max(start, mark[0] - Math.min(leadIn, longest / 3)));
	const to = end - from <= longest ? end : wordEnd(text, from, from + longest);
	return cutOut(text, marks, from, to);
}

/** With an ellipsis where it begins or ends within a sentence. */
function cutOut(text: string, marks: Marks, from: number, to: number): ClauseQuote {
	const before = from === 0 || stopAtEnd.test(text.slice(Math.max(0, from - 6), from)) ? '' : '… ';
	const after = to === text.length || stopAtEnd.test(text.slice(Math.max(0, to - 6), to)) ? '' : ' …';
	const shift = before.length - from;
	const inside = marks.filter(([start, end]) => start < to && end > from);
	return {
		quote: before + text.slice(from, to) + after,
		marks: joined(text, inside).map(
			([start, end]) => [Math.max(start, from) + shift, Math.min(end, to) + shift] as const,
		),
	};
}

/** "resolve all disputes through" is one mark, not three: a word or two between decisive ones belongs to them. */
function joined(text: string, marks: Marks): Marks {
	const runs: [start: number, end: number][] = [];
	for (const [start, end] of marks) {
		const last = runs.at(-1);
		if (last !== undefined && start - last[1] <= nearMarks && !/[.!?。;]/.test(text.slice(last[1], start)))
			last[1] = Math.max(last[1], end);
		else runs.push([start, end]);
	}
	return runs;
}

const stopAtEnd = /[.!?。:;]\P{L}*$/u;

/** From the first sentence with a mark to the last that still fits; a short one takes a neighbour along. */
function sentencesAround(text: string, marks: Marks, longest: number): [start: number, end: number] {
	const starts = sentenceStarts(text);
	const endOf = (at: number): number => starts[at + 1] ?? text.length;
	const sentenceOf = (place: number): number => starts.findLastIndex((start) => start <= place);
	const deciding = [...new Set(marks.map(([start]) => sentenceOf(start)))];
	let first = deciding[0] as number;
	const fits = (from: number, to: number): boolean => endOf(to) - (starts[from] as number) <= longest;
	let last = deciding.findLast((at) => fits(first, at)) ?? first;
	if (endOf(last) - (starts[first] as number) < shortest) {
		if (first > 0 && fits(first - 1, last)) first--;
		else if (last + 1 < starts.length && fits(first, last + 1)) last++;
	}
	const start = starts[first] as number;
	return [start, start + text.slice(start, endOf(last)).trimEnd().length];
}

/** The next beginning of a word; the place itself, off the middle of a character, where the language writes no blanks. */
function wordStart(text: string, place: number): number {
	if (place === 0 || /\s/.test(text.charAt(place - 1))) return place;
	const blank = text.slice(place, place + 40).search(/\s/);
	if (blank !== -1) return place + blank + 1;
	return /[\udc00-\udfff]/.test(text.charAt(place)) ? place + 1 : place;
}

function wordEnd(text: string, from: number, place: number): number {
	const blank = text.lastIndexOf(' ', place);
	if (blank > from + (place - from) / 2) return blank;
	return /[\udc00-\udfff]/.test(text.charAt(place)) ? place - 1 : place;
}
