/** Which topics a clause is on, by its own words or by those with which its list begins. Found by rule, not reviewed. */

import type { ClauseEvent, ClauseText, Ledger, Passage, SentenceStep, State } from '../../model/ledger.ts';
import type { Topic } from '../../model/topic.ts';
import { languageWithin } from '../../text/language.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { isHeading } from '../clauses/sections.ts';
import { tellingKinds } from '../ledger/event-kinds.ts';
import type { TopicDetector, TopicHit } from './detector.ts';
import { bansBelow, judgedTogether, leadsIn } from './lead.ts';
import type { Marks } from './telling-quote.ts';

/** A clause of a state that is on a topic. */
export interface OnTopic {
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	readonly topic: string;
	/** `Stance.id` of the topic; null where it takes no side that is proven. */
	readonly stance: string | null;
	/** The words that were judged: without the clause's number, after those that begin its list where these were needed. */
	readonly words: string;
	/** Where in them the decisive ones stand. */
	readonly marks: Marks;
}

/** A sentence that came in, went out or has other words, and is on a topic, or was. */
export interface TopicTouch {
	readonly topic: string;
	/** `Stance.id` of the topic; null where it takes no side that is proven. */
	readonly stance: string | null;
	/** Whether the words stood before the change, or stand after it. */
	readonly side: 'before' | 'after';
	readonly event: ClauseEvent;
	readonly step: SentenceStep;
	/** Where in the clause's `visible` the decisive words stand. */
	readonly marks: Marks;
}

export interface ClauseTopics {
	/** In the order of the document. */
	readonly ofState: (state: State) => readonly OnTopic[];
	/** What the sentences that a change touched say on topics, and said: in the order of the events. */
	readonly ofEvents: (
		before: State | undefined,
		after: State | undefined,
		events: readonly ClauseEvent[],
	) => readonly TopicTouch[];
}

/**
 * Each text is judged once, and once more for each list that it stands in; by the rules of its own language where it tells one.
 * @param language BCP 47 tag of the agreement
 */
export function clauseTopics(ledger: Ledger, language: string, detect: TopicDetector): ClauseTopics {
	const judging: Judging = {
		texts: ledger.texts,
		detect: (words, leadEnd) => detect(words, languageWithin(language, words), leadEnd),
		alone: [],
		together: new Map(),
		states: new Map(),
	};
	const ofState = (state: State): readonly OnTopic[] => topicsOf(judging, state);
	return {
		ofState,
		ofEvents: (before, after, events) => {
			const telling = events.filter(({ kind }) => tellingKinds.has(kind));
			if (telling.length === 0) return [];
			const byClause = (state: State | undefined): ByClause =>
				Map.groupBy(state === undefined ? [] : ofState(state), ({ clause }) => clause);
			const [old, fresh] = [byClause(before), byClause(after)];
			return telling.flatMap((event) => [
				...touchesOf(ledger, event, 'before', old.get(event.clause) ?? []),
				...touchesOf(ledger, event, 'after', fresh.get(event.clause) ?? []),
			]);
		},
	};
}

type ByClause = ReadonlyMap<number, readonly OnTopic[]>;

/** Of what a clause says on topics that of which a changed sentence holds decisive words. */
function touchesOf(
	{ texts }: Pick<Ledger, 'texts'>,
	event: ClauseEvent,
	side: TopicTouch['side'],
	said: readonly OnTopic[],
): TopicTouch[] {
	const text = event[side];
	if (text === null || said.length === 0) return [];
	const { visible } = texts[text] as ClauseText;
	const changed = event.sentences.filter(
		(step) => changedKinds[side].has(step.kind) && step[side]?.text === text,
	);
	return said.flatMap(({ topic, stance, words, marks }) => {
		// What was judged ends as the clause does.
		const shift = visible.length - words.length;
		const own = marks.map(([start, end]) => [start + shift, end + shift] as const);
		const step = changed.find((each) => {
			const { start, end } = each[side] as Passage;
			return own.some((mark) => mark[0] < end && mark[1] > Math.max(start, 0));
		});
		return step === undefined ? [] : [{ topic, stance, side, event, step, marks: own }];
	});
}

const changedKinds: Readonly<Record<TopicTouch['side'], ReadonlySet<SentenceStep['kind']>>> = {
	before: new Set(['out', 'edited']),
	after: new Set(['in', 'edited']),
};

/** Topics of touched sentences, each once: the weightiest first, of equal ones those of more sentences. */
export function topicsTouched(touches: readonly TopicTouch[], topics: readonly Topic[]): string[] {
	const weights = new Map(topics.map(({ id, weight }) => [id, weight]));
	return weightiest(touches, weights);
}

interface Judged {
	readonly words: string;
	readonly hits: readonly TopicHit[];
	/** The same of the clause that had the text last: it has it in version after version. */
	told: readonly OnTopic[];
}

const nothing: Judged = { words: '', hits: [], told: [] };

/** An agreement whose texts are being judged, and what was judged of it so far: versions share nearly all their texts. */
interface Judging {
	readonly texts: Ledger['texts'];
	readonly detect: (words: string, leadEnd?: number) => readonly TopicHit[];
	/** By text. */
	readonly alone: Judged[];
	/** By text that leads another in, and that text, as one number. */
	readonly together: Map<number, Judged>;
	readonly states: Map<State, readonly OnTopic[]>;
}

