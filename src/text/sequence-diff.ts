/** Longest common subsequence of two sequences of numbers, bounded in cost. Serves clauses and words alike. */

export interface Match {
	/** Index in the first sequence. */
	readonly a: number;
	/** Index in the second. */
	readonly b: number;
}

/**
 * Equal elements that keep their order, ascending. Optimal while at most `maxEdits` elements differ; beyond that the best
 * beginning found so far is kept and the rest stays unmatched, so that a whole rewrite costs no more than a long edit.
 * Time and memory O(maxEdits²) beside the length.
 * @see E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986)
 */
export function matchSequences(a: ArrayLike<number>, b: ArrayLike<number>, maxEdits: number): Match[] {
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let endA = a.length;
	let endB = b.length;
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
		endA--;
		endB--;
	}
	const matches: Match[] = [];
	for (let at = 0; at < start; at++) matches.push({ a: at, b: at });
	for (const match of matchMiddle(a, b, start, endA, endB, maxEdits)) matches.push(match);
	for (let at = endA; at < a.length; at++) matches.push({ a: at, b: endB + at - endA });
	return matches;
}

function matchMiddle(
	a: ArrayLike<number>,
	b: ArrayLike<number>,
	start: number,
	endA: number,
	endB: number,
	maxEdits: number,
): Match[] {
	const lengthA = endA - start;
	const lengthB = endB - start;
	if (lengthA === 0 || lengthB === 0) return [];
	const bound = Math.min(maxEdits, lengthA + lengthB);
	const reach = new Int32Array(2 * bound + 3);
	const trace: Int32Array[] = [];
	let best = { x: 0, y: 0, edits: 0 };
	for (let edits = 0; edits <= bound; edits++) {
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			const down =
				diagonal === -edits ||
				(diagonal !== edits && (reach[bound + diagonal] as number) < (reach[bound + diagonal + 2] as number));
			let x = down ? (reach[bound + diagonal + 2] as number) : (reach[bound + diagonal] as number) + 1;
			let y = x - diagonal;
			while (x < lengthA && y < lengthB && a[start + x] === b[start + y]) {
				x++;
				y++;
			}
			reach[bound + diagonal + 1] = x;
			if (x <= lengthA && y <= lengthB && x + y > best.x + best.y) best = { x, y, edits };
		}
		trace.push(reach.slice(bound - edits, bound + edits + 3));
		if (best.x === lengthA && best.y === lengthB) break;
	}
	return backtrack(trace, best, start);
}

/** `trace[edits]` holds the reach of diagonals −edits−1 … edits+1 after that many edits. */
function backtrack(
	trace: readonly Int32Array[],
	end: { x: number; y: number; edits: number },
	start: number,
): Match[] {
	const matches: Match[] = [];
	let { x, y } = end;
	for (let edits = end.edits; edits > 0; edits--) {
		const before = trace[edits - 1] as Int32Array;
		const diagonal = x - y;
		const reachOf = (at: number): number => (Math.abs(at) < edits ? (before[at + edits] as number) : -1);
		const down = diagonal === -edits || (diagonal !== edits && reachOf(diagonal - 1) < reachOf(diagonal + 1));
		const fromX = down ? reachOf(diagonal + 1) : reachOf(diagonal - 1);
		const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
		const afterX = down ? fromX : fromX + 1;
		while (x > afterX) matches.push({ a: start + --x, b: start + --y });
		x = fromX;
		y = fromY;
	}
	while (x > 0 && y > 0) matches.push({ a: start + --x, b: start + --y });
	return matches.reverse();
}
