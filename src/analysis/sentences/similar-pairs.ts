/** Pairs what is alike: clauses or sentences that two versions have left over, by the words that they have in common. */

export interface Leftover {
	/** Its place in its version. */
	readonly at: number;
	/** Hashes of its words, sorted. */
	readonly words: Int32Array;
	/** What it is known by where that alone tells it apart, such as the first cell of a row; 0 where nothing does. */
	readonly name: number;
}

export interface Candidate {
	/** Indexes into the leftovers of either side. */
	readonly old: number;
	readonly fresh: number;
	/** 0 to 1. */
	readonly similarity: number;
	/** How far the new one stands from where the old one would be expected. */
	readonly distance: number;
}

/** Two texts are one text reworded when more than half of their words are the same (Dice coefficient). */
export const leastSimilarity = 0.5;
/** Of so few words, half are soon found in any other text ("Delete my account", "My account is expired"): more have to be the same, or all that the shorter one has. */
export const fewWords = 6;
export const leastOfFew = 2 / 3;
/** Less is enough for a text that stands alone between the same two neighbours… */
export const leastInPlace = 0.25;
/** … and so much more would a text elsewhere have to be like it, to be taken for its sequel instead. */
export const worthOfPlace = leastSimilarity - leastInPlace;
/** A word in more leftovers than this tells no pair apart ("the", "you"). */
const commonWord = 40;
/** Leftovers with fewer telling words in common than this share of the best one's are not looked at. */
const leastPromise = 0.4;
/** Steps of the search for similar leftovers: bounds a rewrite of thousands of clauses to some milliseconds. */
const similarityBudget = 300_000;

/** @param stretch length of the new version over that of the old, in the unit of the places */
export function similarPairs(
	old: readonly Leftover[],
	fresh: readonly Leftover[],
	stretch: number,
): Candidate[] {
	const index = wordIndex(old);
	const candidates: Candidate[] = [];
	const shared = new Int32Array(old.length);
	let steps = 0;
	for (const [newcomer, { at, words, name }] of fresh.entries()) {
		const touched = countShared(words, index, shared);
		let most = 0;
		for (const other of touched) most = Math.max(most, shared[other] as number);
		for (const other of touched) {
			const promising = (shared[other] as number) >= most * leastPromise;
			shared[other] = 0;
			if (!promising) continue;
			const candidate = old[other] as Leftover;
			if (namedOtherwise(candidate, name)) continue;
			const similarity = dice(words, candidate.words);
			steps += words.length;
			const distance = Math.abs(candidate.at * stretch - at);
			if (isLikely(similarity, words.length, candidate.words.length))
				candidates.push({ old: other, fresh: newcomer, similarity, distance });
		}
		steps += touched.length;
		if (steps > similarityBudget) break;
	}
	return candidates;
}

export function namedOtherwise({ name }: Leftover, other: number): boolean {
	return name !== 0 && other !== 0 && name !== other;
}

/** The best first, each leftover in one pair alone. */
export function bestPairs(candidates: readonly Candidate[]): Candidate[] {
	const sorted = candidates.toSorted(
		(one, other) => other.similarity - one.similarity || one.distance - other.distance,
	);
	const usedOld = new Set<number>();
	const usedFresh = new Set<number>();
	return sorted.filter(({ old, fresh }) => {
		if (usedOld.has(old) || usedFresh.has(fresh)) return false;
		usedOld.add(old);
		usedFresh.add(fresh);
		return true;
	});
}

/**
 * Of pairs of the very same two texts the first goes with the first: the head of three alike tables, "2 days ago" in a list. Which of them is
 * nearest says nothing where others came in between.
 * @param pairs that {@link bestPairs} found
 */
export function uncrossed(
	pairs: readonly Candidate[],
	old: readonly Leftover[],
	fresh: readonly Leftover[],
): Candidate[] {
	const numbers = new Map<Int32Array, number>();
	const numberOf = ({ words }: Leftover): number => {
		const number = numbers.get(words) ?? numbers.size;
		numbers.set(words, number);
		return number;
	};
	const alike = Map.groupBy(pairs, (pair) => {
		const [one, other] = [old[pair.old] as Leftover, fresh[pair.fresh] as Leftover];
		return `${numberOf(one)} ${numberOf(other)} ${pair.similarity}`;
	});
	return [...alike.values()].flatMap((group) => {
		if (group.length === 1) return group;
		const inOld = group.map((pair) => pair.old).sort((one, other) => one - other);
		const inFresh = group.map((pair) => pair.fresh).sort((one, other) => one - other);
		return group.map((pair, at) => ({
			...pair,
			old: inOld[at] as number,
			fresh: inFresh[at] as number,
		}));
	});
}

/** @param one number of words of a text @param other of the other text, that is so similar to it */
function isLikely(similarity: number, one: number, other: number): boolean {
	if (similarity <= leastSimilarity) return false;
	const fewer = Math.min(one, other);
	const common = Math.round((similarity * (one + other)) / 2);
	return fewer >= fewWords || common === fewer || similarity >= leastOfFew;
}

/** Counts in `shared`, which is zero before, the telling words that each leftover has in common; returns those that have any. */
function countShared(
	words: Int32Array,
	index: ReadonlyMap<number, readonly number[]>,
	shared: Int32Array,
): number[] {
	const touched: number[] = [];
	for (let at = 0; at < words.length; at++) {
		if (at > 0 && words[at] === words[at - 1]) continue;
		const holders = index.get(words[at] as number);
		if (holders === undefined || holders.length > commonWord) continue;
		for (const old of holders) {
			if (shared[old] === 0) touched.push(old);
			shared[old] = (shared[old] as number) + 1;
		}
	}
	return touched;
}

/** Word → leftovers that hold it, each once. */
function wordIndex(leftovers: readonly Leftover[]): Map<number, number[]> {
	const index = new Map<number, number[]>();
	for (const [number, { words }] of leftovers.entries()) {
		for (let at = 0; at < words.length; at++) {
			if (at > 0 && words[at] === words[at - 1]) continue;
			const holders = index.get(words[at] as number);
			if (holders === undefined) index.set(words[at] as number, [number]);
			else holders.push(number);
		}
	}
	return index;
}

/** Share of words that two texts have in common, 0 to 1. Both sorted. */
export function dice(one: Int32Array, other: Int32Array): number {
	const total = one.length + other.length;
	// The shorter text bounds what can be shared; most pairs end here.
	if (2 * Math.min(one.length, other.length) <= leastInPlace * total) return 0;
	let common = 0;
	for (let a = 0, b = 0; a < one.length && b < other.length; ) {
		const difference = (one[a] as number) - (other[b] as number);
		if (difference === 0) common++;
		if (difference <= 0) a++;
		if (difference >= 0) b++;
	}
	return (2 * common) / total;
}
