/** Tells each prominent change of an agreement: its headline, the sides that turned, and the passage that the headline stands on. */
import type { Change } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import type { Topic } from '../../model/topic.ts';
import { meaningKeys } from '../../text/meaning-key.ts';
import { countWords } from '../../text/words.ts';
import { type Judged, passageOf } from '../changes/excerpt.ts';
import { termsJudge } from '../changes/furniture.ts';
import { namedPlaces, titleAt } from '../clauses/place-names.ts';
import { isHeading } from '../clauses/sections.ts';
import { tellingKinds } from '../ledger/event-kinds.ts';
import { eventsBetween } from '../ledger/neighbour-events.ts';
import { cellsIn, columnStep } from '../redline/table-column.ts';
import { type ClauseTopics, leadPlaces, type TopicTouch } from '../topics/clause-topics.ts';
import { forbids, leadsIn } from '../topics/lead.ts';
import { isAnotherText } from './another-text.ts';
import { type ChangedSentence, changedSentencesOf } from './changed-sentence.ts';
import { entryNews } from './entry-news.ts';
import { headlineOf } from './headline.ts';
import type { News, NewsFact } from './news.ts';
import { saidAgain } from './said-again.ts';
import { sectionFates } from './section-fate.ts';
import { isPromise, sentenceNews } from './sentence-news.ts';
import { stanceNews } from './stance-news.ts';
import { titleNews, titleOf } from './title-news.ts';

/** Characters. */
const longestTitle = 100;
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
	const all = eventsBetween(ledger, before, after);
	const isAnother = isAnotherText(ledger, before, after, all);
	const events = all.filter(({ kind }) => tellingKinds.has(kind)).slice(0, mostEvents);
	const judge = termsJudge(ledger)(before, after);
	const altering = events.filter(judge);
	const isAltering = new Set(altering);
	const titled = events.filter(
		(event) => isAltering.has(event) || titleOf(ledger, event.after ?? event.before) !== '',
	);
	const touches = judged.ofEvents(before, after, altering);
	const titleAbove = titleReader(ledger, before, after);
	const touched = new Set(touches.map(({ step }) => step));
	const isCutOff = cutOffs(ledger, before, after);
	if (isAnother) return { turns: [], altering, news: anotherText(altering) };
	const stances = stanceNews(ledger, before, after, touches, judged, topics);
	const isCut = isCutAnew(ledger, after);
	const changed = changedSentencesOf(
		ledger,
		altering.filter((event) => !isCut(event)),
	);
	const isSaid = sayingsAgain(ledger, events);
	const isForbidden = forbidden(ledger, after);
	return {
		turns: stances.turns,
		altering,
		news: [
			...stances.news,
			...titleNews(
				ledger,
				titled,
				titleHolder(ledger, before, after),
				sectionFates(ledger, before, after, all),
			),
			...entryNews(ledger, events, titleAbove),
			...sentenceNews(changed, (sentence) => ({
				of: titleAbove(sentence.event),
				isOnTopic: touched.has(sentence.step),
				isSaidAgain: () => isSaid(sentence),
				isForbidden: isForbidden(sentence),
			}))
				.filter(({ fact }) => !isCutOff(fact))
				.map((each) => withoutFarTitle(ledger, after, each)),
		],
	};
}

/** Above all that is told beside it: no side is. */
const another = 900;

/** Shown by what stands there now. */
function anotherText(altering: readonly ClauseEvent[]): News[] {
	const event = altering.find(({ kind }) => kind === 'added');
	return event === undefined ? [] : [{ fact: { kind: 'another-text' }, weight: another, event, step: null }];
}

/** The title that a clause stands under, or bears; empty where it has none. */
function titleReader(ledger: Ledger, before: State, after: State): (event: ClauseEvent) => string {
	return ({ at, from }) => {
		const [state, place] = at === null ? [before, from as number] : [after, at];
		return titleAt(ledger, state, namedPlaces(ledger, state).named[place] ?? -1);
	};
}

/** What a number counts is said by the words above it; where these are a title in all but looks, the title above them is another section's. */
function withoutFarTitle({ texts }: Ledger, after: State, news: News): News {
	const { fact, event } = news;
	if (fact.kind !== 'number' || event.at === null) return news;
	return isTitleByPlace(texts[after.texts[event.at - 1] ?? -1])
		? { ...news, fact: { ...fact, of: '' } }
		: news;
}

