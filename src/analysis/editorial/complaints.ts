/** Sentences for what is wrong with what people wrote: what, and what to do. Which file it is, whoever asks knows. */
import type { Version } from '../../model/version.ts';
import { cutAround, cutEnd } from '../../text/cut-text.ts';
import type { Quote, QuoteRefusal } from '../quotes/anchor-quote.ts';
import type { NearestPassage } from '../quotes/nearest-passage.ts';
import type { Difference } from '../quotes/passage-differences.ts';
import type { NamedPlace } from '../quotes/surroundings.ts';

export interface Complaint {
	/** Which field of the head is meant: `regulations.1`. */
	readonly field: string;
	readonly what: string;
	readonly remedy: string;
}

const longest = 300;
/** Places named of words that stand oftener. */
const mostPlaces = 5;

/** @param day as of which the quote was looked for */
export function refusalComplaint(
	refusal: QuoteRefusal,
	quote: Quote,
	day: string,
	versions: readonly Version[],
): Complaint {
	const at = (index: number) => whenAndWhere(versions[index] as Version);
	const field = 'quote';
	switch (refusal.why) {
		case 'empty':
			return { field, what: 'quote: it holds no word', remedy: 'Quote words of the agreement.' };
		case 'too early':
			return {
				field,
				what: `quote: the agreement was first recorded on ${at(refusal.first)}, after ${day}`,
				remedy: 'Date the review, or quotedAsOf, to a day that the archive knows.',
			};
		case 'unfollowed':
			return {
				field,
				what: `quote: the text of ${at(refusal.version)} is too long for its clauses to be followed, so nothing can be quoted from it`,
				remedy: 'Quote a text that is followed, and name its day in quotedAsOf.',
			};
		case 'several':
			return {
				field,
				what: `quote: its words stand ${refusal.times} times in the text of ${day}`,
				remedy: tellApart(refusal),
			};
		case 'beside others':
			return {
				field,
				what: `quote: its words stand in the text of ${day}, but not beside this prefix and suffix`,
				remedy: `Around them stands ${listed(refusal.places)}.`,
			};
		case 'not there':
			return { field, ...notThere(refusal, quote, day, at) };
	}
}

function tellApart({ telling, places }: Extract<QuoteRefusal, { why: 'several' }>): string {
	const told = telling.flatMap((around, at) => {
		const { section = '' } = places[at] ?? {};
		return around.prefix === '' && around.suffix === '' ? [] : [{ ...around, section }];
	});
	if (told.length > 0) return `Say which is meant, as quote.exact with ${listed(told)}.`;
	const sections = [...new Set(places.map(({ section }) => section))].filter((section) => section !== '');
	const where =
		sections.length === 0 ? '' : ` They stand in ${sections.slice(0, mostPlaces).map(named).join(', ')}.`;
	return `Quote more words: what stands around these does not tell the places apart.${where}`;
}

function named(section: string): string {
	return `“${cutEnd(section, longestWords)}”`;
}

function listed(places: readonly NamedPlace[]): string {
	const more = places.length > mostPlaces ? ', or another place' : '';
	return places.slice(0, mostPlaces).map(placeInWords).join(', or ') + more;
}

function placeInWords(place: NamedPlace): string {
	const given = (['prefix', 'suffix'] as const).filter((field) => place[field] !== '');
	const around = given.map((field) => `quote.${field} ${JSON.stringify(place[field])}`).join(' and ');
	return place.section === '' ? around : `${around} (in ${named(place.section)})`;
}

function notThere(
	{ stoodUntil, cameIn, nearest, heldBy }: Extract<QuoteRefusal, { why: 'not there' }>,
	{ exact }: Quote,
	day: string,
	at: (index: number) => string,
): Omit<Complaint, 'field'> {
	const [first] = nearest?.differences ?? [];
	const quoted = cutAround(exact, first?.inQuote ?? 0, longest);
	const what = `quote: "${quoted}" does not stand word for word in the text of ${day}`;
	if (stoodUntil !== null && cameIn !== null)
		return {
			what: `${what}; it stands in today's, since the version of ${at(cameIn)}`,
			remedy: `If somebody read it since then, set reviewed to that day; else quote the words of ${day}.`,
		};
	if (stoodUntil !== null)
		return {
			what: `${what}; the version that last held it is that of ${at(stoodUntil)}`,
			remedy: 'Quote the words of the day of the review, or name a day on which these stood in quotedAsOf.',
		};
	if (nearest === null || heldBy === null)
		return {
			what: `${what}, and no version has a passage like it`,
			remedy: 'Copy the quote from the agreement’s page.',
		};
	const passage = cutAround(nearest.words, first?.inPassage ?? 0, longest);
	return {
		what: `${what}; the nearest passage is "${passage}", last held by the version of ${at(heldBy)}${differing(nearest)}`,
		remedy: 'Quote this passage word for word, or another one.',
	};
}

