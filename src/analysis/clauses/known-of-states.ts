/** Remembers what was made of the versions that were looked at last: each is compared with the one before it, then with the one behind. */
import type { Ledger, State } from '../../model/ledger.ts';

/** Comparisons come two by two, and what was made of all versions would fill the memory. */
const most = 3;

/** Returns `make`, but with its last values kept. @param make of a version of this ledger */
export function keptByState<Value>(
	make: (ledger: Ledger, state: State) => Value,
): (ledger: Ledger, state: State) => Value {
	const last: { readonly state: State; readonly value: Value }[] = [];
	return (ledger, state) => {
		const known = last.find((each) => each.state === state);
		if (known !== undefined) return known.value;
		const value = make(ledger, state);
		last.unshift({ state, value });
		last.length = Math.min(last.length, most);
		return value;
	};
}
