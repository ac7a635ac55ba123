/** Puts the shadow trees that a page declares where people see them: in the place of what stands in their hosts. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, ChildNode, Element } from 'domhandler';
import { elementsNamed, nodesWhere, setChildren } from './dom.ts';

const templates: ReadonlySet<string> = new Set(['template']);

/** Of several in one host the first one counts. Inner ones first: a host may stand in the shadow tree of another. */
export function openShadowRoots($: CheerioAPI): void {
	const first = new Map<Element, Element>();
	for (const template of elementsNamed($, templates)) {
		const host = template.parent;
		if (template.attribs.shadowrootmode === undefined || host?.type !== 'tag') continue;
		if (!first.has(host)) first.set(host, template);
	}
	for (const [host, template] of [...first].reverse()) {
		const light = host.children.filter((child) => child !== template);
		const shadow = contentOf(template);
		$(template).remove();
		fillSlots(shadow, light);
		setChildren(host, shadow);
	}
}

/** A parser puts what a template holds in a fragment of its own. */
function contentOf(template: Element): ChildNode[] {
	return template.children.flatMap((child) =>
		(child as AnyNode).type === 'root' && 'children' in child ? child.children : [child],
	);
}

/** What no slot asks for is not shown. A slot that nothing was given for shows what it holds. */
function fillSlots(shadow: readonly ChildNode[], light: readonly ChildNode[]): void {
	const byName = Map.groupBy(light, (node) => (node.type === 'tag' ? (node.attribs.slot ?? '') : ''));
	for (const top of shadow) {
		for (const slot of nodesWhere(
			top,
			(node): node is Element => node.type === 'tag' && node.name === 'slot',
		)) {
			const name = slot.attribs.name ?? '';
			const given = byName.get(name) ?? [];
			byName.delete(name);
			const isGiven = given.some((node) => node.type !== 'text' || node.data.trim() !== '');
			if (isGiven) setChildren(slot, given);
		}
	}
}
