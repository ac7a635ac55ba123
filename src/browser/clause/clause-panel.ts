/**
 * What a marked clause offers, in the browser: its history, its citation, its link, a print of it alone; and where a link to a clause
 * that stands no more leads. Without it the margin and the list of clauses that went out lead to the changes.
 */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { type Cited, citationHtml, citedClause, plainCitation } from '../../site/formats/citation.ts';
import { cutEnd } from '../../text/cut-text.ts';
import { copyText, startCopyButtons, tell } from './copy.ts';
import { printAlone } from './print-clause.ts';

/** Enough of a clause without number to know it by, in characters. */
const nameLength = 48;

const text = document.querySelector<HTMLElement>('article.document');
const news = liveRegion();
/** Kept, so that what a reader opened at a clause is still open when they come back to it. */
const panels = new Map<HTMLElement, HTMLElement>();
let current: HTMLElement | undefined;

/** Shows the panel of the clause that the address names, or follows it to where it went. */
function showMarked(): void {
	const target = marked();
	if (text === null || target === null || !text.contains(target)) {
		showPanel(undefined);
		return;
	}
	let panel = panels.get(target);
	if (panel === undefined) {
		panel = makePanel(text, target);
		panels.set(target, panel);
		place(target, panel);
	}
	showPanel(panel);
	news.textContent = `${nameOf(target)} is marked. History, Cite, Copy link and Print follow it.`;
}

function marked(): HTMLElement | null {
	return location.hash.startsWith('#c-') ? document.getElementById(location.hash.slice(1)) : null;
}

function showPanel(panel: HTMLElement | undefined): void {
	if (current !== undefined) current.hidden = true;
	current = panel;
	if (panel !== undefined) panel.hidden = false;
}

function makePanel(article: HTMLElement, target: HTMLElement): HTMLElement {
	const panel = element('div', 'clause-tools');
	Object.assign(panel, { lang: 'en', dir: 'ltr', role: 'group', ariaLabel: nameOf(target) });
	const line = element('p', 'tools');
	const past = opener('History', (body) => openHistory(article, target, body));
	const cited = citedHere(article, target);
	const source = opener('Cite', (body) => {
		body.innerHTML = citationHtml(cited);
		startCopyButtons(body);
	});
	const share = button('Copy link', () => void copyLink(share));
	const print = button('Print', () => printAlone(article, target, panel));
	line.append(past.button, source.button, share, print);
	panel.append(line, past.body, source.body, element('p', 'proof', plainCitation(cited)));
	return panel;
}

/** A button and what it opens; filled at the first time. */
function opener(
	name: string,
	fill: (body: HTMLElement) => void,
): { button: HTMLButtonElement; body: HTMLElement } {
	const body = element('div', 'opened');
	body.hidden = true;
	const toggle = button(name, () => {
		if (body.childElementCount === 0 || body.dataset.failed !== undefined) fill(body);
		body.hidden = !body.hidden;
		toggle.ariaExpanded = String(!body.hidden);
	});
	toggle.ariaExpanded = 'false';
	return { button: toggle, body };
}

/** The code that reads ledgers is loaded when somebody asks for a history. */
async function openHistory(article: HTMLElement, target: HTMLElement, body: HTMLElement): Promise<void> {
	body.replaceChildren(element('p', '', 'Loading the history …'));
	delete body.dataset.failed;
	try {
		const { drawHistory } = await import('./clause-history-panel.ts');
		news.textContent = await drawHistory(article, target.id, body);
	} catch (error) {
		body.dataset.failed = '';
		const way = 'The changes that the margin names are there without it.';
		body.replaceChildren(element('p', '', `The history could not be loaded (${String(error)}). ${way}`));
	}
}

async function copyLink(source: HTMLButtonElement): Promise<void> {
	const done = await copyText(location.href);
	tell(source, done ? 'Link copied' : 'Copy it from the address bar');
	news.textContent = done ? 'Link copied' : 'The browser did not let the page copy the link';
}

function citedHere(article: HTMLElement, target: HTMLElement): Cited {
	const cited = JSON.parse(article.dataset.cited ?? '{}') as Cited;
	return citedClause(cited, target.id, numberOf(target), cutEnd(wordsOf(target), nameLength));
}

function nameOf(target: HTMLElement): string {
	const number = bareNumber(numberOf(target));
	return number === '' ? `“${cutEnd(wordsOf(target), nameLength)}”` : `Clause ${number}`;
}

function numberOf(target: HTMLElement): string {
	return target.querySelector(':scope > .n')?.textContent ?? '';
}

/** Its own words: without its number, its mark, what stands below it in a list. */
function wordsOf(target: HTMLElement): string {
	const own = target.cloneNode(true) as HTMLElement;
	for (const other of own.querySelectorAll(':scope > :is(.n, .p, ul), .clause-tools')) other.remove();
	return (own.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Below the words of a clause, inside what may hold it. */
function place(target: HTMLElement, panel: HTMLElement): void {
	if (target instanceof HTMLTableRowElement) {
		const row = document.createElement('tr');
		const cell = row.insertCell();
		cell.colSpan = target.cells.length;
		cell.append(panel);
		row.className = 'tools-row';
		target.after(row);
	} else if (target instanceof HTMLLIElement) {
		target.insertBefore(panel, target.querySelector(':scope > ul'));
	} else target.after(panel);
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

/** An address may name a clause that went out: into the list of these, or past it. */
async function followLost(): Promise<void> {
	if (text === null || !location.hash.startsWith('#c-')) return;
	const target = marked();
	const listed = target?.closest('.went-out') ? target.querySelector('a') : null;
	if (listed) return location.replace(listed.href);
	if (target !== null) return;
	try {
		const { lostClause } = await import('./lost-clause.ts');
		const found = await lostClause(text, location.hash.slice(1));
		if (found.address !== null) return location.replace(found.address);
		say(text, found.words);
	} catch {
		say(text, 'The clause of this link stands no more, and what became of it could not be looked up.');
	}
}

function say(article: HTMLElement, words: string): void {
	const line = element('p', 'note', words);
	line.role = 'status';
	line.lang = 'en';
	article.prepend(line);
	line.scrollIntoView({ block: 'center' });
}

function liveRegion(): HTMLElement {
	const region = element('p', 'hidden');
	region.role = 'status';
	document.querySelector('main')?.append(region);
	return region;
}

function element(tag: string, name: string, words = ''): HTMLElement {
	const made = document.createElement(tag);
	if (name !== '') made.className = name;
	made.textContent = words;
	return made;
}

function button(name: string, act: () => void): HTMLButtonElement {
	const made = document.createElement('button');
	made.type = 'button';
	made.textContent = name;
	made.addEventListener('click', act);
	return made;
}

addEventListener('hashchange', () => {
	showMarked();
	void followLost();
});
document.addEventListener('keydown', close);
showMarked();
void followLost();
