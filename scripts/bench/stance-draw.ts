/** Draws sentences of today's texts for people to say what each does: half that the rules find for a topic, half that a wide net finds beside. */
import { type TopicDetector, topicDetector } from '../../src/analysis/topics/detector.ts';
import { judgedTogether, leadsIn } from '../../src/analysis/topics/lead.ts';
import type { Topic } from '../../src/model/topic.ts';
import { sample } from './draw-sample.ts';
import { type PlacedSentence, type ReadSentence, todaysSentences } from './stance-sentences.ts';
import { type StanceTopic, stanceTopics } from './stance-topics.ts';

export interface DrawnSentence extends PlacedSentence {
	readonly topic: string;
	/** By the rules, or by the net alone. */
	readonly by: 'rules' | 'net';
}

/** Of one platform and topic. */
const mostPerPlatform = 2;
/** In words: less says nothing alone, more nobody reads. */
const fewestWords = 4;
const mostWords = 130;

/** @param count for each topic, as many from each archive as it can give */
export async function drawSentences(
	archives: readonly string[],
	topics: readonly Topic[],
	count: number,
	seed: number,
): Promise<DrawnSentence[]> {
	const detect = topicDetector(topics);
	const pools: DrawnSentence[] = [];
	for (const archive of archives)
		for await (const sentence of todaysSentences(archive))
			if (isReadable(sentence)) pools.push(...candidates(sentence, detect));
	const ofTopic = Map.groupBy(pools, ({ topic }) => topic);
	return Object.keys(stanceTopics).flatMap((topic) => drawTopic(ofTopic.get(topic) ?? [], count, seed));
}

function isReadable({ language, sentence }: ReadSentence): boolean {
	const words = sentence.split(/\s+/).length;
	return language === 'en' && words >= fewestWords && words <= mostWords;
}

function candidates(sentence: PlacedSentence, detect: TopicDetector): DrawnSentence[] {
	const found = topicsOf(sentence, detect);
	return Object.entries(stanceTopics).flatMap(([topic, { net }]): DrawnSentence[] => {
		if (found.has(topic)) return [{ ...sentence, topic, by: 'rules' }];
		const isNear = net.some((words) => words.test(sentence.sentence));
		return isNear ? [{ ...sentence, topic, by: 'net' }] : [];
	});
}

/** All topics at once: to ask the detector of stances for one after the other costs a third more (73 s of computing in place of 53). */
function topicsOf({ lead, sentence, language }: ReadSentence, detect: TopicDetector): Set<string> {
	const alone = detect(sentence, language);
	const below = leadsIn(lead)
		? judgedTogether(lead, sentence, (text, leadEnd) => detect(text, language, leadEnd)).hits
		: [];
	return new Set([...alone, ...below].map(({ topic }) => topic));
}

/** Words with which a sentence denies, forbids or makes a condition: few sentences of most topics do, and to tell them apart matters most. */
const turning =
	/\b(not|never|no|neither|nor|without|cannot|\w+n['’]t|unless|except|only|consent|permission|opt(ing)?[- ](in|out)|choose|prohibited|waive\w*)\b/i;

/** In turns from the archives and from both ways of finding, each sentence once; then a quarter as many that turn, and some of rarer values. */
function drawTopic(pool: readonly DrawnSentence[], count: number, seed: number): DrawnSentence[] {
	const drawing: Drawing = { drawn: [], hashes: new Set(), perPlatform: new Map() };
	drawFrom(drawing, pool, { rules: Math.ceil(count / 2), net: Math.floor(count / 2) }, seed);
	const turned = pool.filter(({ sentence }) => turning.test(sentence));
	drawFrom(drawing, turned, { rules: Math.ceil(count / 6), net: Math.floor(count / 12) }, seed + 1);
	const rare = pool.filter(({ topic, sentence }) =>
		(stanceTopics[topic] as StanceTopic).rare.some((words) => words.test(sentence)),
	);
	drawFrom(drawing, rare, { rules: Math.ceil(count / 4.5), net: Math.floor(count / 12) }, seed + 2);
	return drawing.drawn;
}

/** What was drawn so far of a topic. */
interface Drawing {
	readonly drawn: DrawnSentence[];
	readonly hashes: Set<string>;
	readonly perPlatform: Map<string, number>;
}

function drawFrom(
	{ drawn, hashes, perPlatform }: Drawing,
	pool: readonly DrawnSentence[],
	wanted: Readonly<Record<DrawnSentence['by'], number>>,
	seed: number,
): void {
	const room = { ...wanted };
	const queues = [...Map.groupBy(pool, ({ archive, by }) => `${by} ${archive}`)]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([, some]) => platformsInTurn(some, seed));
	for (let turn = 0; queues.some((waiting) => waiting.length > 0); turn++) {
		const next = (queues[turn % queues.length] as DrawnSentence[]).shift();
		if (next === undefined) continue;
		const platform = platformOf(next.path);
		const taken = perPlatform.get(platform) ?? 0;
		if (hashes.has(next.hash) || taken >= mostPerPlatform || room[next.by] === 0) continue;
		room[next.by]--;
		hashes.add(next.hash);
		perPlatform.set(platform, taken + 1);
		drawn.push(next);
	}
}

function platformsInTurn(pool: readonly DrawnSentence[], seed: number): DrawnSentence[] {
	const platforms = [...Map.groupBy(pool, ({ path }) => platformOf(path)).values()];
	const shuffled = sample(platforms, platforms.length, seed).map((some) =>
		sample(some, mostPerPlatform, seed),
	);
	return [0, 1].flatMap((round) => shuffled.flatMap((some) => some[round] ?? []));
}

function platformOf(path: string): string {
	return path.split('/')[0] as string;
}

export function formatDrawn(drawn: readonly DrawnSentence[]): string {
	const head = ['topic', 'archive', 'path', 'commit', 'hash', 'by', 'lead', 'sentence'];
	const rows = drawn.map((each) =>
		head.map((column) => String(each[column as keyof DrawnSentence]).replace(/\s+/g, ' ')),
	);
	return [head, ...rows].map((cells) => cells.join('\t')).join('\n');
}
