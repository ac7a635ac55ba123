/** Lists of feeds as OPML 2.0, for readers that import them. */
import { escapeHtml } from '../../text/escape.ts';

export interface ListedFeed {
	readonly name: string;
	/** Whole addresses. */
	readonly feed: string;
	readonly page: string;
}

/**
 * @param created value of `dateCreated`, as RFC 822 writes dates
 * @param docs address of what tells about the file; left out: none
 * @see http://opml.org/spec2.opml
 */
export function opmlOf(title: string, created: string, feeds: readonly ListedFeed[], docs?: string): string {
	const outlines = feeds.map((each) => {
		const [name, feed, page] = [each.name, each.feed, each.page].map(escapeHtml);
		return `\t\t<outline type="rss" text="${name}" title="${name}" xmlUrl="${feed}" htmlUrl="${page}"/>`;
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<opml version="2.0">',
		'\t<head>',
		`\t\t<title>${escapeHtml(title)}</title>`,
		`\t\t<dateCreated>${created}</dateCreated>`,
		...(docs === undefined ? [] : [`\t\t<docs>${escapeHtml(docs)}</docs>`]),
		'\t</head>',
		'\t<body>',
		...outlines,
		'\t</body>',
		'</opml>',
		'',
	].join('\n');
}
