/**
 * What of a sentence is no part of what it says, and shows only beside another wording: its spelling, labels that software puts into a page, numbers
 * of list items inside it, identifiers in printed addresses.
 */
import { meaningKeys } from '../../text/meaning-key.ts';
import { commonSpelling } from '../../text/spelling.ts';

/** Why two sentences are taken for one. */
export type Aside = 'spelling' | 'labels' | 'numbering';

/** Links and buttons say this of themselves; some pages glue it to the word before. */
const labels = new RegExp(
	[
		String.raw`\(?[,;]?\s*(?:link )?opens? in (?:a )?new (?:browser )?(?:window|tab)\)?`,
		String.raw`\(?(?:external|internal) link\)?`,
		String.raw`\[?\b(?:back to top|return to top|go to top|top of page|skip to (?:main )?content)\b\]?`,
		String.raw`\[\s*(?:expand|collapse|show|hide|edit|close)\s*\]`,
		String.raw`\b(?:copy link|copied|read more|show more|show less|see less)\b`,
		'^retrieved from .*$',
	].join('|'),
	'giu',
);
/** Of a printed address, what leads to one edition of a page: `?oldid=123`. */
const query = /(https?:\/\/[^\s?#]{1,300})[?#]\S*/giu;
/** "… royalty-free.6. e. Deletion of User Content" */
const enumerators = /(^|[.;:!?,]\s?)(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*){1,3}(?=\p{L})/giu;
const word = /[\p{L}\p{M}]+/gu;

/** A cheap first look: what holds none of these holds no label. */
const labelWords =
	/open|link|top|skip|expand|collapse|show|hide|edit|close|copy|copied|read|see|retrieved|https?:/iu;

/** True where a sentence may hold labels or numbers of items: those without are read at no cost. */
export function mayHoldLabels(sentence: string): boolean {
	return labelWords.test(sentence);
}

/** The sentence as it reads without them. */
function bare(sentence: string): string {
	return unnumbered(unlabelled(sentence)).toLowerCase().replace(word, commonSpelling);
}

function unlabelled(sentence: string): string {
	return mayHoldLabels(sentence) ? sentence.replace(labels, ' ').replace(query, '$1') : sentence;
}

function unnumbered(sentence: string): string {
	return sentence.replace(enumerators, '$1 ');
}

/** Same key, same sentence but for what is set aside; 0 where nothing is left. */
export function bareKey(sentence: string): number {
	return meaningKeys(bare(sentence)).key;
}

/** What differs between two sentences of the same {@link bareKey}, the first of them that explains it all. */
export function whatIsAside(before: string, after: string): Aside {
	const alike = (read: (sentence: string) => string): boolean =>
		meaningKeys(read(before)).key === meaningKeys(read(after)).key;
	if (alike((sentence) => sentence.toLowerCase().replace(word, commonSpelling))) return 'spelling';
	return alike(unnumbered) ? 'numbering' : 'labels';
}
