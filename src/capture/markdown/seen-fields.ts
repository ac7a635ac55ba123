/** Words that people see and that stand in no text of the page: in fields, pictures and frames. They become text, or are named. */
import { type CheerioAPI, load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { allElements, elementsNamed, isNamed, nodesWhere } from '../selection/dom.ts';
import { textNode } from './new-nodes.ts';
import { nodesOfLines } from './page-styles.ts';

const fields: ReadonlySet<string> = new Set(['textarea', 'input', 'select']);
const pictures: ReadonlySet<string> = new Set(['img', 'svg']);
const frames: ReadonlySet<string> = new Set(['iframe', 'object', 'embed']);
const cells: ReadonlySet<string> = new Set(['td', 'th', 'dd']);
const drawnText: ReadonlySet<string> = new Set(['text']);
const choices: ReadonlySet<string> = new Set(['select']);
const options: ReadonlySet<string> = new Set(['option']);
const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Changes the page in place.
 * @returns a sentence for each kind of what people see and this cannot read
 */
export function writeSeenFields($: CheerioAPI): string[] {
	const warnings = [...writeFrames($), ...nameChoices($)];
	writeBoxes($);
	for (const field of elementsNamed($, fields)) if (!isHidden(field)) writeField($, field);
	for (const picture of elementsNamed($, pictures)) if (!isHidden(picture)) writePicture($, picture);
	for (const cell of elementsNamed($, cells)) writeSign($, cell);
	return [...warnings, ...nameSilentCells($)];
}

/** Of one element: what is hidden by a sheet is not known. */
function isHidden({ attribs }: Element): boolean {
	return (
		attribs.hidden !== undefined ||
		attribs['aria-hidden'] === 'true' ||
		/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs.style ?? '')
	);
}

function writeField($: CheerioAPI, field: Element): void {
	const { attribs, name } = field;
	const isFixed = attribs.readonly !== undefined || attribs.disabled !== undefined;
	if (name === 'textarea') writeTextarea($, field);
	else if (name === 'select') {
		if (isFixed || cellOf(field) !== null) writeWords($, field, chosenOption($, field));
	} else if (
		isFixed &&
		!/^(?:hidden|submit|button|image|reset|password|file|checkbox|radio)$/i.test(attribs.type ?? '')
	)
		writeWords($, field, attribs.value ?? '');
}

/** Boxes to tick, of a form or drawn by a page itself. */
function writeBoxes($: CheerioAPI): void {
	const boxes = allElements($).filter((element) => stateOf(element) !== null && !isHidden(element));
	// Where nothing is ticked the reader is asked; where something is, the page says what holds.
	const isSaid = boxes.some((box) => stateOf(box) === true);
	for (const box of boxes) {
		const isFixed = box.attribs.disabled !== undefined || box.attribs['aria-disabled'] === 'true';
		if (!isSaid && !isFixed && cellOf(box) === null) continue;
		const sign = stateOf(box) === true ? '☑' : '☐';
		if (box.name === 'input') writeWords($, box, sign);
		else $(box).prepend(textNode(`${sign} `));
	}
}

/** Whether it is ticked; null for what is no box. */
function stateOf({ name, attribs }: Element): boolean | null {
	if (name === 'input')
		return /^(?:checkbox|radio)$/i.test(attribs.type ?? '') ? attribs.checked !== undefined : null;
	return /^(?:checkbox|radio|switch|menuitemcheckbox|menuitemradio)$/.test(attribs.role ?? '')
		? attribs['aria-checked'] === 'true'
		: null;
}

/** Whole agreements stand in such boxes. */
function writeTextarea($: CheerioAPI, field: Element): void {
	const text = $(field).text().trim();
	if (text === '') return;
	const box = $('<div></div>');
	box.append(nodesOfLines(text));
	$(field).replaceWith(box);
}

function chosenOption($: CheerioAPI, field: Element): string {
	const options = $(field).find('option').get();
	const chosen = options.filter(({ attribs }) => attribs.selected !== undefined);
	const shown = field.attribs.multiple !== undefined ? chosen : [chosen.at(-1) ?? options[0]];
	return shown.map((option) => (option === undefined ? '' : $(option).text().trim())).join(', ');
}

function writeWords($: CheerioAPI, element: Element, words: string): void {
	if (words.trim() !== '') $(element).replaceWith(textNode(` ${words.trim()} `));
}

/** How far a picture may lie inside its cell. */
const deepest = 8;

function cellOf(element: Element): Element | null {
	let at: AnyNode | null = element.parent;
	for (let step = 0; at !== null && step < deepest; at = at.parent, step++) {
		if (at.type === 'tag' && cells.has(at.name)) return at;
	}
	return null;
}

/** A sign that a font draws says what it means in its label or its title. */
function writeSign($: CheerioAPI, cell: Element): void {
	if (cell.children.length > mostNodes || holdsWords(cell)) return;
	const said = nodesWhere(cell, (node): node is Element => node.type === 'tag' && !isHidden(node))
		.map(({ attribs }) => (attribs['aria-label'] ?? attribs.title ?? '').trim())
		.find((words) => words !== '' && words.length <= longestAlternative);
	if (said !== undefined) $(cell).append(textNode(said));
}

