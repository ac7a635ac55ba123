/** The one time, sum or age that a quoted sentence states beside its decisive words; of two nobody can tell which is meant. */
import type { ClauseQuote } from './telling-quote.ts';

export interface StatedValues {
	/** "30 days" */
	readonly period: string | null;
	/** "$100" */
	readonly amount: string | null;
	/** "13" */
	readonly age: string | null;
}

/** Characters between a value and the nearest decisive word. */
const farthest = 60;

const digits = String.raw`(?<![\d.,])\d{1,9}(?:[.,]\d{1,9}){0,3}`;
const spelled =
	'one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|twenty-one|twenty-four|thirty|forty-five|forty-eight|sixty|ninety';
const units = 'seconds?|minutes?|hours?|days?|weeks?|months?|years?';
/** "30 days", "thirty (30) calendar days", "90-day" */
const periods = new RegExp(
	String.raw`(?:\b(?<word>${spelled})(?:\s{0,2}\(\s?(?<bracket>${digits})\s?\))?|(?<count>${digits}))[\s-]{1,2}(?:(?<sort>business|working|calendar|consecutive)\s)?(?<unit>${units})\b(?!\s(?:of age|old))`,
	'giu',
);
const amounts = new RegExp(
	String.raw`(?:(?:US|CA|AU|A|C)?\s?[$€£¥]\s?${digits}|\b(?:USD|EUR|GBP)\s?${digits}|${digits}\s?(?:USD|EUR|GBP|euros?|dollars|pounds)\b)`,
	'giu',
);
const ages =
	/(?:\b(?:age of|aged?|under|over|below|at least|than)\s(?:the age of\s)?(?<after>\d{2})\b(?!\s?(?:%|percent|days?|hours?|weeks?|months?|minutes?|[.,]\d))|\b(?<old>\d{2})[\s-]years?[\s-](?:of age|old)\b)/giu;

interface Stated {
	readonly value: string;
	readonly start: number;
	readonly end: number;
}

export function statedValues(said: ClauseQuote): StatedValues {
	return {
		period: only(said, periods, periodOf),
		amount: only(said, amounts, ([words]) => words.replace(/\s+/g, ' ').trim()),
		age: only(said, ages, ({ groups }) => groups?.after ?? groups?.old ?? ''),
	};
}

const counts: Readonly<Record<string, number>> = {
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	twelve: 12,
	fourteen: 14,
	fifteen: 15,
	twenty: 20,
	'twenty-one': 21,
	'twenty-four': 24,
	thirty: 30,
	'forty-five': 45,
	'forty-eight': 48,
	sixty: 60,
	ninety: 90,
};

/** Empty where a number is missing: "a few days". */
function periodOf({ groups = {} }: RegExpExecArray): string {
	const { word = '', bracket, count, sort, unit = '' } = groups;
	const number = count ?? bracket ?? counts[word.toLowerCase()]?.toString();
	if (number === undefined) return '';
	const plural = unit.toLowerCase().replace(/s$/, '') + (number === '1' ? '' : 's');
	return [number, sort?.toLowerCase(), plural].filter(Boolean).join(' ');
}

/** The value that stands in the quote alone, however often, and near a decisive word in the same sentence. */
function only(
	{ quote, marks }: ClauseQuote,
	pattern: RegExp,
	read: (found: RegExpExecArray) => string,
): string | null {
	const all = [...quote.matchAll(pattern)]
		.map((found): Stated => ({ value: read(found), start: found.index, end: found.index + found[0].length }))
		.filter(({ value }) => value !== '');
	const [first] = all;
	if (first === undefined || all.some(({ value }) => value !== first.value)) return null;
	const near = all.some((stated) => marks.some((mark) => isBeside(quote, stated, mark)));
	return near ? first.value : null;
}

function isBeside(quote: string, { start, end }: Stated, [from, to]: readonly [number, number]): boolean {
	const between = end <= from ? quote.slice(end, from) : start >= to ? quote.slice(to, start) : '';
	return between.length <= farthest && !/[.;:!?](?:\s|$)/.test(between);
}
