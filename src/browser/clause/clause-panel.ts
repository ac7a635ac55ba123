/**
 * Shows at a marked clause what is offered there, in the browser, and hides it again; and sends on the link to a clause that stands no
 * more. Without it the margin and the list of clauses that went out lead to the changes.
 */
import { announce } from './announce.ts';
import { namedClause, nameOf } from './clause-name.ts';
import { clauseTools } from './clause-tools.ts';
import { followLost } from './follow-lost.ts';

const article = document.querySelector<HTMLElement>('article.document');
/** Kept, so that what a reader opened at a clause is still open when they come back to it. */
const panels = new Map<HTMLElement, HTMLElement>();
let current: HTMLElement | undefined;

function showMarked(article: HTMLElement): void {
	const clause = marked();
	if (clause === null || !article.contains(clause)) {
		showPanel(undefined);
		return;
	}
	showPanel(panelAt(article, clause));
	announce(`${nameOf(clause)} is marked. History, Cite, Copy link and Print follow it.`);
}

function marked(): HTMLElement | null {
	return document.getElementById(namedClause() ?? '');
}

function showPanel(panel: HTMLElement | undefined): void {
	if (current !== undefined) current.hidden = true;
	current = panel;
	if (panel !== undefined) panel.hidden = false;
}

function panelAt(article: HTMLElement, clause: HTMLElement): HTMLElement {
	const known = panels.get(clause);
	if (known !== undefined) return known;
	const panel = clauseTools(article, clause);
	panels.set(clause, panel);
	place(clause, panel);
	return panel;
}

/** Below the words of a clause, inside what may hold it. */
function place(clause: HTMLElement, panel: HTMLElement): void {
	if (clause instanceof HTMLTableRowElement) {
		const row = document.createElement('tr');
		const cell = row.insertCell();
		cell.colSpan = clause.cells.length;
		cell.append(panel);
		row.className = 'tools-row';
		clause.after(row);
	} else if (clause instanceof HTMLLIElement) {
		clause.insertBefore(panel, clause.querySelector(':scope > ul'));
	} else clause.after(panel);
}

/** Closes what is open, then the panel itself; the focus goes back to what opened it. */
function close(event: KeyboardEvent): void {
	if (event.key !== 'Escape' || current === undefined) return;
	const open = current.querySelector<HTMLElement>('[aria-expanded="true"]');
	if (open !== null) {
		open.click();
		open.focus();
	} else if (current.contains(document.activeElement)) {
		marked()?.querySelector<HTMLElement>('.n, .p')?.focus();
		showPanel(undefined);
	}
}

function followAddress(article: HTMLElement): void {
	showMarked(article);
	void followLost(article);
}

if (article !== null) {
	addEventListener('hashchange', () => followAddress(article));
	document.addEventListener('keydown', close);
	followAddress(article);
}
