/** The mark that a list item begins with: its number as the page shows it. */
import type { Element } from 'domhandler';
import { isNamed } from '../selection/dom.ts';
import { countedNumber, notedStyle } from './page-styles.ts';

const ordered: ReadonlySet<string> = new Set(['ol']);
const items: ReadonlySet<string> = new Set(['li']);

/** Of each list that was asked for, worked out once: its numbers, and whether another list stands right before it. */
interface Numbering {
	readonly numbers: ReadonlyMap<Element, number>;
	/** True where the numbers rise: Markdown numbers no other way. */
	readonly isUsual: boolean;
	readonly isSecond: boolean;
}

const known = new WeakMap<Element, Numbering>();

/** `- `, `4. `, or for a list that the page numbers otherwise `- c. `, because Markdown numbers upwards with digits alone. */
export function markerOf(item: Element): string {
	const list = item.parent;
	if (list === null || list.type !== 'tag' || item.attribs[countedNumber] !== undefined) return '- ';
	const type = typeOf(item, list);
	if (type === null) return '- ';
	const { numbers, isUsual, isSecond } = numberingOf(list);
	const number = numbers.get(item) ?? 1;
	if (type !== '1') return `- ${inType(number, type)}. `;
	if (!isUsual) return `- ${number}\\. `;
	return `${number}${isSecond ? ')' : '.'} `;
}

/** Of the `type` attribute, where no style says otherwise; null for a bullet. */
function typeOf(item: Element, list: Element): string | null {
	const usual = isNamed(list, ordered) ? '1' : null;
	const styled = types.get(notedStyle(item, 'list') ?? '');
	if (styled !== undefined && (styled !== null || usual !== null)) return styled;
	const attribute = item.attribs.type ?? list.attribs.type ?? '';
	return usual !== null && /^[1aAiI]$/.test(attribute) ? attribute : usual;
}

const types: ReadonlyMap<string, string | null> = new Map([
	['none', null],
	['disc', null],
	['circle', null],
	['square', null],
	['decimal', '1'],
	['decimal-leading-zero', '01'],
	['lower-alpha', 'a'],
	['lower-latin', 'a'],
	['upper-alpha', 'A'],
	['upper-latin', 'A'],
	['lower-roman', 'i'],
	['upper-roman', 'I'],
	['lower-greek', 'α'],
]);

function numberingOf(list: Element): Numbering {
	const found = known.get(list) ?? numberingFor(list);
	known.set(list, found);
	return found;
}

function numberingFor(list: Element): Numbering {
	const all = list.children.filter((child): child is Element => isNamed(child, items));
	const step = 'reversed' in list.attribs && isNamed(list, ordered) ? -1 : 1;
	const numbers = new Map<Element, number>();
	let number = integer(list.attribs.start) ?? (step === 1 ? 1 : all.length);
	let isUsual = step === 1 || all.length < 2;
	for (const item of all) {
		number = integer(item.attribs.value) ?? number;
		if (number < 0 || number > 999_999_999) isUsual = false;
		numbers.set(item, number);
		number += step;
	}
	const before = elementBefore(list);
	const isSecond = before !== null && isNamed(before, ordered) && !numberingOf(before).isSecond;
	return { numbers, isUsual, isSecond };
}

function integer(value: string | undefined): number | null {
	return value !== undefined && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null;
}

function elementBefore(node: Element): Element | null {
	let at = node.prev;
	while (at !== null && at.type !== 'tag') at = at.prev;
	return at;
}

/** @param type a name of CSS; of one that is not known the number is in digits */
export function numberOfType(number: number, type: string): string {
	return inType(number, types.get(type.toLowerCase()) ?? '1');
}

/** Where a type has no sign for a number, browsers write digits. */
function inType(number: number, type: string): string {
	if (type === '1') return String(number);
	if (type === '01') return String(number).padStart(2, '0');
	if (number < 1 || number > 3999) return String(number);
	if (type === 'α') return greek[number - 1] ?? String(number);
	const letters = /i/i.test(type) ? roman(number) : alphabetic(number);
	return type === type.toUpperCase() ? letters.toUpperCase() : letters;
}

const greek = [...'αβγδεζηθικλμνξοπρστυφχψω'];

/** 1 → a, 26 → z, 27 → aa */
function alphabetic(number: number): string {
	const rest = Math.floor((number - 1) / 26);
	return (rest === 0 ? '' : alphabetic(rest)) + String.fromCharCode(97 + ((number - 1) % 26));
}

/** 4 → iv */
function roman(number: number): string {
	const steps: readonly (readonly [number, string])[] = [
		[1000, 'm'],
		[900, 'cm'],
		[500, 'd'],
		[400, 'cd'],
		[100, 'c'],
		[90, 'xc'],
		[50, 'l'],
		[40, 'xl'],
		[10, 'x'],
		[9, 'ix'],
		[5, 'v'],
		[4, 'iv'],
		[1, 'i'],
	];
	let rest = number;
	let text = '';
	for (const [value, letters] of steps) {
		for (; rest >= value; rest -= value) text += letters;
	}
	return text;
}
