/**
 * Markdown of one clause as nodes of the page, in the browser. The text is hostile input: it is parsed in a document that runs and loads
 * nothing, and only elements of a short list are made anew from it, with no attribute but a checked address.
 */
import {
	hasMarkup,
	hostileHtml,
	inlineTags,
	isSafeAddress,
	isTooLong,
} from '../../site/safe-html/inline-markdown.ts';

const allowed: ReadonlySet<string> = new Set(inlineTags);
/** Elements whose content is no text for readers. */
const silent: ReadonlySet<string> = new Set([
	'script',
	'style',
	'textarea',
	'option',
	'noscript',
	'template',
]);

/** Even where nothing runs, the policy of the page complains of these two; under another name they are dropped in silence. */
const reported = /<(\/?)(style|base)\b/gi;

const parser = new DOMParser();

export function inlineNodes(markdown: string): DocumentFragment {
	const made = document.createDocumentFragment();
	if (!hasMarkup(markdown) || isTooLong(markdown)) made.append(markdown);
	else copyChildren(inertBody(hostileHtml(markdown)), made);
	return made;
}

function inertBody(html: string): HTMLElement {
	return parser.parseFromString(html.replace(reported, '<$1x-$2'), 'text/html').body;
}

function copyChildren(from: Node, to: Node): void {
	for (const node of from.childNodes) {
		if (node.nodeType === Node.TEXT_NODE) to.appendChild(textNode(node));
		else if (node.nodeType === Node.ELEMENT_NODE) copyElement(node as Element, to);
	}
}

function textNode(node: Node): Text {
	return document.createTextNode(node.nodeValue ?? '');
}

function copyElement(element: Element, to: Node): void {
	const name = element.localName;
	if (silent.has(name)) return;
	if (name === 'a') copyLink(element, to);
	else if (allowed.has(name)) copyInto(document.createElement(name), element, to);
	else copyChildren(element, to);
}

function copyLink(element: Element, to: Node): void {
	const address = (element.getAttribute('href') ?? '').trim();
	if ((element.textContent ?? '').trim() === '') return;
	if (isSafeAddress(address)) {
		const link = document.createElement('a');
		link.href = address;
		link.rel = 'nofollow noopener noreferrer';
		copyInto(link, element, to);
	} else copyChildren(element, to);
}

function copyInto(made: HTMLElement, element: Element, to: Node): void {
	copyChildren(element, made);
	to.appendChild(made);
}
