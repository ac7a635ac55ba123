/** Guesses which element of a page holds the agreement, and names it by what is likely to stay when the page is changed. */
import { type CheerioAPI, load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { boundDepth } from './dom.ts';

export interface Proposal {
	readonly selector: string;
	/** Share of the page's running text that the element holds, 0 to 1. */
	readonly coverage: number;
	/** Share of the element's own text that is running text: no menus, no lists of links. */
	readonly purity: number;
	/** False where the element has no name of its own, so that the selector goes by its place in the page. */
	readonly isStable: boolean;
}

/** Characters of text; `running` are those outside links and outside of menus, heads and feet of the page. */
interface Mass {
	readonly all: number;
	readonly running: number;
}

/**
 * What lies outside may be a box of contacts or a notice that nothing gives away as one. On 67 real pages every value from 0.9 to 0.98 comes
 * to the same number of good proposals, so this one stands in between.
 */
const leastCoverage = 0.95;

/** Null where the page has hardly any running text: what scripts write is not there yet. */
export function proposeSelector(html: string): Proposal | null {
	const $ = load(html);
	boundDepth($);
	const masses = weigh($);
	const body = $('body')[0];
	const total = body === undefined ? 0 : (masses.get(body)?.running ?? 0);
	if (body === undefined || total < fewestCharacters) return null;
	const line = lineOfContent(body, total, masses);
	const innermost = line.at(-1) as Element;
	for (const element of line.toReversed()) {
		if (isMuchWider(masses.get(element), masses.get(innermost))) break;
		const selector = nameOf($, element);
		if (selector !== null) return proposalOf(selector, element, true);
	}
	return proposalOf(pathOf($, innermost), innermost, false);

	function proposalOf(selector: string, element: Element, isStable: boolean): Proposal {
		const { all, running } = masses.get(element) as Mass;
		return { selector, coverage: running / total, purity: all === 0 ? 0 : running / all, isStable };
	}
}

/** As many as the shortest text that counts as an agreement has. */
const fewestCharacters = 120;

const unread = 'script,style,noscript,template,svg,iframe,select,option,textarea,button,title';
const furniture =
	'nav,body>header,body>footer,[role="navigation"],[role="banner"],[role="contentinfo"],[role="dialog"],dialog,[aria-hidden="true"],' +
	'[class*="cookie" i],[id*="cookie" i],[class*="consent" i],[id*="consent" i],[class*="breadcrumb" i],[id*="footer" i],[class*="footer" i]';

/** A policy on cookies is no notice about them, whatever the classes around it are called: furniture is never most of a page. */
function weigh($: CheerioAPI): ReadonlyMap<Element, Mass> {
	const plain = weighWithout($, new Set());
	const isSmall = (element: AnyNode) =>
		2 * (plain.get(element as Element)?.running ?? 0) < (plain.get($('body')[0] as Element)?.running ?? 0);
	return weighWithout($, new Set($(furniture).get().filter(isSmall)));
}

function weighWithout($: CheerioAPI, outside: ReadonlySet<AnyNode>): ReadonlyMap<Element, Mass> {
	const skipped = new Set<AnyNode>($(unread).get());
	const masses = new Map<Element, Mass>();
	const visit = (node: AnyNode, isRunning: boolean): Mass => {
		if (node.type === 'text') {
			const all = node.data.replace(/\s+/g, ' ').trim().length;
			return { all, running: isRunning ? all : 0 };
		}
		if (!('children' in node) || skipped.has(node)) return { all: 0, running: 0 };
		const inside = isRunning && !outside.has(node) && !(node.type === 'tag' && node.name === 'a');
		let [all, running] = [0, 0];
		for (const child of node.children) {
			const mass = visit(child, inside);
			all += mass.all;
			running += mass.running;
		}
		if (node.type === 'tag') masses.set(node, { all, running });
		return { all, running };
	};
	visit($.root()[0] as AnyNode, true);
	return masses;
}

/** From the body to the innermost element that still holds the agreement, each inside the one before. */
function lineOfContent(body: Element, total: number, masses: ReadonlyMap<Element, Mass>): Element[] {
	const line = [body];
	for (;;) {
		const inner = (line.at(-1) as Element).children.find(
			(child): child is Element =>
				child.type === 'tag' && (masses.get(child)?.running ?? 0) >= leastCoverage * total,
		);
		if (inner === undefined) return line;
		line.push(inner);
	}
}

/** A name is worth a line or two of furniture, which can be removed, but not a menu. */
function isMuchWider(outer: Mass | undefined, inner: Mass | undefined): boolean {
	return (outer?.all ?? 0) > 1.1 * (inner?.all ?? 0) + 80;
}

/** A selector by name that means this element alone; null where it has none that is likely to stay. */
function nameOf($: CheerioAPI, element: Element): string | null {
	return candidates(element).find((selector) => isOnly($, selector, element)) ?? null;
}

function candidates({ name, attribs }: Element): string[] {
	const classes = (attribs.class ?? '').split(/\s+/).filter(isStableName);
	const telling = classes.filter((each) => tellingName.test(each));
	const ids = attribs.id !== undefined && isStableName(attribs.id) ? [`#${attribs.id}`] : [];
	return [
		...(name === 'main' || name === 'article' ? [name] : []),
		...ids,
		...(attribs.role === 'main' || attribs.role === 'article' ? [`[role="${attribs.role}"]`] : []),
		...(attribs.itemprop === 'articleBody' ? ['[itemprop="articleBody"]'] : []),
		...[...telling, ...classes].map((each) => `.${each}`),
		...telling.map((each) => `${name}.${each}`),
	];
}

const tellingName = /content|article|terms|policy|privacy|legal|document|entry|post|text|markdown|prose/i;
/** Names of frameworks that say how something looks and not what it is. */
const layoutName =
	/^(?:row|col|container|wrapper|wrap|inner|outer|flex|grid|block|section|clearfix|[mp][trblxy]?|w|h|d|text|bg|is|has|active|show|fade|elementor|wp|css|sc|jsx|svelte|ng|v)(?:[-_]|$)/i;

/** styled-components, CSS modules and their like. */
const madeName = /-sc-|__?[a-z0-9]*\d[a-z0-9]*$|^page-template|^material-icon/i;

/** Letters in words, as people write names: digits in the midst and mixed case without a pattern come from programs. */
function isStableName(name: string): boolean {
	if (!/^[a-z][a-z0-9_-]*$/i.test(name) || name.length > 50 || layoutName.test(name) || madeName.test(name))
		return false;
	return name
		.split(/[-_]+/)
		.every((part) => /^(?:[a-z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|[A-Z]+|\d{1,2})$/.test(part));
}

function isOnly($: CheerioAPI, selector: string, element: Element): boolean {
	const matched = $(selector);
	return matched.length === 1 && matched[0] === element;
}

/** By its place: below the nearest element with a name, or below the body. */
function pathOf($: CheerioAPI, element: Element): string {
	const steps: string[] = [];
	for (let at: Element = element; at.name !== 'body' && at.name !== 'html'; at = at.parent as Element) {
		const name = at === element ? null : nameOf($, at);
		if (name !== null) return [name, ...steps].join(' > ');
		const sameName = $(at.parent as Element).children(at.name);
		steps.unshift(sameName.length === 1 ? at.name : `${at.name}:nth-of-type(${sameName.index(at) + 1})`);
	}
	return ['body', ...steps].join(' > ');
}
