/** The title with which a clause begins, set off by its look: "**2.4 No refunds.** We do not give money back." */
import type { ClauseText } from '../../model/ledger.ts';
import { countWords } from '../../text/words.ts';

/** The number of a clause before or inside the marks, the marked words, and what stands behind them. */
const beginning =
	/^["“]?(?:[\w.()§-]{1,12}\s)?(?<mark>\*\*\*|\*\*_|_\*\*|\*\*|__|\*|_)(?<title>[^*_]{2,100})(?:\*\*\*|_\*\*|\*\*_|\*\*|__|\*|_)(?<rest>[\s\S]{0,8})/u;
const link = /\[([^\]]*)\]\([^)]*\)/g;
const ended = /[.:?!–—-]["”]?\s*$/u;
const colon = /:["”]?\s*$/u;
const mark = /^\s*[.:–—-]\s/u;
/** What follows begins anew. */
const anew = /^\s*(?:[.:–—-]\s*)?["“(]?[\p{Lu}\p{Lo}\d]/u;
const mostWords = 12;

const known = new WeakMap<ClauseText, string>();

/** Without number, and without the mark that ends it; empty where a clause has none. Not that of a heading: those are titles as a whole. */
export function runInTitle(text: ClauseText): string {
	const title = known.get(text) ?? titleIn(text);
	known.set(text, title);
	return title;
}

function titleIn({ kind, markdown, number }: ClauseText): string {
	if (kind === 'heading' || kind === 'row') return '';
	const { title = '', rest = '' } = beginning.exec(markdown.slice(0, 200))?.groups ?? {};
	const seen = title.replace(link, '$1');
	if (!isSetOff(seen, rest, number !== '')) return '';
	const bare = seen.trim().replace(/\s+/g, ' ');
	const words = (bare.startsWith(number) ? bare.slice(number.length) : bare).replace(
		/^[\s.:)–—-]+|(?<![\s.:–—-])["”]?[\s.:–—-]+$/gu,
		'',
	);
	return countWords(words) > mostWords || !/\p{L}/u.test(words) ? '' : words;
}

/** A mark ends it, or itself ends in one or bears a number, and what follows begins anew: any other marked words are part of a sentence. */
function isSetOff(title: string, rest: string, numbered: boolean): boolean {
	if (rest.trim() === '') return false;
	if (mark.test(rest) || colon.test(title)) return true;
	return (ended.test(title) || numbered) && anew.test(rest);
}
