/** The pages of years: the older changes of an agreement, where they have none of their own. */
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';

/** `2023` → its changes. Newest first, both. */
export function yearPages({ changes }: Pick<Agreement, 'changes'>): ReadonlyMap<string, readonly Change[]> {
	const shown = changes.filter(({ onYearPage }) => onYearPage).toReversed();
	const years = Map.groupBy(shown, ({ day }) => day.slice(0, 4));
	return new Map([...years].sort(([one], [other]) => (one < other ? 1 : -1)));
}
