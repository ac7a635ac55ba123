/** The form above the matrix: tells what a reader changes in it, and shows what is asked. */
import type { Matrix } from '../../site/matrix/matrix.ts';
import type { MatrixQuestion } from '../../site/matrix/matrix-question.ts';
import { matrixKinds } from '../../site/matrix/sides-format.ts';
import { make, part } from '../elements.ts';

const form = part<HTMLFormElement>('[data-ask]');
const typed = part<HTMLInputElement>('input[name="platform"]', form);
const kind = part<HTMLSelectElement>('select[name="kind"]', form);
const changed = part<HTMLInputElement>('input[name="changed"]', form);
const chosen = part<HTMLElement>('[data-chosen]', form);
const count = part<HTMLElement>('[data-count]', form);
const names = part<HTMLElement>('[data-names]', form);

export interface FormTurns {
	readonly change: (fields: Pick<MatrixQuestion, 'kind' | 'changed'>) => void;
	readonly topics: (topics: ReadonlySet<string> | 'all') => void;
	/** @param typed name, or the beginning of one */
	readonly add: (typed: string) => void;
	readonly drop: (slug: string) => void;
	readonly reset: () => void;
	/** Somebody comes near: what they need can be on its way. */
	readonly near: () => void;
}

export function followForm(turns: FormTurns): void {
	form.hidden = false;
	form.addEventListener('focusin', turns.near, { once: true });
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (typed.value.trim() !== '') turns.add(typed.value);
	});
	form.addEventListener('change', ({ target }) => {
		if (target === kind || target === changed) turns.change(fields());
		else if (target instanceof HTMLInputElement && target.name === 'topic') turns.topics(ticked());
	});
	form.addEventListener('click', ({ target }) => {
		const button = target instanceof Element ? target.closest('button') : null;
		if (button === null) return;
		if ('all' in button.dataset) turns.topics('all');
		if ('usual' in button.dataset) turns.topics(new Set());
		if ('reset' in button.dataset) turns.reset();
		if (button.dataset.drop !== undefined) dropAndStay(button.dataset.drop, turns);
	});
}

/** The button that is pressed goes away: the focus goes to the field. */
function dropAndStay(slug: string, { drop }: FormTurns): void {
	typed.focus();
	drop(slug);
}

function fields(): Pick<MatrixQuestion, 'kind' | 'changed'> {
	return { kind: matrixKinds.find((each) => each === kind.value) ?? 'all', changed: changed.checked };
}

function topicBoxes(): NodeListOf<HTMLInputElement> {
	return form.querySelectorAll<HTMLInputElement>('input[name="topic"]');
}

function ticked(): ReadonlySet<string> {
	return new Set([...topicBoxes()].filter((box) => box.checked).map(({ value }) => value));
}

export function showNames({ platforms }: Matrix): void {
	names.replaceChildren(
		...platforms.map(({ name }) => {
			const option = document.createElement('option');
			option.value = name;
			return option;
		}),
	);
}

export function showQuestion(matrix: Matrix, question: MatrixQuestion): void {
	kind.value = question.kind;
	changed.checked = question.changed;
	const topics = new Set(question.topics);
	for (const box of topicBoxes()) box.checked = topics.has(box.value);
	count.textContent = `${topics.size} of ${matrix.topics.length}`;
	chosen.hidden = question.platforms.length === 0;
	chosen.replaceChildren(...question.platforms.map((slug) => chip(matrix, slug)));
}

function chip({ platforms }: Matrix, slug: string): HTMLElement {
	const name = platforms.find((each) => each.slug === slug)?.name ?? slug;
	const button = make('button', '', `${name} ×`) as HTMLButtonElement;
	button.type = 'button';
	button.dataset.drop = slug;
	button.ariaLabel = `${name}: show no more`;
	const entry = make('li');
	entry.append(button);
	return entry;
}

/** A platform by its name, by its beginning, or by a part of it; whichever comes first. @returns words where there is none */
export function askedPlatforms(
	question: MatrixQuestion,
	{ platforms }: Matrix,
	name: string,
): MatrixQuestion | string {
	const asked = plain(name);
	const found =
		platforms.find((each) => plain(each.name) === asked) ??
		platforms.find((each) => plain(each.name).startsWith(asked)) ??
		platforms.find((each) => plain(each.name).includes(asked));
	if (found === undefined) return `No platform is named “${name.trim()}”.`;
	typed.value = '';
	return { ...question, platforms: [...new Set([...question.platforms, found.slug])] };
}

function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
