/**
 * Writes the data set of an archive: each table in each format, and `datapackage.json`, which describes them. One pass over the agreements,
 * so that each ledger is unpacked once; of every table one batch of rows is in memory.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Archive } from '../../model/archive.ts';
import {
	type DataFile,
	type DataFormat,
	dataPackage,
	packageFile,
	tableFile,
} from '../../site/dataset/data-package.ts';
import type { Row, Table } from '../../site/dataset/table.ts';
import { tables } from '../../site/dataset/tables.ts';
import { openTableFile, type TableFile } from './table-files.ts';

/** Rows and characters of texts that are written at once; a row group of Parquet has as many. */
const mostRows = 20_000;
const mostCharacters = 8_000_000;

/** @param folder made where it is not there; files of an older data set in it are replaced */
export async function writeDataset(
	archive: Archive,
	folder: string,
	formats: readonly DataFormat[],
): Promise<readonly DataFile[]> {
	for (const format of formats) {
		await rm(path.join(folder, format), { recursive: true, force: true });
		await mkdir(path.join(folder, format), { recursive: true });
	}
	const open = tables.map((table) => openTable(table, folder, formats));
	for (const { table, take } of open) for (const row of table.ofArchive?.(archive) ?? []) take(row);
	for (const platform of archive.platforms)
		for (const agreement of platform.agreements)
			for (const { table, take } of open)
				for (const row of table.ofAgreement?.(archive, platform, agreement) ?? []) take(row);
	const files: DataFile[] = [];
	for (const each of open) files.push(...(await finished(each, folder, formats)));
	await writeFile(
		path.join(folder, packageFile),
		`${JSON.stringify(dataPackage(archive, files), null, '\t')}\n`,
	);
	return files;
}

interface OpenTable {
	readonly table: Table;
	readonly take: (row: Row) => void;
	/** @returns how many rows there were */
	readonly finish: () => number;
}

function openTable(table: Table, folder: string, formats: readonly DataFormat[]): OpenTable {
	const files: readonly TableFile[] = formats.map((format) =>
		openTableFile[format](path.join(folder, tableFile(table, format)), table.columns),
	);
	let [rows, characters, written] = [[] as Row[], 0, 0];
	const flush = (): void => {
		if (rows.length > 0) for (const file of files) file.write(rows);
		written += rows.length;
		[rows, characters] = [[], 0];
	};
	return {
		table,
		take(row) {
			rows.push(row);
			characters += lengthOf(row);
			if (rows.length >= mostRows || characters >= mostCharacters) flush();
		},
		finish() {
			flush();
			for (const file of files) file.finish();
			return written;
		},
	};
}

function lengthOf(row: Row): number {
	let characters = 0;
	for (const cell of Object.values(row)) if (typeof cell === 'string') characters += cell.length;
	return characters;
}

async function finished(
	{ table, finish }: OpenTable,
	folder: string,
	formats: readonly DataFormat[],
): Promise<DataFile[]> {
	const rows = finish();
	const described = formats.map(async (format) => {
		const place = tableFile(table, format);
		const file = path.join(folder, place);
		return { table, format, path: place, rows, bytes: (await stat(file)).size, hash: await hashOf(file) };
	});
	return Promise.all(described);
}

async function hashOf(file: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
}
