/** The MDX of editorial pages is text: what would run as a program is refused, with its line, before anything is rendered. */
import { mdxToMdast } from 'satteri';

export interface BodyComplaint {
	/** Line of the body, from 1. */
	readonly line: number;
	readonly what: string;
}

interface Node {
	readonly type: string;
	readonly value?: string;
	readonly name?: string | null;
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
/** Plain tags that Markdown has no sign for. */
const plainTags = new Set(['abbr', 'br', 'cite', 'q', 's', 'sub', 'sup']);

/** Empty where the body is text alone. */
export function bodyComplaints(body: string): readonly BodyComplaint[] {
	if (body.trim() === '') return [];
	try {
		return complaintsOf(mdxToMdast(body) as Node);
	} catch (error) {
		// `3:1: Expected a closing tag for …`
		const said = error instanceof Error ? error.message : String(error);
		const [, line = '1', reason = said] = /^(\d+):\d+: ([\s\S]*)$/.exec(said) ?? [];
		return [{ line: Number(line), what: `this is not MDX: ${reason}` }];
	}
}

function complaintsOf(node: Node): readonly BodyComplaint[] {
	const line = node.position?.start.line ?? 1;
	const own = complaintOf(node);
	const below = (node.children ?? []).flatMap(complaintsOf);
	return own === null ? below : [{ line, what: own }, ...below];
}

function complaintOf({ type, value = '', name, attributes = [] }: Node): string | null {
	const program = programs[type];
	// {/* a comment */} is how MDX writes what no reader sees.
	if (program !== undefined) return /^\s*\/\*[\s\S]*\*\/\s*$/.test(value) ? null : program;
	if (type !== 'mdxJsxFlowElement' && type !== 'mdxJsxTextElement') return null;
	if (name == null || !plainTags.has(name)) return `<${name ?? ''}> is no tag that an editorial page may use`;
	const odd = attributes.find(
		(each) => each.type !== 'mdxJsxAttribute' || typeof each.value === 'object' || each.name !== 'title',
	);
	return odd === undefined ? null : `<${name}> may have no attribute but title`;
}
