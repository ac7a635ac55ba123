/** Measures what finding topics costs on an archive, and how often each is found there. */
import { type TopicDetector, topicDetector } from '../../src/analysis/topics/detector.ts';
import { analyseAsFits } from '../../src/load/analyse-in-parallel.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import type { Agreement } from '../../src/model/archive.ts';
import type { ClauseText, State } from '../../src/model/ledger.ts';
import type { Topic } from '../../src/model/topic.ts';

interface Cost {
	readonly texts: number;
	readonly megabytes: number;
	readonly seconds: number;
}

export interface TopicCost {
	/** What stands today, a text for each clause. */
	readonly today: Cost;
	/** Every wording that a clause ever had, each once an agreement. */
	readonly ever: Cost;
	/** In today's texts. */
	readonly found: readonly {
		readonly topic: string;
		readonly clauses: number;
		readonly agreements: number;
		readonly platforms: number;
	}[];
}

/** @throws Fault where the archive cannot be read */
export async function measureCost(directory: string, topics: readonly Topic[]): Promise<TopicCost> {
	const { platforms } = await readArchive(directory, analyseAsFits);
	const tally = new Map(topics.map(({ id }) => [id, emptyTally()]));
	const today = { texts: 0, characters: 0, spent: 0 };
	const ever = { texts: 0, characters: 0, spent: 0 };
	const detect = topicDetector(topics);
	const detectEver = topicDetector(topics);
	for (const { slug, agreements } of platforms)
		for (const agreement of agreements) {
			const { language, path } = agreement;
			const { current, all } = textsOf(agreement);
			for (const topic of timed(current, language, detect, today)) add(tally.get(topic), path, slug);
			for (const _ of timed(all, language, detectEver, ever));
		}
	const found = topics.map(({ id }) => {
		const { clauses, agreements, platforms } = tally.get(id) ?? emptyTally();
		return { topic: id, clauses, agreements: agreements.size, platforms: platforms.size };
	});
	return { today: costOf(today), ever: costOf(ever), found };
}

function emptyTally() {
	return { clauses: 0, agreements: new Set<string>(), platforms: new Set<string>() };
}

function add(tally: ReturnType<typeof emptyTally> | undefined, path: string, platform: string): void {
	if (tally === undefined) return;
	tally.clauses++;
	tally.agreements.add(path);
	tally.platforms.add(platform);
}

/** A ledger may be read from disk at each asking. */
function textsOf({ ledger }: Agreement) {
	const state = ledger.states.at(-1) as State;
	const current = [...state.texts].map((id) => (ledger.texts[id] as ClauseText).visible);
	return { current, all: ledger.texts.map(({ visible }) => visible) };
}

interface Spent {
	texts: number;
	characters: number;
	spent: number;
}

/** The topics found in each text; the time goes to `sum`. */
function timed(texts: readonly string[], language: string, detect: TopicDetector, sum: Spent): string[] {
	const start = performance.now();
	const found = texts.flatMap((text) => detect(text, language).map(({ topic }) => topic));
	sum.spent += performance.now() - start;
	sum.texts += texts.length;
	sum.characters += texts.reduce((total, text) => total + text.length, 0);
	return found;
}

function costOf({ texts, characters, spent }: Spent): Cost {
	return { texts, megabytes: characters / 1e6, seconds: spent / 1000 };
}

export function formatCost({ today, ever, found }: TopicCost): string {
	const rows = found.map(({ topic, clauses, agreements, platforms }) =>
		formatCells([topic, clauses, agreements, platforms]),
	);
	return [
		`today's texts: ${formatTime(today)}`,
		`every text of the history: ${formatTime(ever)}`,
		'',
		formatCells(['topic', 'clauses', 'agreements', 'platforms']),
		...rows,
	].join('\n');
}

function formatTime({ texts, megabytes, seconds }: Cost): string {
	const rate = Math.round(texts / Math.max(seconds, 0.001));
	return `${texts} texts, ${megabytes.toFixed(1)} MB of characters, ${seconds.toFixed(2)} s, ${rate} texts a second`;
}

function formatCells([name, ...cells]: readonly (string | number)[]): string {
	return `${String(name).padEnd(28)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
}
