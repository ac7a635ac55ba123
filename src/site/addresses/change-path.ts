/** Where a change stands, below the page of its agreement. The browser asks here as well, so this knows nothing of where the site is. */

export interface PlacedChange {
	/** `Change.day` */
	readonly day: string;
	/** `Change.onYearPage` */
	readonly onYearPage?: boolean;
}

/**
 * The change's own page, at a clause of it where one is named; else its place on the page of its year. Clauses have no places there: one
 * clause may change twelve times a year, and what is shown of a change is no longer than a screen or two.
 * @param anchor of a clause that the change's own page has: `c-…`
 */
export function changePath({ day, onYearPage = false }: PlacedChange, anchor = ''): string {
	if (onYearPage) return `${yearPath(day)}#${day}`;
	return anchor === '' ? `${day}/` : `${day}/#${anchor}`;
}

/** @param day one of the year */
export function yearPath(day: string): string {
	return `${day.slice(0, 4)}/`;
}
