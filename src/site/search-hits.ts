/** From what Pagefind says about a found record to the clauses that a reader should see. Runs in the browser. */

/** The part of Pagefind's fragment that is read here. Locations count words of `raw_content`. */
export interface Fragment {
	readonly url: string;
	readonly raw_content: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly anchors: readonly { readonly id: string; readonly location: number }[];
	readonly weighted_locations: readonly { readonly location: number; readonly balanced_score: number }[];
}

export interface Run {
	readonly text: string;
	readonly found: boolean;
}

export interface Hit {
	/** Anchor of the clause; null where the record has none. */
	readonly anchor: string | null;
	/** The excerpt; found words are runs of their own. */
	readonly runs: readonly Run[];
}

interface Passage {
	readonly anchor: string | null;
	readonly start: number;
	readonly end: number;
	/** Location → score of the words found in it. */
	readonly found: Map<number, number>;
}

/** Words of an excerpt, and how many of them stand before the first found one. */
const excerptLength = 40;
const lead = 10;
/** Letters by which forms of one word are known as one. */
const stemLength = 5;

/**
 * The best clauses of a found record, best first.
 * @param limit number of clauses
 */
export function clauseHits(fragment: Fragment, limit: number): Hit[] {
	const words = splitWords(fragment.raw_content);
	return [...passagesWithHits(fragment, words.length)]
		.map((passage) => ({ passage, ...fit(words, passage) }))
		.sort(
			(one, other) =>
				other.distinct - one.distinct || other.score - one.score || one.passage.start - other.passage.start,
		)
		.slice(0, limit)
		.map(({ passage }) => ({ anchor: passage.anchor, runs: excerpt(words, passage) }));
}

/** Pagefind joins the words of languages without spaces by U+200B, and it does not take U+FEFF for a space. */
function splitWords(content: string): string[] {
	return content.includes('\u200b') ? content.split('\u200b') : content.split(/[^\S\uFEFF]+/);
}

/** The record cut at its anchors; a record without anchors is one passage. */
function passagesWithHits(fragment: Fragment, length: number): Iterable<Passage> {
	const anchors = fragment.anchors.toSorted((one, other) => one.location - other.location);
	const passages = new Map<number, Passage>();
	for (const { location, balanced_score } of fragment.weighted_locations) {
		const index = anchors.findLastIndex((anchor) => anchor.location <= location);
		const passage = passages.get(index) ?? {
			anchor: anchors[index]?.id ?? null,
			start: anchors[index]?.location ?? 0,
			end: nextLocation(anchors, index) ?? length,
			found: new Map<number, number>(),
		};
		passage.found.set(location, balanced_score);
		passages.set(index, passage);
	}
	return passages.values();
}

/**
 * How well a clause answers: first by how many of the words asked for it says, then by Pagefind's own score. A clause that repeats one
 * word is no better for it. Forms of one word (model, models) are taken for one by their first letters.
 */
function fit(
	words: readonly string[],
	{ found }: Passage,
): { readonly distinct: number; readonly score: number } {
	const best = new Map<string, number>();
	for (const [location, value] of found) {
		const letters = words[location]?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') ?? '';
		const stem = letters.slice(0, stemLength);
		best.set(stem, Math.max(value, best.get(stem) ?? 0));
	}
	return { distinct: best.size, score: [...best.values()].reduce((sum, value) => sum + value, 0) };
}

/** Where the next passage starts: an empty clause shares its location with its neighbour. */
function nextLocation(anchors: Fragment['anchors'], index: number): number | undefined {
	const here = anchors[index]?.location ?? -1;
	return anchors.slice(index + 1).find((anchor) => anchor.location > here)?.location;
}

function excerpt(words: readonly string[], { start, end, found }: Passage): Run[] {
	const first = Math.min(...found.keys());
	const from =
		end - start <= excerptLength ? start : Math.max(start, Math.min(first - lead, end - excerptLength));
	const to = Math.min(end, from + excerptLength);
	const runs: Run[] = from > start ? [{ text: '… ', found: false }] : [];
	for (let place = from; place < to; place++) {
		const space = place + 1 < to ? ' ' : '';
		runs.push({ text: words[place] ?? '', found: found.has(place) }, { text: space, found: false });
	}
	if (to < end) runs.push({ text: ' …', found: false });
	return joined(runs);
}

/** Neighbours of one kind become one run. */
function joined(runs: readonly Run[]): Run[] {
	const result: Run[] = [];
	for (const run of runs) {
		const last = result.at(-1);
		if (last !== undefined && last.found === run.found) {
			result[result.length - 1] = { text: last.text + run.text, found: run.found };
		} else if (run.text !== '') result.push(run);
	}
	return result;
}
