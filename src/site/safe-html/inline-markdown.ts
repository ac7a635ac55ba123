/**
 * Markdown of one clause → HTML of the same level, not yet safe: the build sanitises it in `clause-html.ts`, the browser in
 * `inline-nodes.ts`, each with the means that it has.
 */
import { Marked, Tokenizer, type Tokens } from 'marked';
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

/**
 * Signs that may be read again while one text is: each mark that has no end is looked for to the end of the text, and what stands in marks
 * is read once more. Real texts need two or three times their length; past this, what is left means itself.
 */
const mostReadAgain = 100;
/** A short text may be read again as often as it likes. */
const freely = 100_000;
let left = 0;

/** @param src what is left of the text @param read tells what begins there */
function metered<Token extends { readonly raw: string }>(
	src: string,
	read: () => Token | undefined,
): Token | undefined {
	if (left <= 0) return undefined;
	const token = read();
	left -= token?.raw.length ?? src.length;
	return token;
}

const { emStrong, del, link, inlineText } = Tokenizer.prototype;
/** Wherever words begin, a mail address may: read to its end, at each of its signs that could be a mark as well. */
const maybeMail = /^[\w.!#$%&'*+/=?^`{|}~-]*/;
/** Begins a mark that has to end. */
const opens = /^[*_~[!]/;

const inline = new Marked({
	gfm: true,
	tokenizer: {
		emStrong(src, masked, before) {
			return opens.test(src) ? metered(src, () => emStrong.call(this, src, masked, before)) : undefined;
		},
		del(src, masked, before) {
			return opens.test(src) ? metered(src, () => del.call(this, src, masked, before)) : undefined;
		},
		link(src) {
			return opens.test(src) ? metered(src, () => link.call(this, src)) : undefined;
		},
		inlineText(src) {
			if (left <= 0) return { type: 'text', raw: src, text: src, escaped: false };
			left -= maybeMail.exec(src)?.[0].length ?? 0;
			return inlineText.call(this, src);
		},
	},
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
	left = freely + mostReadAgain * markdown.length;
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
