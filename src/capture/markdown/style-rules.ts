/**
 * Which rules of a page's own sheets hold at an element: selectors of tags, classes and ids, alone or inside others. What other selectors
 * and sheets elsewhere say is not known.
 */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { elementsNamed } from '../selection/dom.ts';

/** What is written at the beginning of an element has rules of its own. */
export type Place = 'element' | 'before';

interface Compound {
	readonly tag: string;
	readonly id: string;
	readonly classes: readonly string[];
}

interface Rule {
	readonly place: Place;
	readonly target: Compound;
	/** From the inner one to the outer one. */
	readonly around: readonly { readonly compound: Compound; readonly isParent: boolean }[];
	/** Of two rules the heavier one wins, of two equal ones the later. */
	readonly weight: number;
	/** As it stands in the sheet. */
	readonly body: string;
}

/** By the id, the first class or the tag of what they are about. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

const sheets: ReadonlySet<string> = new Set(['style']);

/** Sheets of real pages have some hundred kilobytes; what lies behind is not read. */
const longestSheets = 1_000_000;
/** Bounds of the work at one element. */
const mostClasses = 20;
const mostRules = 60;
const mostParts = 6;
const mostAncestors = 40;

/** @param telling found in the bodies of rules that are worth reading */
export function rulesOf($: CheerioAPI, telling: RegExp): Rules {
	const rules = new Map<string, Rule[]>();
	const text = elementsNamed($, sheets)
		.map((sheet) => $(sheet).text())
		.join('\n')
		.slice(0, longestSheets);
	if (!telling.test(text)) return rules;
	const preludes: string[] = [];
	let last = '';
	for (const part of withoutComments(text).split(/([{}])/)) {
		if (part === '{') preludes.push(last.trim());
		else if (part !== '}') last = part;
		else {
			const prelude = preludes.pop() ?? '';
			if (telling.test(last) && prelude.length <= 2000 && !preludes.some(isOfPaper))
				addRules(rules, prelude, last);
			last = '';
		}
	}
	return rules;
}

function isOfPaper(prelude: string): boolean {
	return /^@(?:media\b.*\bprint|keyframes|font-face|page)/i.test(prelude.slice(0, 200));
}

function withoutComments(sheet: string): string {
	return sheet
		.split('/*')
		.map((part, at) =>
			at === 0 ? part : part.slice(part.indexOf('*/') < 0 ? part.length : part.indexOf('*/') + 2),
		)
		.join(' ');
}

function addRules(rules: Map<string, Rule[]>, prelude: string, body: string): void {
	for (const selector of (prelude.split(';').at(-1) ?? '').split(',')) {
		const rule = ruleOf(selector, body);
		if (rule === null) continue;
		const key = keyOf(rule.target);
		const ofKey = rules.get(key) ?? [];
		rules.set(key, ofKey);
		ofKey.push(rule);
		if (ofKey.length > mostRules) ofKey.shift();
	}
}

function keyOf({ tag, id, classes }: Compound): string {
	if (id !== '') return `#${id}`;
	return classes[0] === undefined ? tag : `.${classes[0]}`;
}

const written = /::?(?:before|marker)$/i;

/** Null for a selector that is not read. */
function ruleOf(selector: string, body: string): Rule | null {
	const place = written.test(selector.trim()) ? 'before' : 'element';
	const parts = selector
		.trim()
		.replace(written, '')
		.replace(/>/g, ' > ')
		.trim()
		.split(/\s+/, 2 * mostParts);
	const compounds: { compound: Compound; isParent: boolean }[] = [];
	let isParent = false;
	for (const part of parts.reverse()) {
		if (part === '>') {
			isParent = true;
			continue;
		}
		const compound = compoundOf(part);
		if (compound === null || compounds.length >= mostParts) return null;
		compounds.push({ compound, isParent });
		isParent = false;
	}
	const [target, ...around] = compounds;
	if (target === undefined || keyOf(target.compound) === '') return null;
	const weight = compounds.reduce((sum, { compound }) => sum + weightOf(compound), 0);
	return { place, target: target.compound, around, weight, body };
}

function compoundOf(part: string): Compound | null {
	const found = /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(part);
	if (found === null || part === '') return null;
	const names = found[2]?.match(/[.#][\w-]+/g) ?? [];
	const withSign = (sign: string) =>
		names.filter((name) => name.startsWith(sign)).map((name) => name.slice(1));
	const tag = (found[1] ?? '').toLowerCase();
	return { tag: tag === '*' ? '' : tag, id: withSign('#')[0] ?? '', classes: withSign('.') };
}

function weightOf({ tag, id, classes }: Compound): number {
	return (tag === '' ? 0 : 1) + 100 * classes.length + (id === '' ? 0 : 10_000);
}

/** Bodies of the rules that hold, the one that wins last. */
export function bodiesAt(element: Element, rules: Rules, place: Place): string[] {
	if (rules.size === 0) return [];
	const { id } = element.attribs;
	const keys = [element.name, ...classesOf(element).map((each) => `.${each}`), ...(id ? [`#${id}`] : [])];
	return keys
		.flatMap((key) => rules.get(key) ?? [])
		.filter((rule) => rule.place === place && holds(rule, element))
		.sort((one, other) => one.weight - other.weight)
		.map(({ body }) => body);
}

function classesOf({ attribs }: Element): string[] {
	return (attribs.class ?? '').split(/\s+/, mostClasses).filter((each) => each !== '');
}

function holds({ target, around }: Rule, element: Element): boolean {
	if (!matches(target, element)) return false;
	let at = element.parent;
	let left = mostAncestors;
	for (const { compound, isParent } of around) {
		while (!isParent && at?.type === 'tag' && left-- > 0 && !matches(compound, at)) at = at.parent;
		if (at?.type !== 'tag' || left < 0 || !matches(compound, at)) return false;
		at = at.parent;
	}
	return true;
}

function matches({ tag, id, classes }: Compound, element: Element): boolean {
	if (tag !== '' && tag !== element.name) return false;
	if (id !== '' && id !== element.attribs.id) return false;
	if (classes.length === 0) return true;
	const own = classesOf(element);
	return classes.every((each) => own.includes(each));
}
