/** Writes the rows of one table in one format, a batch at a time: however long a table is, one batch of it is in memory. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { DataFormat } from '../../site/dataset/data-package.ts';
import type { Cell, Column, ColumnType, Row } from '../../site/dataset/table.ts';
import { program } from '../../site/formats/program.ts';

/** A file that is being written. */
export interface TableFile {
	write(rows: readonly Row[]): void;
	finish(): void;
}

type OpenFile = (file: string, columns: readonly Column[]) => TableFile;

export const openTableFile: Readonly<Record<DataFormat, OpenFile>> = {
	csv: (file, columns) => {
		const head = columns.map(({ name }) => name).join(',');
		const lineOf = (row: Row): string => columns.map(({ name }) => csvCell(row[name] ?? null)).join(',');
		return openTextFile(file, `${head}\r\n`, (row) => `${lineOf(row)}\r\n`);
	},
	jsonl: (file, columns) => {
		const inOrder = (row: Row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
		return openTextFile(file, '', (row) => `${JSON.stringify(inOrder(row))}\n`);
	},
	parquet: openParquet,
};

function openTextFile(file: string, head: string, lineOf: (row: Row) => string): TableFile {
	const place = openSync(file, 'w');
	writeSync(place, head);
	return {
		write: (rows) => void writeSync(place, rows.map(lineOf).join('')),
		finish: () => closeSync(place),
	};
}

/** RFC 4180; null is nothing at all. */
function csvCell(cell: Cell): string {
	if (cell === null) return '';
	const written = String(cell);
	return /[",\r\n]|^\s|\s$/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

/** A row group a batch. */
function openParquet(file: string, columns: readonly Column[]): TableFile {
	const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(schemaElement)];
	const writer = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: program });
	return {
		write(rows) {
			const columnData = columns.map(({ name, type }) => ({
				name,
				data: rows.map((row) => parquetCell(type, row[name] ?? null)),
			}));
			writer.write({ columnData, rowGroupSize: Math.max(1, rows.length) });
		},
		finish: () => void writer.finish(),
	};
}

const elements = {
	string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	integer: { type: 'INT32' },
	boolean: { type: 'BOOLEAN' },
	date: { type: 'INT32', converted_type: 'DATE' },
	datetime: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
} as const satisfies Record<ColumnType, object>;

function schemaElement({ name, type, required }: Column) {
	const repetition = required ? ('REQUIRED' as const) : ('OPTIONAL' as const);
	return { name, repetition_type: repetition, ...elements[type] };
}

function parquetCell(type: ColumnType, cell: Cell): Cell | Date {
	return cell === null || (type !== 'date' && type !== 'datetime') ? cell : new Date(cell as string);
}
