/** The field of the watchlist that finds platforms, agreements and topics by what is typed, and the list of what it found. */

import { type Choice, type Choices, findChoices } from '../../site/watch/watch-choices.ts';
import { counted } from '../../text/counts-in-words.ts';
import { part } from '../elements.ts';

/** Found ones shown; more are told by their number, and typing on narrows them. */
const mostShown = 20;

export interface Chooser {
	readonly field: HTMLInputElement;
	readonly list: HTMLElement;
	readonly status: HTMLElement;
	/** Draws one list item, with a button that bears `data-toggle`. */
	readonly draw: (choice: Choice) => HTMLElement;
	/** What it looks among; null while nobody knows. */
	choices: Choices | null;
}

/** @param toggle called with the choice whose button was pressed */
export function startChooser(
	form: HTMLFormElement,
	draw: Chooser['draw'],
	toggle: (choice: Choice) => void,
): Chooser {
	const chooser: Chooser = {
		field: part('input[type=search]', form),
		list: part('[data-found]', form),
		status: part('[data-found-status]', form),
		draw,
		choices: null,
	};
	chooser.field.addEventListener('input', () => find(chooser));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		find(chooser);
		step(chooser, null, 1);
	});
	form.addEventListener('keydown', (event) => {
		if (followKey(chooser, event)) event.preventDefault();
	});
	chooser.list.addEventListener('click', ({ target }) => {
		const choice = choiceOf(chooser, target);
		if (choice !== undefined) toggle(choice);
	});
	return chooser;
}

/** From now on it looks among these. */
export function setChoices(chooser: Chooser, choices: Choices | null): void {
	chooser.choices = choices;
	find(chooser);
}

/** Sets each button to whether its choice is watched. */
export function showWatched(chooser: Chooser, isWatched: (path: string) => boolean): void {
	for (const button of buttons(chooser))
		button.setAttribute('aria-pressed', String(isWatched(button.dataset.toggle ?? '')));
}

function find({ field, list, status, draw, choices }: Chooser): void {
	const found = choices === null ? [] : findChoices(choices, field.value);
	list.replaceChildren(...found.slice(0, mostShown).map(draw));
	status.textContent = outcome(field.value, choices, found.length);
}

function buttons({ list }: Chooser): HTMLButtonElement[] {
	return [...list.querySelectorAll<HTMLButtonElement>('button[data-toggle]')];
}

/** Arrows go through what was found, Escape empties the field. @returns whether the key meant anything */
function followKey(chooser: Chooser, { key, target }: KeyboardEvent): boolean {
	const { field } = chooser;
	const inField = target === field;
	if (key === 'ArrowDown') step(chooser, inField ? null : document.activeElement, 1);
	else if (key === 'ArrowUp' && !inField) step(chooser, document.activeElement, -1);
	else if (key === 'Escape' && field.value !== '') {
		field.value = '';
		find(chooser);
		field.focus();
	} else return false;
	return true;
}

/** Up from the first leads back to the field. */
function step(chooser: Chooser, from: Element | null, by: number): void {
	const all = buttons(chooser);
	const at = all.indexOf(from as HTMLButtonElement) + by;
	if (at < 0) chooser.field.focus();
	else all[Math.min(at, all.length - 1)]?.focus();
}

function choiceOf({ choices }: Chooser, target: EventTarget | null): Choice | undefined {
	const button = target instanceof Element ? target.closest<HTMLElement>('[data-toggle]') : null;
	return choices?.byPath.get(button?.dataset.toggle ?? '');
}

function outcome(typed: string, choices: Choices | null, found: number): string {
	if (typed.trim() === '') return '';
	if (choices === null) return 'The list of what can be watched could not be loaded.';
	if (found === 0) return `No platform, agreement or topic holds “${typed.trim()}”.`;
	if (found <= mostShown) return `${counted(found, 'name')} found`;
	return `${counted(found, 'name')} found, the first ${mostShown} shown`;
}
