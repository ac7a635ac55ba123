/**
 * Finds the elements of a document by their names in one walk: a selector costs several times as much, and cleaning a page asks twenty times.
 * And takes elements apart where they may not stand.
 */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, ChildNode, Document, Element, ParentNode, Text } from 'domhandler';

/** In document order. Scripts and styles count as elements. */
export function elementsNamed($: CheerioAPI, names: ReadonlySet<string>): Element[] {
	return nodesWhere($.root()[0] as Document, (node): node is Element => isNamed(node, names));
}

/** All of them. */
export function allElements($: CheerioAPI): Element[] {
	return nodesWhere($.root()[0] as Document, (node): node is Element => 'name' in node && 'attribs' in node);
}

/** True where one of them lies inside. */
export function holdsNamed(element: Element, names: ReadonlySet<string>): boolean {
	return nodesWhere(element, (node): node is Element => node !== element && isNamed(node, names)).length > 0;
}

export function isNamed(node: AnyNode, names: ReadonlySet<string>): node is Element {
	return 'name' in node && names.has(node.name);
}

const blocks: ReadonlySet<string> = new Set(
	(
		'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
		'h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
	).split(' '),
);

/** True for an element that begins a line of its own. */
export function isBlock(node: AnyNode): node is Element {
	return isNamed(node, blocks);
}

/** Of the node and all that it holds, in document order. Without recursion, as pages can be made deep. */
export function nodesWhere<Node extends AnyNode>(
	top: AnyNode,
	isWanted: (node: AnyNode) => node is Node,
): Node[] {
	const nodes: Node[] = [];
	const open: AnyNode[] = [top];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (isWanted(node)) nodes.push(node);
		if (!('children' in node)) continue;
		for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as AnyNode);
	}
	return nodes;
}

/** Writes what a node holds anew, once for any number of nodes: to move one after the other takes the square of their number. */
export function setChildren(parent: ParentNode, children: readonly ChildNode[]): void {
	for (const [at, child] of children.entries()) {
		child.parent = parent;
		child.prev = children[at - 1] ?? null;
		child.next = children[at + 1] ?? null;
	}
	parent.children = [...children];
}

/** Takes nodes out of the page, whatever their number. */
export function removeNodes(nodes: Iterable<AnyNode>): void {
	const gone = new Set(nodes);
	const parents = new Set([...gone].map(({ parent }) => parent).filter((parent) => parent !== null));
	for (const parent of parents)
		setChildren(
			parent,
			parent.children.filter((child) => !gone.has(child)),
		);
	for (const node of gone) node.parent = node.prev = node.next = null;
}

/**
 * As deep as Chromium lets elements lie in each other; real pages do not come near. Whoever asks what an element lies in, or indents it,
 * takes time with its depth.
 */
const deepest = 512;

/** Leaves of what lies deeper the words alone. */
export function boundDepth($: CheerioAPI): void {
	const open: [node: ParentNode, depth: number][] = [[$.root()[0] as Document, 0]];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const [node, depth] = next;
		if (depth === deepest)
			setChildren(
				node,
				nodesWhere(node as AnyNode, (each): each is Text => each.type === 'text'),
			);
		for (const child of node.children) if ('children' in child) open.push([child, depth + 1]);
	}
}

export function holdsBlock(element: Element): boolean {
	return element.children.some((child) => child.type === 'tag' && (isBlock(child) || holdsBlock(child)));
}

/** Every block and line break inside becomes a space at its ends, so that no two words grow together. */
export function flatten($: CheerioAPI, element: Element): void {
	for (const child of [...element.children]) flattenNode($, child);
}

function flattenNode($: CheerioAPI, node: AnyNode): void {
	if (node.type !== 'tag') return;
	for (const child of [...node.children]) flattenNode($, child);
	if (node.name === 'br') $(node).replaceWith(' ');
	else if (isBlock(node)) {
		$(node).before(' ').after(' ');
		unwrap($, node);
	}
}

/** Leaves what an element holds in its place. Cheerio, asked to replace it by nothing, would part its neighbours from each other. */
export function unwrap($: CheerioAPI, element: Element): void {
	if (element.children.length === 0) $(element).remove();
	else $(element).replaceWith($(element).contents());
}
