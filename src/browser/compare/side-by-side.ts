/**
 * Old and new wording in two columns, made in the browser from the inline redline: each column is a copy of a clause without the marks that
 * belong to the other. A page that held all three would weigh thrice as much.
 */

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
	const note = classList.contains('dots') ? words.querySelector(':scope > .s')?.textContent : undefined;
	const none = classList.contains('ins') ? 'No such clause' : note;
	words.after(
		none ? absent(words, none) : side(words, 'o', 'ins', classList.contains('del') ? '.fresh' : '.s, .fresh'),
		classList.contains('del')
			? absent(words, 'Nothing stands in its place')
			: side(words, 'f', 'del', note ? '.old, .s' : '.old'),
	);
}

/** @param other the marks that belong to the other column, with the white space that is their own, see `editsHtml` */
function side(words: HTMLElement, name: 'o' | 'f', other: 'ins' | 'del', rest: string): HTMLElement {
	const copy = words.cloneNode(true) as HTMLElement;
	for (const foreign of copy.querySelectorAll(rest)) foreign.remove();
	for (const gap of copy.querySelectorAll('ins.g')) takeSpace(gap.previousSibling, /\s$/);
	for (const mark of copy.querySelectorAll(`:scope > ${other}, td > ${other}`)) {
		if (mark.classList.contains('b')) takeSpace(mark.previousSibling, /\s$/);
		if (mark.classList.contains('a')) takeSpace(mark.nextSibling, /^\s/);
		mark.remove();
	}
	copy.classList.add(name);
	return copy;
}

function takeSpace(text: Node | null, space: RegExp): void {
	if (text?.nodeType === Node.TEXT_NODE) text.textContent = (text.textContent ?? '').replace(space, '');
}

function absent(words: HTMLElement, note: string): HTMLElement {
	return element('div', `${words.className} o`, element('span', 's', note));
}

function element(name: string, classes: string, ...children: readonly (Node | string)[]): HTMLElement {
	const made = document.createElement(name);
	if (classes !== '') made.className = classes;
	made.append(...children);
	return made;
}
