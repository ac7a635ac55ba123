/** Which topics a clause is on, by its own words or by those with which its list begins. Found by rule, not reviewed. */
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import type { Topic } from '../../model/topic.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { isHeading } from '../clauses/sections.ts';
import type { TopicDetector, TopicHit } from './detector.ts';
import type { Marks } from './telling-quote.ts';

/** A clause of a state that is on a topic. */
export interface OnTopic {
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	/** Its place in the state. */
	readonly place: number;
	readonly topic: string;
	/** The words that were judged: without the clause's number, after those that begin its list where these were needed. */
	readonly words: string;
	/** Where in them the decisive ones stand. */
	readonly marks: Marks;
}

export interface ClauseTopics {
	/** In the order of the document. */
	readonly ofState: (state: State) => readonly OnTopic[];
	/** Topics of the clauses that a change touched, the weightiest first, of equal ones those of more clauses. */
	readonly ofEvents: (
		before: State | undefined,
		after: State | undefined,
		events: readonly ClauseEvent[],
	) => readonly string[];
}

interface Judged {
	readonly words: string;
	readonly hits: readonly TopicHit[];
}

const nothing: Judged = { words: '', hits: [] };
/** Of the words before a list, as much as one sentence may have. */
const longestLead = 400;

/**
 * Each text is judged once, and once more for each list that it stands in.
 * @param language BCP 47 tag of the agreement
 */
export function clauseTopics(
	ledger: Ledger,
	language: string,
	topics: readonly Topic[],
	detect: TopicDetector,
): ClauseTopics {
	const alone: Judged[] = [];
	const inList = new Map<number, Judged>();
	const weights = new Map(topics.map(({ id, weight }) => [id, weight]));
	const known = new Map<State, readonly OnTopic[]>();

	function judgeAlone(id: number): Judged {
		let judged = alone[id];
		if (judged === undefined) {
			const text = ledger.texts[id] as ClauseText;
			judged = text.linkOnly || text.words === 0 || isHeading(text) ? nothing : judge(wordsOf(text));
			alone[id] = judged;
		}
		return judged;
	}

	/** "You agree not to:" – "sell copies of the service": neither says much without the other. */
	function judgeInList(lead: number, id: number): Judged {
		const key = lead * ledger.texts.length + id;
		let judged = inList.get(key);
		if (judged === undefined) {
			judged = judgeBoth(lead, id);
			inList.set(key, judged);
		}
		return judged;
	}

	/** What only both together say: a topic of one of them is found there. */
	function judgeBoth(lead: number, id: number): Judged {
		const text = ledger.texts[id] as ClauseText;
		if (text.linkOnly || text.words === 0) return nothing;
		const found = new Set([...judgeAlone(lead).hits, ...judgeAlone(id).hits].map(({ topic }) => topic));
		const before = wordsOf(ledger.texts[lead] as ClauseText).slice(-longestLead);
		const { words, hits } = judge(`${before} ${wordsOf(text)}`);
		const reachesIn = ({ marks }: TopicHit): boolean => marks.some(([, end]) => end > before.length + 1);
		return { words, hits: hits.filter((hit) => !found.has(hit.topic) && reachesIn(hit)) };
	}

	function judge(words: string): Judged {
		const hits = detect(words, language);
		return hits.length === 0 ? nothing : { words, hits };
	}

	function ofState(state: State): readonly OnTopic[] {
		let found = known.get(state);
		if (found === undefined) {
			found = judgeState(state);
			known.set(state, found);
		}
		return found;
	}

	function judgeState({ clauses, texts }: State): OnTopic[] {
		const found: OnTopic[] = [];
		const leads = leadPlaces();
		for (let place = 0; place < texts.length; place++) {
			const id = texts[place] as number;
			const lead = leads.next(ledger.texts[id] as ClauseText, place);
			const judged = [judgeAlone(id)];
			if (lead !== -1) judged.push(judgeInList(texts[lead] as number, id));
			for (const { words, hits } of judged)
				for (const { topic, marks } of hits)
					found.push({ clause: clauses[place] as number, place, topic, words, marks });
		}
		return found;
	}

	const ofEvents: ClauseTopics['ofEvents'] = (before, after, events) => {
		const telling = events.filter(({ kind }) => tellingKinds.has(kind));
		const touched = new Set(telling.map(({ clause }) => clause));
		const counts = new Map<string, number>();
		for (const { topic, clause } of touched.size === 0
			? []
			: [before, after].flatMap((state) => (state ? ofState(state) : [])))
			if (touched.has(clause)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
		const weight = (topic: string): number => weights.get(topic) ?? 0;
		return [...counts]
			.sort(([one, many], [other, more]) => weight(other) - weight(one) || more - many)
			.map(([topic]) => topic);
	};

	return { ofState, ofEvents };
}

const tellingKinds: ReadonlySet<string> = new Set(['added', 'removed', 'reworded', 'number']);

/** The cells of a row stand beside each other in a quote, without their table. */
function wordsOf(text: ClauseText): string {
	const words = withoutNumber(text);
	return text.kind === 'row' ? words.replaceAll('|', '·') : words;
}

/** Tells for each clause, asked in the order of the document, the place of the words that begin its list; −1 where none do. */
function leadPlaces() {
	let above: { readonly depth: number; readonly place: number; readonly leads: boolean }[] = [];
	return {
		next(text: ClauseText, place: number): number {
			if (text.kind === 'heading') above = [];
			if (text.kind !== 'item' && text.kind !== 'paragraph') return -1;
			const depth = text.kind === 'item' ? text.depth : 0;
			above = above.filter((each) => each.depth < depth);
			const over = above.at(-1);
			above.push({ depth, place, leads: /[:：]\s*$/.test(text.visible) });
			return over?.leads === true ? over.place : -1;
		},
	};
}
