/** Turns blocks inside an element into one run of text, for the places where Markdown allows no blocks. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { isBlock } from './dom.ts';

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
