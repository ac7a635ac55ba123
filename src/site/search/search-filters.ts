/** What a search can be narrowed to. Each is a filter of the records by the same name (search-records.ts). */
import type { Archive } from '../../model/archive.ts';

export interface SearchFilter {
	readonly name: string;
	readonly label: string;
	readonly values: readonly string[];
}

/** Those that have a choice to offer. */
export function searchFilters(archive: Archive): SearchFilter[] {
	const agreements = archive.platforms.flatMap((platform) => platform.agreements);
	const filters: SearchFilter[] = [
		{ name: 'platform', label: 'Platform', values: archive.platforms.map(({ name }) => name) },
		{ name: 'kind', label: 'Agreement', values: distinct(agreements.map(({ name }) => name)) },
		{ name: 'year', label: 'Stood in', values: years(archive) },
	];
	return filters.filter(({ values }) => values.length > 1);
}

function distinct(names: readonly string[]): string[] {
	return [...new Set(names)].sort();
}

/** Newest first. */
function years({ entries, latest }: Archive): string[] {
	const moments = entries.map(({ change }) => change.version.fetched).sort();
	const [first, last] = [Number(moments[0]?.slice(0, 4)), Number(latest?.slice(0, 4))];
	return Number.isNaN(first)
		? []
		: Array.from({ length: last - first + 1 }, (_, back) => String(last - back));
}
