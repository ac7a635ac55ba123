/** The signs that a browser writes around quotations, and around the readings of East Asian words where it cannot raise them. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { elementsNamed } from '../selection/dom.ts';
import { textNode } from './new-nodes.ts';
import { notedStyle } from './page-styles.ts';

const quotations: ReadonlySet<string> = new Set(['q']);
const readings: ReadonlySet<string> = new Set(['rt']);

/** Outer and inner pairs by language. */
const pairs: readonly (readonly [languages: string, signs: string])[] = [
	['de cs sk sl bg lt is', '„“‚‘'],
	['pl ro hu hr sr', '„”‚’'],
	['fr', '«»‹›'],
	['es it pt-pt el ca gl no nb nn sq', '«»“”'],
	['ru uk be', '«»„“'],
	['da', '»«›‹'],
	['sv fi', '””’’'],
	['ja zh-hant zh-tw zh-hk', '「」『』'],
];
const usual = '“”‘’';

/** @param language of the page as a whole, or empty */
export function writeQuotationMarks($: CheerioAPI, language: string): void {
	for (const quotation of elementsNamed($, quotations)) {
		const { said, depth } = surroundingsOf(quotation);
		const text = $(quotation).text().trim();
		// Some pages write their own and hide the browser's.
		if (text === '' || notedStyle(quotation, 'quotes') === 'none' || /^["'“”„«»‹›‘’‚「『]/.test(text))
			continue;
		const signs = signsFor(said ?? language);
		const at = (depth % 2) * 2;
		$(quotation)
			.prepend(textNode(signs[at] as string))
			.append(textNode(signs[at + 1] as string));
	}
	for (const reading of elementsNamed($, readings)) {
		const isBracketed = reading.prev?.type === 'tag' && reading.prev.name === 'rp';
		if (isBracketed || $(reading).text().trim() === '') continue;
		$(reading).prepend(textNode('(')).append(textNode(')'));
	}
}

function signsFor(language: string): string {
	const lower = language.toLowerCase();
	const found = pairs.find(([languages]) =>
		languages.split(' ').some((each) => lower === each || lower.startsWith(`${each}-`)),
	);
	return found?.[1] ?? usual;
}

/** Deeper than real pages nest. */
const deepest = 200;

function surroundingsOf(element: Element): { said: string | null; depth: number } {
	let said: string | null = null;
	let depth = 0;
	let step = 0;
	for (let at = element.parent; at !== null && step < deepest; at = at.parent, step++) {
		if (at.type !== 'tag') continue;
		if (at.name === 'q') depth++;
		said ??= at.attribs.lang ?? null;
	}
	return { said, depth };
}
