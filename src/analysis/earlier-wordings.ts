/** Which change had given a clause the words that a later change altered: the way back from one redline to the one before it. */
import type { ClauseText, Ledger } from '../model/ledger.ts';

/** Asked for each changed clause of each change page: the answers of one ledger are found in one pass over it. */
const known = new WeakMap<Ledger, Int32Array[]>();

/**
 * @param version at which the clause changed or went out
 * @returns the version that brought the words it had until then; null where they stood in the first record, or it had none
 */
export function earlierWording(ledger: Ledger, clause: number, version: number): number | null {
	let arrivals = known.get(ledger);
	if (arrivals === undefined) {
		arrivals = arrivalsOf(ledger);
		known.set(ledger, arrivals);
	}
	const earlier = arrivals[clause]?.findLast((arrival) => arrival < version) ?? 0;
	return earlier === 0 ? null : earlier;
}

/** For each clause the versions at which it came to have other words than it last had. */
function arrivalsOf({ clauses, states, texts }: Ledger): Int32Array[] {
	const arrivals: number[][] = clauses.map(() => []);
	const keys: number[] = [];
	for (const [version, state] of states.entries()) {
		if (state === states[version - 1]) continue;
		for (const [at, clause] of state.clauses.entries()) {
			const { key } = texts[state.texts[at] as number] as ClauseText;
			if (keys[clause] === key) continue;
			keys[clause] = key;
			arrivals[clause]?.push(version);
		}
	}
	return arrivals.map((versions) => Int32Array.from(versions));
}
