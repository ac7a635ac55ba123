/** The field of the watchlist that finds platforms, agreements and topics by what is typed, and the list of what it found. */

import { type Choice, type Choices, findChoices } from '../../site/watch/watch-choices.ts';
import { counted } from '../../text/counts-in-words.ts';

/** Found ones shown; more are told by their number, and typing on narrows them. */
const mostShown = 20;

export interface Chooser {
	/** From now on looks among these. */
	setChoices(choices: Choices | null): void;
	/** Sets each button to whether its choice is watched. */
	showWatched(isWatched: (path: string) => boolean): void;
}

/**
 * @param draw one list item, with a button that bears `data-toggle`
 * @param toggle called with the choice whose button was pressed
 */
export function startChooser(
	form: HTMLFormElement,
	draw: (choice: Choice) => HTMLElement,
	toggle: (choice: Choice) => void,
): Chooser {
	const field = part<HTMLInputElement>(form, 'input[type=search]');
	const list = part<HTMLElement>(form, '[data-found]');
	const status = part<HTMLElement>(form, '[data-found-status]');
	let choices: Choices | null = null;

	const buttons = (): HTMLButtonElement[] => [
		...list.querySelectorAll<HTMLButtonElement>('button[data-toggle]'),
	];
	const find = (): void => {
		const found = choices === null ? [] : findChoices(choices, field.value);
		list.replaceChildren(...found.slice(0, mostShown).map(draw));
		status.textContent = outcome(field.value, choices, found.length);
	};
	/** Up from the first leads back to the field. */
	const step = (from: Element | null, by: number): void => {
		const all = buttons();
		const at = all.indexOf(from as HTMLButtonElement) + by;
		if (at < 0) field.focus();
		else all[Math.min(at, all.length - 1)]?.focus();
	};

	field.addEventListener('input', find);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		find();
		step(null, 1);
	});
	form.addEventListener('keydown', (event) => {
		const inField = event.target === field;
		if (event.key === 'ArrowDown') step(inField ? null : document.activeElement, 1);
		else if (event.key === 'ArrowUp' && !inField) step(document.activeElement, -1);
		else if (event.key === 'Escape' && field.value !== '') {
			field.value = '';
			find();
			field.focus();
		} else return;
		event.preventDefault();
	});
	list.addEventListener('click', ({ target }) => {
		const button = target instanceof Element ? target.closest<HTMLElement>('[data-toggle]') : null;
		const choice = choices?.byPath.get(button?.dataset.toggle ?? '');
		if (choice !== undefined) toggle(choice);
	});

	return {
		setChoices(next) {
			choices = next;
			find();
		},
		showWatched(isWatched) {
			for (const button of buttons())
				button.setAttribute('aria-pressed', String(isWatched(button.dataset.toggle ?? '')));
		},
	};
}

function outcome(typed: string, choices: Choices | null, found: number): string {
	if (typed.trim() === '') return '';
	if (choices === null) return 'The list of what can be watched could not be loaded.';
	if (found === 0) return `No platform, agreement or topic holds “${typed.trim()}”.`;
	if (found <= mostShown) return `${counted(found, 'name')} found`;
	return `${counted(found, 'name')} found, the first ${mostShown} shown`;
}

function part<Kind extends Element>(parent: Element, selector: string): Kind {
	const found = parent.querySelector<Kind>(selector);
	if (found === null) throw new Error(`The watchlist has no ${selector}`);
	return found;
}
