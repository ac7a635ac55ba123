/** Faults of a page that arrived: the declared part is not in it, it has no text, or it defeats what reads it. */
import type { FaultTable } from './fault-entry.ts';

/** Where work was stopped. */
export type Bound = { readonly seconds: number } | { readonly megabytes: number };

function within(bound: Bound): string {
	return 'seconds' in bound ? `within ${bound.seconds} s` : `in ${bound.megabytes} MB`;
}

const quote = JSON.stringify;

const mendSelector = 'Open the page’s source: if it changed, correct the selector in the declaration.';
const mendTextlessPart =
	'If people see the agreement there, correct the selector; the page may need a browser to show it.';
const openPage =
	'Open it in a browser; where it is an ordinary page there, report the address as an error of this program.';
const openPdf = 'Open it in a reader; where it opens there, report the address as an error of this program.';
const otherPdf =
	'Declare a web page or another PDF of the same agreement: text is not guessed from pictures.';
const mendBrowser =
	'It may pass; if it stays, see that Chrome or Chromium runs on this machine (npm install brings one; CHROMIUM names another).';
const mendScript = 'Correct the script, or the declaration’s filter.';

export const pageFaults = {
	'selector-matches-nothing': {
		code: 'selector',
		what: ({ selector }: { selector: string }) => `the selector ${quote(selector)} matches nothing`,
		remedy: mendSelector,
	},
	/** `said` by the parser of selectors; empty where it gave no reason. */
	'no-css-selector': {
		code: 'selector',
		what: ({ selector, said }: { selector: string; said: string }) =>
			`${quote(selector)} is no CSS selector${said === '' ? '' : `: ${said}`}`,
		remedy: mendSelector,
	},
	'range-holds-nothing': {
		code: 'selector',
		what: ({ start, end }: { start: string; end: string }) =>
			`nothing lies between ${quote(start)} and ${quote(end)}: the range ends before it begins`,
		remedy: mendSelector,
	},
	'part-without-text': {
		code: 'empty',
		what: () => 'the selected part of the page holds no text',
		remedy: mendTextlessPart,
	},
	'page-without-text': {
		code: 'empty',
		what: () => 'the page has no running text, in a browser neither',
		remedy: 'Open it: it may stand behind a wall, or in a frame that has an address of its own.',
	},
	'part-too-short': {
		code: 'short',
		what: ({ words }: { words: number }) => `the selected part of the page holds only ${words} words`,
		remedy: mendTextlessPart,
	},
	'page-defeats-parser': {
		code: 'unreadable',
		what: ({ said }: { said: string }) => `the page is made so that it cannot be read (${said})`,
		remedy: openPage,
	},
	'page-takes-too-much': {
		code: 'unreadable',
		what: ({ bound }: { bound: Bound }) => `the page is made so that it cannot be read ${within(bound)}`,
		remedy: openPage,
	},
	'text-takes-too-much': {
		code: 'unreadable',
		what: ({ bound }: { bound: Bound }) =>
			`the text is made so that it cannot be compared with the recorded one ${within(bound)}`,
		remedy: openPage,
	},
	'pdf-of-pictures': {
		code: 'pdf-without-text',
		what: () => 'this PDF has no text layer: it holds pictures of text, but no text',
		remedy: otherPdf,
	},
	'pdf-mostly-of-pictures': {
		code: 'pdf-without-text',
		what: ({ pictures, pages }: { pictures: number; pages: number }) =>
			`${pictures} of the ${pages} pages of this PDF are pictures of text without a text layer`,
		remedy: otherPdf,
	},
	'pdf-of-unnamed-letters': {
		code: 'pdf-without-text',
		what: () => 'this PDF has no text layer: its fonts do not say which letters they show',
		remedy: otherPdf,
	},
	'pdf-with-password': {
		code: 'pdf-encrypted',
		what: () => 'this PDF is encrypted and asks for a password',
		remedy: 'Declare a page or a PDF of the same agreement that opens for everybody.',
	},
	'pdf-damaged': {
		code: 'pdf-unreadable',
		what: ({ said }: { said: string }) => `this PDF is damaged or made to be so: it cannot be read: ${said}`,
		remedy: openPdf,
	},
	'pdf-takes-too-much': {
		code: 'pdf-unreadable',
		what: ({ bound }: { bound: Bound }) =>
			`this PDF is damaged or made to be so: it could not be read ${within(bound)}`,
		remedy: openPdf,
	},
	'no-browser': {
		code: 'browser',
		what: () => 'no browser could be started',
		remedy: mendBrowser,
	},
	'browser-failed': {
		code: 'browser',
		what: ({ said }: { said: string }) => `the browser failed: ${said}`,
		remedy: mendBrowser,
	},
	'not-shown-in-time': {
		code: 'timeout',
		what: ({ seconds }: { seconds: number }) => `the page was not there within ${seconds} s in a browser`,
		remedy: 'It may pass; if it stays, see whether the page needs a browser at all (executeClientScripts).',
	},
	'shown-page-too-large': {
		code: 'too-large',
		what: ({ megabytes }: { megabytes: number }) => `the page is larger than ${megabytes} MB`,
		remedy: 'An agreement is never that large: see whether its scripts fill the page without end.',
	},
	'filter-not-allowed': {
		code: 'filter-script',
		what: ({ filter }: { filter: string }) =>
			`the declaration asks for the filter ${quote(filter)}, which is none of the program's own; scripts of the collection are not allowed, or there is none for this platform`,
		remedy:
			'Say the same with select and remove, if you can. Else write declarations/<platform>.filters.js and allow it: filterScripts: true in collection.yml. Such a script runs with your rights: read it first.',
	},
	'filter-failed': {
		code: 'filter-script',
		what: ({ script, said }: { script: string; said: string }) => `${script}: ${said}`,
		remedy: mendScript,
	},
	'filter-takes-too-much': {
		code: 'filter-script',
		what: ({ script, bound }: { script: string; bound: Bound }) =>
			`${script}: it took ${'seconds' in bound ? `more than ${bound.seconds} s` : 'too much memory'}`,
		remedy: mendScript,
	},
} as const satisfies FaultTable;
