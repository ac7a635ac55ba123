/** Which version's text stands for another: one past the bounds of a ledger is not followed, and the last that was stands in its place. */
import type { Change } from '../../model/change.ts';

/**
 * @param versions of one agreement, in commit order
 * @param index of the version that is asked for; of the newest where it is left out
 * @returns index of the version whose clauses are told for it; −1 where none was followed until then
 */
export function shownVersion(
	versions: readonly Pick<Change, 'class'>[],
	index: number = versions.length - 1,
): number {
	let at = index;
	while (at >= 0 && versions[at]?.class === 'unfollowed') at--;
	return at;
}
