/** Names of clauses in addresses: `c-…`, stable for ever. */

/** @param key of the words in which the clause was born */
export function anchorName(key: number): string {
	return `c-${key.toString(36).slice(-8).padStart(6, '0')}`;
}

/** Clauses born in the same words are numbered in the order of their birth; a name never ends in such a number. */
export function numberedAnchor(name: string, birth: number): string {
	return birth === 1 ? name : `${name}-${birth}`;
}

/** The inverse of {@link numberedAnchor} */
export function withoutBirth(anchor: string): string {
	return anchor.replace(/(?<=^c-.*)-\d+$/, '');
}

/** The inverse: 1 for an anchor without number. */
export function birthOf(anchor: string): number {
	return Number(/-(\d+)$/.exec(anchor.slice(2))?.[1] ?? 1);
}