/** Differences named of passages that have more. */
const mostDifferences = 5;

function differing({ differences }: NearestPassage): string {
	if (differences.length === 0) return '';
	const more =
		differences.length > mostDifferences ? `, and ${differences.length - mostDifferences} more` : '';
	const kinds = new Set(differences.map(kindOf));
	const [kind] = kinds;
	const said = differences.slice(0, mostDifferences).map(differenceInWords).join(', ');
	return kinds.size === 1 && kind !== undefined && kind !== 'words'
		? `; it differs in ${kindNames[kind][differences.length === 1 ? 0 : 1]}: ${said}${more}`
		: `; it differs: ${said}${more}`;
}

type DifferenceKind = 'case' | 'dash' | 'quotes' | 'spaces' | 'sign' | 'words';

/** Of one difference, and of several. */
const kindNames: Readonly<Record<Exclude<DifferenceKind, 'words'>, readonly [string, string]>> = {
	case: ['case', 'case'],
	dash: ['a dash', 'dashes'],
	quotes: ['quotes', 'quotes'],
	spaces: ['spaces', 'spaces'],
	sign: ['a sign', 'signs'],
};

const onlyDashes = /^[\p{Pd}\u2212\s]*$/u;
const onlyQuotes = /^["'`´‹›′″\s]*$/;
const noLetter = /^[^\p{L}\p{N}]*$/u;

/** Which signs differ, where the letters are the same. */
function kindOf({ passage, quote }: Difference): DifferenceKind {
	const both = passage + quote;
	if (passage.toLowerCase() === quote.toLowerCase()) return 'case';
	if (passage.replace(/\s+/g, '') === quote.replace(/\s+/g, '')) return 'spaces';
	if (onlyDashes.test(both)) return 'dash';
	if (onlyQuotes.test(both)) return 'quotes';
	return noLetter.test(both) ? 'sign' : 'words';
}

/** As the passage has it, against what the quote has: `– against -`, `Reddit against reddit`, `end against terminate` */
function differenceInWords({ passage, quote }: Difference): string {
	const [own, other] = [cutEnd(passage, longestWords), cutEnd(quote, longestWords)];
	if (passage === '') return `without ${other}`;
	return quote === '' ? `with ${own}` : `${own} against ${other}`;
}

/** Of the words of one difference, in characters. */
const longestWords = 60;

function whenAndWhere({ fetched, commit }: Version): string {
	return `${fetched.slice(0, 10)} (${commit.slice(0, 10)})`;
}

/**
 * @param field of the head that holds the name
 * @param names of what there is
 */
export function unknownName(field: string, name: string, names: readonly string[]): Complaint {
	const near = nearestNames(name, names);
	return {
		field,
		what: `${field.replace(/\.\d+$/, '')}: there is no ${JSON.stringify(name)}`,
		remedy:
			near.length === 0
				? 'The archive holds none yet.'
				: `Did you mean ${near.map((each) => JSON.stringify(each)).join(' or ')}?`,
	};
}

const proposed = 3;

function nearestNames(name: string, names: readonly string[]): readonly string[] {
	const pairs = (text: string): Set<string> => {
		const letters = text.toLowerCase();
		return new Set(
			Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
		);
	};
	const own = pairs(name);
	const shared = (other: string): number => {
		const theirs = pairs(other);
		return [...own].filter((pair) => theirs.has(pair)).length / (own.size + theirs.size + 1);
	};
	return names
		.map((each) => ({ each, alike: shared(each) }))
		.sort((one, other) => other.alike - one.alike)
		.slice(0, proposed)
		.map(({ each }) => each);
}
