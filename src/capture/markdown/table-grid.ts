/** Makes every table one that Markdown can say: a plain grid with a header row, one line of text a cell. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { elementsNamed, flatten } from '../selection/dom.ts';

/** A cell that claims more columns or rows than this is a mistake or an attack: real agreements' tables have a handful of columns. */
const widestSpan = 50;

const tables: ReadonlySet<string> = new Set(['table']);

/**
 * Tables that only lay out a page (those that hold another table, and those of one column) become plain blocks. Of the others a
 * cell that spans several columns or rows keeps its text in the first and leaves the rest empty.
 */
export function tidyTables($: CheerioAPI): void {
	for (const table of elementsNamed($, tables).reverse()) {
		// Inner tables come first: what is still inside then was kept as a table.
		const rows = rowsOf($, table);
		const isLayout =
			$(table).find('table').length > 0 ||
			$(table).attr('role') === 'presentation' ||
			rows.every((row) => cellsOf($, row).length <= 1);
		if (isLayout) unwrapLayout($, table);
		else rebuild($, table, rows);
	}
}

function rowsOf($: CheerioAPI, table: Element): Element[] {
	return $(table)
		.find('tr')
		.filter((_, row) => $(row).closest('table')[0] === table)
		.get();
}

function cellsOf($: CheerioAPI, row: Element): Element[] {
	return $(row).children('td, th').get();
}

function unwrapLayout($: CheerioAPI, table: Element): void {
	const parts = $(table)
		.find('caption, thead, tbody, tfoot, tr, td, th')
		.filter((_, part) => $(part).closest('table')[0] === table);
	for (const part of [table, ...parts.get()]) part.tagName = 'div';
}

function rebuild($: CheerioAPI, table: Element, rows: readonly Element[]): void {
	const grid = gridOf($, rows);
	const width = Math.max(...grid.map((cells) => cells.length));
	const line = (cells: readonly string[], tag: 'td' | 'th') =>
		`<tr>${Array.from({ length: width }, (_, at) => `<${tag}>${cells[at] ?? ''}</${tag}>`).join('')}</tr>`;
	const head = hasHeader($, rows[0] as Element) ? grid.slice(0, 1) : [[]];
	const body = head[0]?.length === 0 ? grid : grid.slice(1);
	const caption = $(table).children('caption').html() ?? '';
	const before = caption.trim() === '' ? '' : `<p>${caption}</p>`;
	const lines = body.map((cells) => line(cells, 'td')).join('');
	$(table).replaceWith(
		`${before}<table><thead>${line(head[0] ?? [], 'th')}</thead><tbody>${lines}</tbody></table>`,
	);
}

function hasHeader($: CheerioAPI, row: Element): boolean {
	return $(row).parent().is('thead') || cellsOf($, row).every((cell) => cell.name === 'th');
}

/** The inner HTML of each cell at its column. */
function gridOf($: CheerioAPI, rows: readonly Element[]): string[][] {
	const grid: string[][] = rows.map(() => []);
	for (const [at, row] of rows.entries()) {
		let column = 0;
		for (const cell of cellsOf($, row)) {
			while (grid[at]?.[column] !== undefined) column++;
			const depth = Math.min(span(cell, 'rowspan'), rows.length - at);
			const columns = span(cell, 'colspan');
			for (let below = 0; below < depth; below++)
				for (let beside = 0; beside < columns; beside++) (grid[at + below] as string[])[column + beside] = '';
			flatten($, cell);
			(grid[at] as string[])[column] = $(cell).html() ?? '';
			column += columns;
		}
	}
	return grid;
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
	const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
	return value >= 1 && value <= widestSpan ? value : 1;
}
