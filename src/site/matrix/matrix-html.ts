/** The matrix as a table, in HTML: the build writes it for sheets of topics, the browser for what a reader asks. Names pass `escapeHtml`. */
import { escapeHtml } from '../../text/escape.ts';
import type { MatrixCell, MatrixTopic, Pattern } from './matrix.ts';
import type { MatrixQuestion, MatrixRow } from './matrix-question.ts';

/** @param base of the site @param scripted whether the buttons that sort do something */
export function matrixHeadHtml(
	topics: readonly MatrixTopic[],
	{ sort, down }: Pick<MatrixQuestion, 'sort' | 'down'>,
	base: string,
	scripted: boolean,
): string {
	const button = (id: string, name: string): string =>
		` <button type="button" data-sort="${escapeHtml(id)}" aria-label="Sort by ${escapeHtml(name)}"${scripted ? '' : ' hidden'}></button>`;
	const state = (id: string): string =>
		scripted && sort === id ? ` aria-sort="${down ? 'descending' : 'ascending'}"` : '';
	const columns = topics.map(
		({ id, name }) =>
			`<th scope="col"${state(id)}><a href="${escapeHtml(base)}topics/${escapeHtml(id)}/">${escapeHtml(name)}</a>${button(id, name)}</th>`,
	);
	return `<tr><th scope="col"${state('')}>Platform${button('', 'Platform')}</th>${columns.join('')}</tr>`;
}

export function matrixRowsHtml(rows: readonly MatrixRow[], base: string): string {
	return rows.map((row) => rowHtml(row, base)).join('');
}

function rowHtml({ name, slug, cells }: MatrixRow, base: string): string {
	const platform = `${escapeHtml(base + slug)}/`;
	const drawn = cells.map((cell) => cellHtml(cell, platform)).join('');
	return `<tr><th scope="row"><a href="${platform}"><bdi>${escapeHtml(name)}</bdi></a></th>${drawn}</tr>`;
}

/** One letter each: a page has thousands of them. */
const classOf: Readonly<Record<Pattern, string>> = {
	affirms: 'y',
	denies: 'n',
	forbids: 'f',
	mentions: 'm',
	gone: 'g',
	silent: '',
	unread: '',
};

function cellHtml({ lines, place, changed }: MatrixCell, platform: string): string {
	const words = lines.map(({ pattern, words }) => `${swatch(pattern)}${escapeHtml(words)}`).join('');
	const when = changed === '' ? '' : `<b>${changed}</b>`;
	if (place === null) return `<td>${words}</td>`;
	return `<td><a href="${platform}${escapeHtml(place)}">${words}</a>${when}</td>`;
}

/** Its look is the style sheet's. */
export function swatch(pattern: Pattern): string {
	return classOf[pattern] === '' ? '' : `<i class="${classOf[pattern]}"></i>`;
}
