/**
 * Finds a quote in every version of its agreement: word for word, else as the same clause of the ledger in other words, else nearly
 * (Sanderson et al. 2017, Web Annotation Data Model, TextQuoteSelector: https://www.w3.org/TR/annotation-model/#text-quote-selector).
 * The result is a history, not a yes or no; only a quote that did not stand there on the day of its review is refused.
 */
import type { Change } from '../../model/change.ts';
import type { Ledger, State } from '../../model/ledger.ts';
import type { QuoteFit, QuoteHistory } from '../../model/quote-history.ts';
import { normaliseQuote } from '../../text/normalise-quotes.ts';
import { headingPlaces } from '../clauses/sections.ts';
import {
	numberless,
	placeFinder,
	type QuotableTexts,
	type QuotePlace,
	quotableTexts,
} from './find-places.ts';
import { fitRuns, movedOnAt, runOf, stateOf } from './fit-over-time.ts';
import { type NearestPassage, nearestPassage } from './nearest-passage.ts';
import { textsLike } from './similar-texts.ts';
import {
	isAround,
	type NamedPlace,
	type Surroundings,
	surroundings,
	tellingSurroundings,
} from './surroundings.ts';

export interface Quote {
	readonly exact: string;
	readonly prefix?: string | undefined;
	readonly suffix?: string | undefined;
}

export interface AgreementInTime {
	readonly ledger: Ledger;
	/** One a state. */
	readonly versions: readonly { readonly fetched: string }[];
	/** One a version; without them a text that broke off is taken at its word. */
	readonly changes?: readonly Pick<Change, 'class' | 'hindsight'>[];
}

/** Days, `YYYY-MM-DD`, UTC: the version in force at the end of a day is meant. */
export interface QuoteDays {
	/** As of which the quote must stand. */
	readonly quoted: string;
	/** On which a person last read it; later where the clause had gone by then. */
	readonly reviewed: string;
}

/** Why a quote cannot be taken. Numbers are indexes of versions. */
export type QuoteRefusal =
	/** It has no word. */
	| { readonly why: 'empty' }
	/** There was no version yet on that day. */
	| { readonly why: 'too early'; readonly first: number }
	/** The version in force on that day is past the bounds of a ledger: nothing is known of its words. */
	| { readonly why: 'unfollowed'; readonly version: number }
	/**
	 * It stands there several times, and nothing says which one is meant: what stands around each, and the least of it that tells it from
	 * the others, empty where nothing does.
	 */
	| {
			readonly why: 'several';
			readonly times: number;
			readonly places: readonly NamedPlace[];
			readonly telling: readonly Surroundings[];
	  }
	/** Its words stand there, but nowhere beside the given prefix and suffix: what stands around each. */
	| { readonly why: 'beside others'; readonly places: readonly NamedPlace[] }
	/**
	 * It does not stand there. `stoodUntil` last held it word for word, and where that is today's, `cameIn` first did so without a break; else
	 * `nearest` comes nearest, last held by `heldBy`.
	 */
	| {
			readonly why: 'not there';
			readonly stoodUntil: number | null;
			readonly cameIn: number | null;
			readonly nearest: NearestPassage | null;
			readonly heldBy: number | null;
	  };

export type Anchored =
	| { readonly kind: 'found'; readonly history: QuoteHistory }
	| { readonly kind: 'refused'; readonly refusal: QuoteRefusal };

export type Anchor = (quote: Quote, days: QuoteDays) => Anchored;

/** Places named of words that stand everywhere. */
const mostPlaces = 50;

/** Reads the agreement once, for all its quotes. */
export function quoteAnchor(agreement: AgreementInTime): Anchor {
	// The ledger of an agreement may be read from disk at each asking.
	const read = { ...agreement };
	const { ledger } = read;
	const texts = quotableTexts(ledger);
	return (quote, days) => {
		const sight = sightOf(read, texts, quote, days.quoted);
		if ('why' in sight) return { kind: 'refused', refusal: sight };
		return { kind: 'found', history: historyOf(read, texts, sight, days) };
	};
}

