/** Draws what the matrix answers: heads, rows, and a sentence that says what they are. */
import type { Matrix } from '../../site/matrix/matrix.ts';
import { matrixHeadHtml, matrixRowsHtml } from '../../site/matrix/matrix-html.ts';
import { answerOfMatrix, type MatrixAnswer, type MatrixQuestion } from '../../site/matrix/matrix-question.ts';
import { counted, grouped } from '../../text/counts-in-words.ts';
import { part } from '../elements.ts';
import { showQuestion } from './matrix-form.ts';

const table = part<HTMLElement>('[data-matrix]');
const head = part<HTMLElement>('[data-head]');
const rows = part<HTMLElement>('[data-rows]');
const said = part<HTMLElement>('[data-said]');
const sheets = document.querySelector<HTMLElement>('[data-sheets]');
const base = table.dataset.base ?? '/';

/** Topics that the page comes with. */
export const usualTopics: readonly string[] = (table.dataset.topics ?? '').split(',').filter(Boolean);

export function sayMatrix(words: string): void {
	said.textContent = words;
}

export function showHeadButtons(): void {
	for (const button of head.querySelectorAll<HTMLElement>('[data-sort]')) button.hidden = false;
}

export function drawMatrix(matrix: Matrix, question: MatrixQuestion): void {
	const answer = answerOfMatrix(matrix, question);
	drawHead(answer, question);
	rows.innerHTML = matrixRowsHtml(answer.rows, base);
	table.toggleAttribute('data-changed', question.changed);
	// Sheets are the way through the whole table, which is no longer what stands here.
	if (sheets !== null) sheets.hidden = true;
	showQuestion(matrix, question);
	sayMatrix(sentenceOf(matrix, question, answer));
}

/** The button that was pressed keeps the focus. */
function drawHead({ topics }: MatrixAnswer, question: MatrixQuestion): void {
	const pressed = document.activeElement?.getAttribute('data-sort') ?? null;
	head.innerHTML = matrixHeadHtml(topics, question, base, true);
	if (pressed !== null) head.querySelector<HTMLElement>(`[data-sort="${CSS.escape(pressed)}"]`)?.focus();
}

/** "12 of 369 platforms, 3 topics, sorted by Arbitration." */
function sentenceOf(
	{ platforms }: Matrix,
	{ sort, down }: MatrixQuestion,
	{ rows: shown, topics, unknown }: MatrixAnswer,
): string {
	const order = sort === '' ? '' : `, sorted by ${topics.find(({ id }) => id === sort)?.name}`;
	const way = down ? `${order === '' ? ', names' : ','} backwards` : '';
	const missing = unknown.length === 0 ? '' : ` Not in this archive: ${unknown.join(', ')}.`;
	return `${grouped(shown.length)} of ${counted(platforms.length, 'platform')}, ${counted(topics.length, 'topic')}${order}${way}.${missing}`;
}
