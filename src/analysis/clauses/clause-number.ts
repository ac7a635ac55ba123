/** The number that a clause bears. It is no identity: numbers are given to other clauses when one is put in before them. */
import type { ClauseText } from '../../model/ledger.ts';

/** "3.5 GB of storage" begins with a quantity. Taken for a clause number, its change would go unseen. */
const unit = String.raw`(?:%|(?:[KMGT]B|per\s?cent|percent|million|billion|(?:year|month|week|day|hour|minute|euro|dollar|pound)s?|USD|EUR|GBP)\b)`;
const dotted = String.raw`\d{1,3}(?:\.\d{1,3}){1,6}\.?(?!\s*${unit})`;
const marked = String.raw`\d{1,3}[.)]|\(\d{1,3}\)|[A-Za-z][.)]|\([A-Za-z]{1,2}\)|[ivxIVX]{1,6}[.)]|\([ivxIVX]{1,6}\)`;
const named = String.raw`(?:Section|Article|Clause|Artikel|Abschnitt|Ziffer|Annex|§{1,2})\s?\d{1,3}(?:\.\d{1,3}){0,5}[.:)]?`;
/** "5.b." and "5.b.ii."; without a full stop behind it only before a capital: "2.x of these" is no number. */
const lettered = String.raw`\d{1,3}(?:\.\d{1,3}){0,5}\.[a-z](?:\.[ivx]{1,4})?(?:\.(?=\s|$)|(?=\s\p{Lu}))`;
/** "4.2.If" lost its blank when the page was read; a full stop and a capital still tell the number. */
const glued = String.raw`\d{1,3}(?:\.\d{1,3}){0,6}(?:\.[a-z])?\.(?=\p{Lu})`;
const anyNumber = new RegExp(
	String.raw`^(?:(?:${named}|${dotted}|${marked})(?=\s|$)|${lettered}|${glued})`,
	'u',
);
/** Only a heading may bear a bare number: "30 days" begins many a paragraph. */
const headingNumber = /^\d{1,3}(?=\s+\p{Lu})/u;

/** "4.2. Fees are due" → "4.2."; empty where there is none. Input is visible text. */
export function leadingNumber(visible: string, heading: boolean): string {
	const match = anyNumber.exec(visible) ?? (heading ? headingNumber.exec(visible) : null);
	return match?.[0] ?? '';
}

/** In the margin and inside a sentence a number needs no mark at its end: `4.2.` → `4.2`, `Article 4:` → `Article 4` */
export function bareNumber(number: string): string {
	return number.replace(/\s*[.:]$/, '');
}

/** Words of a clause after its number, and after a mark that stands alone between them: "Article 4 : Paiement", "4 – Fees". */
export function withoutNumber(text: ClauseText): string {
	const words = text.visible.slice(text.number.length).trimStart();
	return text.number === '' ? words : words.replace(/^[.:)–—-]\s+/, '');
}
