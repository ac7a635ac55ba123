/** The whole text of one version, drawn in the browser like the agreement's own page: headings, paragraphs, lists, tables. */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { headingLevels, nest, sectionLevel, standsInList } from '../../site/agreement/document-shape.ts';
import { cellsOf } from '../../site/safe-html/inline-markdown.ts';
import { inlineNodes } from './inline-nodes.ts';

interface Placed {
	readonly text: ClauseText;
	readonly anchor: string;
	/** Depth of an item. */
	readonly depth: number;
}

/** @param version index into the ledger's states */
export function wholeText(ledger: Ledger, version: number): DocumentFragment {
	const { clauses, texts } = ledger.states[version] as State;
	const placed = Array.from(texts, (id, at): Placed => {
		const text = ledger.texts[id] as ClauseText;
		return { text, anchor: ledger.clauses[clauses[at] as number]?.anchor ?? '', depth: text.depth };
	});
	const made = document.createDocumentFragment();
	if (placed.length === 0) made.append(element('p', [document.createTextNode('The page held no text.')]));
	else made.append(...parts(placed));
	return made;
}

/** Headings, and between them runs of what stands under them. */
function parts(placed: readonly Placed[]): HTMLElement[] {
	const levels = headingLevels(placed.filter(isHeading).map(({ depth }) => depth));
	const sections = sectionLevel(levels);
	const made: HTMLElement[] = [];
	let heading = 0;
	for (let at = 0; at < placed.length; ) {
		const own = placed[at] as Placed;
		if (isHeading(own)) {
			const level = levels[heading++] as number;
			made.push(framed(`heading${level <= sections ? ' main' : ''}`, clause(`h${level}`, own)));
			at++;
			continue;
		}
		let end = at + 1;
		while (end < placed.length && !isHeading(placed[end] as Placed)) end++;
		const text = framed('text', ...blocks(placed.slice(at, end)));
		made.push(framed('run', text));
		at = end;
	}
	return made;
}

function isHeading({ text }: Placed): boolean {
	return text.kind === 'heading';
}

function blocks(placed: readonly Placed[]): HTMLElement[] {
	const made: HTMLElement[] = [];
	for (let at = 0; at < placed.length; ) {
		const { text } = placed[at] as Placed;
		let end = at + 1;
		while (end < placed.length && goesOn(text, (placed[end] as Placed).text)) end++;
		const group = placed.slice(at, end);
		if (text.kind === 'item') made.push(list(group));
		else if (text.kind === 'row') made.push(table(group));
		else made.push(clause('p', group[0] as Placed));
		at = end;
	}
	return made;
}

function goesOn({ kind }: ClauseText, next: ClauseText): boolean {
	if (kind === 'paragraph') return false;
	return kind === 'item' ? standsInList(next) : next.kind === kind;
}

function list(items: readonly Placed[]): HTMLElement {
	const numbered = items.some(({ text }) => text.kind === 'item' && text.number !== '');
	const draw = (drawn: readonly HTMLElement[]): HTMLElement => {
		const made = element('ul', drawn);
		if (numbered) made.className = 'numbered';
		return made;
	};
	return draw(
		nest<Placed, HTMLElement>(items, (item, inner) => {
			const made = clause('li', item);
			if (item.text.kind !== 'item') made.className = 'further';
			if (inner.length > 0) made.append(draw(inner));
			return made;
		}),
	);
}

/** It scrolls by itself where the screen is narrow. The first row names the columns where it says something in each. */
function table(rows: readonly Placed[]): HTMLElement {
	const cells = rows.map(({ text }) => cellsOf(text.markdown));
	const named = rows.length > 1 && (cells[0]?.length ?? 0) > 1 && cells[0]?.every((cell) => cell !== '');
	const drawn = rows.map(({ anchor }, at) => {
		const name = named && at === 0 ? 'th' : 'td';
		const row = element(
			'tr',
			(cells[at] ?? []).map((cell) => element(name, [inlineNodes(cell)])),
		);
		row.id = anchor;
		return row;
	});
	const head = named ? [element('thead', drawn.slice(0, 1))] : [];
	const body = element('tbody', named ? drawn.slice(1) : drawn);
	const frame = framed('scroll', element('table', [...head, body]));
	frame.tabIndex = 0;
	frame.role = 'group';
	frame.ariaLabel = 'Table';
	return frame;
}

function clause(name: string, { text, anchor }: Placed): HTMLElement {
	const made = element(name, [inlineNodes(text.markdown)]);
	made.id = anchor;
	return made;
}

function framed(name: string, ...children: readonly Node[]): HTMLElement {
	const made = element('div', children);
	made.className = name;
	return made;
}

function element(name: string, children: readonly Node[]): HTMLElement {
	const made = document.createElement(name);
	made.append(...children);
	return made;
}
