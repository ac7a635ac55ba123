/**
 * One clause of an archived text as HTML that may stand inside any paragraph, list item or cell. The text is hostile input: past this
 * door no script, handler, style, image or address of another scheme survives.
 */
import { Marked, type Tokens } from 'marked';
import sanitize from 'sanitize-html';
import { escapeHtml } from './escape.ts';

/** Signs that can mean anything but themselves; a text without one of them is written as it is. */
const markup = /[\\`*_[\]<>&~@]|:\/\/|www\./i;

/** Longer texts are written as plain text: the cost of finding pairs of brackets grows faster than the text. */
const longestMarkdown = 60_000;

const safeAddress = /^(?:https?:\/\/|mailto:)/i;

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
			return safeAddress.test(href) ? `<a href="${escapeHtml(href)}">${words}</a>` : words;
		},
	},
});

const rules: sanitize.IOptions = {
	allowedTags: ['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'q', 's', 'strong', 'sub', 'sup'],
	allowedAttributes: { a: ['href', 'rel'] },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowProtocolRelative: false,
	transformTags: { a: safeLink },
	exclusiveFilter: ({ tag, text }) => tag === 'a' && text.trim() === '',
	disallowedTagsMode: 'discard',
};

/** Markdown of one clause → HTML at the level of text: links, emphasis, code, line breaks. */
export function clauseHtml(markdown: string): string {
	if (!markup.test(markdown)) return markdown;
	if (markdown.length > longestMarkdown) return escapeHtml(markdown);
	return sanitize(inline.parseInline(markdown, { async: false }), rules);
}

/** `| a | b |` → the HTML of each cell. A `\|` belongs to its cell. */
export function rowCells(markdown: string): string[] {
	const inner = markdown
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	return inner.split(/(?<!\\)\|/).map((cell) => clauseHtml(cell.trim().replaceAll('\\|', '|')));
}

/**
 * A link of raw HTML that leads nowhere safe loses its address. It keeps its tag: where a transformation changes the name,
 * sanitize-html gives the new name to a later closing tag of the same depth as well.
 */
function safeLink(tagName: string, attributes: sanitize.Attributes): sanitize.Tag {
	const { href = '' } = attributes;
	const attribs: sanitize.Attributes = safeAddress.test(href.trim())
		? { href, rel: 'nofollow noopener noreferrer' }
		: {};
	return { tagName, attribs };
}

function isBlank(html: string): boolean {
	return html.replace(/<[^>]*>/g, '').trim() === '';
}
