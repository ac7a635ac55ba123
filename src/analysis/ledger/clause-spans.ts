/** In which versions each clause stands. */
import type { Span, State } from '../../model/ledger.ts';

/**
 * @param states one a version
 * @param clauses how many there are
 * @returns one list a clause, oldest first
 */
export function spansOf(states: readonly State[], clauses: number): Span[][] {
	const spans: Span[][] = Array.from({ length: clauses }, () => []);
	const first = new Int32Array(clauses);
	const last = new Int32Array(clauses).fill(-2);
	const close = (clause: number): void => {
		const span = { first: first[clause] as number, last: last[clause] as number };
		if (span.last >= 0) (spans[clause] as Span[]).push(span);
	};
	for (let version = 0; version < states.length; version++) {
		const standing = (states[version] as State).clauses;
		for (let at = 0; at < standing.length; at++) {
			const clause = standing[at] as number;
			if (last[clause] !== version - 1) {
				close(clause);
				first[clause] = version;
			}
			last[clause] = version;
		}
	}
	for (let clause = 0; clause < clauses; clause++) close(clause);
	return spans;
}
