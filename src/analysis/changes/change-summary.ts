/** Says in one computed sentence what a change did; it counts and names, it never judges. */

import type {
	Change,
	CosmeticPart,
	EditionStep,
	EventCounts,
	HeadlinePart,
	Replacement,
} from '../../model/change.ts';
import { isAcceptedByHand } from '../../model/version.ts';
import { capitalised } from '../../text/capitalised.ts';
import { grouped, listed } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';

/** Sections named at most; more read as a list, not as a sentence. */
const mostSections = 3;
/** Of more sections than this the first three tell nothing: they are counted. */
const mostNamed = 12;
/** Replaced names told at most. */
const mostReplacements = 2;
/** Longer headings are whole sentences and say too much. */
const longestSection = 60;
/** Characters of all named sections together: a line and a half. */
const longestSections = 100;

/** What happened, where rules can tell it: "Notice: 30 → 14 days, and 12 more changes"; else what is counted. */
export function sentence(change: Change): string {
	switch (change.class) {
		case 'unfollowed':
			return 'The text is too long to be compared';
		case 'first':
			return 'First record: now in the archive';
		case 'technical':
			return 'The archive read the page in another way';
		case 'flap':
			return 'The text went back to one that it had within the last 30 days';
		case 'cosmetic':
			return `No word of the terms changed: ${listed(change.cosmetic.map((part) => cosmeticWords[part]))} only`;
		case 'language':
			return 'The page came in another language';
		case 'recovered':
			return 'The text is back';
		case 'lost':
			return change.hindsight?.label === 'stood' || isAcceptedByHand(change.version)
				? 'Most of the text is gone'
				: 'Most of the text is gone; it may be a failed capture';
		default:
			return headlineSentence(change) ?? eventSentence(change);
	}
}

/** Things told at most. */
const mostTold = 2;

/** A headline as pages set it: each part can lead to the clause that shows it. */
export interface Headline {
	/** `clause` as an index into `Ledger.clauses`; null where a part is about the whole agreement. */
	readonly parts: readonly { readonly words: string; readonly clause: number | null }[];
	/** ", and 12 more changes"; may be empty. */
	readonly more: string;
}

/** Null where no rule can tell what happened. An address that was replaced throughout tells less than all else. */
export function headlineOf({ headline, untold, edition, replacements }: Change): Headline | null {
	if (headline.length === 0) return null;
	const names = replacements.filter(({ before }) => !before.includes('/'));
	const general = [...editionWords(edition), ...names.slice(0, mostReplacements).map(replaced)];
	const all = [...general.map((words) => ({ words, clause: null })), ...headline];
	const left = untold + Math.max(0, all.length - mostTold);
	const [first, ...others] = all.slice(0, mostTold) as [HeadlinePart, ...HeadlinePart[]];
	return {
		parts: [{ ...first, words: capitalised(first.words) }, ...others],
		more: left === 0 ? '' : `, and ${grouped(left)} more ${left === 1 ? 'change' : 'changes'}`,
	};
}

function headlineSentence(change: Change): string | null {
	const told = headlineOf(change);
	return told === null ? null : told.parts.map(({ words }) => words).join('; ') + told.more;
}

/** "2 clauses added, 3 reworded, 1 moved, in Your content, Fees and Disputes"; empty where the sentence on top says it already. */
export function countSentence(change: Change): string {
	return change.headline.length === 0 ? '' : counted(change.counts) + placed(change.sections);
}

/** The same of any two versions, however far apart. */
export function eventSentence({
	counts,
	edition,
	replacements,
	sections,
}: Pick<Change, 'counts' | 'edition' | 'replacements' | 'sections'>): string {
	const told = [...editionWords(edition), ...replacements.slice(0, mostReplacements).map(replaced)];
	const telling = countWords.some(([kind]) => counts[kind] > 0);
	const rest = telling || told.length === 0 ? [counted(counts) + placed(sections)] : [];
	return [...told, ...rest].join('; ');
}

function editionWords(edition: EditionStep | null): string[] {
	if (edition === null) return [];
	if (edition.kind === 'alone') return ['The new edition now stands alone'];
	const from = edition.from === null ? '' : `, from ${dayInWords(edition.from)}`;
	return [`A new edition stands beside the one in force${from}`];
}

/** "Twitter is now X, in 40 places"; "Funds are", but "Auk News is". */
function replaced({ before, after, places }: Replacement): string {
	const is = /[^s’']s$/.test(before) && !/\bnews$/i.test(before) ? 'are' : 'is';
	return `${before} ${is} now ${after}, in ${grouped(places)} places`;
}

export const cosmeticWords: Readonly<Record<CosmeticPart, string>> = {
	links: 'addresses of links',
	markup: 'layout',
	typography: 'capitals, quotation marks or dashes',
	dates: 'dates',
	cuts: 'breaks between paragraphs',
	numbering: 'the numbers of clauses',
	spelling: 'spelling',
	labels: 'labels of links and pictures',
};

/** Words for counts, in the order in which they are said. */
const countWords: readonly (readonly [keyof EventCounts, string])[] = [
	['added', 'added'],
	['removed', 'removed'],
	['reworded', 'reworded'],
	['number', 'with a number changed'],
	['moved', 'moved'],
	['renumbered', 'renumbered'],
];

function counted(counts: EventCounts): string {
	const said = countWords.filter(([kind]) => counts[kind] > 0);
	if (said.length === 1 && said[0]?.[0] === 'number') return numbersChanged(counts.number);
	if (said.length === 0) return 'Clauses cut or repeated otherwise';
	return said
		.map(([kind, words], at) => `${grouped(counts[kind])}${at === 0 ? clauses(counts[kind]) : ''} ${words}`)
		.join(', ');
}

function numbersChanged(count: number): string {
	return count === 1 ? 'One number changed' : `Numbers changed in ${grouped(count)} clauses`;
}

function clauses(count: number): string {
	return count === 1 ? ' clause' : ' clauses';
}

function fits(sections: readonly string[]): boolean {
	return sections.join(', ').length <= longestSections;
}

function placed(sections: readonly string[]): string {
	if (sections.length > mostNamed) return `, across ${grouped(sections.length)} sections`;
	// A question mark or comma of a heading would end our sentence.
	const named = sections
		.filter((section) => section.length <= longestSection)
		.map((section) => section.replace(/[\s?!,;]+$/, ''))
		.filter((section) => section !== '');
	// "and 1 more" is as long as most names.
	const most = sections.length === mostSections + 1 ? sections.length : mostSections;
	const shown = named.slice(0, most).filter((_, at) => at === 0 || fits(named.slice(0, at + 1)));
	if (shown.length === 0) return '';
	const more = sections.length - shown.length;
	if (more > 0) return `, in ${shown.join(', ')} and ${more} more`;
	return `, in ${listed(shown)}`;
}
