/** Remembers what was made of clause texts while one agreement is looked at: versions share nearly all their texts. */
import type { ClauseText } from '../../model/ledger.ts';

/** So many texts have the largest agreements. What was made of all texts of an archive would fill the memory, and slow what looks through it. */
const most = 20_000;

/** Returns `make`, but with its last values kept. */
export function keptByText<Value>(make: (text: ClauseText) => Value): (text: ClauseText) => Value {
	let known = new WeakMap<ClauseText, Value>();
	let count = 0;
	return (text) => {
		const found = known.get(text);
		if (found !== undefined) return found;
		if (++count > most) {
			known = new WeakMap();
			count = 1;
		}
		const made = make(text);
		known.set(text, made);
		return made;
	};
}