/** What a picture says in place of words: the whole of a cell or a heading, a sentence, or a sign among words. */
function writePicture($: CheerioAPI, picture: Element): void {
	const words = (picture.name === 'img' ? (picture.attribs.alt ?? '') : wordsDrawn($, picture)).trim();
	if (words === '' || words.length > longestAlternative) return;
	const isSentence = /[。！？]$/.test(words) || (/[.!?]$/.test(words) && words.split(/\s+/).length > 3);
	const isSign = /^(?:\p{Extended_Pictographic}|\p{Variation_Selector}|[\u200d✓✗✘☐☒])+$/u.test(words);
	if (isSentence || isSign || isWholeOf(picture)) writeWords($, picture, words);
}

const longestAlternative = 1000;

function wordsDrawn($: CheerioAPI, picture: Element): string {
	const drawn = elementsIn(picture, drawnText).map((text) => $(text).text().replace(/\s+/g, ' ').trim());
	const words = drawn.filter((each) => each !== '').join(' ');
	return words === '' ? (picture.attribs['aria-label'] ?? $(picture).children('title').text()) : words;
}

function elementsIn(parent: Element, names: ReadonlySet<string>): Element[] {
	return nodesWhere(parent, (node): node is Element => isNamed(node, names));
}

/** True where the picture is all that a cell or a heading shows. */
function isWholeOf(picture: Element): boolean {
	let at = picture.parent;
	let isLinked = false;
	for (let step = 0; at !== null && step < deepest; at = at.parent, step++) {
		if (at.type !== 'tag') return false;
		// A linked picture in a heading is the mark of the house.
		if (headings.has(at.name) && isLinked) return false;
		isLinked ||= at.name === 'a';
		if (cells.has(at.name) || headings.has(at.name)) return !holdsWords(at);
	}
	return false;
}

/** What holds more nodes than that holds no picture alone. */
const mostNodes = 100;

/** True also where too much lies inside to look at for each picture. */
function holdsWords(element: Element): boolean {
	const open: AnyNode[] = [element];
	for (let step = 0; open.length > 0; step++) {
		const node = open.pop() as AnyNode;
		if (step > mostNodes || (node.type === 'text' && node.data.trim() !== '')) return true;
		if ('children' in node && !isNamed(node, pictures)) {
			if (node.children.length > mostNodes) return true;
			open.push(...node.children);
		}
	}
	return false;
}

const unscripted: ReadonlySet<string> = new Set(['noscript']);

/** Read without scripts, a page may say there what it would else write by them: where that is more than all the rest. */
export function openUnscripted($: CheerioAPI): void {
	const parts = elementsNamed($, unscripted);
	if (parts.length === 0) return;
	const rest = elementsNamed($, new Set(['body']))
		.map((body) => $(body).clone())
		.reduce(
			(length, body) => length + body.find('script, style, noscript').remove().end().text().trim().length,
			0,
		);
	for (const part of parts) {
		const inner = load($(part).text());
		inner('script, style').remove();
		const length = inner('body').text().trim().length;
		if (length > shortestText && length > rest)
			$(part).replaceWith($('<div></div>').html(inner('body').html() ?? ''));
	}
}

/** "Please switch on JavaScript" is shorter. */
const shortestText = 400;

/** Frames that hold their page in themselves are read; others are named where people see them. */
function writeFrames($: CheerioAPI): Set<string> {
	const warnings = new Set<string>();
	for (const frame of elementsNamed($, frames)) {
		const { srcdoc, src, data } = frame.attribs;
		if (isHidden(frame) || isTiny(frame)) continue;
		if (srcdoc !== undefined && srcdoc.trim() !== '') {
			const inner = load(srcdoc);
			inner('script, style').remove();
			$(frame).replaceWith($('<div></div>').html(inner('body').html() ?? ''));
		} else if (isDocument(src ?? data ?? ''))
			warnings.add(`The selected part shows another page in a frame, which is not read: ${src ?? data}.`);
	}
	return warnings;
}

function isTiny({ attribs }: Element): boolean {
	return [attribs.width, attribs.height].some((size) => /^[01](?:px)?$/.test(size ?? ''));
}

/** Films and checks for robots hold no agreement. */
const film = /youtube|vimeo|dailymotion|recaptcha|hcaptcha|turnstile|googletagmanager|doubleclick|\/maps/i;

function isDocument(address: string): boolean {
	return address !== '' && !/^(?:about|data|javascript|blob):/i.test(address) && !film.test(address);
}

/** What the reader may choose, and so is no fixed part of the text: lists of languages too, which are better removed. */
function nameChoices($: CheerioAPI): string[] {
	return elementsNamed($, choices)
		.filter((field) => !isHidden(field) && field.attribs.disabled === undefined && cellOf(field) === null)
		.flatMap((field) => {
			const said = elementsIn(field, options).map((option) => $(option).text().trim());
			const shown = said.filter((words) => words !== '').slice(0, 3);
			const words = shown.map((each) => `“${each.slice(0, 60)}”`).join(', ');
			return shown.length === 0
				? []
				: [`The selected part asks to choose, and what it offers is not in the text: ${words}.`];
		})
		.slice(0, 3);
}

/** A tick drawn by a font or a picture without words. */
function nameSilentCells($: CheerioAPI): string[] {
	const isSilent = (cell: Element): boolean =>
		cell.children.length > 0 &&
		!holdsWords(cell) &&
		cell.children.some(
			(child) =>
				child.type === 'tag' &&
				(pictures.has(child.name) ||
					/(?:^|[\s_-])(?:icon|fa|glyphicon|check|tick|cross)/.test(child.attribs.class ?? '')),
		);
	return elementsNamed($, cells).some(isSilent)
		? ['A cell of a table shows a picture or a sign without words, whose meaning is not in the text.']
		: [];
}
