/** Writes clean HTML as Markdown: ATX headings, `-` bullets, numbers as the page shows them, tables as tables. */
import { strikethrough, tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

const service = createService();

/** @param html a part of a page that went through cleanPage */
export function htmlToMarkdown(html: string): string {
	return (
		service
			.turndown(html)
			// A number needs its escape where it would start a list, which it cannot in a heading.
			.replace(/^(#{1,6} \d+)\\(?=\. )/gm, '$1')
			// Separators of lines among them: no browser breaks a line there.
			.replace(/[\v\f\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f]/g, ' ')
			.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
			.normalize('NFC')
	);
}

function createService(): TurndownService {
	const service = new TurndownService({
		headingStyle: 'atx',
		hr: '---',
		bulletListMarker: '-',
		codeBlockStyle: 'fenced',
		emDelimiter: '*',
	});
	service.use([tables, strikethrough]);
	service.addRule('listItem', { filter: 'li', replacement: listItem });
	const escapeMarks = service.escape.bind(service);
	// Turndown leaves what Markdown would take for HTML or an entity: the reader would not see it.
	service.escape = (text) => escapeMarks(text).replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&');
	return service;
}

function listItem(content: string, node: HTMLElement): string {
	const marker = markerOf(node);
	const lines = content.trim().split('\n');
	const indent = ' '.repeat(/^\S+ /.exec(marker)?.[0].length ?? 2);
	const text = lines.map((line, at) => (at === 0 || line === '' ? line : indent + line)).join('\n');
	return `${marker}${text}${node.nextSibling ? '\n' : ''}`;
}

/** `- `, `4. `, or for a list that the page letters `- c. `, because Markdown numbers with digits alone. */
function markerOf(item: HTMLElement): string {
	const list = item.parentElement;
	if (list?.nodeName !== 'OL') return '- ';
	const number = numberOf(item, list);
	const letter = letterOf(number, list.getAttribute('type') ?? '');
	if (letter !== null) return `- ${letter}. `;
	return `${number}${followsList(list) ? ')' : '.'} `;
}

function numberOf(item: HTMLElement, list: HTMLElement): number {
	const items = Array.from(list.childNodes).filter((child) => child.nodeName === 'LI') as HTMLElement[];
	let number = integer(list.getAttribute('start')) ?? 1;
	for (const each of items) {
		number = integer(each.getAttribute('value')) ?? number;
		if (each === item) break;
		number++;
	}
	return number >= 0 && number <= 999_999_999 ? number : 1;
}

function integer(value: string | null): number | null {
	return value !== null && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null;
}

/** Another mark keeps the numbers of two lists apart that stand one right after the other. */
function followsList(list: HTMLElement): boolean {
	let count = 0;
	for (let at = list.previousElementSibling; at?.nodeName === 'OL'; at = at.previousElementSibling) count++;
	return count % 2 === 1;
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
