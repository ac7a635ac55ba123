/** Remembers what was made of clause texts while one agreement is looked at: versions share nearly all their texts. */
import type { ClauseText, Ledger } from '../../model/ledger.ts';

/** Of a text by its number in the ledger. */
export type OfText<Value> = (texts: Ledger['texts'], id: number) => Value;

/**
 * Returns `make`, but with its values of the last ledger kept, by the numbers of the texts: versions are read text by text again and again,
 * and whatever else is looked up for each costs more than what is made of it. Those of all ledgers would fill the memory.
 */
export function keptByText<Value>(make: (text: ClauseText) => Value): OfText<Value> {
	let last: Ledger['texts'] = [];
	let known: (Value | undefined)[] = [];
	return (texts, id) => {
		if (texts !== last) {
			last = texts;
			known = [];
		}
		const found = known[id];
		if (found !== undefined) return found;
		// Without gaps: a ledger's texts are asked for in any order.
		while (known.length <= id) known.push(undefined);
		const made = make(texts[id] as ClauseText);
		known[id] = made;
		return made;
	};
}
