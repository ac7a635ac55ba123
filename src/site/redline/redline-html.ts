/**
 * A redline as HTML: one template for the change page, which the build writes, and for the compare page, which the browser writes.
 * Every word in it passes through `escapeHtml`, here or in the rows that are drawn.
 */
import { counted } from '../../text/counts-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import type { ChangedRow, CollapsedRow, Part, RedlineView, Row } from './redline-rows.ts';

/** What a redline needs to know of where it stands. */
export interface RedlineFrame {
	/** Language of our own words where the document has another one, see `labelOf`. */
	readonly own: { readonly lang?: 'en' };
	/** Heads of the two blocks of a rewritten clause: "Until 16 June 2026", "From 16 June 2026". */
	readonly until: string;
	readonly from: string;
	/** Address of the whole text. */
	readonly whole: string;
	/** Index of a clause → its anchor, where links from elsewhere are to find the clauses that are left out. */
	readonly anchorOf?: (clause: number) => string;
	/** Anchor of a clause → since when its former words had stood; where it is not known, nothing is said. */
	readonly formerWords?: ReadonlyMap<string, FormerWords>;
	/** Of the document's headings; left out: 2. */
	readonly level?: 2 | 3;
}

/** The change that had brought the former words in. */
export interface FormerWords {
	readonly since: string;
	readonly href: string;
}

/** The parts of a redline: open where there is one, closed with its count where it is one of many. */
export function redlineHtml({ parts, omitted }: RedlineView, frame: RedlineFrame): string {
	return parts.map((part) => partHtml(part, frame)).join('') + omittedHtml(omitted, frame);
}

/** What was left out keeps its anchors: a link to such a clause leads here. */
function omittedHtml(omitted: readonly number[], { own, anchorOf }: RedlineFrame): string {
	if (omitted.length === 0) return '';
	const named = anchorOf === undefined ? [] : omitted.map(anchorOf);
	const anchors = named.map((anchor) => `<span id="${escapeHtml(anchor)}"></span>`).join('');
	const said = `${counted(omitted.length, 'more changed clause')} would make this page too heavy to read. The command below shows all of them.`;
	return `<p class="s"${attributes(own)}>${anchors}${said}</p>`;
}

/** Unchanged clauses behind one line; what would make the page heavy is left to the agreement's own page. Where that is all, the line leads there. */
export function collapsedHtml(
	{ label, lines, omitted }: CollapsedRow,
	frame: Pick<RedlineFrame, 'own' | 'whole'>,
): string {
	const own = attributes(frame.own);
	if (lines.length + omitted === 0) return `<p class="s"${own}>${escapeHtml(label)}</p>`;
	const whole = (words: string): string => `<a href="${escapeHtml(frame.whole)}">${words}</a>`;
	if (lines.length === 0) return `<p class="w"${own}>${escapeHtml(label)}${whole('Whole text')}</p>`;
	const rest = `<p class="s"${own}>${counted(omitted, 'more clause')} in ${whole('the whole text')}</p>`;
	const texts = lines.map(({ heading, text }) => `<p${heading ? ' class="f"' : ''}>${escapeHtml(text)}</p>`);
	return `<details class="fold"><summary${own}>${escapeHtml(label)}</summary>${texts.join('')}${omitted > 0 ? rest : ''}</details>`;
}

function partHtml({ title, changes, rows }: Part, frame: RedlineFrame): string {
	const drawn = rows.map((row) => rowHtml(row, frame)).join('');
	if (title === '') return drawn;
	const count = `<span${attributes(frame.own)}>${counted(changes, 'changed clause')}</span>`;
	return `<details class="part"><summary><b>${escapeHtml(title)}</b> ${count}</summary>${drawn}</details>`;
}

