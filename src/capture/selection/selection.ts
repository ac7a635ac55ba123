/** Which parts of a page a declaration means: CSS selectors, and ranges between two elements. */
import { type CheerioAPI, load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import type { DeclaredAgreement, RangeSelector, Selector } from '../../model/declaration.ts';
import { Fault } from '../../model/fault.ts';
import { CaptureFault } from '../capture-fault.ts';
import { closeSelector } from './close-selector.ts';
import { removeNodes } from './dom.ts';

/** One fault for each CSS selector of a declaration that no page could be asked for. */
export function selectorFaults({ platform, agreement, sources }: DeclaredAgreement): Fault[] {
	const where = `declarations/${platform}.json: ${agreement}`;
	return cssOf(sources).flatMap((selector) => faultOf(selector, where) ?? []);
}

/** The CSS selectors of a declaration that end too early, where every browser knows what is meant. */
export function forgivenSelectors({ sources }: DeclaredAgreement): readonly string[] {
	return cssOf(sources).filter(
		(selector) => closeSelector(selector) !== selector && faultOf(selector, '') === null,
	);
}

function faultOf(selector: string, where: string): Fault | null {
	try {
		query(load(''), selector, where);
		return null;
	} catch (error) {
		return error instanceof Fault ? error : null;
	}
}

function cssOf(sources: DeclaredAgreement['sources']): readonly string[] {
	const selectors = sources.flatMap(({ select, remove }) => [...select, ...remove]);
	return [
		...new Set(
			selectors.flatMap((each) => (typeof each === 'string' ? [each] : [startOf(each), endOf(each)])),
		),
	];
}

/**
 * Takes out of the page what each selector names. What is not there need not be taken out. All are looked for before anything goes, so
 * that one may name the end of another's range.
 */
export function removeParts($: CheerioAPI, selectors: readonly Selector[], address: string): void {
	const nodes = selectors.flatMap((selector): AnyNode[] =>
		typeof selector === 'string' ? query($, selector, address).get() : nodesInRange($, selector, address),
	);
	removeNodes(nodes);
}

/**
 * The parts that the selectors name, as HTML, in the order of the selectors.
 * @throws CaptureFault where one of them matches nothing: half an agreement must not pass for the whole
 */
export function selectParts($: CheerioAPI, selectors: readonly Selector[], address: string): string[] {
	return selectors.flatMap((selector) =>
		typeof selector === 'string' ? selectElements($, selector, address) : [selectRange($, selector, address)],
	);
}

/** What a parser lets stand only where it belongs: as a page of their own they come out otherwise than they stood. */
const bound: ReadonlySet<string> = new Set(
	'html head body frameset frame caption colgroup col thead tbody tfoot tr td th li dt dd option optgroup p form button a'.split(
		' ',
	),
);

/**
 * The same as a page of its own. Elements that may stand anywhere are moved there, without being written and parsed once more.
 * @throws CaptureFault where a selector matches nothing
 */
export function selectedPage($: CheerioAPI, selectors: readonly Selector[], address: string): CheerioAPI {
	const [selector, ...others] = selectors;
	const elements =
		typeof selector === 'string' && others.length === 0 ? outermost($, selector, address) : null;
	if (elements === null || elements.some(({ name }) => bound.has(name)))
		return load(selectParts($, selectors, address).join('\n'));
	const page = load('');
	for (const [at, element] of elements.entries()) page('body').append(at === 0 ? '' : '\n', element);
	return page;
}

function selectElements($: CheerioAPI, selector: string, address: string): string[] {
	return outermost($, selector, address).map((element) => $.html(element));
}

/** Without those that lie inside another one, for their text would stand twice. */
function outermost($: CheerioAPI, selector: string, address: string): Element[] {
	const matched = query($, selector, address);
	if (matched.length === 0) throw new CaptureFault('selector-matches-nothing', address, { selector });
	const all = new Set<AnyNode>(matched.get());
	return matched.get().filter((element) => !hasAncestorIn(element, all));
}

function hasAncestorIn(node: AnyNode, nodes: ReadonlySet<AnyNode>): boolean {
	for (let at = node.parent; at !== null; at = at.parent) if (nodes.has(at)) return true;
	return false;
}

function query($: CheerioAPI, selector: string, address: string) {
	try {
		// Not $(selector): that would take a string that begins with < for HTML.
		return $.root().find(closeSelector(selector));
	} catch (error) {
		const said = error instanceof Error ? error.message : '';
		throw new CaptureFault('no-css-selector', address, { selector, said }, error);
	}
}

/** A place in the page: each node begins at one number and ends at a later one, in document order. */
interface Extent {
	readonly start: number;
	readonly end: number;
}

/** The nodes that lie whole between the ends of the range. */
function nodesInRange($: CheerioAPI, range: RangeSelector, address: string): AnyNode[] {
	if (query($, startOf(range), address).length === 0) return [];
	const extents = extentsOf($.root()[0] as AnyNode);
	const limits = limitsOf($, range, extents, address);
	const inside = [...extents].filter(([, { start, end }]) => start >= limits.start && end <= limits.end);
	return inside.map(([node]) => node);
}

function selectRange($: CheerioAPI, range: RangeSelector, address: string): string {
	const root = $.root()[0] as AnyNode;
	const extents = extentsOf(root);
	return cut($, root, limitsOf($, range, extents, address), extents);
}

/** Of a node that reaches over an end of the range only the bare element stays, with its children cut the same way. */
function cut($: CheerioAPI, node: AnyNode, limits: Extent, extents: ReadonlyMap<AnyNode, Extent>): string {
	const { start, end } = extents.get(node) as Extent;
	if (end <= limits.start || start >= limits.end) return '';
	if (start >= limits.start && end <= limits.end) return $.html(node);
	if (!('children' in node)) return '';
	const inner = node.children.map((child) => cut($, child, limits, extents)).join('');
	return node.type === 'tag' && node.name !== 'html' && node.name !== 'body'
		? `<${node.name}>${inner}</${node.name}>`
		: inner;
}

function limitsOf(
	$: CheerioAPI,
	range: RangeSelector,
	extents: ReadonlyMap<AnyNode, Extent>,
	address: string,
): Extent {
	const first = extentOf($, startOf(range), extents, address);
	const last = extentOf($, endOf(range), extents, address);
	const start = range.startBefore === undefined ? first.end : first.start;
	const end = range.endBefore === undefined ? last.end : last.start;
	if (start < end) return { start, end };
	throw new CaptureFault('range-holds-nothing', address, { start: startOf(range), end: endOf(range) });
}

function extentOf(
	$: CheerioAPI,
	selector: string,
	extents: ReadonlyMap<AnyNode, Extent>,
	address: string,
): Extent {
	const element = query($, selector, address)[0];
	if (element === undefined) throw new CaptureFault('selector-matches-nothing', address, { selector });
	return extents.get(element) as Extent;
}

/** Exactly one of the two is there: the declaration was validated. */
function startOf(range: RangeSelector): string {
	return (range.startBefore ?? range.startAfter) as string;
}

function endOf(range: RangeSelector): string {
	return (range.endBefore ?? range.endAfter) as string;
}

function extentsOf(root: AnyNode): Map<AnyNode, Extent> {
	const extents = new Map<AnyNode, Extent>();
	let at = 0;
	const visit = (node: AnyNode): void => {
		const start = at++;
		if ('children' in node) for (const child of node.children) visit(child);
		extents.set(node, { start, end: at++ });
	};
	visit(root);
	return extents;
}
