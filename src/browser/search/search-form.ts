/** The form of the search page: what is asked and chosen in it, and the address that tells the same, so that a search can be linked. */
import type { Asked, What } from '../../site/search/search-answer.ts';
import { type Named, type NamesFile, namedIn } from '../../site/search/search-names.ts';
import { readQuestion } from '../../site/search/search-terms.ts';
import { part } from '../elements.ts';

export const form = part<HTMLFormElement>('form[data-search]');
const selects = [...form.querySelectorAll('select')];

/** @param names what a question can name */
export function readForm(names: NamesFile): { readonly asked: Asked; readonly named: Named } {
	const typed = typedWords();
	const chosen: Record<string, string> = Object.fromEntries(
		selects.map(({ name, value }) => [name, value]).filter(([, value]) => value !== ''),
	);
	const named = namedIn(names, typed);
	const isTaken = fieldValue(asWords) === '' && chosen.platform === undefined;
	const platform = isTaken ? (named.platform?.name ?? null) : null;
	const words = platform === null ? typed : named.rest;
	const asked = {
		words,
		question: readQuestion(words),
		what: fieldValue('what') as What,
		year: fieldValue('year'),
		newest: fieldValue('sort') === 'date',
		filters: platform === null ? chosen : { ...chosen, platform },
		named: platform,
	};
	return { asked, named };
}

/** Field that says, where it is filled, that a name in the question is a word like the others. */
const asWords = 'names';

export function takeNamesAsWords(taken: boolean): void {
	const field = form.elements.namedItem(asWords);
	if (field instanceof HTMLInputElement) field.value = taken ? 'words' : '';
}

export function choosePlatform(name: string): void {
	const select = form.elements.namedItem('platform');
	if (select instanceof HTMLSelectElement) select.value = name;
}

export function writeWords(words: string): void {
	const field = form.elements.namedItem('q');
	if (field instanceof HTMLInputElement) field.value = words;
}

export function typedWords(): string {
	return fieldValue('q');
}

function fieldValue(name: string): string {
	const field = form.elements.namedItem(name);
	return field !== null && 'value' in field ? String(field.value).trim() : '';
}

/** Takes back every choice but the words. */
export function widen(): void {
	for (const select of selects) select.value = '';
	for (const radio of form.querySelectorAll<HTMLInputElement>('input[name=what]'))
		radio.checked = radio.value === '';
}

export function focusWords(): void {
	form.querySelector('input')?.focus();
}

/** The way back leads to the question as well. */
export function writeAddress(): void {
	const parameters = new URLSearchParams(
		[...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
	);
	for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name);
	history.replaceState(null, '', parameters.size === 0 ? location.pathname : `?${parameters}`);
}

export function readAddress(): void {
	const parameters = new URLSearchParams(location.search);
	for (const field of form.elements) {
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
		const given = parameters.get(field.name) ?? '';
		if (field instanceof HTMLSelectElement) chooseOption(field, given);
		else if (field.type === 'radio')
			field.checked = field.value === given || (field.defaultChecked && !isKnown(field, given));
		else field.value = given;
	}
}

function chooseOption(field: HTMLSelectElement, given: string): void {
	field.value = given;
	if (field.selectedIndex === -1) field.value = '';
}

function isKnown({ name }: HTMLInputElement, given: string): boolean {
	return [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')].some(
		(field) => field.name === name && field.value === given,
	);
}
