/** Sides that an agreement took or gave up, each proven by a sentence that came in, went out or has other words. */
import type { StanceTurn } from '../../model/change.ts';
import type { Ledger, Passage, State } from '../../model/ledger.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { wordEdits } from '../sentences/word-edits.ts';
import type { ClauseTopics, OnTopic, TopicTouch } from '../topics/clause-topics.ts';
import type { News, NewsFact } from './news.ts';

export interface StanceNews {
	readonly turns: readonly StanceTurn[];
	readonly news: readonly News[];
}

/** A topic of more weight is told first; within a topic a side that turned before one that was taken, or given up. */
const base = 1000;
const turned = 300;
const given = 250;
const taken = 200;
/** That a topic came in or went out, where no side was taken: less than a number or a title. */
const mention = 280;
const perWeight = 30;
/** A sentence that takes a side and has to be shown: more than one on the topic, less than a section: where it is the only one, a rule may be mistaken. */
const quotedWeight = 330;
/** One sentence that looked like it was on the topic is no topic that came in, or went out. */
const fewest = 2;

export function stanceNews(
	ledger: Ledger,
	before: State,
	after: State,
	touches: readonly TopicTouch[],
	{ ofState }: ClauseTopics,
	topics: readonly Topic[],
): StanceNews {
	const byTopic = (state: State): ByTopic => Map.groupBy(ofState(state), ({ topic }) => topic);
	const [old, fresh] = [byTopic(before), byTopic(after)];
	const turns: StanceTurn[] = [];
	const news: News[] = [];
	for (const topic of topics) {
		const own = touches.filter((touch) => touch.topic === topic.id);
		if (own.length === 0) continue;
		const told = turnOf(ledger, topic, old.get(topic.id) ?? [], fresh.get(topic.id) ?? [], own);
		if (told === null) continue;
		news.push(told.news);
		if (told.turn !== null) turns.push(told.turn);
	}
	return { turns, news };
}

type ByTopic = ReadonlyMap<string, readonly OnTopic[]>;

interface Told {
	readonly turn: StanceTurn | null;
	readonly news: News;
}

function turnOf(
	ledger: Ledger,
	topic: Topic,
	old: readonly OnTopic[],
	fresh: readonly OnTopic[],
	touches: readonly TopicTouch[],
): Told | null {
	const [had, has] = [sidesOf(old), sidesOf(fresh)];
	const speaks = speaker(ledger, topic);
	const came = touches.find(
		(touch) => touch.side === 'after' && isNew(touch, had) && speaks(touch) && isProven(ledger, touch),
	);
	const went = touches.find(
		(touch) => touch.side === 'before' && isNew(touch, has) && speaks(touch) && isGone(touch, touches),
	);
	// New words on the topic that no rule can tell may say the same.
	const isUnclear = touches.some(({ side, stance }) => side === 'after' && stance === null);
	const weight = base * topic.weight;
	const quoted = quotedWeight + perWeight * topic.weight;
	const proof = (touch: TopicTouch): Pick<News, 'event' | 'step'> => ({
		event: touch.event,
		step: touch.step,
	});
	const turn = (one: TopicTouch | undefined, other: TopicTouch | undefined): StanceTurn => ({
		topic: topic.id,
		before: one?.stance ?? null,
		after: other?.stance ?? null,
	});
	const isClaimed = (touch: TopicTouch | undefined): boolean =>
		touch !== undefined &&
		topic.claimed &&
		named(topic, touch).claimed &&
		isPlain(ledger, touch) &&
		!isDoubtful(ledger, topic, touch);
	const [now, then] = [isClaimed(came), isClaimed(went)];
	if (came !== undefined && went !== undefined && now && then) {
		const fact = { kind: 'turned', before: named(topic, went).name, after: named(topic, came).one } as const;
		return { turn: turn(went, came), news: { fact, weight: weight + turned, ...proof(came) } };
	}
	if (came !== undefined) {
		const fact: NewsFact = now
			? { kind: 'took', after: named(topic, came).one }
			: { kind: 'sentence-in', words: wordsOf(ledger, came), of: '', isForbidden: false };
		return {
			turn: now ? turn(undefined, came) : null,
			news: { fact, weight: now ? weight + taken : quoted, ...proof(came) },
		};
	}
	if (went !== undefined && !isUnclear) {
		const fact: NewsFact = then
			? { kind: 'gave-up', before: named(topic, went).one }
			: { kind: 'sentence-out', words: wordsOf(ledger, went), of: '' };
		return {
			turn: then ? turn(went, undefined) : null,
			news: { fact, weight: then ? weight + given : quoted, ...proof(went) },
		};
	}
	return mentionNews(topic, old, fresh, touches);
}

/** Where no side is taken: the topic itself came in, or went out, with whole sentences. */
function mentionNews(
	topic: Topic,
	old: readonly OnTopic[],
	fresh: readonly OnTopic[],
	touches: readonly TopicTouch[],
): Told | null {
	const [first] = touches;
	const weight = mention + perWeight * topic.weight;
	if (first === undefined) return null;
	const { event, step } = first;
	if (old.length === 0 && fresh.length >= fewest && touches.every((each) => each.step.kind === 'in')) {
		const fact = { kind: 'topic-in', topic: topic.name } as const;
		return { turn: null, news: { fact, weight, event, step } };
	}
	if (fresh.length === 0 && old.length >= fewest && touches.every((each) => each.step.kind === 'out')) {
		const fact = { kind: 'topic-out', topic: topic.name } as const;
		return { turn: null, news: { fact, weight, event, step } };
	}
	return null;
}

