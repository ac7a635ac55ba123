/** Whether an agreement is still in the archive. */
import type { Version } from '../../model/version.ts';

/** @returns when the newest version took the agreement out of the archive, ISO 8601; null where it is still in it */
export function withdrawn(versions: readonly Pick<Version, 'blob' | 'fetched'>[]): string | null {
	const newest = versions.at(-1);
	return newest?.blob === null ? newest.fetched : null;
}
