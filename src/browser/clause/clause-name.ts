/** Which clause the address names, and how a clause on the page is called. */
import { cutEnd } from '../../text/cut-text.ts';

/** Enough of a clause without number to know it by, in characters. */
const nameLength = 48;

/** Anchor of the clause that the address names; null where it names none. */
export function namedClause(): string | null {
	return location.hash.startsWith('#c-') ? location.hash.slice(1) : null;
}

/** `Clause 4.2`, or its first words in quotes where it has no number. */
export function nameOf(clause: HTMLElement): string {
	const number = numberOf(clause).replace(/\.$/, '');
	return number === '' ? `“${firstWords(clause)}”` : `Clause ${number}`;
}

/** As written; empty where it has none. */
export function numberOf(clause: HTMLElement): string {
	return clause.querySelector(':scope > .n')?.textContent ?? '';
}

/** Its own words: without its number, its mark, what stands below it in a list. */
export function firstWords(clause: HTMLElement): string {
	const own = clause.cloneNode(true) as HTMLElement;
	for (const other of own.querySelectorAll(':scope > :is(.n, .p, ul), .clause-tools')) other.remove();
	return cutEnd((own.textContent ?? '').replace(/\s+/g, ' ').trim(), nameLength);
}
