/** Whether a site has a static API beside its pages. */
import { type Change, hasPage } from '../model/change.ts';
import type { Collection } from '../model/collection.ts';

/** With so many changes that have a page the site weighs some 540 MB, and its API 140: with twice as many both together near the 1 GB of a common host. */
export const mostChanges = 10_000;

export function offersApi(
	{ api }: Pick<Collection, 'api'>,
	entries: readonly { readonly change: Pick<Change, 'class'> }[],
): boolean {
	if (api !== 'auto') return api;
	return entries.filter(({ change }) => hasPage(change)).length <= mostChanges;
}
