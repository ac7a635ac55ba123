/**
 * The matrix answers what a reader asks: platforms of their choice, kinds of agreements, what is new, topics, order. The whole is one file, which
 * is fetched when somebody asks for the first time; the address says what is shown.
 */
import { type Matrix, readMatrix } from '../../site/matrix/matrix.ts';
import { addressOfQuestion, askedOfMatrix, type MatrixQuestion } from '../../site/matrix/matrix-question.ts';
import type { SidesFile } from '../../site/matrix/sides-format.ts';
import { part } from '../elements.ts';
import { readPackedJson } from '../packed-json.ts';
import { drawMatrix, sayMatrix, showHeadButtons, usualTopics } from './matrix-draw.ts';
import { askedPlatforms, followForm, showNames } from './matrix-form.ts';
import { followKeys } from './matrix-keys.ts';

interface Asked {
	readonly matrix: Matrix;
	readonly question: MatrixQuestion;
}

const table = part<HTMLElement>('[data-matrix]');

let loading: Promise<Matrix> | undefined;
let asked: Asked | undefined;

function load(): Promise<Matrix> {
	loading ??= fetchMatrix().catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

async function fetchMatrix(): Promise<Matrix> {
	const answer = await fetch(table.dataset.sides ?? 'sides.json.gz');
	if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
	const matrix = readMatrix((await readPackedJson(answer)) as SidesFile);
	showNames(matrix);
	return matrix;
}

type Turn = (question: MatrixQuestion, matrix: Matrix) => MatrixQuestion | string;

/** @param turn what is asked now, from what was; words where it cannot be asked */
async function ask(turn: Turn): Promise<void> {
	if (loading === undefined) sayMatrix('Loading …');
	try {
		const matrix = await load();
		const before =
			asked?.question ?? askedOfMatrix(new URLSearchParams(location.search), matrix, usualTopics);
		const question = turn(before, matrix);
		if (typeof question === 'string') return sayMatrix(question);
		asked = { matrix, question };
		history.replaceState(null, '', addressOfQuestion(question, usualTopics, matrix.topics.length));
		drawMatrix(matrix, question);
	} catch (error) {
		sayMatrix(`The table could not be loaded (${error instanceof Error ? error.message : error}).`);
	}
}

function sortBy(topic: string): Turn {
	return (question) => ({ ...question, sort: topic, down: question.sort === topic && !question.down });
}

showHeadButtons();
part<HTMLElement>('[data-without]').hidden = true;
followForm({
	change: (fields) => void ask((question) => ({ ...question, ...fields })),
	topics: (topics) => void ask((question, matrix) => withTopics(question, matrix, topics)),
	add: (typed) => void ask((question, matrix) => askedPlatforms(question, matrix, typed)),
	drop: (slug) =>
		void ask((question) => ({ ...question, platforms: question.platforms.filter((each) => each !== slug) })),
	reset: () => void ask((_, matrix) => askedOfMatrix(new URLSearchParams(), matrix, usualTopics)),
	near: () => void load().catch(() => {}),
});
followKeys(table);
table.addEventListener('click', ({ target }) => {
	const button = target instanceof Element ? target.closest<HTMLElement>('[data-sort]') : null;
	if (button !== null) void ask(sortBy(button.dataset.sort ?? ''));
});
if (location.search.length > 1) void ask((question) => question);

/** Columns stand in the order of the file, whichever was chosen first; without any the usual ones. */
function withTopics(
	question: MatrixQuestion,
	matrix: Matrix,
	chosen: ReadonlySet<string> | 'all',
): MatrixQuestion {
	const all = matrix.topics.map(({ id }) => id);
	const topics = chosen === 'all' ? all : all.filter((id) => chosen.has(id));
	const shown = topics.length === 0 ? usualTopics : topics;
	return { ...question, topics: shown, ...(shown.includes(question.sort) ? {} : { sort: '', down: false }) };
}
