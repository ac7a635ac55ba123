/**
 * Numbers that a page's own sheet counts and writes: “1.2” before a clause, “(a)” before an item. Counted over the whole page, before parts
 * of it are taken from their surroundings.
 * @see https://www.w3.org/TR/css-lists-3/#auto-numbering
 */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Document, Element } from 'domhandler';
import { allElements, isBlock } from '../selection/dom.ts';
import { numberOfType } from './list-marker.ts';
import { textNode } from './new-nodes.ts';
import { countedNumber } from './page-styles.ts';
import { bodiesAt, type Rules, rulesOf } from './style-rules.ts';

const telling = /counter-(?:reset|increment|set)|counters?\(/i;

type Property = 'counter-reset' | 'counter-increment' | 'counter-set' | 'content';
type Said = { [name in Property]?: string };

/** The values of each name, the innermost last. */
type Counters = Map<string, number[]>;
/** Names whose innermost value ends with the element around. */
type Scope = Set<string>;

/** A number of more parts is left out. */
const mostLevels = 12;
/** A number is no longer. */
const longestNumber = 40;

/** Notes at each element what is counted before it. */
export function noteCounters($: CheerioAPI): void {
	const rules = rulesOf($, telling);
	if (rules.size === 0) return;
	const counters: Counters = new Map();
	const ends: Scope = new Set();
	const open: (() => void)[] = [() => enter($.root()[0] as Document, new Set())];
	const enter = (node: AnyNode, around: Scope): void => {
		if (node.type === 'tag') noteAt(node, rules, counters, around);
		if (!('children' in node) || node.children.length === 0) return;
		const inside: Scope = new Set(ends);
		open.push(() => leave(counters, inside));
		for (const child of [...node.children].reverse())
			if (child.type === 'tag') open.push(() => enter(child, inside));
	};
	for (let next = open.pop(); next !== undefined; next = open.pop()) next();
}

function leave(counters: Counters, scope: Scope): void {
	for (const name of scope) counters.get(name)?.pop();
}

function noteAt(element: Element, rules: Rules, counters: Counters, around: Scope): void {
	delete element.attribs[countedNumber];
	countItem(element, counters, around);
	const own = saidIn([...bodiesAt(element, rules, 'element'), element.attribs.style ?? '']);
	count(own, counters, around);
	const before = saidIn(bodiesAt(element, rules, 'before'));
	if (before.content === undefined) return;
	const inside: Scope = new Set();
	count(before, counters, inside);
	// What begins here ends here, and would be 1 each time: where it begins in truth is said in a sheet that is not read.
	const isKnown = inside.size === 0 && /counters?\(/i.test(before.content);
	const number = isKnown ? writtenContent(before.content, counters) : '';
	leave(counters, inside);
	if (number.trim() !== '' && number.length <= longestNumber) element.attribs[countedNumber] = number.trim();
}

/** Lists and their items count by themselves. */
function countItem({ name, attribs }: Element, counters: Counters, around: Scope): void {
	const whole = (value: string | undefined) =>
		/^\s*-?\d{1,9}\s*$/.test(value ?? '') ? Number(value) : undefined;
	if (name === 'ol' || name === 'ul' || name === 'menu')
		count({ 'counter-reset': `list-item ${(whole(attribs.start) ?? 1) - 1}` }, counters, around);
	else if (name === 'li' && whole(attribs.value) !== undefined)
		count({ 'counter-set': `list-item ${whole(attribs.value)}` }, counters, around);
	else if (name === 'li') count({ 'counter-increment': 'list-item' }, counters, around);
}

function saidIn(bodies: readonly string[]): Said {
	const said: Said = {};
	for (const declaration of bodies.flatMap(declarationsIn)) {
		const [, name, value = ''] = /^\s*([\w-]+)\s*:(.*)$/s.exec(declaration) ?? [];
		const property = name?.toLowerCase();
		if (property === 'content' || /^counter-(?:reset|increment|set)$/.test(property ?? ''))
			said[property as Property] = value.trim();
	}
	return said;
}

/** A content may hold the sign that ends a declaration. */
function declarationsIn(body: string): string[] {
	return body.slice(0, 5000).match(/(?:"[^"]*"|'[^']*'|[^;"'])+/g) ?? [];
}

function count(said: Said, counters: Counters, around: Scope): void {
	for (const [name, value] of namesIn(said['counter-reset'], 0)) {
		const values = valuesOf(counters, name);
		if (around.has(name)) values.pop();
		around.add(name);
		values.push(value);
	}
	for (const [name, step] of namesIn(said['counter-increment'], 1)) addTo(counters, around, name, step);
	for (const [name, value] of namesIn(said['counter-set'], 0))
		addTo(counters, around, name, value - (counters.get(name)?.at(-1) ?? 0));
}

function addTo(counters: Counters, around: Scope, name: string, step: number): void {
	const values = valuesOf(counters, name);
	if (values.length > 0) values.push((values.pop() as number) + step);
	else {
		around.add(name);
		values.push(step);
	}
}

function valuesOf(counters: Counters, name: string): number[] {
	const values = counters.get(name) ?? [];
	counters.set(name, values);
	return values;
}

/** `a 1 b` → a by 1, b by as much as is usual. */
function namesIn(value: string | undefined, usual: number): (readonly [string, number])[] {
	const found = (value ?? '').slice(0, 500).matchAll(/(-?[a-z_][\w-]*)(?:\s+(-?\d{1,9})(?![\w-]))?/gi);
	return [...found]
		.filter(([, name]) => name !== 'none')
		.map(([, name = '', number]) => [name, number === undefined ? usual : Number(number)] as const);
}

const pieces =
	/"([^"]*)"|'([^']*)'|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)|counters\(\s*([\w-]+)\s*,\s*(?:"([^"]*)"|'([^']*)')\s*(?:,\s*([\w-]+)\s*)?\)/gi;

/** What is neither a word nor a number of it is left out. */
function writtenContent(content: string, counters: Counters): string {
	const found = content.slice(0, 500).matchAll(pieces);
	return [...found]
		.map(([, double, single, name, type, names, doubleBetween, singleBetween, types]) => {
			if (name !== undefined) return numberOfType(counters.get(name)?.at(-1) ?? 0, type ?? 'decimal');
			if (names === undefined) return unescaped(double ?? single ?? '');
			const values = counters.get(names) ?? [0];
			if (values.length > mostLevels) return '';
			return values
				.map((value) => numberOfType(value, types ?? 'decimal'))
				.join(unescaped(doubleBetween ?? singleBetween ?? ''));
		})
		.join('');
}

/** @see https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function unescaped(text: string): string {
	return text.replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, sign: string) => {
		const point = code === undefined ? 0 : Number.parseInt(code, 16);
		if (code === undefined) return sign;
		return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : '';
	});
}

/** Writes what was noted where people see it: before the first words of the element. */
export function writeCounters($: CheerioAPI): void {
	for (const element of allElements($)) {
		const number = element.attribs[countedNumber];
		if (number !== undefined) firstLineOf($, element).prepend(textNode(`${number} `));
	}
}

function firstLineOf($: CheerioAPI, element: Element) {
	let at = element;
	for (;;) {
		const first: AnyNode | undefined = at.children.find(
			(child) => child.type === 'tag' || (child.type === 'text' && child.data.trim() !== ''),
		);
		if (first === undefined || !isBlock(first) || first.attribs[countedNumber] !== undefined) return $(at);
		if (/^(?:ul|ol|table|pre|dl|hr)$/.test(first.name)) return $(at);
		at = first;
	}
}
