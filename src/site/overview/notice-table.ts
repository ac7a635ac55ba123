/** The archive's platforms by how they give notice: one row each, of those with a change whose page gives itself a day. */
import type { Archive, Platform } from '../../model/archive.ts';
import { medianOf, type NoticeCounts, noticeOfPlatform, ofKinds } from './notice-record.ts';

export interface NoticeRow extends NoticeCounts {
	readonly platform: Pick<Platform, 'name' | 'slug'>;
}

export interface NoticeTable {
	/** By name. */
	readonly rows: readonly NoticeRow[];
	/** All rows together. */
	readonly total: NoticeCounts;
	/** Agreements whose text in force gives itself a day, and all of them. */
	readonly stating: number;
	readonly agreements: number;
}

/** Rows on one page. */
export const rowsOfPage = 400;

export function noticeTable(archive: Pick<Archive, 'platforms' | 'events' | 'notes'>): NoticeTable {
	const records = archive.platforms
		.map((platform) => ({ platform, record: noticeOfPlatform(archive, platform) }))
		.filter(({ record }) => record.all > 0);
	const rows = records.map(({ platform: { name, slug }, record }) => ({
		platform: { name, slug },
		all: record.all,
		counts: record.counts,
		median: record.median,
	}));
	const ahead = records.flatMap(({ record }) => record.lists.ahead.map(({ dated }) => dated.days));
	const agreements = archive.platforms.flatMap((platform) => platform.agreements);
	return {
		rows,
		total: {
			all: sum(rows.map(({ all }) => all)),
			counts: ofKinds((kind) => sum(rows.map(({ counts }) => counts[kind]))),
			median: medianOf(ahead),
		},
		stating: agreements.filter(({ stated }) => stated.effective !== null || stated.updated !== null).length,
		agreements: agreements.length,
	};
}

/** Number of pages for so many rows. */
export function noticePages(rows: number): number {
	return Math.max(1, Math.ceil(rows / rowsOfPage));
}

/** The rows by page: at least one page, which may be empty. */
export function pagesOf({ rows }: NoticeTable): (readonly NoticeRow[])[] {
	return Array.from({ length: noticePages(rows.length) }, (_, at) =>
		rows.slice(at * rowsOfPage, (at + 1) * rowsOfPage),
	);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
