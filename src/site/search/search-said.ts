/** What the search page says of what it found, in words: how much, what first appeared, where it looked in vain. */
import { counted } from '../../text/counts-in-words.ts';
import { type Asked, findingsOf, type What } from './search-answer.ts';
import type { Hit } from './search-hits.ts';

/** Where words stand of which there are too many to be counted clause by clause. */
export interface Spread {
	readonly agreements: number;
	readonly platforms: number;
}

/**
 * @param all every hit, or null where there are too many to load them
 * @param count of the findings so far
 * @param spread where `all` is null, where they stand; null as long as that is not known
 */
export function outcomeWords(
	{ what, year }: Asked,
	all: readonly Hit[] | null,
	count: number,
	spread: Spread | null = null,
): string {
	if (all === null && count === 0) return 'Nothing found yet';
	if (all === null) return spread === null ? 'Many found' : spreadWords(spread);
	if (count === 0) return 'Nothing found';
	if (what === 'change') return counted(count, 'change');
	const clauses = counted(count, 'clause');
	if (what !== '') return `${clauses} ${what === 'text' ? 'in force' : 'no longer in force'}`;
	const inForce = findingsOf(wholesOf(all), 'text', year).length;
	if (inForce === 0 || inForce === count) return `${clauses}, ${inForce > 0 ? 'in force' : 'former'}`;
	return `${clauses}, ${inForce} in force, ${count - inForce} former`;
}

function spreadWords({ agreements, platforms }: Spread): string {
	const where = `In ${counted(agreements, 'agreement')}`;
	return platforms < 2 ? where : `${where}, of ${counted(platforms, 'platform')}`;
}

/** How many there are of a kind. */
export function countOf({ year }: Asked, all: readonly Hit[], what: What): number {
	return findingsOf(wholesOf(all), what, year).length;
}

/** All of these, or what holds some where none holds all. */
function wholesOf(hits: readonly Hit[]): readonly Hit[] {
	const wholes = hits.filter((hit) => hit.whole);
	return wholes.length === 0 ? hits : wholes;
}

/** What first appeared: the words, and within what was chosen. */
export function subjectWords({ filters: { platform, kind }, question }: Asked): string {
	const words = question.terms.length > 1 && !question.phrase ? 'These words together' : 'These words';
	const places = [platform, kind].filter(Boolean);
	return places.length === 0 ? words : `In ${places.join(', ')}: these words`;
}

/** @param ended whether all was looked at */
export function partialWords(ended: boolean): string {
	const first = ended ? 'No single clause holds' : 'None of the clauses looked at so far holds';
	return `${first} all of these words. These hold some of them.`;
}

export function manyWords({ question }: Asked): string {
	const quotes = question.phrase ? '' : ', or put a phrase in quotes,';
	return `These words are in more clauses than are read at once. Choose a platform or a year${quotes} to have each clause counted.`;
}

/** Where it looked. */
export function nothingWords({ words, filters, what, question }: Asked): string {
	const chosen = Object.values(filters);
	const where = chosen.length === 0 ? '' : ` of ${chosen.join(', ')}`;
	const quoted = question.terms.some(({ exact }) => exact);
	const advice = quoted ? ' Without quotes, other forms of the words are found too.' : '';
	return `Nothing holds ${quoted ? words : `“${words}”`}. Looked at ${looked[what]}${where}.${advice}`;
}

/** True where more could be looked at than was. */
export function isNarrowed({ filters, what, named }: Asked): boolean {
	return Object.keys(filters).length > 0 || what !== '' || named !== null;
}

const looked: Readonly<Record<What, string>> = {
	'': 'every text in force and every wording that stood before',
	text: 'every text in force',
	former: 'every wording that stood before',
	change: 'every change in the terms',
};
