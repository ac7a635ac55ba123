/**
 * Writes a clean page as Markdown: ATX headings, `-` bullets, numbers as the page shows them, tables as tables. From the tree that is
 * there already: a library that parses the page once more took two fifths of the time of a capture.
 */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element, ParentNode } from 'domhandler';
import { holdsNamed, isBlock } from '../selection/dom.ts';
import { linkedText, markedText, settleMarks, withOwnTildes, withoutOwnSigns } from './inline-marks.ts';
import { markerOf } from './list-marker.ts';
import {
	collapseSpace,
	endsInSpace,
	type Space,
	spaceAfter,
	spaceBefore,
	startsWithSpace,
} from './white-space.ts';

/** @param $ a page that went through cleanPage; its white space is collapsed in place */
export function htmlToMarkdown($: CheerioAPI): string {
	const body = $('body')[0];
	if (body === undefined) return '';
	collapseSpace(body);
	return (
		settleMarks(contentOf(body, false))
			.trim()
			// A number needs its escape where it would start a list, which it cannot in a heading.
			.replace(/^(#{1,6} \d+)\\(?=\. )/gm, '$1')
			// Separators of lines among them: no browser breaks a line there.
			.replace(/[\v\f\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f]/g, ' ')
			.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
			.normalize('NFC')
	);
}

function contentOf(parent: ParentNode, isCode: boolean): string {
	const pieces: string[] = [];
	for (const child of parent.children) append(pieces, pieceOf(child, isCode));
	return pieces.join('');
}

/** Between two pieces stand as many line breaks as the one or the other asks for, and no more than an empty line. */
function append(pieces: string[], piece: string): void {
	const last = pieces.pop() ?? '';
	const before = withoutBreaksAfter(last);
	const after = piece.replace(/^\n+/, '');
	const breaks = Math.max(last.length - before.length, piece.length - after.length);
	for (const each of [before, '\n\n'.slice(0, breaks), after]) if (each !== '') pieces.push(each);
}

/** No pattern: one that has to end at the end takes time with the square of the breaks. */
function withoutBreaksAfter(text: string): string {
	let end = text.length;
	while (text[end - 1] === '\n') end--;
	return text.slice(0, end);
}

function pieceOf(node: AnyNode, isCode: boolean): string {
	if (node.type === 'text')
		return isCode ? withoutOwnSigns(node.data) : escapeMarkdown(withoutOwnSigns(node.data));
	if (node.type !== 'tag') return '';
	if (isBlock(node)) return isBlank(node, spaceBefore(node)) ? '\n\n' : blockOf(node, isCode);
	return inlineWithSpace(node, isCode);
}

/** Whatever an escape could be needed for: most runs of text hold none of it. */
const suspect = /[\\*_`[\]<&~]|^[-+=#>|\d]/;

/**
 * Keeps the signs of a page from being read as Markdown.
 * @param text a run of text, which may be the start of a line
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
function escapeMarkdown(text: string): string {
	if (!suspect.test(text)) return text;
	return withOwnTildes(
		text
			.replace(/[\\*_`[\]]/g, '\\$&')
			// A reader would not see what passes for HTML or an entity.
			.replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&')
			// What would make a list, a heading, a quote or a fence of the line.
			.replace(/^(?:-|=+|[#+]{1,6}(?= |$)|>|\|)/, '\\$&')
			.replace(/^(\d+)\. /, '$1\\. '),
	);
}

const shown: ReadonlySet<string> = new Set(['br', 'hr', 'table']);

/** True where nobody would see anything of it. */
function isBlank(element: Element, { isAll }: Space): boolean {
	return isAll && !shown.has(element.name) && !holdsNamed(element, shown);
}

function blockOf(element: Element, isCode: boolean): string {
	switch (element.name) {
		case 'hr':
			return parted('---');
		case 'table':
			return parted(tableOf(element));
		case 'pre':
			return parted(fencedCode(element));
	}
	const content = contentOf(element, isCode);
	switch (element.name) {
		case 'blockquote':
			return parted(withoutBreaksAfter(content).replace(/^\n+/, '').replace(/^/gm, '> '));
		case 'ul':
		case 'ol':
			return isLastInItem(element) ? `\n${content}` : parted(content);
		case 'li':
			return listItem(element, content);
	}
	const level = /^h([1-6])$/.exec(element.name)?.[1];
	return parted(level === undefined ? content : `${'#'.repeat(Number(level))} ${content}`);
}

function parted(content: string): string {
	return `\n\n${content}\n\n`;
}

function isLastInItem(list: Element): boolean {
	let after = list.next;
	while (after !== null && after.type !== 'tag') after = after.next;
	return after === null && list.parent?.type === 'tag' && list.parent.name === 'li';
}

function listItem(item: Element, content: string): string {
	const marker = markerOf(item);
	const indent = ' '.repeat(/^\S+ /.exec(marker)?.[0].length ?? 2);
	const lines = content.trim().split('\n');
	const text = lines.map((line, at) => (at === 0 || line === '' ? line : indent + line)).join('\n');
	return `${marker}${text}${item.next === null ? '' : '\n'}`;
}

/** @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
function fencedCode(pre: Element): string {
	const code = pre.children.find((child): child is Element => child.type === 'tag');
	const text = textOf(pre).replace(/\n$/, '');
	const language = /\blanguage-([\w+#-]+)/.exec(code?.attribs.class ?? '')?.[1] ?? '';
	const runs = text.match(/^`{3,}/gm) ?? [];
	const fence = runs.reduce((longest, run) => (run.length < longest.length ? longest : `${run}\``), '```');
	return `${fence}${language}\n${text}\n${fence}`;
}

function textOf(node: AnyNode): string {
	if (node.type === 'text') return withoutOwnSigns(node.data);
	return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** A grid as tidyTables leaves it: a header row first. */
function tableOf(table: Element): string {
	const rows = elementsIn(table).flatMap(elementsIn).map(elementsIn);
	const lines = rows.map((cells) => `| ${cells.map(cellOf).join(' | ')} |`);
	const border = `| ${(rows[0] ?? []).map(() => '---').join(' | ')} |`;
	return [lines[0], border, ...lines.slice(1)].join('\n');
}

function elementsIn(parent: Element): Element[] {
	return parent.children.filter((child): child is Element => child.type === 'tag');
}

/** @see https://github.github.com/gfm/#tables-extension- */
function cellOf(cell: Element): string {
	return contentOf(cell, false)
		.trim()
		.replace(/\s*\n\s*/g, ' ')
		.replaceAll('|', '\\|')
		.padEnd(3);
}

/** Spaces at its ends go before and after its marks, which would be no marks beside a space. */
function inlineWithSpace(element: Element, isCode: boolean): string {
	const before = spaceBefore(element);
	const leading = endsInSpace(element.prev) ? before.space.replace(asciiBefore, '') : before.space;
	if (isBlank(element, before)) return leading;
	const after = spaceAfter(element);
	const trailing = startsWithSpace(element.next) ? after.space.replace(asciiAfter, '') : after.space;
	const content = contentOf(element, isCode || element.name === 'code');
	const isSpaced = leading !== '' || trailing !== '';
	const words = isSpaced ? content.trim() : content;
	// Code in code is one code: marks around marks would be read as signs of it.
	return leading + (isCode && element.name === 'code' ? words : inlineOf(element, words)) + trailing;
}

const asciiBefore = /^[ \t\r\n]+/;
const asciiAfter = /[ \t\r\n]+$/;

function inlineOf(element: Element, content: string): string {
	switch (element.name) {
		case 'br':
			return '  \n';
		case 'a':
			return element.attribs.href === undefined
				? content
				: linkedText(content, element.attribs.href.replace(/[()]/g, '\\$&'));
		case 'em':
		case 'i':
			return markedText(content, '*');
		case 'strong':
		case 'b':
			return markedText(content, '**');
		case 'del':
		case 's':
		case 'strike':
			return markedText(content, '~~');
		case 'code':
			return inlineCode(content);
	}
	return content;
}

/** @see https://spec.commonmark.org/0.31.2/#code-spans */
function inlineCode(content: string): string {
	const text = content.replace(/\r?\n|\r/g, ' ');
	if (text === '') return '';
	const space = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
	const inside = new Set(text.match(/`+/g));
	let mark = '`';
	while (inside.has(mark)) mark += '`';
	return mark + space + text + space + mark;
}