function rowHtml(row: Row, frame: RedlineFrame): string {
	switch (row.kind) {
		case 'change':
			return clauseHtml(row, frame);
		case 'collapsed':
			return collapsedHtml(row, frame);
		case 'heading':
			return headingHtml(row, frame);
		case 'context': {
			const words = `<p class="c">${escapeHtml(row.text)}</p>`;
			return row.number === ''
				? words
				: `<div class="x q"><p class="m">${numberHtml(row.number)}</p>${words}</div>`;
		}
		case 'row':
			return tableHtml(row.cells, 'c');
		case 'more': {
			const clauses = row.rows.map((changed) => clauseHtml(changed, frame)).join('');
			return `<details class="more"><summary${attributes(frame.own)}>${escapeHtml(row.label)}</summary>${clauses}</details>`;
		}
	}
}

function headingHtml(
	{ number, text }: Extract<Row, { kind: 'heading' }>,
	{ level = 2 }: RedlineFrame,
): string {
	return `<h${level}>${numberHtml(number)}${escapeHtml(text)}</h${level}>`;
}

/** One changed clause: number and kind in the margin, a bar, the marked words, and what marks cannot show. */
function clauseHtml(row: ChangedRow, frame: RedlineFrame): string {
	const own = attributes(frame.own);
	const classes = ['x', row.tone, row.quiet ? 'q' : '', row.heading === '' ? '' : 'h'].filter(Boolean);
	const margin = `<p class="m"${own}>${numberHtml(row.number)}${escapeHtml(row.label)}</p>`;
	const words = changedWordsHtml(row, frame);
	const id = row.anchor === '' ? '' : ` id="${escapeHtml(row.anchor)}"`;
	return `<div class="${classes.join(' ')}"${id}>${margin}<div class="t">${words}</div></div>`;
}

/** The marked words of a clause and what the marks cannot show. */
export function changedWordsHtml(row: ChangedRow, frame: Omit<RedlineFrame, 'whole'>): string {
	const formerWords = frame.formerWords?.get(row.anchor);
	return wordsHtml(row, frame) + notesHtml(row, attributes(frame.own), formerWords);
}

function wordsHtml({ html, cells }: ChangedRow, { own, until, from }: Omit<RedlineFrame, 'whole'>): string {
	if (typeof html === 'string') return cells ? tableHtml(cells) : html;
	const block = (name: string, head: string, words: string): string =>
		`<div class="${name}"><b${attributes(own)}>${escapeHtml(head)}</b>${words}</div>`;
	return block('old', until, html.before) + block('fresh', from, html.after);
}

function notesHtml(
	{ event, notes, relinked }: ChangedRow,
	own: string,
	formerWords: FormerWords | undefined,
): string {
	const said = notes.length === 0 ? [] : [escapeHtml(notes.join(' '))];
	return [
		...said,
		...relinked.map(linkHtml),
		...(formerWords ? [formerWordsHtml(event === 'removed', formerWords)] : []),
	]
		.map((note) => `<span class="s"${own}>${note}</span>`)
		.join('');
}

function linkHtml({ before, after }: ChangedRow['relinked'][number]): string {
	if (before === '') return `A link came in: <ins>${escapeHtml(after)}</ins>`;
	if (after === '') return `A link went out: <del>${escapeHtml(before)}</del>`;
	return `The link now leads elsewhere: <del>${escapeHtml(before)}</del> <ins>${escapeHtml(after)}</ins>`;
}

function formerWordsHtml(gone: boolean, { since, href }: FormerWords): string {
	const words = gone ? 'Had stood since' : 'The former words had stood since';
	return `${words} <a href="${escapeHtml(href)}">${escapeHtml(since)}</a>.`;
}

function tableHtml(cells: readonly string[], name = ''): string {
	const drawn = cells.map((cell) => `<td>${cell}</td>`).join('');
	return `<table${name === '' ? '' : ` class="${name}"`}><tbody><tr>${drawn}</tr></tbody></table>`;
}

function numberHtml(number: string): string {
	return number === '' ? '' : `<b>${escapeHtml(number)}</b>`;
}

function attributes({ lang }: RedlineFrame['own']): string {
	return lang === undefined ? '' : ` lang="${lang}"`;
}