/** A few words in a paragraph of their own, that say nothing and lead in nothing. */
function isTitleByPlace(text: ClauseText | undefined): boolean {
	if (text === undefined || text.kind !== 'paragraph' || isHeading(text) || text.linkOnly) return false;
	const words = text.visible.trim();
	return words.length <= longestTitle && /^\p{Lu}.*[\p{L}\p{N})]$/u.test(words) && countWords(words) > 1;
}

/** A row that has another number of cells: which of them are the same only the head of a table tells, where it got, or lost, one. */
function isCutAnew(ledger: Ledger, { texts: ids }: State) {
	const { texts } = ledger;
	return (event: ClauseEvent): boolean => {
		const [old, fresh] = [texts[event.before ?? -1], texts[event.after ?? -1]];
		if (old?.kind !== 'row' || fresh?.kind !== 'row') return false;
		if (cellsIn(old).length === cellsIn(fresh).length) return false;
		const above = texts[ids[(event.at as number) - 1] ?? -1];
		return above?.kind === 'row' || columnStep(ledger, event) === null;
	};
}

/** A sentence of its own, an example or an exception is no entry of what a list forbids. */
const ownSay =
	/^(?:(?:if|when|where|unless|however|examples?|notes?|for|you|we|this|these|those|there|it|they|the following|please|learn|see|not|never|no|do not|don['’]t)\b|(?:[^\s.]{1,40}\s){1,6}(?:(?:may|must|will|shall|should|can|is|are|do|does|has|have)\s|cannot\b))/i;
const numbered = /^\(?[\p{L}\d]{1,4}[).]\s+/u;

/** Whether a clause is an entry of a list of what is not allowed. */
function forbidden({ texts }: Ledger, after: State) {
	let leads: Int32Array | undefined;
	return ({ event: { at }, after: words }: ChangedSentence): boolean => {
		const entry = texts[after.texts[at ?? -1] ?? -1];
		if (at === null || entry === undefined || ownSay.test(words.replace(numbered, ''))) return false;
		if (isLettered(entry)) return forbids(leadOfLettered(texts, after, at));
		if (entry.kind !== 'item') return false;
		leads ??= leadPlaces(texts, after);
		return forbids(texts[after.texts[leads[at] as number] ?? -1]?.visible ?? '');
	};
}

const farthestLead = 40;

/** The words that begin a list whose entries are paragraphs: "(a) …"; empty where none lead in. */
function leadOfLettered(texts: Ledger['texts'], { texts: ids }: State, at: number): string {
	for (let place = at - 1; place >= 0 && at - place < farthestLead; place--) {
		const text = texts[ids[place] as number] as ClauseText;
		if (!isLettered(text)) return leadsIn(text.visible) ? text.visible : '';
	}
	return '';
}

function isLettered({ kind, number }: ClauseText): boolean {
	return kind === 'paragraph' && /^\(?[a-z]{1,4}[).]$/i.test(number);
}

/** Whether a sentence that came in, or went out, stands in the other version in other words; a promise, as one. */
function sayingsAgain(ledger: Ledger, events: readonly ClauseEvent[]) {
	const changed = changedSentencesOf(ledger, events);
	const others = {
		in: saidAgain(changed.flatMap(({ kind, before }) => (kind === 'in' ? [] : [before]))),
		out: saidAgain(changed.flatMap(({ kind, after }) => (kind === 'out' ? [] : [after]))),
	};
	return ({ kind, before, after }: ChangedSentence): boolean => {
		if (kind === 'edited') return false;
		return others[kind](before + after, isPromise(before + after) ? isPromise : undefined);
	};
}

/** Whether words that a clause lost, or got, stand as a clause of their own in the other version: the page is cut otherwise. */
function cutOffs({ texts }: Ledger, before: State, after: State) {
	return (fact: NewsFact): boolean => {
		if (fact.kind !== 'words' || (fact.before !== '' && fact.after !== '')) return false;
		const words = fact.before + fact.after;
		return (fact.before === '' ? before : after).texts.some((id) => texts[id]?.visible === words);
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
