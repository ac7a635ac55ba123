/** The words that a reader sees of a Markdown text, and how two multisets of them agree. */
import * as cheerio from 'cheerio';
import { marked } from 'marked';

export interface WordComparison {
	readonly theirs: number;
	readonly ours: number;
	/** Share of our words that the other text has too; 1 where there are none. */
	readonly precision: number;
	/** Share of the other text's words that ours has. */
	readonly recall: number;
	/** Words that only ours has, as often as it has them more; words that only the other has. */
	readonly added: readonly string[];
	readonly missing: readonly string[];
}

const blocks = 'p,div,li,ul,ol,h1,h2,h3,h4,h5,h6,table,tr,td,th,blockquote,pre,hr,br,section,dl,dt,dd';

/**
 * Runs of letters and digits, in lower case: markup, addresses of links and what images say for themselves are left out. So are the numbers of
 * list items, which are marks of the list in one text and words in another.
 */
export function visibleWords(markdown: string): string[] {
	return wordsOfHtml(marked.parse(markdown, { async: false }));
}

export function wordsOfHtml(html: string): string[] {
	const $ = cheerio.load(html);
	$('style,script,noscript,template,img').remove();
	for (const item of $('li').get()) {
		const first = item.children.find((child) => child.type === 'text' && child.data.trim() !== '');
		if (first?.type === 'text') first.data = first.data.replace(itemNumber, '');
	}
	$(blocks).before(' ').after(' ');
	const text = $('body').text().normalize('NFKC');
	return (
		text
			.replace(unseen, '')
			.toLowerCase()
			.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
	);
}

const itemNumber = /^\s*\(?(?:\d+(?:\.\d+)*|[\p{L}]|[ivxlc]{1,6})[.)]\s/iu;

/** Soft hyphens and signs without width, which stand inside words. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

export function compareWords(ours: readonly string[], theirs: readonly string[]): WordComparison {
	const added = without(ours, theirs);
	const missing = without(theirs, ours);
	return {
		theirs: theirs.length,
		ours: ours.length,
		precision: ours.length === 0 ? 1 : 1 - added.length / ours.length,
		recall: theirs.length === 0 ? 1 : 1 - missing.length / theirs.length,
		added,
		missing,
	};
}

function without(words: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
	return words.filter((word) => {
		const count = left.get(word) ?? 0;
		if (count > 0) left.set(word, count - 1);
		return count === 0;
	});
}
