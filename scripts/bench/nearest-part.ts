/** Where a page's selector is out of date: the element that a better selector would have named, told by the words that it should hold. */
import * as cheerio from 'cheerio';
import { compareWords, wordsOfHtml } from './visible-words.ts';

/** A mark that no page has. */
export const nearestPart = '[data-nearest-part]';

/** The page with the mark on the element whose words agree best with the given ones; null where no element has any of them. */
export function markNearestPart(html: string, words: readonly string[]): string | null {
	const $ = cheerio.load(html);
	let best = { share: 0, element: $('body') };
	// Shorter ones cannot hold the words: each has a letter, and nearly each a blank.
	const candidates = $('body *').filter((_, each) => $(each).text().length >= 2 * words.length);
	for (const each of candidates.get()) {
		const { precision, recall } = compareWords(wordsOfHtml($.html(each)), words);
		const share = Math.min(precision, recall);
		if (share > best.share) best = { share, element: $(each) };
	}
	if (best.share === 0) return null;
	best.element.attr('data-nearest-part', '');
	return $.html();
}
