/**
 * The few styles that say something of a text: raised, lowered and struck words, kept line ends, the numbers of lists. Read from `style`
 * attributes and from the page's own sheets.
 */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, ChildNode, Document, Element } from 'domhandler';
import { allElements, isBlock, setChildren } from '../selection/dom.ts';
import { lineBreak, textNode } from './new-nodes.ts';
import { bodiesAt, type Rules, rulesOf } from './style-rules.ts';

type Property = 'vertical' | 'line' | 'space' | 'list' | 'quotes';
type Styles = { [name in Property]?: string | undefined };

const attribute = 'data-read-style';
const telling =
	/vertical-align|text-decoration|white-space|list-style|quotes|font-variant-position|position\s*:\s*relative/i;
/** Where page-counters.ts notes what a sheet counts. */
export const countedNumber = 'data-counted-number';

/** Notes at each element what its styles say of its text, before parts of the page are taken from their surroundings. */
export function noteStyles($: CheerioAPI): void {
	const rules = rulesOf($, telling);
	const open: { readonly node: AnyNode; readonly inherited: Styles }[] = [
		{ node: $.root()[0] as Document, inherited: {} },
	];
	for (let top = open.pop(); top !== undefined; top = open.pop()) {
		const inherited = top.node.type === 'tag' ? note(top.node, rules, top.inherited) : top.inherited;
		if (!('children' in top.node)) continue;
		for (const node of top.node.children) if ('children' in node) open.push({ node, inherited });
	}
}

/** @returns what its children inherit */
function note(element: Element, rules: Rules, inherited: Styles): Styles {
	delete element.attribs[attribute];
	const own = ownStyles(element, rules);
	const { space = inherited.space, list = inherited.list } = own ?? {};
	const noted = own === null ? inherited : { ...own, space, list };
	const words = Object.entries(noted).flatMap(([name, value]) =>
		value === undefined ? [] : [`${name}=${value}`],
	);
	if (words.length > 0) element.attribs[attribute] = words.join(';');
	return space === inherited.space && list === inherited.list ? inherited : { space, list };
}

/** Null where they say nothing. */
function ownStyles(element: Element, rules: Rules): Styles | null {
	const { style } = element.attribs;
	const inline = style !== undefined && telling.test(style) ? stylesIn(style) : null;
	const found = bodiesAt(element, rules, 'element').map(stylesOfRule);
	return found.length === 0 ? inline : Object.assign({}, ...found, inline);
}

/** Who hides the marks of lists in a sheet mostly writes own ones there. */
function stylesOfRule(body: string): Styles {
	const { list, ...rest } = stylesIn(body);
	return list === undefined || list === 'none' ? rest : { ...rest, list };
}

function stylesIn(declarations: string): Styles {
	const styles: Styles = {};
	const isMoved = /position\s*:\s*relative/i.test(declarations);
	for (const declaration of declarations.slice(0, 5000).split(';')) {
		const colon = declaration.indexOf(':');
		if (colon < 0) continue;
		const value = declaration
			.slice(colon + 1)
			.replace(/!\s*important/i, '')
			.trim()
			.slice(0, 100)
			.toLowerCase();
		const name = declaration.slice(0, colon).trim().toLowerCase();
		if (!isMoved || !/^(?:top|bottom)$/.test(name)) addStyle(styles, name, value);
		else addStyle(styles, 'vertical-align', name === 'bottom' ? value : opposite(value));
	}
	return styles;
}

