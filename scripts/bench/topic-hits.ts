/** Draws clauses of today's texts on which a topic was found, to be read by a person: are they on it? */

import { topicDetector } from '../../src/analysis/topics/detector.ts';
import { analyseAsFits } from '../../src/load/analyse-in-parallel.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import type { Agreement } from '../../src/model/archive.ts';
import { Fault } from '../../src/model/fault.ts';
import type { Clause, ClauseText, State } from '../../src/model/ledger.ts';
import type { Topic } from '../../src/model/topic.ts';
import { sample } from './draw-sample.ts';

/** One found clause: where it stands, its decisive words, and its text. */
export interface DrawnHit {
	readonly topic: string;
	readonly path: string;
	/** Of the version that is read. */
	readonly commit: string;
	readonly anchor: string;
	readonly words: string;
	readonly text: string;
}

/** As many for each topic as a person reads in a minute. */
const drawn = 15;

/** @param topic its id, or `all` for some clauses of every topic; no platform comes twice */
export async function drawHits(
	directory: string,
	topics: readonly Topic[],
	topic: string,
	seed: number,
): Promise<DrawnHit[]> {
	const wanted = topic === 'all' ? topics : topics.filter(({ id }) => id === topic);
	if (wanted.length === 0)
		throw new Fault(
			`${topic} is no topic`,
			'npm run bench:topics -- --draw',
			`Name all, or one of: ${topics.map(({ id }) => id).join(', ')}.`,
		);
	const { platforms } = await readArchive(directory, analyseAsFits);
	const detect = topicDetector(wanted);
	const hits = platforms
		.flatMap(({ agreements }) => agreements)
		.flatMap((agreement) => hitsOf(agreement, detect));
	return wanted.flatMap(({ id }) => {
		const some = sample(
			hits.filter((hit) => hit.topic === id),
			drawn * 8,
			seed,
		);
		return onePerPlatform(some).slice(0, drawn);
	});
}

function hitsOf(
	{ path, language, versions, ledger }: Agreement,
	detect: ReturnType<typeof topicDetector>,
): DrawnHit[] {
	const { clauses, texts } = ledger.states.at(-1) as State;
	const commit = versions.at(-1)?.commit ?? '';
	return [...texts].flatMap((id, at) => {
		const text = (ledger.texts[id] as ClauseText).visible;
		const { anchor } = ledger.clauses[clauses[at] as number] as Clause;
		return detect(text, language).map(({ topic, marks }) => {
			const words = marks.map(([start, end]) => text.slice(start, end)).join(' … ');
			return { topic, path, commit, anchor, words, text };
		});
	});
}

function onePerPlatform(hits: readonly DrawnHit[]): DrawnHit[] {
	return [...Map.groupBy(hits, ({ path }) => path.split('/')[0]).values()].map(([hit]) => hit as DrawnHit);
}

export function formatHits(hits: readonly DrawnHit[]): string {
	return hits
		.map(({ topic, path, commit, anchor, words, text }) =>
			[`${path}\t${commit}\t${anchor}\t${topic}`, `  ${words}`, `  ${text.slice(0, 700)}`, ''].join('\n'),
		)
		.join('\n');
}
