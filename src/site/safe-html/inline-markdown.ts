/**
 * Markdown of one clause → HTML of the same level, not yet safe: the build sanitises it in `clause-html.ts`, the browser in
 * `inline-nodes.ts`, each with the means that it has.
 */
import { Marked, type Tokens } from 'marked';
import { escapeHtml } from '../../text/escape.ts';

/** Signs that can mean anything but themselves; a text without one of them is written as it is. */
const markup = /[\\`*_[\]<>&~@]|:\/\/|www\./i;

/** Longer texts are written as plain text: the cost of finding pairs of brackets grows faster than the text. */
const longestMarkdown = 60_000;

/** Elements that may stand in a clause. */
export const inlineTags = ['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'q', 's', 'strong', 'sub', 'sup'];

export function isSafeAddress(address: string): boolean {
	return /^(?:https?:\/\/|mailto:)/i.test(address);
}

/** False for words that mean themselves, in Markdown and in HTML. */
export function hasMarkup(text: string): boolean {
	return markup.test(text);
}

export function isTooLong(markdown: string): boolean {
	return markdown.length > longestMarkdown;
}

const inline = new Marked({
	gfm: true,
	renderer: {
		image: ({ text }: Tokens.Image) => escapeHtml(text),
		del({ tokens }: Tokens.Del) {
			return `<s>${this.parser.parseInline(tokens)}</s>`;
		},
		link({ href, tokens }: Tokens.Link) {
			const words = this.parser.parseInline(tokens);
			if (isBlank(words)) return '';
			return isSafeAddress(href) ? `<a href="${escapeHtml(href)}">${words}</a>` : words;
		},
	},
});

/** @returns what a platform wrote between its marks as it came, raw HTML included: sanitise it */
export function hostileHtml(markdown: string): string {
	return inline.parseInline(markdown, { async: false });
}

/** `| a | b |` → `a`, `b`. A `\|` belongs to its cell. */
export function cellsOf(row: string): string[] {
	const inner = row
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function isBlank(html: string): boolean {
	return html.replace(/<[^>]*>/g, '').trim() === '';
}
