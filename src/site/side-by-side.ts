/**
 * Old and new wording in two columns, made in the browser from the inline redline: the old column is a copy of a clause, and the style sheet
 * hides in each column what belongs to the other. A page that held both would weigh twice as much.
 */
import { betweenMarks } from './edits-html.ts';

export function buildSides(): void {
	const redline = document.querySelector<HTMLElement>('.redline');
	if (redline === null || redline.dataset.sides === 'built') return;
	redline.dataset.sides = 'built';
	redline.prepend(heads(redline.dataset));
	for (const context of redline.querySelectorAll(':is(.redline, .part) > .c'))
		context.replaceWith(asClause(context));
	for (const clause of redline.querySelectorAll<HTMLElement>('.x')) split(clause);
}

function heads({ until = '', from = '' }: DOMStringMap): HTMLElement {
	return element('div', 'x heads', element('p', 'm'), element('b', '', until), element('b', '', from));
}

/** A paragraph of context gets a margin of its own, so that it can stand in both columns. */
function asClause(context: Element): HTMLElement {
	return element('div', 'x q', element('p', 'm'), context.cloneNode(true));
}

function split(clause: HTMLElement): void {
	const words = clause.querySelector<HTMLElement>(':scope > :is(.t, .c)');
	if (words === null) return;
	const { classList } = clause;
	if (classList.contains('del')) words.append(element('span', 's only', 'Nothing stands in its place'));
	closeGaps(words);
	words.before(classList.contains('ins') ? absent(words, 'No such clause') : oldSide(clause, words));
}

/** The space between two marks of which each column shows one. */
function closeGaps(words: HTMLElement): void {
	for (const insertion of words.querySelectorAll('ins')) {
		const gap = insertion.previousSibling;
		if (gap?.nodeType === Node.TEXT_NODE && gap.textContent === betweenMarks) gap.remove();
	}
}

function oldSide(clause: HTMLElement, words: HTMLElement): HTMLElement {
	const note = words.querySelector(':scope > .s');
	if (clause.classList.contains('dots') && note !== null) return absent(words, note.textContent ?? '');
	const old = words.cloneNode(true) as HTMLElement;
	for (const own of old.querySelectorAll('.s, .fresh')) own.remove();
	old.classList.add('o');
	return old;
}

function absent(words: HTMLElement, note: string): HTMLElement {
	const side = element('div', words.className, element('span', 's', note));
	side.classList.add('o');
	return side;
}

function element(name: string, classes: string, ...children: readonly (Node | string)[]): HTMLElement {
	const made = document.createElement(name);
	if (classes !== '') made.className = classes;
	made.append(...children);
	return made;
}
