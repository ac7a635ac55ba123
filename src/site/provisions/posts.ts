/** Posts: which one is news, what a post speaks of, and their feed. */
import { Marked } from 'marked';
import type { Archive, Provision } from '../../model/archive.ts';
import type { Post } from '../../model/editorial.ts';
import type { Topic } from '../../model/topic.ts';
import { daysBetween } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { absolute, homeUrl, postsFeedUrl, postsUrl, postUrl } from '../addresses/urls.ts';
import { type WriteFeed, writeFeed } from '../formats/rss.ts';
import { editorialHtml } from '../safe-html/editorial-html.ts';

/** Items of the feed. */
const newest = 30;
/** Days for which the home page names a post. */
const newsDays = 90;

/** The newest post, where it is no older than 90 days on the archive's own clock; null where none is. */
export function newsOf({ posts, latest }: Pick<Archive, 'posts' | 'latest'>): Post | null {
	const [post] = posts;
	if (post === undefined || latest === null) return null;
	return daysBetween(post.published, latest.slice(0, 10)) < newsDays ? post : null;
}

export interface Subjects {
	readonly provisions: readonly Provision[];
	readonly topics: readonly Topic[];
}

/** What a post speaks of, in the order in which it names it. What is not there is left out: `npm run check` names it. */
export function subjectsOf(archive: Pick<Archive, 'provisions' | 'topics'>, post: Post): Subjects {
	const provisions = post.provisions.flatMap((name) =>
		archive.provisions.filter(({ platform, slug }) => `${platform.name}/${slug}` === name),
	);
	const topics = post.topics.flatMap((name) => archive.topics.filter(({ id }) => id === name));
	return { provisions, topics };
}

/** All posts with their whole text. */
export function postsFeed(archive: Archive, write: WriteFeed = writeFeed): string {
	const { name } = archive.collection;
	const channel = {
		title: `${name}: posts`,
		description: `What the people behind ${name} write`,
		page: postsUrl(),
		self: postsFeedUrl(),
		asOf: archive.latest,
	};
	const items = archive.posts.slice(0, newest).map((post) => ({
		title: post.title,
		lead: post.lead,
		page: postUrl(post.slug),
		identity: `post ${post.slug}`,
		categories: subjectsOf(archive, post).topics.map((topic) => topic.name),
		date: `${post.published}T00:00:00.000Z`,
		body: `<p>${escapeHtml(post.lead)}</p>${bodyHtml(post.body, postUrl(post.slug))}`,
	}));
	return write(channel, items);
}

const markdown = new Marked({ gfm: true });

/**
 * The body of a text for readers elsewhere: its Markdown, past the door for editorial HTML. A feed must be written without Astro, which
 * renders MDX; but an editorial body is text alone (src/analysis/editorial/editorial-body.ts), so that only its comments are left to take out.
 * @param page address that its links start from
 */
export function bodyHtml(body: string, page: string): string {
	const html = markdown.parse(withoutComments(body), { async: false });
	// The door writes attributes in one way.
	return editorialHtml(html, 3, homeUrl()).replace(/<a href="([^"]*)"/g, (_, href: string) => {
		const address = unescaped(href);
		const start = absolute(page);
		return URL.canParse(address, start) ? `<a href="${escapeHtml(new URL(address, start).href)}"` : '<a';
	});
}

// A comment in braces is how MDX writes what no reader sees; in code it means itself.
function withoutComments(body: string): string {
	return body.replace(
		/(```[\s\S]*?```|`[^`\n]*`)|\{\s*\/\*[\s\S]*?\*\/\s*\}/g,
		(_, code: string | undefined) => code ?? '',
	);
}

function unescaped(attribute: string): string {
	return attribute
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
