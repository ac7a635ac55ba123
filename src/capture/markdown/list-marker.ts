/** The mark that a list item begins with: its number as the page shows it. */
import type { Element } from 'domhandler';
import { isNamed } from '../selection/dom.ts';

const ordered: ReadonlySet<string> = new Set(['ol']);
const items: ReadonlySet<string> = new Set(['li']);

/** `- `, `4. `, or for a list that the page letters `- c. `, because Markdown numbers with digits alone. */
export function markerOf(item: Element): string {
	const list = item.parent;
	if (list === null || !isNamed(list, ordered)) return '- ';
	const number = numberOf(item, list);
	const letter = letterOf(number, list.attribs.type ?? '');
	if (letter !== null) return `- ${letter}. `;
	return `${number}${followsList(list) ? ')' : '.'} `;
}

function numberOf(item: Element, list: Element): number {
	let number = integer(list.attribs.start) ?? 1;
	for (const each of list.children) {
		if (!isNamed(each, items)) continue;
		number = integer(each.attribs.value) ?? number;
		if (each === item) break;
		number++;
	}
	return number >= 0 && number <= 999_999_999 ? number : 1;
}

function integer(value: string | undefined): number | null {
	return value !== undefined && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null;
}

/** Another mark keeps the numbers of two lists apart that stand one right after the other. */
function followsList(list: Element): boolean {
	let count = 0;
	for (let at = elementBefore(list); at !== null && isNamed(at, ordered); at = elementBefore(at)) count++;
	return count % 2 === 1;
}

function elementBefore(node: Element): Element | null {
	let at = node.prev;
	while (at !== null && at.type !== 'tag') at = at.prev;
	return at;
}

function letterOf(number: number, type: string): string | null {
	if (number < 1 || number > 3999) return null;
	if (type === 'a' || type === 'A') return inCase(alphabetic(number), type === 'A');
	if (type === 'i' || type === 'I') return inCase(roman(number), type === 'I');
	return null;
}

function inCase(text: string, upper: boolean): string {
	return upper ? text.toUpperCase() : text;
}

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
