/**
 * Finds a quote in every version of its agreement: word for word, else as the same clause of the ledger in other words, else nearly
 * (Robert Sanderson et al. 2017, Web Annotation Data Model, TextQuoteSelector: https://www.w3.org/TR/annotation-model/#text-quote-selector).
 * The result is a history, not a yes or no; only a quote that did not stand there on the day of its review is refused.
 */
import type { ClauseText, Ledger, Span, State } from '../model/ledger.ts';
import type { QuoteFit, QuoteHistory, QuoteState } from '../model/quote-history.ts';
import { isShortGap } from './gaps.ts';
import { likenessTo, type NearestPassage, nearestPassage } from './nearest-passage.ts';
import { foldQuote } from './quote-fold.ts';

export interface Quote {
	readonly exact: string;
	readonly prefix?: string | undefined;
	readonly suffix?: string | undefined;
}

interface AgreementInTime {
	readonly ledger: Ledger;
	/** One a state. */
	readonly versions: readonly { readonly fetched: string }[];
}

/** What stands right before and after a quote, white space and the form of quotes aside. */
export interface Surroundings {
	readonly prefix: string;
	readonly suffix: string;
}

/** Why a quote cannot be taken. Indexes are those of versions. */
export type QuoteRefusal =
	/** There was no version yet on that day. */
	| { readonly why: 'too early'; readonly first: number }
	/** It stands there several times, and nothing says which one is meant: what stands around each. */
	| { readonly why: 'several'; readonly places: readonly Surroundings[] }
	/** Its words stand there, but nowhere beside the given prefix and suffix: what stands around each. */
	| { readonly why: 'beside others'; readonly places: readonly Surroundings[] }
	/** It does not stand there. `stoodUntil` last held it word for word; else `nearest` comes nearest, last held by `heldBy`. */
	| {
			readonly why: 'not there';
			readonly stoodUntil: number | null;
			readonly nearest: NearestPassage | null;
			readonly heldBy: number | null;
	  };

export type Anchored =
	| { readonly kind: 'found'; readonly history: QuoteHistory }
	| { readonly kind: 'refused'; readonly refusal: QuoteRefusal };

/** Less than half of the words in common is another clause; the ledger asks the same of a reworded one. */
const leastAlike = 0.5;
/** Signs around a quote that tell places apart. */
const around = 32;

/** @param day `YYYY-MM-DD`: the version in force at its end (UTC) must hold the quote */
export function anchorQuote(agreement: AgreementInTime, quote: Quote, day: string): Anchored {
	const { ledger, versions } = agreement;
	const verified = versions.findLastIndex(({ fetched }) => fetched.slice(0, 10) <= day);
	if (verified < 0) return refused({ why: 'too early', first: 0 });
	const folded = ledger.texts.map(({ visible }) => foldQuote(visible));
	const wanted = { ...quote, exact: foldQuote(quote.exact) };
	const state = ledger.states[verified] as State;
	const places = placesOf(state, folded, wanted);
	const [place, ...others] = places.filter((each) => isMeant(each, wanted));
	if (place === undefined && places.length > 0)
		return refused({ why: 'beside others', places: places.map(surroundingsOf) });
	if (place === undefined) return refused(notThere(ledger, folded, wanted));
	if (others.length > 0) return refused({ why: 'several', places: [place, ...others].map(surroundingsOf) });
	const clauses = place.clauses.map((at) => state.clauses[at] as number);
	const fits = bridged(fitsOf(ledger, folded, wanted, clauses), versions);
	return { kind: 'found', history: historyOf(agreement, fits, { clauses, verified, times: places.length }) };
}

function refused(refusal: QuoteRefusal): Anchored {
	return { kind: 'refused', refusal };
}

/** One place at which the words of a quote stand in a version. */
interface Place extends Surroundings {
	/** Places in the state of the clauses that it runs through. */
	readonly clauses: readonly number[];
}

function surroundingsOf({ prefix, suffix }: Place): Surroundings {
	return { prefix, suffix };
}

function placesOf(state: State, folded: readonly string[], { exact }: Quote): Place[] {
	const parts = Array.from(state.texts, (text) => folded[text] as string);
	const starts: number[] = [];
	let length = 0;
	for (const part of parts) {
		starts.push(length);
		length += part.length + 1;
	}
	const text = parts.join(' ');
	const found: Place[] = [];
	for (let at = text.indexOf(exact); at >= 0 && exact !== ''; at = text.indexOf(exact, at + 1)) {
		const end = at + exact.length;
		if (!isWhole(text, at, end)) continue;
		const first = starts.findLastIndex((start) => start <= at);
		const last = starts.findLastIndex((start) => start < end);
		const clauses = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
		const prefix = text.slice(0, at).trimEnd().slice(-around);
		found.push({ clauses, prefix, suffix: text.slice(end).trimStart().slice(0, around) });
	}
	return found;
}

const letter = /[\p{L}\p{N}]/u;

/** Not inside a word: "use" is no quote of "because". */
function isWhole(text: string, start: number, end: number): boolean {
	const cut = (at: number): boolean => letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');
	return !cut(start) && !cut(end);
}

