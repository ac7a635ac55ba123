/** Changes for the tests of this room: a whole one from the few fields that a test is about. */
import {
	type Change,
	type ChangeClass,
	type ChangedSentences,
	type Hindsight,
	noEvents,
	type Rank,
} from '../model/change.ts';
import type { Dated } from '../model/dated.ts';

export interface ChangeSketch {
	readonly fetched: string;
	readonly class?: ChangeClass;
	readonly rank?: Rank;
	readonly words?: number;
	readonly hindsight?: Hindsight;
	readonly headline?: Change['headline'];
	readonly sections?: readonly string[];
	readonly topics?: readonly string[];
	readonly sentences?: ChangedSentences;
	readonly dated?: Dated;
}

export function sampleChange(sketch: ChangeSketch): Change {
	const { fetched, words = 10 } = sketch;
	return {
		version: {
			commit: 'c'.repeat(40),
			path: 'Acme/Terms.md',
			blob: 'b'.repeat(40),
			fetched,
			committed: fetched,
			subject: 'Record new changes of Acme Terms',
			origin: 'record',
			evidence: { sources: [] },
		},
		index: 0,
		base: -1,
		class: sketch.class ?? 'substantive',
		rank: sketch.rank ?? 'prominent',
		hindsight: sketch.hindsight ?? null,
		hadPage: false,
		cosmetic: [],
		edition: null,
		replacements: [],
		counts: { ...noEvents, added: 1 },
		wordsIn: words,
		wordsOut: 0,
		headline: sketch.headline ?? [],
		untold: 0,
		turns: [],
		passage: [],
		dated: sketch.dated ?? null,
		sections: sketch.sections ?? [],
		topics: sketch.topics ?? [],
		sentences: sketch.sentences ?? { asWritten: [], nameless: [] },
		day: fetched.slice(0, 10),
		onYearPage: false,
	};
}
