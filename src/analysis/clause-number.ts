/** The number that a clause bears. It is no identity: numbers are given to other clauses when one is put in before them. */

const dotted = String.raw`\d{1,3}(?:\.\d{1,3}){1,6}\.?`;
const marked = String.raw`\d{1,3}[.)]|\(\d{1,3}\)|[A-Za-z][.)]|\([A-Za-z]{1,2}\)|[ivxIVX]{1,6}[.)]|\([ivxIVX]{1,6}\)`;
const named = String.raw`(?:Section|Article|Clause|Artikel|Abschnitt|Ziffer|Annex|§{1,2})\s?\d{1,3}(?:\.\d{1,3}){0,5}[.:)]?`;
const anyNumber = new RegExp(String.raw`^(?:${named}|${dotted}|${marked})(?=\s|$)`);
/** Only a heading may bear a bare number: "30 days" begins many a paragraph. */
const headingNumber = /^\d{1,3}(?=\s+\p{Lu})/u;

/** "4.2. Fees are due" → "4.2."; empty where there is none. Input is visible text. */
export function leadingNumber(visible: string, heading: boolean): string {
	const match = anyNumber.exec(visible) ?? (heading ? headingNumber.exec(visible) : null);
	return match?.[0] ?? '';
}
