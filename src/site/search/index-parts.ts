/** `pagefind/parts.json`: of which parts the search index is made, and what of the large ones is out of date. Written by the build, read by the browser. */

export interface IndexParts {
	/** Folders of further indexes below the first, each with a slash at its end. */
	readonly folders: readonly string[];
	/** Addresses, without base path, of agreements whose records in the large parts do not count: a newer part has them, or they are gone. */
	readonly superseded: readonly string[];
}

export const partsFile = 'parts.json';
/** The filter by which records of the large parts are known by their agreement's address. */
export const baseFilter = 'base';
/** The same of records of a small part, which none leaves out. Both together are one for each agreement. */
export const sinceFilter = 'since';
