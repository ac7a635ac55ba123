/**
 * One clause of an archived text as HTML that may stand inside any paragraph, list item or cell. The text is hostile input: past this
 * door no script, handler, style, image or address of another scheme survives.
 */
import sanitize from 'sanitize-html';
import { escapeHtml } from '../../text/escape.ts';
import { cellsOf, hasMarkup, hostileHtml, inlineTags, isSafeAddress, isTooLong } from './inline-markdown.ts';

const rules: sanitize.IOptions = {
	allowedTags: inlineTags,
	allowedAttributes: { a: ['href', 'rel'] },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowProtocolRelative: false,
	transformTags: { a: safeLink },
	exclusiveFilter: ({ tag, text }) => tag === 'a' && text.trim() === '',
	disallowedTagsMode: 'discard',
};

/** Markdown of one clause → HTML at the level of text: links, emphasis, code, line breaks. */
export function clauseHtml(markdown: string): string {
	if (!hasMarkup(markdown)) return markdown;
	return isTooLong(markdown) ? escapeHtml(markdown) : sanitize(hostileHtml(markdown), rules);
}

/** `| a | b |` → the HTML of each cell. */
export function rowCells(markdown: string): string[] {
	return cellsOf(markdown).map(clauseHtml);
}

/**
 * A link of raw HTML that leads nowhere safe loses its address. It keeps its tag: where a transformation changes the name,
 * sanitize-html gives the new name to a later closing tag of the same depth as well.
 */
function safeLink(tagName: string, attributes: sanitize.Attributes): sanitize.Tag {
	const { href = '' } = attributes;
	const attribs: sanitize.Attributes = isSafeAddress(href.trim())
		? { href, rel: 'nofollow noopener noreferrer' }
		: {};
	return { tagName, attribs };
}
