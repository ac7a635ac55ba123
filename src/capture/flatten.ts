/** Turns blocks inside an element into one run of text, for the places where Markdown allows no blocks. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

/** Elements that begin a line of their own. A set and a walk: one selector of 45 names would be compiled anew at every use. */
const blocks: ReadonlySet<string> = new Set(
	(
		'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
		'h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
	).split(' '),
);

export function holdsBlock(element: Element): boolean {
	return element.children.some(
		(child) => child.type === 'tag' && (blocks.has(child.name) || holdsBlock(child)),
	);
}

/** Every block and line break inside becomes a space at its ends, so that no two words grow together. */
export function flatten($: CheerioAPI, element: Element): void {
	for (const child of [...element.children]) flattenNode($, child);
}

function flattenNode($: CheerioAPI, node: AnyNode): void {
	if (node.type !== 'tag') return;
	for (const child of [...node.children]) flattenNode($, child);
	if (node.name === 'br') $(node).replaceWith(' ');
	else if (blocks.has(node.name)) $(node).before(' ').after(' ').replaceWith($(node).contents());
}
