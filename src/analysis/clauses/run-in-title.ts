/** The title with which a clause begins, set off by its look or by number and stop: "**2.4 No refunds.** We do not give money back." */
import type { ClauseText } from '../../model/ledger.ts';
import { visibleText } from '../../text/visible-text.ts';
import { countWords } from '../../text/words.ts';
import { isSentence } from './label.ts';

/** The number of a clause before or inside the marks, the marked words, and what stands behind them. */
const beginning =
	/^["“]?(?:[\w.()§-]{1,12}\s)?(?<mark>\*\*\*|\*\*_|_\*\*|\*\*|__|\*|_)(?<title>[^*_]{2,100})(?:\*\*\*|_\*\*|\*\*_|\*\*|__|\*|_)(?<rest>[\s\S]{0,8})/u;
const ended = /[.:?!–—-]["”]?\s*$/u;
const colon = /:["”]?\s*$/u;
const mark = /^\s*[.:–—-]\s/u;
/** What follows begins anew. */
const anew = /^\s*(?:[.:–—-]\s*)?["“(]?[\p{Lu}\p{Lo}\d]/u;
const mostWords = 12;
const fewWords = 3;
const firstWords = /^[\s.:)–—-]*([^.!?:]{2,80})\.\s+["“(]?\p{Lu}/u;

/** Without number, and without the mark that ends it; empty where a clause has none. Not that of a heading: those are titles as a whole. */
export function runInTitle(text: ClauseText): string {
	if (text.kind === 'heading' || text.kind === 'row') return '';
	const words = bare(markedTitle(text) || plainTitle(text), text.number);
	return countWords(words) > mostWords || !/\p{L}/u.test(words) ? '' : words;
}

function bare(title: string, number: string): string {
	const words = title.startsWith(number) ? title.slice(number.length) : title;
	return words.replace(/^[\s.:)–—-]+|(?<![\s.:–—-])["”]?[\s.:–—-]+$/gu, '');
}

function markedTitle({ markdown, number }: ClauseText): string {
	const { title = '', rest = '' } = beginning.exec(markdown.slice(0, 200))?.groups ?? {};
	const seen = visibleText(title).text;
	return isSetOff(seen, rest, number !== '') ? seen : '';
}

/** "2.4 No Refunds of Fees. We do not give money back.": behind a number, few words or such as titles are written in. */
function plainTitle({ visible, number }: ClauseText): string {
	if (number === '') return '';
	const [, title = ''] = firstWords.exec(visible.slice(number.length, number.length + 120)) ?? [];
	return countWords(title) <= fewWords || !isSentence(title) ? title : '';
}

/** A mark ends it, or itself ends in one or bears a number, and what follows begins anew: any other marked words are part of a sentence. */
function isSetOff(title: string, rest: string, numbered: boolean): boolean {
	if (rest.trim() === '') return false;
	if (mark.test(rest) || colon.test(title)) return true;
	return (ended.test(title) || numbered) && anew.test(rest);
}
