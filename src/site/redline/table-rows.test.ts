/** What a reader sees of a table that changed: whole rows where other rows came, a new column told once, and always the row that heads the table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redline } from '../../analysis/redline/redline.ts';
import type { State } from '../../model/ledger.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { collapseTrivial } from './collapse-trivial.ts';
import type { Row } from './redline-rows.ts';
import { viewRedline } from './redline-view.ts';

type Table = readonly (readonly string[])[];

function document(table: Table): string {
	const [head = [], ...rows] = table;
	const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
	return ['# Terms', '## Our people', lines.join('\n'), 'They answer what you ask.'].join('\n\n');
}

function rowsBetween(before: Table, after: Table): readonly Row[] {
	const ledger = ledgerOf([document(before), document(after)]);
	const [old, fresh] = ledger.states as readonly [State, State];
	return viewRedline(ledger, collapseTrivial(ledger, redline(ledger, old, fresh))).parts.flatMap(
		({ rows }) => rows,
	);
}

/** The cells of the rows that are drawn, bare of the classes of their marks. */
function drawn(rows: readonly Row[]): string[] {
	return rows.flatMap((row) =>
		row.kind === 'row' || row.kind === 'change'
			? [
					`${row.kind === 'row' ? '' : row.label}: ${(row.cells ?? []).map((cell) => cell.trim().replace(/ class="[^"]*"/g, '')).join(' | ')}`,
				]
			: [],
	);
}

const head = ['Name', 'Team', 'Since'];
const people = [
	['Ann', 'Sales', '2019'],
	['Bea', 'Support of users', '2020'],
	['Cid', 'Sales', '2021'],
	['Dan', 'Law and order', '2019'],
	['Eve', 'Sales', '2022'],
	['Fay', 'Support of users', '2022'],
	['Gil', 'Law and order', '2023'],
];
const places = ['Oslo', 'Rome', 'Bern', 'Oslo', 'Lund', 'Rome', 'Kyiv'];

test('one person out and another in are two rows, below the row that says what the cells are', () => {
	const after = people.toSpliced(3, 1, ['Hal', 'Sales', '2024']);
	assert.deepEqual(drawn(rowsBetween([head, ...people], [head, ...after])), [
		': Name | Team | Since',
		': Cid | Sales | 2021',
		'Removed: <del>Dan</del> | <del>Law and order</del> | <del>2019</del>',
		'Added: <ins>Hal</ins> | <ins>Sales</ins> | <ins>2024</ins>',
	]);
});

test('a cell that changed is marked in its row', () => {
	const after = people.with(4, ['Eve', 'Support', '2022']);
	assert.deepEqual(
		drawn(rowsBetween([head, ...people], [head, ...after])).at(-1),
		'Reworded: Eve | <del>Sales</del> <ins>Support</ins> | 2022',
	);
});

test('a column that came in or went out is told once, with the cell where it stands or stood', () => {
	for (const at of [1, 3]) {
		const wide = [
			head.toSpliced(at, 0, 'Place'),
			...people.map((row, index) => row.toSpliced(at, 0, places[index] as string)),
		];
		const marked = (mark: string): string[] =>
			wide
				.slice(0, 3)
				.map((row) =>
					row.map((cell, index) => (index === at ? `<${mark}>${cell}</${mark}>` : cell)).join(' | '),
				);
		const come = rowsBetween([head, ...people], wide);
		assert.deepEqual(
			drawn(come),
			marked('ins').map((row) => `Column added: ${row}`),
		);
		assert.deepEqual(
			come.flatMap((row) => (row.kind === 'more' ? [row.label] : [])),
			['5 more rows with the new column'],
		);
		const gone = rowsBetween(wide, [head, ...people]);
		assert.deepEqual(
			drawn(gone),
			marked('del').map((row) => `Column removed: ${row}`),
		);
	}
});

test('a row with a new cell and another word is a reworded row', () => {
	const wide = [[...head, 'Place'], ...people.map((row, index) => [...row, places[index] as string])];
	const after = wide.with(2, ['Bea', 'Support of everybody', '2020', 'Rome']);
	const labels = rowsBetween([head, ...people], after).flatMap((row) =>
		row.kind === 'change' ? [row.label] : [],
	);
	assert.ok(labels.includes('Reworded'));
});

test('a first row without words heads no table', () => {
	const empty = ['', '', ''];
	const after = people.with(4, ['Eve', 'Support', '2022']);
	assert.deepEqual(drawn(rowsBetween([empty, head, ...people], [empty, head, ...after])), [
		': Name | Team | Since',
		': Dan | Law and order | 2019',
		'Reworded: Eve | <del>Sales</del> <ins>Support</ins> | 2022',
	]);
});

test('a row without words is shown beside none', () => {
	const empty = ['', '', ''];
	const rows = [empty, ...people];
	const drawnRows = drawn(rowsBetween(rows, rows.with(1, ['Ann', 'Support', '2019'])));
	assert.deepEqual(drawnRows, ['Reworded: Ann | <del>Sales</del> <ins>Support</ins> | 2019']);
});

test('an empty cell more is no column', () => {
	const after = [head, ...people.map((row) => [...row, ''])];
	assert.ok(
		rowsBetween([head, ...people], after).every((row) => row.kind !== 'change' || row.column === null),
	);
});
