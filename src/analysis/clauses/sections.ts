/** Which heading a clause stands under. */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';

/** A bold line of a few words serves many agreements as heading. */
const boldLine = /^(\*\*|__)[^*_]{2,80}(\*\*|__)$/;

/** Paragraphs that were looked at: each is asked about in every redline that it stands in. */
const boldLines = new WeakMap<ClauseText, boolean>();

export function isHeading(text: ClauseText): boolean {
	if (text.kind !== 'paragraph') return text.kind === 'heading';
	const known = boldLines.get(text);
	if (known !== undefined) return known;
	const isBold = boldLine.test(text.markdown);
	boldLines.set(text, isBold);
	return isBold;
}

/** For each place of a state the place of its heading, or −1; a heading stands under itself. */
export function headingPlaces(ledger: Ledger, state: State): Int32Array {
	const places = new Int32Array(state.texts.length);
	let heading = -1;
	for (const [at, id] of state.texts.entries()) {
		const text = ledger.texts[id] as ClauseText;
		if (isHeading(text) && text.words > 0) heading = at;
		places[at] = heading;
	}
	return places;
}

/** Words of a heading without its number and the mark that ends it. */
export function headingWords(text: ClauseText): string {
	return text.visible
		.slice(text.number.length)
		.replace(/^[\s.:)–—-]+|(?<![\s.:])[\s.:]+$/g, '')
		.trim();
}
