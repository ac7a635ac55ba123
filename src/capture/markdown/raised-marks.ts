/**
 * Raised and lowered marks: "25" with a raised 1 is not 251. Digits become raised digits, a fraction keeps its stroke, and what Unicode has
 * no sign for is parted from the number before it.
 */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element, Text } from 'domhandler';
import { elementsNamed, isBlock, isNamed, nodesWhere } from '../selection/dom.ts';
import { textNode } from './new-nodes.ts';

const raised = signsOf('0123456789+-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ');
const lowered = signsOf('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');

function signsOf(plain: string, signs: string): ReadonlyMap<string, string> {
	return new Map([...plain].map((sign, at) => [sign, [...signs][at] as string]));
}

const marks: ReadonlySet<string> = new Set(['sup', 'sub']);
const links: ReadonlySet<string> = new Set(['a']);
const lineBreaks: ReadonlySet<string> = new Set(['br']);
const formulaParts: ReadonlySet<string> = new Set(['mfrac', 'msup', 'msub']);

/** Whole notes are raised on some pages: those are text. */
const longestMark = 24;

/** Changes the page in place. */
export function mendRaisedMarks($: CheerioAPI): void {
	mendFormulas($);
	for (const link of elementsNamed($, links)) if (isNoteLink($, link)) nameAsRaised($, link);
	for (const mark of elementsNamed($, marks)) mendMark(mark);
}

/** The formulas that agreements hold: halves and squares. */
function mendFormulas($: CheerioAPI): void {
	for (const part of elementsNamed($, formulaParts)) {
		const second = part.children.filter(({ type }) => type === 'tag')[1] as Element | undefined;
		if (second === undefined) continue;
		if (part.name !== 'mfrac') second.tagName = part.name === 'msup' ? 'sup' : 'sub';
		else {
			$(second).before(textNode('/'));
			if (/\d$/.test(textBefore(part))) $(part).before(textNode(' '));
		}
	}
}

/** A link to a place of the same page, of digits alone, that follows a number without a space. */
function isNoteLink($: CheerioAPI, link: Element): boolean {
	if (!/^[^#]*#./.test(link.attribs.href ?? '') || holdsMark(link) || isInMark(link)) return false;
	return /^\[?\d{1,3}\]?$/.test($(link).text().trim()) && /\d$/.test(textBefore(link));
}

function nameAsRaised($: CheerioAPI, link: Element): void {
	$(link).wrap('<sup></sup>');
}

function holdsMark(element: Element): boolean {
	return element.children.some(
		(child) => child.type === 'tag' && (marks.has(child.name) || holdsMark(child)),
	);
}

function isInMark(node: AnyNode): boolean {
	for (let at = node.parent, depth = 0; at !== null && depth < 4; at = at.parent, depth++)
		if (at.type === 'tag' && marks.has(at.name)) return true;
	return false;
}

function mendMark(mark: Element): void {
	const texts = nodesWhere(mark, (node): node is Text => node.type === 'text');
	const text = texts
		.map(({ data }) => data)
		.join('')
		.trim();
	if (text === '' || text.length > longestMark) return;
	const before = textBefore(mark);
	const isAfterNumber = /[\p{N}%€$£¥]$/u.test(before);
	if (/^\d{1,3}\s*[/⁄]\s*\d{1,3}$/.test(text)) {
		// One and a half, not eleven halves.
		if (isAfterNumber) lead(texts, ' ');
	} else if (/^\d{1,3}$/.test(text) && (isNumerator(mark) || isDenominator(before, mark))) {
		if (isAfterNumber && mark.name === 'sup') lead(texts, ' ');
	} else if (/^[\d+\-−–=(),;.*†‡§ ]+$/.test(text) && /\d/.test(text)) {
		const signs = mark.name === 'sup' ? raised : lowered;
		for (const each of texts)
			each.data = [...each.data.replace(/[−–]/g, '-')].map((sign) => signs.get(sign) ?? sign).join('');
	} else if (
		mark.name === 'sup' &&
		texts.length === 1 &&
		formula.test(text) &&
		/[\p{L}\p{N}]$/u.test(before)
	) {
		lead(texts, '^(');
		(texts[0] as Text).data += ')';
	} else if (isAfterNumber && /^\[.+\]$/.test(text)) lead(texts, ' ');
	else if (isAfterNumber && /^[\p{L}\p{N}]/u.test(text) && !ordinal.test(text))
		lead(texts, mark.name === 'sup' ? '^' : '_');
}

/** “x” with “n + 1” above it. */
const formula = /^[\p{L}\p{N}]{1,3}\s*[+\-−–*/]\s*[\p{L}\p{N}]{1,3}$/u;

/** "1st", "2e", "3ème": part of the word, as it is written without raising too. */
const ordinal =
	/^(?:st|nd|rd|th|d|e|er|ers|re|res|ère|e?me|ème|nde?|o|os|a|as|do|da|ro|ra|ta?|to|de|ste|er?a)\.?$/i;

function isNumerator(mark: Element): boolean {
	const next = mark.next;
	return (
		mark.name === 'sup' && next?.type === 'text' && /^\s*[/⁄]\s*$/.test(next.data) && isDigits(next.next)
	);
}

function isDenominator(before: string, mark: Element): boolean {
	return mark.name === 'sub' && /\d\s*[/⁄]\s*$/.test(before);
}

function isDigits(node: AnyNode | null): boolean {
	if (node?.type !== 'tag' || !marks.has(node.name)) return false;
	const [only] = node.children;
	return only?.type === 'text' && /^\s*\d{1,3}\s*$/.test(only.data);
}

function lead(texts: readonly Text[], sign: string): void {
	const first = texts.find(({ data }) => data.trim() !== '');
	if (first !== undefined) first.data = sign + first.data.trimStart();
}

/** The last signs on the same line, at most 16 of them; empty where a block begins. */
export function textBefore(node: AnyNode): string {
	let text = '';
	let at: AnyNode = node;
	// Bounded: empty elements can be put in any number.
	for (let step = 0; step < 32 && text.length < 16; step++) {
		if (at.prev === null) {
			const parent: AnyNode | null = at.parent;
			if (parent === null || parent.type !== 'tag' || isBlock(parent)) break;
			at = parent;
			continue;
		}
		at = at.prev;
		if (isBlock(at) || isNamed(at, lineBreaks)) break;
		text = lastText(at) + text;
	}
	return text;
}

function lastText(node: AnyNode): string {
	let at: AnyNode | undefined = node;
	for (let depth = 0; at !== undefined && depth < 8; depth++) {
		if (at.type === 'text') return at.data.slice(-16);
		at = 'children' in at ? at.children.at(-1) : undefined;
	}
	return '';
}
