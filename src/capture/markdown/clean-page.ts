/** Prepares the selected part of a page for Markdown: drops what nobody reads, mends what Markdown cannot say. */
import type { Cheerio, CheerioAPI } from 'cheerio';
import {
	type AnyNode,
	type ChildNode,
	type Comment,
	type Document,
	Element,
	type ParentNode,
} from 'domhandler';
import {
	allElements,
	elementsNamed,
	flatten,
	holdsBlock,
	holdsNamed,
	isBlock,
	isNamed,
	nodesWhere,
	removeNodes,
	setChildren,
	unwrap,
} from '../selection/dom.ts';
import { writeCounters } from './page-counters.ts';
import { applyStyles, nodesOfLines } from './page-styles.ts';
import { decodeProtectedEmails } from './protected-emails.ts';
import { writeQuotationMarks } from './quotation-marks.ts';
import { mendRaisedMarks } from './raised-marks.ts';
import { writeSeenFields } from './seen-fields.ts';
import { tidyTables } from './table-grid.ts';
import { withoutTracking } from './tracking-parameters.ts';

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const unread = setOf(
	'script style noscript template iframe frame object embed applet svg canvas audio video img picture source map link meta title base ' +
		'input select textarea datalist progress meter wbr',
);
const formulas = setOf('math');
const containers = setOf('details summary dialog search legend');
const headings = setOf('h1 h2 h3 h4 h5 h6');
const uncontained = setOf('h1 h2 h3 h4 h5 h6 table');
const links = setOf('a');
const preformatted = setOf('pre');
const oldPreformatted = setOf('listing xmp plaintext');
const apart = setOf('button output');
const items = setOf('li');
const lists = setOf('ul ol');
const bold = setOf('b strong');
const italic = setOf('i em');
const struck = setOf('s strike del');
const emphasis = setOf('b strong i em s strike del');

/**
 * Changes the page in place.
 * @param base the address that relative links start from
 * @param language of the page as a whole, or empty
 * @returns what people see and the text lacks, a sentence each
 */
export function cleanPage($: CheerioAPI, base: string, language = ''): readonly string[] {
	decodeProtectedEmails($);
	const warnings = writeSeenFields($);
	writeCounters($);
	applyStyles($);
	writeQuotationMarks($, language);
	removeNodes(elementsNamed($, unread));
	for (const formula of elementsNamed($, formulas)) $(formula).find('annotation').remove();
	const comments = nodesWhere(
		$.root()[0] as Document,
		(node): node is Comment => node.type === 'comment' && node.parent?.type !== 'root',
	);
	removeNodes(comments);
	mendRaisedMarks($);
	mendLinks($, base);
	mendPreformatted($);
	mendBlocks($);
	mendListItems($);
	mendLists($);
	mendEmphasis($);
	for (const heading of elementsNamed($, headings)) flatten($, heading);
	tidyTables($);
	return warnings;
}

/** Links lead to whole addresses; those that lead nowhere or run code lose their link and keep their text. */
function mendLinks($: CheerioAPI, base: string): void {
	for (const link of elementsNamed($, links)) {
		const address = absolute($(link).attr('href'), base);
		if ($(link).text().trim() === '') $(link).replaceWith(' ');
		else if (address === null || holdsNamed(link, uncontained)) unwrap($, link);
		else {
			flatten($, link);
			link.attribs = { href: address };
		}
	}
}

const harmless = new Set(['http:', 'https:', 'mailto:', 'tel:', 'ftp:']);

