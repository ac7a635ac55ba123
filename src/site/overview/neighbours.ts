/** The changes before and after one, among those that have a page. */
import type { Agreement } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';

export interface Neighbours {
	readonly earlier: Change | null;
	readonly later: Change | null;
}

export function neighboursOf({ changes }: Pick<Agreement, 'changes'>, { index }: Change): Neighbours {
	return {
		earlier: changes.slice(0, index).findLast(hasPage) ?? null,
		later: changes.slice(index + 1).find(hasPage) ?? null,
	};
}
