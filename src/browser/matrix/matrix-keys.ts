/**
 * Arrow keys go from cell to cell: thousands of links are too many for the tab key alone. They stay links in a plain table, which those who
 * listen walk by the keys of their own program.
 */

export function followKeys(table: HTMLElement): void {
	table.addEventListener('keydown', (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td, th') : null;
		const next = cell === null ? null : stepFrom(cell as HTMLTableCellElement, event.key);
		if (next === null) return;
		event.preventDefault();
		next.focus();
	});
}

/** The link of the next cell that has one; null where the key is none of ours, or nothing lies that way. */
function stepFrom(cell: HTMLTableCellElement, key: string): HTMLElement | null {
	const row = cell.closest('tr') as HTMLTableRowElement;
	switch (key) {
		case 'ArrowRight':
			return linkAmong(cellsOf(row).slice(cell.cellIndex + 1));
		case 'ArrowLeft':
			return linkAmong(cellsOf(row).slice(0, cell.cellIndex).reverse());
		case 'ArrowDown':
			return linkAmong(columnOf(cell).slice(row.rowIndex + 1));
		case 'ArrowUp':
			return linkAmong(columnOf(cell).slice(0, row.rowIndex).reverse());
		case 'Home':
			return linkAmong(cellsOf(row));
		case 'End':
			return linkAmong(cellsOf(row).reverse());
		default:
			return null;
	}
}

function cellsOf(row: HTMLTableRowElement): HTMLTableCellElement[] {
	return [...row.cells];
}

function columnOf(cell: HTMLTableCellElement): HTMLTableCellElement[] {
	const rows = cell.closest('table')?.rows ?? [];
	return [...rows].flatMap((row) => row.cells[cell.cellIndex] ?? []);
}

function linkAmong(cells: readonly HTMLTableCellElement[]): HTMLElement | null {
	for (const cell of cells) {
		const link = cell.querySelector<HTMLElement>('a');
		if (link !== null) return link;
	}
	return null;
}
