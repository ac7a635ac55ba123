/** What stands around words that stand several times: which place a prefix and a suffix mean, and what to propose where they are missing. */
import type { State } from '../../model/ledger.ts';
import { normaliseQuote } from '../../text/normalise-quotes.ts';
import type { QuotableTexts, QuotePlace } from './find-places.ts';

/** What stands right before and after a quote, white space and the form of quotes aside. */
export interface Surroundings {
	readonly prefix: string;
	readonly suffix: string;
}

/** One place of words that stand several times. */
export interface NamedPlace extends Surroundings {
	/** Heading that it stands below, as the text has it; empty where it has none. */
	readonly section: string;
}

/** Signs that are read around a quote, at least; longer prefixes are looked at by their last ones. */
const reach = 400;

/** True where the words around the place are those; numbers of clauses may be among them or not. */
export function isAround(
	texts: QuotableTexts,
	state: State,
	place: QuotePlace,
	{ prefix, suffix }: Surroundings,
): boolean {
	if (prefix === '' && suffix === '') return true;
	const before = normaliseQuote(prefix).slice(-reach);
	const after = normaliseQuote(suffix).slice(0, reach);
	const reads = [true, false].map((numbered) => contextOf(texts, state, place, numbered));
	return (
		reads.some((read) => read.prefix.endsWith(before)) && reads.some((read) => read.suffix.startsWith(after))
	);
}

/** Normalised, without a blank at the quote. */
function contextOf(texts: QuotableTexts, state: State, place: QuotePlace, numbered: boolean): Surroundings {
	const wordsAt = (at: number): string => {
		const text = state.texts[at] as number;
		return (texts.words[text] as string).slice(numbered ? 0 : texts.afterNumber[text]);
	};
	const [first, last] = [place[0], place.at(-1)] as [QuotePlace[number], QuotePlace[number]];
	const number = numbered ? 0 : (texts.afterNumber[state.texts[first.place] as number] as number);
	const from = Math.max(number, first.start - reach);
	let prefix = (texts.words[state.texts[first.place] as number] as string).slice(from, first.start);
	for (let at = first.place - 1; at >= 0 && prefix.length < reach; at--) prefix = `${wordsAt(at)} ${prefix}`;
	let suffix = (texts.words[state.texts[last.place] as number] as string).slice(last.end, last.end + reach);
	for (let at = last.place + 1; at < state.texts.length && suffix.length < reach; at++)
		suffix = `${suffix} ${wordsAt(at)}`;
	return { prefix: prefix.trimEnd(), suffix: suffix.trimStart() };
}

/** Words on each side that are shown of a place. */
const shown = 8;

export function surroundings(texts: QuotableTexts, state: State, place: QuotePlace): Surroundings {
	return nearest(contextOf(texts, state, place, true), shown);
}

/** Words on one side that are tried, fewest first. */
const wordCounts = [2, 4, 8, 16, 32];

/**
 * The fewest words that tell each place from the others: before it, else after it, else both; both are empty where nothing that stands
 * near does.
 */
export function tellingSurroundings(
	texts: QuotableTexts,
	state: State,
	places: readonly QuotePlace[],
): Surroundings[] {
	const around = places.map((place) => contextOf(texts, state, place, false));
	return around.map((own) => {
		for (const count of wordCounts) {
			const both = nearest(own, count);
			const sides = [{ ...both, suffix: '' }, { ...both, prefix: '' }, both];
			const telling = sides.find((side) => around.filter((other) => holds(other, side)).length === 1);
			if (telling !== undefined) return telling;
		}
		return { prefix: '', suffix: '' };
	});
}

function holds(around: Surroundings, { prefix, suffix }: Surroundings): boolean {
	return around.prefix.endsWith(prefix) && around.suffix.startsWith(suffix);
}

function nearest({ prefix, suffix }: Surroundings, count: number): Surroundings {
	return {
		prefix: prefix.split(' ').slice(-count).join(' '),
		suffix: suffix.split(' ').slice(0, count).join(' '),
	};
}
