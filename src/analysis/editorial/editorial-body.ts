/** The MDX of editorial pages is text: what would run as a program is refused, with its line, before anything is rendered. */
import { mdxToMdast } from 'satteri';

export interface BodyComplaint {
	/** Line of the body, from 1. */
	readonly line: number;
	readonly what: string;
	/** Where there is another way out than Markdown. */
	readonly remedy?: string;
}

interface Node {
	readonly type: string;
	readonly value?: string;
	readonly name?: string | null;
	readonly url?: string;
	readonly attributes?: readonly {
		readonly type: string;
		readonly name?: string;
		readonly value?: unknown;
	}[];
	readonly children?: readonly Node[];
	readonly position?: { readonly start: { readonly line: number } };
}

const programs: Readonly<Record<string, string>> = {
	mdxjsEsm: 'import and export run a program',
	mdxFlowExpression: 'an expression in braces runs a program',
	mdxTextExpression: 'an expression in braces runs a program',
};
/** What braces may hold: comments, and nothing between them. */
const comments = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/;
/** What the pages would drop of links without a word (src/site/safe-html/editorial-html.ts). */
const address = /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i;
/** Plain tags that Markdown has no sign for. */
const plainTags = new Set(['abbr', 'br', 'cite', 'q', 's', 'sub', 'sup']);

/** Below the head of its file, a line of --- is a rule, and what follows runs. */
const asInFile = { features: { frontmatter: false } };

/** Empty where the body is text alone. */
export function bodyComplaints(body: string): readonly BodyComplaint[] {
	if (body.trim() === '') return [];
	try {
		return complaintsOf(mdxToMdast(body, asInFile) as Node);
	} catch (error) {
		// `3:1: Expected a closing tag for …`
		const said = error instanceof Error ? error.message : String(error);
		const [, line = '1', reason = said] = /^(\d+):\d+: ([\s\S]*)$/.exec(said) ?? [];
		return [{ line: Number(line), ...mdxWords(reason) }];
	}
}

const forTheSign = 'Write &lt; for the sign itself, [words](https://…) for a link, {/* … */} for a comment.';

/** What a parser of MDX gives up at, in the words of whoever writes a text. */
function mdxWords(reason: string): Pick<BodyComplaint, 'what' | 'remedy'> {
	const [, tag] = /^Expected a closing tag for `(<[^`]{0,40})`/.exec(reason) ?? [];
	if (tag !== undefined)
		return { what: `this is not MDX: the tag ${tag} is never closed`, remedy: forTheSign };
	if (/`<`|before name|in name|create a (?:link|comment) in MDX/.test(reason))
		return { what: 'this is not MDX: a < begins a tag, and none follows', remedy: forTheSign };
	if (/closing brace|in expression/.test(reason))
		return { what: 'this is not MDX: a { is never closed', remedy: 'Write \\{ for the sign itself.' };
	return { what: `this is not MDX: ${reason}` };
}

export interface BodyLink {
	/** Line of the body, from 1. */
	readonly line: number;
	readonly address: string;
}

/** Where the body leads to, in the order of its lines; empty where it is not MDX. */
export function bodyLinks(body: string): readonly BodyLink[] {
	try {
		return linksOf(mdxToMdast(body, asInFile) as Node);
	} catch {
		return [];
	}
}

function linksOf({ type, url = '', position, children = [] }: Node): readonly BodyLink[] {
	const own =
		type === 'link' || type === 'definition' ? [{ line: position?.start.line ?? 1, address: url }] : [];
	return [...own, ...children.flatMap(linksOf)];
}

function complaintsOf(node: Node): readonly BodyComplaint[] {
	const line = node.position?.start.line ?? 1;
	const own = complaintOf(node);
	const below = (node.children ?? []).flatMap(complaintsOf);
	return own === null ? below : [{ line, what: own }, ...below];
}

function complaintOf(node: Node): string | null {
	const { type, value = '', url = '' } = node;
	const program = programs[type];
	if (program !== undefined) return type !== 'mdxjsEsm' && comments.test(value) ? null : program;
	if (type === 'image' || type === 'imageReference')
		return 'editorial pages show no pictures: link to the page that shows it, by its full address';
	if (type === 'footnoteReference' || type === 'footnoteDefinition')
		return 'editorial pages have no footnotes: say it in the text';
	if (type === 'link' || type === 'definition') return address.test(url) ? null : linkComplaint(url);
	return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement' ? tagComplaint(node) : null;
}

function linkComplaint(url: string): string {
	const what = `a link may not lead to ${JSON.stringify(url)}`;
	// A scheme of its own, or another host: no slip of somebody who meant a page of this site.
	if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(url)) return what;
	return `${what}: a page may stand at several addresses, so begin with https://, or with / for a page of this site`;
}

function tagComplaint({ name, attributes = [] }: Node): string | null {
	if (name == null || !plainTags.has(name)) return `<${name ?? ''}> is no tag that an editorial page may use`;
	const odd = attributes.find(
		(each) => each.type !== 'mdxJsxAttribute' || typeof each.value === 'object' || each.name !== 'title',
	);
	return odd === undefined ? null : `<${name}> may have no attribute but title`;
}
