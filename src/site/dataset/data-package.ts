/** `datapackage.json`: the data set described for programs, by the Data Package standard, version 2 (https://datapackage.org). */
import type { Archive } from '../../model/archive.ts';
import { dataUrl } from '../addresses/api-urls.ts';
import { absolute, homeUrl, methodologyUrl } from '../addresses/urls.ts';
import { program } from '../formats/program.ts';
import type { Column, Table } from './table.ts';

export const formats = ['csv', 'jsonl', 'parquet'] as const;
/** In the folder of a data set. */
export const packageFile = 'datapackage.json';

export type DataFormat = (typeof formats)[number];

const mediaTypes: Readonly<Record<DataFormat, string>> = {
	csv: 'text/csv',
	jsonl: 'application/jsonl',
	parquet: 'application/vnd.apache.parquet',
};

/** @returns path beside `datapackage.json` */
export function tableFile({ name }: Pick<Table, 'name'>, format: DataFormat): string {
	return `${format}/${name}.${format}`;
}

/** A file that was written. */
export interface DataFile {
	readonly table: Table;
	readonly format: DataFormat;
	/** Beside `datapackage.json`, or an address. */
	readonly path: string;
	readonly rows: number;
	readonly bytes: number;
	/** SHA-256, hex. */
	readonly hash: string;
}

/** Equal for the same archive, program and address: no moment of the clock is in it. */
export function dataPackage(archive: Archive, files: readonly DataFile[]): object {
	const { collection, head, latest } = archive;
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: 'clausetrail',
		title: `${collection.name}: data set`,
		description: describe(archive),
		homepage: absolute(dataUrl()),
		...(latest === null ? {} : { created: latest }),
		contributors: [{ title: collection.name, path: absolute(homeUrl()), roles: ['publisher'] }],
		...licencesOf(archive),
		sources: sourcesOf(archive),
		// Properties of our own, which the standard allows.
		commit: head,
		engine: program,
		attribution: attribution(archive),
		resources: files.map(resource),
	};
}

/** How it came about, and what is whose. */
export function describe({ collection }: Pick<Archive, 'collection'>): string {
	return [
		`${collection.tagline}: what platforms’ agreements say and said, clause by clause, computed from the git history of the archive.`,
		'A clause keeps its name while it is reworded, renumbered or moved. Classes, ranks, topics, sides and sentences on changes are computed by rule and not reviewed; titles, leads and reasons of provisions are written by people.',
		`How each is computed: ${absolute(methodologyUrl())}`,
		'The words of the agreements are those of the platforms.',
	].join(' ');
}

export function attribution({ collection, head }: Pick<Archive, 'collection' | 'head'>): string {
	const commit = head === null ? '' : `, commit ${head.slice(0, 12)}`;
	return `${collection.name}, ${absolute(homeUrl())}${commit}`;
}

function licencesOf({ collection: { licence } }: Archive): object {
	return licence === undefined ? {} : { licenses: [{ name: licence.name, path: licence.address }] };
}

function sourcesOf({ collection: { name, repository } }: Archive): readonly object[] {
	return repository === undefined ? [] : [{ title: `${name}: git repository`, path: repository }];
}

function resource({ table, format, path, rows, bytes, hash }: DataFile): object {
	return {
		name: format === 'csv' ? table.name.replaceAll('_', '-') : `${table.name.replaceAll('_', '-')}-${format}`,
		type: 'table',
		path,
		title: table.title,
		description: table.description,
		format,
		mediatype: mediaTypes[format],
		...(format === 'parquet' ? {} : { encoding: 'utf-8' }),
		bytes,
		hash: `sha256:${hash}`,
		rows,
		schema: schemaOf(table),
	};
}

/** Table Schema 2.0 */
function schemaOf({ columns, key, references }: Table): object {
	return {
		$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
		fields: columns.map(fieldOf),
		missingValues: [''],
		...(key.length === 0 ? {} : { primaryKey: key }),
		...(references.length === 0 ? {} : { foreignKeys: references.map(foreignKey) }),
	};
}

function fieldOf({ name, type, description, required }: Column): object {
	return { name, type, description, ...(required ? { constraints: { required } } : {}) };
}

function foreignKey({ columns, table, of }: Table['references'][number]): object {
	return { fields: columns, reference: { resource: table.replaceAll('_', '-'), fields: of } };
}
