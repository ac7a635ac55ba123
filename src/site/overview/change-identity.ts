/** What a reader of feeds, or whoever is told of changes, knows a change by. */
import type { Entry } from '../../model/archive.ts';

/**
 * No address in it, so that a moved site shows nobody old items as new; no commit either, so that the same holds where a repository's
 * history was rewritten.
 */
export function changeIdentity({ change }: Pick<Entry, 'change'>): string {
	const { path, fetched, blob } = change.version;
	return `${path} ${fetched} ${blob?.slice(0, 12) ?? 'deleted'}`;
}
