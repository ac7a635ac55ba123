/** What a table of the data set is: columns with types and words, and where its rows come from. */
import type { Agreement, Archive, Platform } from '../../model/archive.ts';

/** Of a Table Schema (https://datapackage.org/standard/table-schema/). A date is `YYYY-MM-DD`, a datetime ISO 8601 in UTC. */
export type ColumnType = 'string' | 'integer' | 'boolean' | 'date' | 'datetime';

export interface Column {
	readonly name: string;
	readonly type: ColumnType;
	readonly description: string;
	/** Never null. A text is never empty: what there is not is null. */
	readonly required: boolean;
}

export type Cell = string | number | boolean | null;
/** By the names of the columns, in their order. */
export type Row = Readonly<Record<string, Cell>>;

export interface Reference {
	readonly columns: readonly string[];
	readonly table: string;
	readonly of: readonly string[];
}

export interface Table {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly columns: readonly Column[];
	/** Columns that together name a row; empty where nothing does. */
	readonly key: readonly string[];
	readonly references: readonly Reference[];
	/** Once, before those of the agreements. */
	readonly ofArchive?: (archive: Archive) => Iterable<Row>;
	/** Of each agreement in turn, so that its ledger is unpacked once for all tables. */
	readonly ofAgreement?: (archive: Archive, platform: Platform, agreement: Agreement) => Iterable<Row>;
}

export function required(name: string, type: ColumnType, description: string): Column {
	return { name, type, description, required: true };
}

export function optional(name: string, type: ColumnType, description: string): Column {
	return { name, type, description, required: false };
}

/** Null where there is nothing. */
export function text(value: string | null | undefined): string | null {
	return value === undefined || value === null || value === '' ? null : value;
}

/** `<platform>/<agreement>`, as addresses name them. */
export function agreementId(
	platform: { readonly slug: string },
	agreement: { readonly slug: string },
): string {
	return `${platform.slug}/${agreement.slug}`;
}

export const agreementColumn = required(
	'agreement',
	'string',
	'`<platform>/<agreement>`, as addresses name them.',
);
export const versionColumn = required(
	'version',
	'integer',
	'Place among the versions of the agreement, from 0 on, in the order of the commits.',
);

export const toAgreement: Reference = { columns: ['agreement'], table: 'agreements', of: ['agreement'] };
export const toVersion: Reference = {
	columns: ['agreement', 'version'],
	table: 'versions',
	of: ['agreement', 'version'],
};
export const toTopic: Reference = { columns: ['topic'], table: 'topics', of: ['topic'] };
export const toPlatform: Reference = { columns: ['platform'], table: 'platforms', of: ['platform'] };