/** One quote alone. */
export function anchorQuote(agreement: AgreementInTime, quote: Quote, day: string): Anchored {
	return quoteAnchor(agreement)(quote, { quoted: day, reviewed: day });
}

/** By date, not by order: a version that was put in later with an earlier date is not what stood on a day after both. */
function inForce(versions: AgreementInTime['versions'], day: string): number | null {
	let best: number | null = null;
	for (const [version, { fetched }] of versions.entries()) {
		if (fetched.slice(0, 10) > day) continue;
		if (best === null || fetched >= (versions[best]?.fetched ?? '')) best = version;
	}
	return best;
}

function earliest(versions: AgreementInTime['versions']): number {
	const times = versions.map(({ fetched }) => fetched);
	return times.indexOf(times.toSorted()[0] ?? '');
}

/** The place that the review saw. */
interface Sight {
	readonly version: number;
	readonly place: QuotePlace;
	readonly times: number;
	readonly context: Surroundings;
}

function sightOf(
	{ ledger, versions, changes }: AgreementInTime,
	texts: QuotableTexts,
	quote: Quote,
	day: string,
): Sight | QuoteRefusal {
	const exact = normaliseQuote(quote.exact);
	if (!/[\p{L}\p{N}]/u.test(exact)) return { why: 'empty' };
	const version = inForce(versions, day);
	if (version === null) return { why: 'too early', first: earliest(versions) };
	if (changes?.[version]?.class === 'unfollowed') return { why: 'unfollowed', version };
	const state = ledger.states[version] as State;
	const find = placeFinder(texts, exact);
	const places = find(state);
	const context = { prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' };
	const [place, ...others] = places.filter((each) => isAround(texts, state, each, context));
	if (place !== undefined && others.length === 0) return { version, place, times: places.length, context };
	if (places.length === 0) return notThere(ledger, find, exact, version);
	const named = places.slice(0, mostPlaces);
	const headings = headingPlaces(ledger, state);
	const around = named.map((each) => ({
		...surroundings(texts, state, each),
		section: ledger.texts[state.texts[headings[each[0]?.place ?? -1] ?? -1] ?? -1]?.visible ?? '',
	}));
	if (place === undefined) return { why: 'beside others', places: around };
	const telling = tellingSurroundings(texts, state, named);
	return { why: 'several', times: others.length + 1, places: around, telling };
}

function historyOf(
	agreement: AgreementInTime,
	texts: QuotableTexts,
	sight: Sight,
	{ reviewed }: QuoteDays,
): QuoteHistory {
	const { ledger, versions } = agreement;
	const readIn = clausesOf(ledger.states[sight.version] as State, sight.place);
	const finds = findings(ledger, texts, sight, readIn);
	const runs = fitRuns(
		finds.map(({ fit }) => fit),
		versions,
		doubtfulFrom(agreement),
	);
	const newest = finds.findLastIndex(({ fit }) => fit !== 'none');
	const today = ledger.states[newest] as State;
	const at = finds[newest]?.at ?? 0;
	return {
		state: stateOf(runs),
		clauses: finds.findLast(({ clauses }) => clauses.length > 0)?.clauses ?? readIn,
		readIn,
		anchor: ledger.clauses[today.clauses[at] as number]?.anchor ?? '',
		number: ledger.texts[today.texts[at] as number]?.number ?? '',
		verified: sight.version,
		times: sight.times,
		fits: runs,
		inTheseWordsSince: runs[runOf(runs, sight.version)]?.first ?? sight.version,
		movedOn: movedOnAt(runs, inForce(versions, reviewed) ?? sight.version),
	};
}

function clausesOf(state: State, quoted: QuotePlace): readonly number[] {
	return [...new Set(quoted.map(({ place }) => state.clauses[place] as number))];
}

/** The newest text where most of it is gone and that may be a failed capture: it says nothing yet of a clause. */
function doubtfulFrom({ versions, changes }: AgreementInTime): number {
	const last = changes?.at(-1);
	return last?.class === 'lost' && last.hindsight?.label !== 'stood' ? versions.length - 1 : versions.length;
}

/** How a version holds the quote, and at which place of its state. */
interface Finding {
	readonly fit: QuoteFit;
	readonly at: number;
	/** The clauses that the words run through; none where they do not stand. */
	readonly clauses: readonly number[];
}

/** One a version. Versions of one text share a state, and are looked at once. */
function findings(
	ledger: Ledger,
	texts: QuotableTexts,
	sight: Sight,
	readIn: readonly number[],
): readonly Finding[] {
	const reviewed = ledger.states[sight.version] as State;
	const exact =
		numberless(texts, reviewed, sight.place) || (texts.words[reviewed.texts[0] as number] as string);
	const find = placeFinder(texts, exact);
	const isMeant = meaning(texts, sight, find(reviewed), reviewed, readIn);
	/** Where the words stand twice, for a while or by chance, the clause that was read is meant. */
	const heldIn = (state: State): readonly number[] => {
		const meant = find(state).filter((each) => isMeant(state, each));
		const own = meant.find(([first]) => readIn.includes(state.clauses[first?.place ?? -1] ?? -1));
		return clausesOf(state, own ?? meant[0] ?? []);
	};
	const held = new Map([...new Set(ledger.states)].map((state) => [state, heldIn(state)]));
	const own = new Set([...readIn, ...[...held.values()].flat()]);
	const others = new Set(reviewed.clauses);
	let alike: ReadonlySet<number> | undefined;
	const findingOf = (state: State): Finding => {
		const clauses = held.get(state) ?? [];
		if (clauses.length > 0) return { fit: 'exact', at: state.clauses.indexOf(clauses[0] as number), clauses };
		const clause = [...own].find((each) => state.clauses.includes(each));
		if (clause !== undefined) return { fit: 'clause', at: state.clauses.indexOf(clause), clauses };
		alike ??= textsLike(ledger, exact);
		// A clause like it that stood beside it is another one.
		const like = state.texts.findIndex(
			(text, at) => alike?.has(text) === true && !others.has(state.clauses[at] as number),
		);
		return like >= 0 ? { fit: 'alike', at: like, clauses } : { fit: 'none', at: -1, clauses };
	};
	const known = new Map<State, Finding>();
	return ledger.states.map((state) => {
		const finding = known.get(state) ?? findingOf(state);
		known.set(state, finding);
		return finding;
	});
}

/**
 * Words that stood once are meant wherever they stand in another version. Of words that stood several times, those in the same clause, or
 * between the same words.
 */
function meaning(
	texts: QuotableTexts,
	{ context }: Sight,
	places: readonly QuotePlace[],
	reviewed: State,
	clauses: readonly number[],
): (state: State, place: QuotePlace) => boolean {
	if (places.length <= 1) return () => true;
	const startsInClause = (state: State, place: QuotePlace): boolean =>
		state.clauses[place[0]?.place ?? -1] === clauses[0];
	const onceInClause = places.filter((place) => startsInClause(reviewed, place)).length === 1;
	return (state, place) =>
		(onceInClause && startsInClause(state, place)) || isAround(texts, state, place, context);
}

function notThere(
	ledger: Ledger,
	find: (state: State) => readonly QuotePlace[],
	exact: string,
	version: number,
): QuoteRefusal {
	const last = (holds: (state: State) => boolean): number | null => {
		const found = ledger.states.findLastIndex(holds);
		return found < 0 ? null : found;
	};
	const holds = (state: State): boolean => find(state).length > 0;
	const stoodUntil = last(holds);
	const isToday = stoodUntil === ledger.states.length - 1;
	const cameIn = isToday && stoodUntil > version ? (last((state) => !holds(state)) ?? -1) + 1 : null;
	if (stoodUntil !== null) return { why: 'not there', stoodUntil, cameIn, nearest: null, heldBy: null };
	const nearest = nearestPassage(ledger, exact, version);
	const heldBy =
		nearest === null ? null : last(({ texts }) => nearest.texts.every((text) => texts.includes(text)));
	return { why: 'not there', stoodUntil, cameIn: null, nearest, heldBy };
}
