/** Tells each prominent change of an agreement: its headline, the sides that turned, and the passage that the headline stands on. */
import type { Change } from '../../model/change.ts';
import type { ClauseEvent, Ledger, State } from '../../model/ledger.ts';
import type { Topic } from '../../model/topic.ts';
import { meaningKeys } from '../../text/meaning-key.ts';
import { type Judged, passageOf } from '../changes/excerpt.ts';
import { termsJudge } from '../changes/furniture.ts';
import { namedPlaces, titleAt } from '../clauses/place-names.ts';
import { tellingKinds } from '../ledger/event-kinds.ts';
import { eventsBetween } from '../ledger/neighbour-events.ts';
import type { ClauseTopics, TopicTouch } from '../topics/clause-topics.ts';
import { changedSentencesOf } from './changed-sentence.ts';
import { entryNews } from './entry-news.ts';
import { headlineOf } from './headline.ts';
import type { News } from './news.ts';
import { sentenceNews } from './sentence-news.ts';
import { stanceNews } from './stance-news.ts';
import { titleNews, titleOf } from './title-news.ts';

/** Events looked at: in a rewrite the first hundreds tell enough. */
const mostEvents = 600;

/** The changes of an agreement, what is told of each prominent one added. */
export function tellChanges(agreement: Judged, judged: ClauseTopics, topics: readonly Topic[]): Change[] {
	return agreement.changes.map((change) =>
		change.rank === 'prominent' ? { ...change, ...tell(agreement, change, judged, topics) } : change,
	);
}

type Telling = Pick<Change, 'headline' | 'untold' | 'turns' | 'passage'>;

function tell(agreement: Judged, change: Change, judged: ClauseTopics, topics: readonly Topic[]): Telling {
	const { ledger } = agreement;
	const [before, after] = [ledger.states[change.base], ledger.states[change.index]];
	if (before === undefined || after === undefined)
		return { headline: [], untold: 0, turns: [], passage: passageOf(agreement, change, null) };
	const { news, turns, altering } = newsOf(ledger, before, after, judged, topics);
	const told = headlineOf(news);
	return {
		headline: told.map(({ part }) => part),
		untold: altering.filter((event) => !told.some((each) => each.news.event === event)).length,
		turns,
		passage: passageOf(agreement, change, told[0]?.news.step ?? null),
	};
}

interface AllNews {
	readonly news: readonly News[];
	readonly turns: Change['turns'];
	/** Events that alter the terms. */
	readonly altering: readonly ClauseEvent[];
}

function newsOf(
	ledger: Ledger,
	before: State,
	after: State,
	judged: ClauseTopics,
	topics: readonly Topic[],
): AllNews {
	const events = eventsBetween(ledger, before, after)
		.filter(({ kind }) => tellingKinds.has(kind))
		.slice(0, mostEvents);
	const judge = termsJudge(ledger)(before, after);
	const altering = events.filter(judge);
	const isAltering = new Set(altering);
	const titled = events.filter(
		(event) => isAltering.has(event) || titleOf(ledger, event.after ?? event.before) !== '',
	);
	const touches = judged.ofEvents(before, after, altering);
	const stances = stanceNews(ledger, before, after, touches, judged, topics);
	const titleAbove = titleReader(ledger, before, after);
	const touched = new Set(touches.map(({ step }) => step));
	return {
		turns: stances.turns,
		altering,
		news: [
			...stances.news,
			...titleNews(ledger, titled, titleHolder(ledger, before, after)),
			...entryNews(ledger, events, titleAbove),
			...sentenceNews(changedSentencesOf(ledger, altering), ({ event, step }) => ({
				of: titleAbove(event),
				isOnTopic: touched.has(step),
			})),
		],
	};
}

/** The title that a clause stands under, or bears; empty where it has none. */
function titleReader(ledger: Ledger, before: State, after: State): (event: ClauseEvent) => string {
	return ({ at, from }) => {
		const [state, place] = at === null ? [before, from as number] : [after, at];
		return titleAt(ledger, state, namedPlaces(ledger, state).named[place] ?? -1);
	};
}

/** Whether a title stands in one of the versions, wherever. */
function titleHolder(ledger: Ledger, before: State, after: State) {
	const keysOf = ({ texts }: State): ReadonlySet<number> =>
		new Set(
			Array.from(texts, (id) => titleOf(ledger, id))
				.filter((title) => title !== '')
				.map((title) => meaningKeys(title).key),
		);
	const known: Partial<Record<TopicTouch['side'], ReadonlySet<number>>> = {};
	return (key: number, side: TopicTouch['side']): boolean => {
		known[side] ??= keysOf(side === 'before' ? before : after);
		return known[side].has(key);
	};
}
