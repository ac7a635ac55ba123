/** The words of headlines: British, plain, no jargon. Nothing is said here that no rule has found. */
import { listed } from '../../text/counts-in-words.ts';
import { stopWords } from '../../text/stop-words.ts';
import type { NewsFact } from './news.ts';

/** Words of what is quoted, and of a title: a headline has eighteen. Where nothing stands beside it, a quote has more. */
const longestQuote = 9;
const longestAlone = 12;
const longestTitle = 7;
/** A longer title names no list. */
const longestListName = 5;
/** Words of an entry that is named without quotes: a country, a company. */
const longestName = 3;
/** Entries of a list named at most. */
const mostEntries = 2;

/** Without capital and stop. @param isAlone nothing else is told */
export function inWords(fact: NewsFact, isAlone = false): string {
	const quoted = (words: string): string => quote(words, isAlone ? longestAlone : longestQuote);
	switch (fact.kind) {
		case 'another-text':
			return 'another text stands in the place of the former';
		case 'turned':
			return `now ${fact.after}; before, ${fact.before}`;
		case 'took':
			return `now ${fact.after}`;
		case 'gave-up':
			return `no longer says that ${claimed(fact.before)}`;
		case 'topic-in':
			return `first words on ${lowerFirst(fact.topic)}`;
		case 'topic-out':
			return `nothing on ${lowerFirst(fact.topic)} any more`;
		case 'promise-out':
			return `no longer says ${quoted(fact.words)}`;
		case 'number':
			return `${placed(fact.of)}${fact.before} → ${fact.after}${fact.unit === '' ? '' : ` ${fact.unit}`}`;
		case 'section-in':
			return `adds ${titled(fact.title)}`;
		case 'section-out':
			return `drops ${titled(fact.title)}`;
		case 'title':
			return isSame(titled(fact.before), titled(fact.after))
				? `rewords ${titled(fact.after)}`
				: `${titled(fact.before)} is now ${titled(fact.after)}`;
		case 'own-summary':
			return `the page says: ${quoted(fact.words)}`;
		case 'entries-in':
			return `adds ${entries(fact.entries)}${to('to', fact.of)}`;
		case 'entries-out':
			return `drops ${entries(fact.entries)}${to('from', fact.of)}`;
		case 'words':
			return replacedWords(fact.before, fact.after, fact.of, quoted);
		case 'sentence-in':
			return `${fact.isForbidden ? 'forbids' : 'adds'} ${quoted(fact.words)}`;
		case 'sentence-out':
			return `drops ${quoted(fact.words)}`;
		case 'sentence-reworded':
			return `rewords “${firstSaying(bare(fact.words).replace(joint, ''), isAlone ? longestAlone : longestQuote)}”`;
	}
}

/** To the eye: a title may differ beyond what is shown of it. */
function isSame(one: string, other: string): boolean {
	return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();
}

/** "Trains models" → "it trains models"; "says that it does not" → "it does not". */
function claimed(side: string): string {
	return side.startsWith('says that ') ? side.slice('says that '.length) : `it ${side}`;
}

function replacedWords(before: string, after: string, of: string, quoted: (words: string) => string): string {
	const place = of === before + after ? '' : of;
	if (before === '') return `adds ${quoted(after)}${to('to', place)}`;
	if (after === '') return `drops ${quoted(before)}${to('from', place)}`;
	return `${quoted(before)} becomes ${quoted(after)}`;
}

function placed(of: string): string {
	return of === '' ? '' : `${firstWords(of, longestTitle)}: `;
}

function to(preposition: string, of: string): string {
	return of === '' || of.split(/\s+/).length > longestListName ? '' : ` ${preposition} ${titled(of)}`;
}

function entries(names: readonly string[]): string {
	const shown = names.slice(0, mostEntries).map(entry);
	const more = names.length - shown.length;
	return listed(more === 0 ? shown : [...shown, `${more} more`]);
}

/** A name is said as it is; other words are quoted. */
function entry(words: string): string {
	const all = words.split(/\s+/);
	const isName = all.length <= longestName && all.every((word) => /^[\p{Lu}\d&]/u.test(word));
	return isName ? words : titled(words);
}

function titled(title: string): string {
	return `“${firstWords(bare(title), longestTitle)}”`;
}

/** What joins a sentence to the one before, and a long remark in brackets, tells nothing where there is no room for all of it. */
function quote(words: string, most: number): string {
	const all = bare(words);
	if (all.split(/\s+/).length <= most + 1) return `“${all}”`;
	const told = all.replace(joint, '');
	const short = told.replace(remark, ' …');
	return `“${firstSaying(short.split(/\s+/).length > most ? short : told, most)}”`;
}

const joint =
	/^(?:for example|for instance|similarly|likewise|additionally|in addition|moreover|furthermore|therefore|accordingly|consequently|as such|alternatively|(?:please )?note that|specifically),?\s+/i;
const remark = /\s\([^()]{20,300}\)/;

function firstWords(text: string, most: number): string {
	const words = text.split(/\s+/);
	return words.length <= most + 1 ? text : cut(words.slice(0, most));
}

/** Of a sentence that is cut; "without telling you, if the" ends before the "if". */
const fewestWords = 4;

function firstSaying(text: string, most: number): string {
	const words = text.split(/\s+/);
	if (words.length <= most + 1) return text;
	let end = most;
	while (end > fewestWords && stopWords.has((words[end - 1] as string).toLowerCase())) end--;
	return cut(words.slice(0, end));
}

function cut(words: readonly string[]): string {
	return `${words.join(' ').replace(/(?<![ .;:,–—…-])[ .;:,–—…-]+$/, '')} …`;
}

/** Quotes within quotes, and signs at an end, read like a slip. */
function bare(words: string): string {
	return words
		.replace(/[“”„"]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?\| ?/g, ' · ')
		.replace(/^[ .;:,)·–—-]+|(?<![ .;:,(·–—-])[ .;:,(·–—-]+$/g, '');
}

/** "AI training" keeps its capitals. */
function lowerFirst(name: string): string {
	return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
