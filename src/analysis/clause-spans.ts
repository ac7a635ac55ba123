/** In which versions each clause stands. */
import type { Clause, Span, State } from '../model/ledger.ts';

/**
 * @param states one a version
 * @param anchors one a clause
 */
export function spansOf(states: readonly State[], anchors: readonly string[]): Clause[] {
	const spans: Span[][] = anchors.map(() => []);
	const first = new Int32Array(anchors.length);
	const last = new Int32Array(anchors.length).fill(-2);
	const close = (clause: number): void => {
		const span = { first: first[clause] as number, last: last[clause] as number };
		if (span.last >= 0) (spans[clause] as Span[]).push(span);
	};
	for (let version = 0; version < states.length; version++) {
		for (const clause of (states[version] as State).clauses) {
			if (last[clause] !== version - 1) {
				close(clause);
				first[clause] = version;
			}
			last[clause] = version;
		}
	}
	for (let clause = 0; clause < anchors.length; clause++) close(clause);
	return anchors.map((anchor, clause) => ({ anchor, spans: spans[clause] as readonly Span[] }));
}
