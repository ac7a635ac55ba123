/** Text made fit to stand in HTML and XML. */

/** Text that stands between tags or within a quoted attribute, of a page, a feed or a document for the search index. */
export function escapeHtml(text: string): string {
	return withoutControls(text).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * Signs that XML cannot hold even where they are escaped.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function withoutControls(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
	return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