function absolute(href: string | undefined, base: string): string | null {
	if (href === undefined || href.trim() === '' || !URL.canParse(href, base)) return null;
	const url = new URL(href, base);
	if (!harmless.has(url.protocol)) return null;
	return withoutTracking(url).href.replace(/[\s<>\\|`]/g, encodeURIComponent);
}

/** Plain text in a `pre`: empty lines part paragraphs, single line breaks mean nothing. Code keeps its lines. */
function mendPreformatted($: CheerioAPI): void {
	for (const old of elementsNamed($, oldPreformatted)) keepLines($, old);
	const mended = new Set<ParentNode>();
	for (const pre of elementsNamed($, preformatted)) {
		// What lies in one that was read anew is no longer on the page.
		if (isCode(pre) || liesIn(pre, mended)) continue;
		mended.add(pre);
		const paragraphs = ($(pre).html() ?? '').split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/);
		// In one element: a parser that is asked for many takes each from the front of all that follow.
		$(pre).replaceWith(`<div>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`);
	}
}

function liesIn(element: Element, others: ReadonlySet<ParentNode>): boolean {
	for (let above = element.parent; above !== null; above = above.parent) if (others.has(above)) return true;
	return false;
}

function keepLines($: CheerioAPI, element: Element): void {
	const box = $('<div></div>').append(nodesOfLines($(element).text().trim()));
	$(element).replaceWith(box);
}

/** Nothing but a `code` element: what stands beside one is no code. */
function isCode(pre: Element): boolean {
	const contents = pre.children.filter((child) => child.type !== 'text' || child.data.trim() !== '');
	return contents.length === 1 && contents[0]?.type === 'tag' && contents[0].name === 'code';
}

/** Elements that the page's authors invented, and newer ones, count as blocks where they hold blocks. */
function mendBlocks($: CheerioAPI): void {
	for (const element of elementsNamed($, containers)) element.tagName = 'div';
	// Drawn with a frame of their own, they need no blank in the source to stand apart.
	for (const element of elementsNamed($, apart)) $(element).before(' ').after(' ');
	for (const element of allElements($)) {
		const isOwn =
			element.name.includes('-') ||
			element.name === 'span' ||
			element.name === 'font' ||
			element.name === 'button';
		if (isOwn && holdsBlock(element)) element.tagName = 'div';
	}
}

/** List items that stand in no list get one of their own, those that follow each other the same. */
function mendListItems($: CheerioAPI): void {
	const parents = new Set(elementsNamed($, items).map(({ parent }) => parent));
	for (const parent of parents)
		if (parent !== null && !isNamed(parent, lists)) setChildren(parent, withFoundLists(parent.children));
}

function withFoundLists(children: readonly ChildNode[]): ChildNode[] {
	const found = new Map<Element, Element[]>();
	const written: ChildNode[] = [];
	let list: Element | null = null;
	for (const child of children) {
		if (isNamed(child, items)) {
			list ??= new Element('ul', {});
			const members = found.get(list) ?? [];
			if (members.length === 0) written.push(list);
			members.push(child);
			found.set(list, members);
			continue;
		}
		written.push(child);
		if (!isBlank(child)) list = null;
	}
	for (const [each, members] of found) setChildren(each, members);
	return written;
}

/** What stands in a list beside its items belongs to the item before it, or before the list. */
function mendLists($: CheerioAPI): void {
	for (const list of elementsNamed($, lists)) {
		let item: Element | null = null;
		let loose: Cheerio<Element> | null = null;
		for (const child of [...list.children]) {
			if (child.type === 'tag' && child.name === 'li') {
				item = child;
				loose = null;
			} else if (loose !== null) loose.append(child);
			else if (!isBlank(child)) {
				loose = $('<div></div>').append($(child).clone()) as Cheerio<Element>;
				if (item === null) $(list).before(loose);
				else $(item).append(loose);
				$(child).remove();
			}
		}
	}
}

function isBlank(node: AnyNode): boolean {
	return node.type === 'text' && node.data.trim() === '';
}

/** Emphasis around blocks is layout, not emphasis; two equal ones side by side are one. */
function mendEmphasis($: CheerioAPI): void {
	for (const element of elementsNamed($, emphasis)) {
		if (!holdsBlock(element)) continue;
		if (struck.has(element.name)) strikeWords($, element);
		unwrap($, element);
	}
	joinEqual(elementsNamed($, emphasis));
	const doubled = elementsNamed($, emphasis).filter(
		(element) => isInside(element, bold) || isInside(element, italic) || isInside(element, struck),
	);
	for (const element of doubled) unwrap($, element);
}

function joinEqual(elements: readonly Element[]): void {
	const joined = new Set<ChildNode>();
	for (const element of elements) {
		if (joined.has(element)) continue;
		const children = [...element.children];
		let next = element.next;
		for (; next !== null && next.type === 'tag' && next.name === element.name; next = next.next) {
			children.push(...next.children);
			joined.add(next);
		}
		if (next !== element.next) setChildren(element, children);
	}
	removeNodes(joined);
}

/** Strikes each run of words inside, between the blocks. */
function strikeWords($: CheerioAPI, element: Element): void {
	let run: AnyNode[] = [];
	const end = (): void => {
		if (run.some((node) => !isBlank(node))) $(run).wrapAll('<del></del>');
		run = [];
	};
	for (const child of [...element.children]) {
		const isInline = child.type !== 'tag' || !(isBlock(child) || holdsBlock(child));
		if (isInline) run.push(child);
		else {
			end();
			strikeWords($, child);
		}
	}
	end();
}

/** True where it is one of these and lies in another of them. */
function isInside(element: Element, names: ReadonlySet<string>): boolean {
	if (!names.has(element.name)) return false;
	for (let at = element.parent; at !== null; at = at.parent)
		if (at.type === 'tag' && names.has(at.name)) return true;
	return false;
}