/** What moves a mark down from the top lowers it. Farther than a line are the places of headings under a bar. */
function opposite(value: string): string {
	if (/^-?\d{2,}(?:\.\d+)?(?:px|pt)/.test(value)) return 'baseline';
	return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

const raisedBy = /^(?:super|text-top|(?:0?\.\d+|[1-9]\d*(?:\.\d+)?)(?:em|ex|px|pt|%|rem))$/;
const loweredBy = /^(?:sub|-\d*\.?\d+(?:em|ex|px|pt|%|rem))$/;
const listTypes =
	/(?:^|\s)(none|decimal|decimal-leading-zero|(?:lower|upper)-(?:alpha|latin|roman|greek)|disc|circle|square)(?:\s|$)/;

function addStyle(styles: Styles, name: string, value: string): void {
	if (name === 'vertical-align' || name === 'font-variant-position')
		styles.vertical = raisedBy.test(value) ? 'sup' : loweredBy.test(value) ? 'sub' : 'none';
	else if (name === 'text-decoration' || name === 'text-decoration-line')
		styles.line = /\bline-through\b/.test(value) ? 'through' : 'none';
	else if (name === 'white-space' || name === 'white-space-collapse')
		styles.space = /^(?:pre|pre-line|pre-wrap|break-spaces|preserve|preserve-breaks)\b/.test(value)
			? 'kept'
			: 'no';
	else if (name === 'list-style' || name === 'list-style-type') {
		const type = listTypes.exec(value)?.[1];
		if (type !== undefined) styles.list = type;
	} else if (name === 'quotes') styles.quotes = value === 'none' ? 'none' : 'own';
}

/** What was noted at an element. */
export function notedStyle(element: Element, property: Property): string | null {
	const noted = element.attribs[attribute];
	return (
		noted
			?.split(';')
			.find((each) => each.startsWith(`${property}=`))
			?.slice(property.length + 1) ?? null
	);
}

const raisable: ReadonlySet<string> = new Set([
	'span',
	'a',
	'font',
	'small',
	'b',
	'i',
	'em',
	'strong',
	'u',
	'label',
]);
const outer: ReadonlySet<string> = new Set([
	'html',
	'body',
	'ul',
	'ol',
	'dl',
	'table',
	'thead',
	'tbody',
	'tfoot',
	'tr',
]);
const struck: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

/** Writes what was noted as the elements that mean it. */
export function applyStyles($: CheerioAPI): void {
	for (const element of allElements($)) {
		if (element.attribs[attribute] === undefined) continue;
		const vertical = notedStyle(element, 'vertical');
		if (vertical !== null && vertical !== 'none' && raisable.has(element.name))
			wrapContents($, element, vertical);
		if (notedStyle(element, 'line') === 'through') strike($, element);
		if (notedStyle(element, 'line') === 'none' && struck.has(element.name)) element.tagName = 'span';
		if (notedStyle(element, 'space') === 'kept' && element.name !== 'pre') keepLineEnds(element);
	}
}

function strike($: CheerioAPI, element: Element): void {
	if (struck.has(element.name)) return;
	if (!outer.has(element.name)) wrapContents($, element, 'del');
	else for (const child of element.children) if (child.type === 'tag') strike($, child);
}

function wrapContents($: CheerioAPI, element: Element, name: string): void {
	if (element.children.length === 0) return;
	const wrapper = $(`<${name}></${name}>`);
	wrapper.append($(element).contents());
	$(element).append(wrapper);
}

function keepLineEnds(element: Element): void {
	if (!element.children.some((child) => child.type === 'text' && child.data.includes('\n'))) return;
	setChildren(
		element,
		element.children.flatMap((child) => (child.type === 'text' ? linesOf(child.data, child) : [child])),
	);
}

/** Line ends beside a block, or at the ends of one, are those of the page's source. */
function linesOf(text: string, { prev, next }: ChildNode): ChildNode[] {
	const isAtStart = prev === null || isBlock(prev);
	const isAtEnd = next === null || isBlock(next);
	if (text.trim() === '' && (isAtStart || isAtEnd)) return [textNode(' ')];
	let lines = text.split(/\r?\n/);
	if (isAtStart) lines = lines.slice(lines.findIndex((line) => line.trim() !== ''));
	if (isAtEnd) lines = lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
	return lines.flatMap((line, at) => (at === 0 ? [textNode(line)] : [lineBreak(), textNode(line)]));
}

/** The lines of a text as nodes, parted by line breaks. */
export function nodesOfLines(text: string): ChildNode[] {
	return text
		.split(/\r?\n/)
		.flatMap((line, at) => (at === 0 ? [textNode(line)] : [lineBreak(), textNode(line)]));
}
