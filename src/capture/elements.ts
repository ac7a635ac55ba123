/** Finds the elements of a document by their names in one walk: a selector costs several times as much, and cleaning a page asks twenty times. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Document, Element } from 'domhandler';

/** In document order. Scripts and styles count as elements. */
export function elementsNamed($: CheerioAPI, names: ReadonlySet<string>): Element[] {
	return nodesOf($.root()[0] as Document).filter((node) => isNamed(node, names)) as Element[];
}

/** All of them. */
export function allElements($: CheerioAPI): Element[] {
	return nodesOf($.root()[0] as Document).filter((node) => 'name' in node && 'attribs' in node) as Element[];
}

/** True where one of them lies inside. */
export function holdsNamed(element: Element, names: ReadonlySet<string>): boolean {
	return nodesOf(element).some((node) => node !== element && isNamed(node, names));
}

function isNamed(node: AnyNode, names: ReadonlySet<string>): boolean {
	return 'name' in node && names.has(node.name);
}

/** The node and all that it holds, in document order. Without recursion, as pages can be made deep. */
export function nodesOf(top: AnyNode): AnyNode[] {
	const nodes: AnyNode[] = [];
	const open: AnyNode[] = [top];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		nodes.push(node);
		if (!('children' in node)) continue;
		for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as AnyNode);
	}
	return nodes;
}
