/** The data set is read by others' programs: its types, its keys and its three formats are proven with DuckDB. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Archive } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics, sidedTopic } from '../../samples/sample-topics.ts';
import { temporaryFolder } from '../../samples/temporary-folder.ts';
import { type DataFile, formats } from '../../site/dataset/data-package.ts';
import type { Cell, Column, ColumnType, Row } from '../../site/dataset/table.ts';
import { tables } from '../../site/dataset/tables.ts';
import { listFiles } from '../site-files.ts';
import { openTableFile } from './table-files.ts';
import { writeDataset } from './write-dataset.ts';

const keep = 'You keep all rights in the content, "as is", that you put here.';
const pay = '1. You pay a fee, within thirty days of our invoice to you.';
const train = 'We train our models on all that you put here and write to others.';
const archive: Archive = sampleArchive(
	{
		Tern: {
			Terms: [
				keep,
				`${keep}\n\n${pay}`,
				`${keep}\n\n${pay.replace('thirty', 'ten')}\n\n${train}`,
				null,
				keep,
			],
			Privacy: ['# Privacy\n\nEffective 3 March 2024\n\n- We do not sell data that you give us.', ''],
		},
		Gull: { Terms: [train, `${train}\n\n${pay}`] },
	},
	[...sampleTopics, sidedTopic],
);
let folder: string;
let files: readonly DataFile[];
let duck: DuckDBConnection;

before(async () => {
	folder = temporaryFolder();
	files = await writeDataset(archive, folder, formats);
	duck = await (await DuckDBInstance.create(':memory:')).connect();
});

async function ask(sql: string): Promise<Record<string, unknown>[]> {
	return (await duck.runAndReadAll(sql)).getRowObjectsJson();
}

function fileOf(table: string, format: string): string {
	const file = files.find((each) => each.table.name === table && each.format === format);
	return path.join(folder, file?.path ?? '');
}

function rowsOf(table: string): Row[] {
	const lines = readFileSync(fileOf(table, 'jsonl'), 'utf8').split('\n').slice(0, -1);
	return lines.map((line) => JSON.parse(line));
}

const shapes: Readonly<Record<ColumnType, (cell: Cell) => boolean>> = {
	string: (cell) => typeof cell === 'string' && cell !== '',
	integer: (cell) => Number.isInteger(cell),
	boolean: (cell) => typeof cell === 'boolean',
	date: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell),
	datetime: (cell) => typeof cell === 'string' && !Number.isNaN(Date.parse(cell)) && cell.endsWith('Z'),
};

function isAsSaid({ name, type, required }: Column, row: Row): boolean {
	const cell = row[name] ?? null;
	return cell === null ? !required : shapes[type](cell);
}

test('every cell is of the type of its column, and there are rows in every table but that of provisions', () => {
	for (const { name, columns } of tables) {
		const rows = rowsOf(name);
		assert.ok(rows.length > 0 || name === 'provisions', name);
		for (const row of rows) {
			assert.deepEqual(
				Object.keys(row),
				columns.map((column) => column.name),
			);
			const wrong = columns.filter((column) => !isAsSaid(column, row));
			assert.deepEqual(wrong, [], `${name}: ${JSON.stringify(row)}`);
		}
	}
});

test('a key names one row, and what a row refers to is there', () => {
	const namesIn = (table: string, columns: readonly string[]) =>
		rowsOf(table).map((row) => JSON.stringify(columns.map((column) => row[column])));
	for (const { name, key, references } of tables) {
		const keys = namesIn(name, key);
		if (key.length > 0) assert.equal(new Set(keys).size, keys.length, name);
		for (const { columns, table, of } of references) {
			const known = new Set(namesIn(table, of));
			const asked = rowsOf(name).filter((row) => columns.every((column) => row[column] !== null));
			for (const row of asked)
				assert.ok(
					known.has(JSON.stringify(columns.map((column) => row[column]))),
					`${name}: ${JSON.stringify(row)}`,
				);
		}
	}
});

const duckTypes: Readonly<Record<ColumnType, string>> = {
	string: 'VARCHAR',
	integer: 'INTEGER',
	boolean: 'BOOLEAN',
	date: 'DATE',
	datetime: 'TIMESTAMP WITH TIME ZONE',
};

test('Parquet has the types that the schema says', async () => {
	for (const { name, columns } of tables) {
		const described = await ask(`describe select * from '${fileOf(name, 'parquet')}'`);
		assert.deepEqual(
			described.map(({ column_name, column_type }) => [column_name, column_type]),
			columns.map((column) => [column.name, duckTypes[column.type]]),
			name,
		);
	}
});

test('the three formats hold the same rows', async () => {
	for (const { name, columns } of tables) {
		const typed = `{${columns.map((column) => `'${column.name}': '${duckTypes[column.type]}'`).join(', ')}}`;
		const parquet = `select * from '${fileOf(name, 'parquet')}'`;
		const csv = `select * from read_csv('${fileOf(name, 'csv')}', header = true, columns = ${typed})`;
		const jsonl = `select * from read_json('${fileOf(name, 'jsonl')}', format = 'newline_delimited', columns = ${typed})`;
		for (const other of [csv, jsonl])
			assert.deepEqual(
				await ask(`(${parquet} except all ${other}) union all (${other} except all ${parquet})`),
				[],
				name,
			);
		const [count] = await ask(`select count(*)::integer as rows from (${parquet})`);
		assert.equal(count?.rows, files.find(({ table }) => table.name === name)?.rows, name);
	}
});

test('a version is put together from the tables of clauses', async () => {
	const told = await ask(`
		select c.text from '${fileOf('versions', 'parquet')}' v
		join '${fileOf('clause_texts', 'parquet')}' t
			on t.agreement = v.agreement and v.text between t.first_text and t.last_text
		join '${fileOf('clauses', 'parquet')}' c on c.agreement = t.agreement and c."row" = t."row"
		where v.agreement = 'tern/terms' and v.version = 2 order by c."row"`);
	assert.deepEqual(
		told.map(({ text }) => text),
		[keep, pay.replace('thirty', 'ten'), train],
	);
});

test('the same archive makes the same bytes, and the package tells their hashes and schemas', async () => {
	const again = temporaryFolder();
	await writeDataset(archive, again, formats);
	const names = listFiles(folder);
	assert.deepEqual(listFiles(again), names);
	for (const name of names)
		assert.ok(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(again, name))), name);
	const { resources } = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'));
	assert.equal(resources.length, 3 * tables.length);
	assert.deepEqual(
		resources.map(({ path, hash, bytes }: { path: string; hash: string; bytes: number }) => [
			path,
			hash,
			bytes,
		]),
		files.map(({ path, hash, bytes }) => [path, `sha256:${hash}`, bytes]),
	);
	const first = resources[0].schema.fields.map(({ name }: Column) => name);
	assert.deepEqual(
		first,
		tables[0]?.columns.map(({ name }) => name),
	);
});

test('rows that come in several batches are all there, nulls and quotes included', async () => {
	const columns: readonly Column[] = [
		{ name: 'place', type: 'integer', description: '', required: true },
		{ name: 'said', type: 'string', description: '', required: false },
		{ name: 'day', type: 'date', description: '', required: false },
	];
	const rows = Array.from({ length: 100 }, (_, at) => ({
		place: at,
		said: at % 3 === 0 ? null : ` a "${at}",\n b`,
		day: at % 5 === 0 ? null : '1969-02-28',
	}));
	mkdirSync(path.join(folder, 'batches'));
	for (const format of formats) {
		const written = path.join(folder, 'batches', `rows.${format}`);
		const file = openTableFile[format](written, columns);
		for (let from = 0; from < rows.length; from += 30) file.write(rows.slice(from, from + 30));
		file.finish();
		assert.deepEqual(
			await ask(`select place, said, day::varchar as day from '${written}'`).then(numbered),
			rows,
			format,
		);
	}
});

/** Readers of JSON and CSV guess wider integers. */
function numbered(rows: readonly Record<string, unknown>[]): object[] {
	return rows.map((row) => ({ ...row, place: Number(row.place) }));
}
