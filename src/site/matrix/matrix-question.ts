/** What is asked of the matrix, as its address says it: `?platforms=a,b&topics=x,y&kind=privacy&changed=1&sort=x&down=1`. */
import type { Matrix, MatrixCell, MatrixTopic } from './matrix.ts';
import { type MatrixKind, matrixKinds } from './sides-format.ts';

export interface MatrixQuestion {
	/** Slugs; empty for all. */
	readonly platforms: readonly string[];
	/** Names of topics in the order of the columns. */
	readonly topics: readonly string[];
	readonly kind: MatrixKind;
	/** Rows with a cell of these topics that changed within a year, alone. */
	readonly changed: boolean;
	/** Topic whose sides the rows are sorted by; empty for the platforms' names. */
	readonly sort: string;
	readonly down: boolean;
}

/** Longer lists than an address holds are no question. */
const mostNamed = 1000;

/** @param usual topics that are shown where the address names none */
export function askedOfMatrix(
	parameters: URLSearchParams,
	{ topics }: Matrix,
	usual: readonly string[],
): MatrixQuestion {
	const known = new Set(topics.map(({ id }) => id));
	const all = namesIn(parameters, 'topics');
	const asked = all.includes('all') ? [...known] : all.filter((id) => known.has(id));
	const shown = asked.length > 0 ? asked : usual;
	const kind = matrixKinds.find((each) => each === parameters.get('kind')) ?? 'all';
	const sort = parameters.get('sort') ?? '';
	return {
		platforms: namesIn(parameters, 'platforms'),
		topics: shown,
		kind,
		changed: parameters.get('changed') === '1',
		sort: shown.includes(sort) ? sort : '',
		down: parameters.get('down') === '1',
	};
}

function namesIn(parameters: URLSearchParams, name: string): string[] {
	const names = (parameters.get(name) ?? '').split(',', mostNamed).map((each) => each.trim());
	return [...new Set(names)].filter((each) => each !== '');
}

/** The inverse: what is usual is left out. Commas stay as they are, so that an address can be read. */
export function addressOfQuestion(question: MatrixQuestion, usual: readonly string[], every: number): string {
	const { platforms, topics, kind, changed, sort, down } = question;
	const isUsual = topics.length === usual.length && topics.every((id, at) => id === usual[at]);
	const parts = [
		platforms.length > 0 && `platforms=${namesJoined(platforms)}`,
		!isUsual && `topics=${topics.length === every ? 'all' : namesJoined(topics)}`,
		kind !== 'all' && `kind=${kind}`,
		changed && 'changed=1',
		sort !== '' && `sort=${sort}`,
		down && 'down=1',
	];
	return `?${parts.filter((part) => part !== false).join('&')}`;
}

function namesJoined(names: readonly string[]): string {
	return names.map(encodeURIComponent).join(',');
}

export interface MatrixAnswer {
	readonly topics: readonly MatrixTopic[];
	readonly rows: readonly MatrixRow[];
	/** Slugs of the question that the archive does not have. */
	readonly unknown: readonly string[];
}

export interface MatrixRow {
	readonly name: string;
	readonly slug: string;
	/** One a topic of the answer. */
	readonly cells: readonly MatrixCell[];
}

export function answerOfMatrix(matrix: Matrix, question: MatrixQuestion): MatrixAnswer {
	const place = new Map(matrix.topics.map(({ id }, at) => [id, at]));
	const columns = question.topics.flatMap((id) => place.get(id) ?? []);
	const wanted = new Set(question.platforms);
	const rows = matrix.platforms
		.filter(({ slug }) => wanted.size === 0 || wanted.has(slug))
		.flatMap(({ name, slug, cells }) => {
			const own = cells.get(question.kind);
			return own === undefined ? [] : [{ name, slug, cells: columns.map((at) => own[at] as MatrixCell) }];
		})
		.filter(({ cells }) => !question.changed || cells.some(({ changed }) => changed !== ''));
	const known = new Set(matrix.platforms.map(({ slug }) => slug));
	return {
		topics: columns.map((at) => matrix.topics[at] as MatrixTopic),
		rows: sorted(rows, question),
		unknown: question.platforms.filter((slug) => !known.has(slug)),
	};
}

/** Equal ones stay in the order of their names, whichever way the topic goes. */
function sorted(rows: readonly MatrixRow[], { topics, sort, down }: MatrixQuestion): readonly MatrixRow[] {
	if (sort === '') return down ? rows.toReversed() : rows;
	const column = topics.indexOf(sort);
	const order = (row: MatrixRow): number => row.cells[column]?.order ?? 0;
	return rows.toSorted((one, other) => (down ? order(other) - order(one) : order(one) - order(other)));
}
