/** How other platforms put what a provision explains. */
import type { OtherClause } from '../../analysis/topics/other-platforms.ts';

/** All that a page shows of them: for its key, which the archive itself is too large for. */
export function othersInNames(others: readonly OtherClause[]): unknown {
	return others.map(({ platform, agreement, finding }) => [
		platform.name,
		platform.slug,
		agreement.name,
		agreement.slug,
		finding,
		agreement.versions[finding.since]?.fetched,
	]);
}
