/** What the rules of topics find in one agreement through all its versions: which clause is on which topic, since when, until when. */
import type { ClauseText, Ledger, Span, State } from '../../model/ledger.ts';
import type { AgreementTopics, SideStay, TopicFinding } from '../../model/topic.ts';
import { namedPlaces, titleAt } from '../clauses/place-names.ts';
import { lastRewording, type TextChange, textChangesOf, type Worded } from '../history/blame.ts';
import { bridge, extend, type GrowingSpans, lasting, type Moments } from '../ledger/presence.ts';
import type { ClauseTopics, OnTopic } from './clause-topics.ts';
import { comesToThePoint } from './plainness.ts';
import { clauseQuote } from './telling-quote.ts';

export const noTopics: AgreementTopics = { findings: [], spans: {}, stays: {} };

/** Time that a clause was on a topic and took one side on it. */
interface TopicStay extends Span, Saying {}

/** A clause, a topic, and the side that it takes there. */
type Saying = Pick<OnTopic, 'topic' | 'stance' | 'clause'>;

/** Consistent with `blame`: a failed capture ends no clause's time, and what was there for some days alone is passed over. */
export function topicFindings(agreement: Worded, { ofState }: ClauseTopics): AgreementTopics {
	const { ledger, versions } = agreement;
	const [ofClauses, ofTopics] = collectSpans(ledger.states, ofState);
	const stays = [...ofClauses.values()].flatMap(({ said: { topic, stance, clause }, spans }) =>
		staying(spans, versions).map((span): TopicStay => ({ topic, stance, clause, ...span })),
	);
	const newest = ledger.states.length - 1;
	const ofToday = stays.filter(({ last }) => last === newest);
	const chosen = [...ofToday, ...lastOnes(stays, new Set(ofToday.map(({ topic }) => topic)), ledger)];
	const textChanges = textChangesOf(ledger, new Set(chosen.map(({ clause }) => clause)));
	const read = findingReader(agreement, ofState, textChanges);
	const findings = inDocumentOrder(chosen, ofState, ledger).map(read);
	const topicSpans = [...ofTopics].map(([topic, spans]) => [topic, staying(spans, versions)] as const);
	return {
		findings,
		spans: Object.fromEntries(topicSpans.filter(([, spans]) => spans.length > 0)),
		stays: staysByTopic(stays, ledger, ofState),
	};
}

function staysByTopic(
	stays: readonly TopicStay[],
	{ states }: Ledger,
	ofState: ClauseTopics['ofState'],
): AgreementTopics['stays'] {
	const byTopic = Map.groupBy(stays, ({ topic }) => topic);
	return Object.fromEntries(
		[...byTopic].map(([topic, own]) => [
			topic,
			own
				.map((stay): SideStay => {
					const { stance, clause, first, last } = stay;
					const { words, marks } = saidBy(stay, ofState(states[last] as State));
					return { stance, clause, first, last, plain: comesToThePoint(clauseQuote(words, marks)) };
				})
				.sort((one, other) => one.first - other.first || one.clause - other.clause),
		]),
	);
}

function saidBy(stay: Saying, said: readonly OnTopic[]): OnTopic {
	const { clause, topic, stance } = stay;
	return said.find(
		(each) => each.clause === clause && each.topic === topic && each.stance === stance,
	) as OnTopic;
}

function staying(spans: readonly Span[], moments: Moments): Span[] {
	return lasting(bridge(spans, moments), moments);
}

interface SayingSpans {
	readonly said: Saying;
	readonly spans: GrowingSpans;
}

/** What is said → versions, and topic → versions. */
function collectSpans(
	states: readonly State[],
	ofState: ClauseTopics['ofState'],
): [Map<string, SayingSpans>, Map<string, GrowingSpans>] {
	const ofClauses = new Map<string, SayingSpans>();
	const ofTopics = new Map<string, GrowingSpans>();
	for (const [version, state] of states.entries()) {
		for (const said of ofState(state)) {
			const name = nameOf(said);
			const own = ofClauses.get(name) ?? { said, spans: [] };
			ofClauses.set(name, own);
			extend(own.spans, version);
			extend(spansFor(ofTopics, said.topic), version);
		}
	}
	return [ofClauses, ofTopics];
}

function spansFor<Key>(spans: Map<Key, GrowingSpans>, key: Key): GrowingSpans {
	const known = spans.get(key) ?? [];
	spans.set(key, known);
	return known;
}

/** For each topic that no clause of today is on, the stay that ended last; of several, the first in the document. */
function lastOnes(
	stays: readonly TopicStay[],
	topicsOfToday: ReadonlySet<string>,
	ledger: Ledger,
): TopicStay[] {
	const gone = Map.groupBy(
		stays.filter(({ topic }) => !topicsOfToday.has(topic)),
		({ topic }) => topic,
	);
	return [...gone.values()].map((ended) => {
		const last = Math.max(...ended.map((stay) => stay.last));
		const { clauses } = ledger.states[last] as State;
		const place = ({ clause }: TopicStay): number => clauses.indexOf(clause);
		return ended
			.filter((stay) => stay.last === last)
			.reduce((best, stay) => (place(stay) < place(best) ? stay : best));
	});
}

/** Those of today's text as they stand there, each clause with its topics in their order; then those that went out. */
function inDocumentOrder(
	stays: readonly TopicStay[],
	ofState: ClauseTopics['ofState'],
	{ states }: Ledger,
): TopicStay[] {
	const newest = states.at(-1);
	const ranks = new Map<string, number>();
	for (const said of newest === undefined ? [] : ofState(newest)) ranks.set(nameOf(said), ranks.size);
	const rank = (stay: TopicStay): number => ranks.get(nameOf(stay)) ?? ranks.size;
	return stays.toSorted((one, other) => rank(one) - rank(other));
}

function nameOf({ clause, topic, stance }: Saying): string {
	return `${clause} ${topic} ${stance ?? ''}`;
}

function findingReader(
	agreement: Worded,
	ofState: ClauseTopics['ofState'],
	textChanges: ReadonlyMap<number, readonly TextChange[]>,
): (stay: TopicStay) => TopicFinding {
	const { ledger } = agreement;
	const above = new Map<State, Int32Array>();
	return (stay) => {
		const { topic, stance, clause, first, last } = stay;
		const state = ledger.states[last] as State;
		const found = saidBy(stay, ofState(state));
		if (!above.has(state)) above.set(state, namedPlaces(ledger, state).above);
		const place = state.clauses.indexOf(clause);
		const own = (textChanges.get(clause) ?? []).filter(({ version }) => version >= first && version <= last);
		return {
			topic,
			stance,
			clause,
			anchor: (ledger.clauses[clause] as { anchor: string }).anchor,
			number: textAt(ledger, state, place).number,
			section: titleAt(ledger, state, above.get(state)?.[place] ?? -1),
			...clauseQuote(found.words, found.marks),
			since: first,
			reworded: lastRewording(agreement, own),
			until: last === ledger.states.length - 1 ? null : last + 1,
		};
	};
}

function textAt({ texts }: Ledger, state: State, place: number): ClauseText {
	return texts[state.texts[place] as number] as ClauseText;
}
