/** Of all the words that an agreement ever had, the passage that comes nearest to a quote which stands nowhere. */
import type { Ledger } from '../../model/ledger.ts';
import { sentenceStarts } from '../../text/sentence-words.ts';
import { wordHashes } from '../../text/words.ts';

export interface NearestPassage {
	/** Index into `Ledger.texts`. */
	readonly text: number;
	/** The passage itself, whole words. */
	readonly words: string;
	/** 0 to 1: words that the two have in common, in proportion to the words of both (Dice). */
	readonly alike: number;
}

/** Null where no text shares a word with the quote. Each distinct text is read once: the cost grows with the words of the history. */
export function nearestPassage({ texts }: Ledger, quote: string): NearestPassage | null {
	const wanted = countsOf(quote);
	let best: NearestPassage | null = null;
	for (const [index, { visible }] of texts.entries()) {
		// The whole text can only be nearer than its sentences where the quote is of several.
		if (couldReach(wanted, visible) <= (best?.alike ?? 0)) continue;
		for (const words of passagesOf(visible)) {
			const alike = dice(wanted, countsOf(words));
			if (alike > (best?.alike ?? 0)) best = { text: index, words, alike };
		}
	}
	return best;
}

/** How alike texts are to this one by their words, order aside: 0 to 1. */
export function likenessTo(text: string): (other: string) => number {
	const wanted = countsOf(text);
	return (other) => dice(wanted, countsOf(other));
}

interface Counts {
	readonly all: number;
	readonly words: ReadonlyMap<number, number>;
}

function countsOf(text: string): Counts {
	const words = new Map<number, number>();
	const hashes = wordHashes(text);
	for (const hash of hashes) words.set(hash, (words.get(hash) ?? 0) + 1);
	return { all: hashes.length, words };
}

function dice(one: Counts, other: Counts): number {
	const all = one.all + other.all;
	return all === 0 ? 0 : (2 * shared(one, other)) / all;
}

function shared(one: Counts, other: Counts): number {
	let sum = 0;
	for (const [word, count] of one.words) sum += Math.min(count, other.words.get(word) ?? 0);
	return sum;
}

/** The most that any passage of this text could reach: one of just the words that it shares with the quote. */
function couldReach(wanted: Counts, text: string): number {
	const common = shared(wanted, countsOf(text));
	return common === 0 ? 0 : (2 * common) / (wanted.all + common);
}

/** The whole text, each sentence, and each two and three that follow one another. */
function passagesOf(text: string): string[] {
	const starts = sentenceStarts(text);
	const runs = [1, 2, 3].flatMap((length) =>
		starts.slice(length - 1).map((_, at) => text.slice(starts[at], starts[at + length]).trim()),
	);
	return [...runs, text].filter((words) => words !== '');
}
