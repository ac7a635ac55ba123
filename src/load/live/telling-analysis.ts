/** An analysis that says meanwhile how far it has come: the first of a large archive takes minutes. */
import type { AgreementHistory, Analyse } from '../analyse-agreements.ts';
import { distinctBlobs } from '../analyse-agreements.ts';
import { analyseWith } from '../analyse-in-parallel.ts';
import { isKept, type Shelf, shelfFor } from '../ledger-cache.ts';

/** How many texts of agreements that were on no shelf are analysed by now. */
export interface Progress {
	readonly done: number;
	readonly of: number;
}

/** Between two looks, in milliseconds. */
const lookEvery = 500;

/** @param tell is called now and then while something is analysed that was not on the shelf */
export function tellingAnalysis(place: Shelf, tell: (progress: Progress) => void): Analyse {
	const analyse = analyseWith(place);
	return async function* (directory, histories, topics, lap) {
		const shelf = shelfFor(place, topics);
		const missing = histories.filter((history) => !isKept(shelf, history));
		const of = textsIn(missing);
		const look = () => tell({ done: textsIn(missing.filter((history) => isKept(shelf, history))), of });
		if (of > 0) look();
		const timer = setInterval(look, lookEvery);
		try {
			yield* analyse(directory, histories, topics, lap);
		} finally {
			clearInterval(timer);
		}
	};
}

function textsIn(histories: readonly AgreementHistory[]): number {
	return histories.reduce((sum, { versions }) => sum + distinctBlobs(versions).length, 0);
}