function topicsOf(judging: Judging, state: State): readonly OnTopic[] {
	const known = judging.states.get(state);
	if (known !== undefined) return known;
	const found = judgeState(judging, state);
	judging.states.set(state, found);
	return found;
}

function judgeState(judging: Judging, state: State): OnTopic[] {
	const leads = leadPlaces(judging.texts, state);
	const found: OnTopic[] = [];
	for (let place = 0; place < leads.length; place++) {
		const [clause, text] = [state.clauses[place] as number, state.texts[place] as number];
		const lead = leads[place] as number;
		const above = lead === -1 ? nothing : judgeBelow(judging, state.texts[lead] as number, text);
		const own = toldOf(judgeAlone(judging, text), clause);
		const sided = new Set(above.hits.filter(({ stance }) => stance !== null).map(({ topic }) => topic));
		found.push(...(sided.size === 0 ? own : own.filter(({ topic }) => !sided.has(topic))));
		found.push(...toldOf(above, clause));
	}
	return found;
}

function toldOf(judged: Judged, clause: number): readonly OnTopic[] {
	const { words, hits, told } = judged;
	if (hits.length > 0 && told[0]?.clause !== clause)
		judged.told = hits.map(({ topic, stance, marks }) => ({ clause, topic, stance, words, marks }));
	return judged.told;
}

function judgeAlone(judging: Judging, id: number): Judged {
	judging.alone[id] ??= judgeText(judging, judging.texts[id] as ClauseText);
	return judging.alone[id];
}

function judgeText(judging: Judging, text: ClauseText): Judged {
	return saysNothing(text) || isHeading(text) ? nothing : judge(judging, wordsOf(text));
}

/** "You agree not to:" – "sell copies of the service": neither says much without the other. */
function judgeBelow(judging: Judging, lead: number, id: number): Judged {
	const key = lead * judging.texts.length + id;
	const known = judging.together.get(key);
	if (known !== undefined) return known;
	const judged = judgeBoth(judging, lead, id);
	judging.together.set(key, judged);
	return judged;
}

/** Of what both together say, a side taken, and a topic that neither of them names alone. */
function judgeBoth(judging: Judging, lead: number, id: number): Judged {
	const text = judging.texts[id] as ClauseText;
	if (saysNothing(text)) return nothing;
	const above = judging.texts[lead] as ClauseText;
	const words = wordsOf(above);
	const alone = new Set(
		[lead, id].flatMap((each) => judgeAlone(judging, each).hits.map(({ topic }) => topic)),
	);
	const isNews = ({ topic, stance }: TopicHit): boolean =>
		stance !== null || (!isHeading(above) && !alone.has(topic));
	const both = judgedTogether(words, wordsOf(text), judging.detect);
	return { words: both.text, hits: both.hits.filter(isNews), told: [] };
}

function judge({ detect }: Judging, words: string): Judged {
	const hits = detect(words);
	return hits.length === 0 ? nothing : { words, hits, told: [] };
}

function saysNothing({ linkOnly, words }: ClauseText): boolean {
	return linkOnly || words === 0;
}

/** The cells of a row stand beside each other in a quote, without their table. */
function wordsOf(text: ClauseText): string {
	const words = withoutNumber(text);
	return text.kind === 'row' ? words.replaceAll('|', '·') : words;
}

/** For each clause of a state the place of the words that govern it: those that begin its list, or a heading that bans; −1 without. */
export function leadPlaces(texts: Ledger['texts'], state: State): Int32Array {
	const textAt = (place: number): ClauseText => texts[state.texts[place] as number] as ClauseText;
	/** Places of what a clause may lie below, each deeper than the one before. */
	const above: number[] = [];
	let ban = -1;
	return Int32Array.from(state.texts, (id, place) => {
		const text = texts[id] as ClauseText;
		if (isHeading(text)) {
			above.length = 0;
			ban = isBan(text) ? place : -1;
		}
		if (text.kind !== 'item' && text.kind !== 'paragraph') return -1;
		while (above.length > 0 && depthOf(textAt(above.at(-1) as number)) >= depthOf(text)) above.pop();
		const over = above.at(-1);
		above.push(place);
		return over !== undefined && isLead(textAt(over)) ? over : text.kind === 'item' ? ban : -1;
	});
}

/** Asked in every version that a text stands in. */
const isLead = remembered(({ visible }) => leadsIn(visible));
const isBan = remembered(({ visible }) => bansBelow(visible));

function remembered(ask: (text: ClauseText) => boolean): (text: ClauseText) => boolean {
	const known = new WeakMap<ClauseText, boolean>();
	return (text) => {
		const answer = known.get(text) ?? ask(text);
		known.set(text, answer);
		return answer;
	};
}

function depthOf({ kind, depth }: ClauseText): number {
	return kind === 'item' ? depth : 0;
}

/** The topics found, each once. */
function weightiest(
	found: readonly Pick<OnTopic, 'topic'>[],
	weights: ReadonlyMap<string, number>,
): string[] {
	const counts = new Map<string, number>();
	for (const { topic } of found) counts.set(topic, (counts.get(topic) ?? 0) + 1);
	const weight = (topic: string): number => weights.get(topic) ?? 0;
	return [...counts]
		.sort(([one, many], [other, more]) => weight(other) - weight(one) || more - many)
		.map(([topic]) => topic);
}