function sidesOf(said: readonly OnTopic[]): ReadonlySet<string> {
	return new Set(said.flatMap(({ stance }) => (stance === null ? [] : [stance])));
}

function isNew({ stance }: TopicTouch, others: ReadonlySet<string>): boolean {
	return stance !== null && !others.has(stance);
}

/** A sentence that was there in other words takes a new side only by words that came in: rules may miss what it said before. */
function isProven(ledger: Pick<Ledger, 'texts'>, { step, marks }: TopicTouch): boolean {
	if (step.kind !== 'edited') return true;
	let at = (step.after as Passage).start;
	for (const { kind, text } of wordEdits(
		passageWords(ledger, step.before),
		passageWords(ledger, step.after),
	)) {
		if (kind === 'del') continue;
		const end = at + text.length;
		if (kind === 'ins' && marks.some((mark) => mark[0] < end && mark[1] > at)) return true;
		at = end;
	}
	return false;
}

/** What a headline says must be seen in the sentence: the platform speaks of itself, or to the reader, and leaves nobody out. */
function speaker(ledger: Pick<Ledger, 'texts'>, { stances }: Topic) {
	return (touch: TopicTouch): boolean => {
		const words = wordsOf(ledger, touch);
		const forbids = stances.find(({ id }) => id === touch.stance)?.side === 'forbids';
		if (words.length > longest) return false;
		return (forbids ? toYou : ofUs).test(words) || (offersYou.test(words) && words.length <= shortest);
	};
}

const ofUs =
	/\b(?:[Ww]e|us|[Oo]ur|[Ww]ir|uns|[Uu]nsere\p{L}*)\b|\b[\p{Lu}][\p{L}’'.]+ (?:may|can|will|does|do|shall|reserves|has|is|collects|uses|shares|sells)\b/u;
const toYou = /\b(?:you|your|users?|customers?|prohibited|not|never|sie|ihr\p{L}*|du|nicht)\b/iu;
/** A short one says what the reader can do, and leaves out who lets them. */
const offersYou = /\byou (?:can|may|have|will)\b|^(?:opt|unsubscribe|object)\b/i;
const shortest = 180;
/** A sentence of half a page says many things. */
const longest = 700;

function wordsOf(ledger: Pick<Ledger, 'texts'>, { side, step }: TopicTouch): string {
	return passageWords(ledger, step[side]).trim();
}

/** Characters of a sentence that says one thing, before it says it, and up to where it has said it. */
const longestPlain = 280;
const farthestStart = 70;
const farthestEnd = 220;

/** One that comes to its point at once can be told by its side; of others the words have to be shown. */
function isPlain(ledger: Pick<Ledger, 'texts'>, touch: TopicTouch): boolean {
	const { start } = touch.step[touch.side] as Passage;
	const own = touch.marks.filter(([from]) => from >= start);
	const [first, last] = [own[0], own.at(-1)];
	if (first === undefined || last === undefined) return false;
	return (
		wordsOf(ledger, touch).length <= longestPlain &&
		first[0] - start <= farthestStart &&
		last[1] - start <= farthestEnd
	);
}

/**
 * Where a topic can be denied, a word that denies makes one ask whether the sentence affirms it, and a denial may have an exception, or be of one
 * kind of data alone: the words are shown.
 */
function isDoubtful(ledger: Pick<Ledger, 'texts'>, topic: Topic, touch: TopicTouch): boolean {
	const { id, side } = named(topic, touch);
	const words = wordsOf(ledger, touch);
	if (id === denial) return exception.test(words) || !ofPeople.test(words);
	if (side !== 'affirms' || !topic.stances.some((each) => each.id === denial)) return false;
	return denying.test(words.replace(unlessYou, ''));
}

const denial = 'does-not';
const exception = /\b(?:other than|except|unless|excluding|save for|without)\b/i;
const ofPeople =
	/\b(?:you|your|yours|personal|personally|any|all|users?|customers?|members?|people|persons?|anyone|biometrics?|ihr\p{L}*|personenbezogen\p{L}*|automatically)\b/iu;
const denying = /\b(?:not|never|cannot|disabled?)\b|n['’]t\b/i;
/** "Do Not Sell My Information", "if you do not object". */
const unlessYou = /\bdo not (?:sell|share|track)\b|\bif you (?:do not|don['’]t|have not)\b|\bnot only\b/gi;

/** The sentence is gone, or takes another side now: one that lost its side by rewording may still be meant so. */
function isGone({ step, topic, stance }: TopicTouch, touches: readonly TopicTouch[]): boolean {
	if (step.kind === 'out') return true;
	return touches.some(
		(other) =>
			other.step === step &&
			other.side === 'after' &&
			other.topic === topic &&
			other.stance !== null &&
			other.stance !== stance,
	);
}

function named({ stances }: Topic, { stance }: TopicTouch): Stance {
	return stances.find(({ id }) => id === stance) as Stance;
}
