/** A place in a law, as a page shows it. */

/** The sign of a section and its number stay on one line: `§ 45(a)`, `c. 15`, `No 593/2008`, `nº 8.078/1990` */
export function placeOfLaw(citation: string): string {
	return citation.replace(/(§|\bc\.|\bno\.?|nº) (?=\d)/giu, '$1\u00a0');
}