function isMeant({ prefix, suffix }: Place, quote: Quote): boolean {
	const before = foldQuote(quote.prefix ?? '').slice(-around);
	const after = foldQuote(quote.suffix ?? '').slice(0, around);
	return prefix.endsWith(before) && suffix.startsWith(after);
}

/** One fit a version. Versions of one text share a state, and are looked at once. */
function fitsOf(
	ledger: Ledger,
	folded: readonly string[],
	quote: Quote,
	clauses: readonly number[],
): readonly QuoteFit[] {
	const holding = new Set(folded.flatMap((text, index) => (text.includes(quote.exact) ? [index] : [])));
	const alike = alikeTexts(ledger, quote.exact);
	const ids = new Set(clauses);
	const known = new Map<State, QuoteFit>();
	return ledger.states.map((state) => {
		const before = known.get(state);
		if (before !== undefined) return before;
		const fit = fitOf(state);
		known.set(state, fit);
		return fit;
	});

	function fitOf(state: State): QuoteFit {
		const holds = clauses.length === 1 && state.texts.some((text) => holding.has(text));
		// What runs through several clauses, or was cut in two since, stands in no single text.
		if (holds || (couldHold(state) && placesOf(state, folded, quote).length > 0)) return 'exact';
		if (state.clauses.some((clause) => ids.has(clause))) return 'clause';
		return state.texts.some((text) => alike.has(text)) ? 'alike' : 'none';
	}

	function couldHold(state: State): boolean {
		return clauses.length > 1 || state.clauses.some((clause) => ids.has(clause));
	}
}

function alikeTexts({ texts }: Ledger, quote: string): ReadonlySet<number> {
	const likeness = likenessTo(quote);
	const isAlike = ({ visible }: ClauseText): boolean => likeness(visible) > leastAlike;
	return new Set(texts.flatMap((text, index) => (isAlike(text) ? [index] : [])));
}

/** A failed capture or an excursion of some days is no end of the words, and no beginning of other ones. */
function bridged(fits: readonly QuoteFit[], versions: AgreementInTime['versions']): Run[] {
	const runs: Run[] = [];
	for (const run of runsOf(fits)) {
		const [before, gap] = [runs.at(-2), runs.at(-1)];
		const isGap =
			gap !== undefined &&
			before?.fit === run.fit &&
			isShortGap(versions[gap.first]?.fetched, versions[run.first]?.fetched);
		if (isGap) runs.splice(-2, 2, { ...before, last: run.last });
		else runs.push(run);
	}
	return runs;
}

type Run = Span & { readonly fit: QuoteFit };

function runsOf(fits: readonly QuoteFit[]): Run[] {
	const runs: Run[] = [];
	for (const [version, fit] of fits.entries()) {
		const last = runs.at(-1);
		if (last?.fit === fit) runs[runs.length - 1] = { ...last, last: version };
		else runs.push({ first: version, last: version, fit });
	}
	return runs;
}

function historyOf(
	{ ledger }: AgreementInTime,
	fits: readonly Run[],
	{ clauses, verified, times }: Pick<QuoteHistory, 'clauses' | 'verified' | 'times'>,
): QuoteHistory {
	const [clause = 0] = clauses;
	const seen = fits.findIndex(({ first, last }) => first <= verified && verified <= last);
	const own = ledger.clauses[clause];
	const ended = fits[seen + 1];
	return {
		state: stateOf(fits),
		clauses,
		anchor: own?.anchor ?? '',
		number: newestNumber(ledger, clause),
		verified,
		times,
		fits,
		firstSeen: Math.min(
			own?.spans[0]?.first ?? verified,
			fits.find(({ fit }) => fit === 'exact')?.first ?? verified,
		),
		inTheseWordsSince: fits[seen]?.first ?? verified,
		movedOn: ended?.first ?? null,
	};
}

function stateOf(fits: readonly Run[]): QuoteState {
	const today = fits.at(-1)?.fit;
	if (today === 'none') return 'removed';
	if (today !== 'exact') return 'reworded';
	return fits.filter(({ fit }) => fit === 'exact').length > 1 ? 'restored' : 'current';
}

function newestNumber({ states, clauses, texts }: Ledger, clause: number): string {
	const state = states[clauses[clause]?.spans.at(-1)?.last ?? -1];
	return texts[state?.texts[state.clauses.indexOf(clause)] ?? -1]?.number ?? '';
}

function notThere(ledger: Ledger, folded: readonly string[], quote: Quote): QuoteRefusal {
	const stoodUntil = ledger.states.findLastIndex((state) =>
		placesOf(state, folded, quote).some((each) => isMeant(each, quote)),
	);
	if (stoodUntil >= 0) return { why: 'not there', stoodUntil, nearest: null, heldBy: null };
	const nearest = nearestPassage(ledger, quote.exact);
	const heldBy = ledger.states.findLastIndex(({ texts }) => nearest !== null && texts.includes(nearest.text));
	return { why: 'not there', stoodUntil: null, nearest, heldBy: heldBy < 0 ? null : heldBy };
}
