/**
 * What people write below the head of an MDX file, as HTML that may stand in a page. Editors are trusted more than archived texts are, and
 * yet pass a door like theirs: a page must hold no script, style or picture from elsewhere, whoever wrote it.
 */
import sanitize from 'sanitize-html';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const allowedTags = [
	...headings,
	...['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'],
	...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
	...['a', 'abbr', 'b', 'cite', 'code', 'em', 'i', 'q', 's', 'strong', 'sub', 'sup'],
];

/**
 * @param level of the outermost headings, which the author writes as `##`
 * @param home path of the home page: an address that begins with a slash begins there, wherever the site stands
 */
export function editorialHtml(html: string, level: 2 | 3 | 4, home: string): string {
	const shifted = headings.map((tag, at) => [tag, `h${Math.min(6, Math.max(level, at - 1 + level))}`]);
	return sanitize(html, {
		allowedTags,
		allowedAttributes: { a: ['href'], ol: ['start'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: {
			...Object.fromEntries(shifted),
			// Marks of a change are the archive's alone.
			del: 's',
			a: (tagName, { href }): sanitize.Tag => ({
				tagName,
				attribs: href ? { href: addressFrom(href, home) } : {},
			}),
		},
	}).trim();
}

function addressFrom(href: string, home: string): string {
	return /^\/(?![/\\])/.test(href) ? `${home}${href.slice(1)}` : href;
}
