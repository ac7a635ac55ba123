/** The thread that compares texts, one question after the other: its messages are the name of a function and its arguments, each followed by the answer. */
import { parentPort } from 'node:worker_threads';
import {
	compareFetches,
	compareWithOthers,
	compareWithRecorded,
	differInLinksAlone,
	judgeFirst,
	shownText,
	tellDifferences,
} from './compare-texts.ts';
import { turnedParts } from './link-parts.ts';

/** What can be asked. */
const comparisons = {
	compareFetches,
	compareWithOthers,
	compareWithRecorded,
	differInLinksAlone,
	judgeFirst,
	shownText,
	tellDifferences,
	turnedParts,
} as const;

export type Comparisons = typeof comparisons;

export interface ComparingTask {
	readonly ask: keyof Comparisons;
	readonly texts: readonly unknown[];
}

parentPort?.on('message', ({ ask, texts }: ComparingTask) => {
	const compare = comparisons[ask] as (...texts: readonly unknown[]) => unknown;
	parentPort?.postMessage(compare(...texts));
});
