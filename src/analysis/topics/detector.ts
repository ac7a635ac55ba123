/**
 * Names the topics of a clause by the rules of `src/content/topics`, and the side that each sentence takes on them. What it finds is found
 * by rule, not reviewed.
 */
import { Fault } from '../../model/fault.ts';
import type { Topic, TopicRule } from '../../model/topic.ts';
import { eachSentence, type SentenceWords } from '../../text/sentence-words.ts';
import { type Pattern, PatternError, parsePattern, type WordLists } from '../patterns/pattern-language.ts';
import {
	append,
	clear,
	firstMatch,
	type Lexicon,
	lexicon,
	type RunnablePattern,
	type Sentence,
} from '../patterns/pattern-matcher.ts';
import { grammarOf } from '../stances/grammars.ts';
import { type JudgeAct, judgeAct } from '../stances/judge-act.ts';
import { readSentence, type SentenceReading } from '../stances/sentence-reading.ts';

/** What a clause says on a topic: several where its sentences take several sides. */
export interface TopicHit {
	/** `Topic.id` */
	readonly topic: string;
	/** `Stance.id` of the topic; null where it takes no side that is proven. */
	readonly stance: string | null;
	/** Start and end of the words in the text that decide, or prove the side, in order. */
	readonly marks: readonly (readonly [start: number, end: number])[];
}

/**
 * The topics of one clause, in the order of the topics.
 * @param text as a reader sees it; it may hold several sentences, each is judged alone
 * @param language BCP 47 tag; without rules for its language nothing is found
 * @param leadEnd where the words that stand above the clause end and its own begin
 */
export type TopicDetector = (text: string, language: string, leadEnd?: number) => readonly TopicHit[];

/** @throws Fault for a pattern that cannot be read, or a side that the topic does not have */
export function topicDetector(topics: readonly Topic[]): TopicDetector {
	const languages = new Set(topics.flatMap(({ rules }) => Object.keys(rules)));
	const detectors = new Map([...languages].map((language) => [language, detectorOf(topics, language)]));
	return (text, language, leadEnd = 0) =>
		detectors.get(language.split('-', 1)[0] as string)?.(text, leadEnd) ?? [];
}

/** The rules of one topic in one language, its patterns as numbers. */
interface Rule {
	readonly topic: string;
	readonly unless: readonly number[];
	/** Its sides are told only of sentences that were found to be on the topic without them. */
	readonly onlyFound: boolean;
	readonly stances: readonly StanceByNumber[];
}

interface StanceByNumber {
	readonly stance: string;
	readonly judge: JudgeAct;
	readonly find: readonly number[];
	readonly with: readonly number[];
	readonly unless: readonly number[];
}

/** What a pattern is tried for on its own; others are only tried where one of these has matched. */
type Use = { readonly kind: 'topic' | 'stance'; readonly rule: number } | null;

interface Rulebook {
	readonly words: Lexicon;
	readonly rules: readonly Rule[];
	/** By pattern. */
	readonly uses: readonly Use[];
	readonly language: string;
}

function detectorOf(
	topics: readonly Topic[],
	language: string,
): (text: string, leadEnd: number) => readonly TopicHit[] {
	const book = rulebook(topics, language);
	const hitsOf = rememberSentences((text, span, leadEnd) => hitsIn(text, span, leadEnd, book));
	return (text, leadEnd) =>
		detect(text, leadEnd, hitsOf)
			.sort((one, other) => one.rule - other.rule)
			.map(({ rule, stance, marks }) => ({ topic: (book.rules[rule] as Rule).topic, stance, marks }));
}

function rulebook(topics: readonly Topic[], language: string): Rulebook {
	const patterns: Pattern[] = [];
	const uses: Use[] = [];
	const known = new Map<string, number>();
	const rules = topics.map((topic, rule): Rule => {
		const {
			find = [],
			unless = [],
			acts = [],
			onlyFound = false,
			stances = [],
		} = topic.rules[language] ?? ({} as Partial<TopicRule>);
		const read = (use: Use) => (text: string) => {
			const name = `${use?.kind} ${rule} ${text}`;
			const number = known.get(name) ?? patterns.push(readPattern(text, topic, language)) - 1;
			known.set(name, number);
			uses[number] = use;
			return number;
		};
		find.forEach(read({ kind: 'topic', rule }));
		const [tried, asked] = [read({ kind: 'stance', rule }), read(null)];
		return {
			topic: topic.id,
			unless: unless.map(asked),
			onlyFound,
			stances: stances.map((each) => ({
				stance: knownStance(topic, each.stance),
				judge: judgeAct(grammarOf(language), each),
				find: (each.find ?? acts).map(tried),
				with: (each.with ?? []).map(asked),
				unless: each.unless.map(asked),
			})),
		};
	});
	return { words: lexicon(patterns, (number) => uses[number] !== null), rules, uses, language };
}

function knownStance({ file, stances }: Topic, stance: string): string {
	if (stances.some((each) => each.id === stance)) return stance;
	const names = stances.map((each) => each.id).join(', ');
	throw new Fault(
		`rules: there is no stance “${stance}”`,
		file,
		`Name one of its stances (${names || 'it has none yet'}), or add it there.`,
	);
}

function readPattern(text: string, { file, lists }: Topic, language: string): Pattern {
	try {
		const pattern = parsePattern(text, lists?.[language] as WordLists | undefined);
		if (pattern.all.some(({ requires }) => requires.length > 0)) return pattern;
		throw new PatternError(`“${text}” holds no word that must come`);
	} catch (error) {
		if (!(error instanceof PatternError)) throw error;
		throw new Fault(
			`rules.${language}: the pattern “${text}” cannot be read: ${error.message}`,
			file,
			'CONTRIBUTING.md, “Correct a topic”, says how patterns are written.',
			error,
		);
	}
}

interface TextHit {
	readonly rule: number;
	readonly stance: string | null;
	readonly marks: Mark[];
}

/** What the sentences of a text say: one hit for each side of each rule, and one without a side where none takes any. */
function detect(text: string, leadEnd: number, hitsOf: JudgeSentence): TextHit[] {
	const found = new Map<string, TextHit>();
	eachSentence(text, (span) => {
		if (isTitle(text, span) || isQuestion(text, span)) return;
		const from = span.starts[0] as number;
		for (const { rule, stance, marks } of hitsOf(text, span, Math.max(0, leadEnd - from))) {
			const name = `${rule} ${stance ?? ''}`;
			const hit = found.get(name) ?? { rule, stance, marks: [] };
			found.set(name, hit);
			for (const [start, end] of marks) hit.marks.push([from + start, from + end]);
		}
	});
	const all = [...found.values()];
	const sided = new Set(all.filter(({ stance }) => stance !== null).map(({ rule }) => rule));
	return all.filter(({ rule, stance }) => stance !== null || !sided.has(rule));
}

/** Start and end. */
type Mark = readonly [number, number];

/** A rule that a sentence fits, and the words that decide it, counted from the beginning of the sentence. */
interface SentenceHit {
	readonly rule: number;
	readonly stance: string | null;
	readonly marks: readonly Mark[];
}

/** @param leadEnd counted from the beginning of the sentence */
type JudgeSentence = (text: string, span: SentenceWords, leadEnd: number) => readonly SentenceHit[];

/** A clause is reworded in one sentence, and keeps the others: half of all words were read before. */
function rememberSentences(judge: JudgeSentence): JudgeSentence {
	let known = new Map<string, readonly SentenceHit[]>();
	return (text, span, leadEnd) => {
		const last = span.ends[span.count - 1] as number;
		// With what ends it: a question says nothing.
		const sentence = text.slice(span.starts[0], last + 3);
		const name = leadEnd === 0 ? sentence : `${leadEnd} ${sentence}`;
		const found = known.get(name);
		if (found !== undefined) return found;
		const hits = judge(text, span, leadEnd);
		if (known.size >= mostKnown) known = new Map();
		known.set(name, hits);
		return hits;
	};
}

/** So many sentences have the largest agreements. */
const mostKnown = 20_000;

function hitsIn(text: string, span: SentenceWords, leadEnd: number, book: Rulebook): SentenceHit[] {
	const { rules, uses } = book;
	const hits = new Map<number, readonly number[]>();
	/** Rules of which an act may be told. */
	const acting = new Set<number>();
	for (const number of readWords(text, span, book.words)) {
		const { kind, rule } = uses[number] as NonNullable<Use>;
		if (kind === 'stance') acting.add(rule);
		else if (!hits.has(rule)) {
			const decisive = matchOf(book, number);
			if (decisive !== null) hits.set(rule, decisive);
		}
	}
	const isOff = (rule: number): boolean =>
		(rules[rule] as Rule).unless.some((each) => matchOf(book, each) !== null);
	const sentence = acting.size === 0 ? null : readSentence(text, span, (span.starts[0] as number) + leadEnd);
	const found: SentenceHit[] = [];
	for (const rule of new Set([...hits.keys(), ...acting])) {
		if ((rules[rule] as Rule).onlyFound && !hits.has(rule)) continue;
		const taken = sentence === null || !acting.has(rule) ? null : sideOf(rules[rule] as Rule, sentence, book);
		const decisive = taken?.proof ?? hits.get(rule);
		if (decisive === undefined || isOff(rule)) continue;
		found.push({ rule, stance: taken?.stance ?? null, marks: runsOf(decisive, span) });
	}
	return found;
}

interface Side {
	readonly stance: string;
	/** Places of the words that prove it, in order. */
	readonly proof: readonly number[];
}

/** The first of the rules that fits a sentence. */
function sideOf({ stances }: Rule, sentence: SentenceReading, book: Rulebook): Side | null {
	if (sentence.asks) return null;
	for (const each of stances) {
		const acts = each.find.filter((number) => isCandidate(book, number));
		const condition = acts.length === 0 ? null : conditionOf(book, each);
		if (condition === null) continue;
		for (const number of acts) {
			let grammar: readonly number[] = [];
			const act = matchOf(book, number, (decisive) => {
				const proof = each.judge(sentence, decisive);
				grammar = proof ?? [];
				return proof !== null;
			});
			if (act === null) continue;
			// Asked last: of a hundred acts that are tried one is told, and exceptions are many.
			if (isExcepted(book, each)) break;
			const proof = [...new Set([...act, ...grammar, ...condition])].sort((one, other) => one - other);
			return { stance: each.stance, proof };
		}
	}
	return null;
}

function isExcepted(book: Rulebook, { unless }: StanceByNumber): boolean {
	return unless.some((each) => matchOf(book, each) !== null);
}

/** Words of the condition that a stance asks for, none where it asks for none; null where the sentence does not hold it. */
function conditionOf(book: Rulebook, { with: asked }: StanceByNumber): readonly number[] | null {
	if (asked.length === 0) return [];
	for (const number of asked) {
		const words = matchOf(book, number);
		if (words !== null) return words;
	}
	return null;
}

/** Few words without a stop at their end are a title: it names a topic and says nothing on it. */
function isTitle(text: string, span: SentenceWords): boolean {
	const { ends, count } = span;
	if (count > longestTitle) return false;
	return !stop.test(text.slice(ends[count - 1], (ends[count - 1] as number) + 3)) || isNamedOnly(text, span);
}

/** "Price Increases." before the sentences on it: capitals throughout, and no word that could be its verb, or deny. */
function isNamedOnly(text: string, { starts, ends, count }: SentenceWords): boolean {
	if (count < 2 || count > longestNamed) return false;
	for (let at = 0; at < count; at++) {
		const word = text.slice(starts[at], ends[at]);
		if (!capital.test(word) && !small.test(word)) return false;
		if (saying.test(word)) return false;
	}
	return true;
}

/** It names a topic, as a title does, and says nothing on it. */
function isQuestion(text: string, { ends, count }: SentenceWords): boolean {
	const end = ends[count - 1] as number;
	return text.slice(end, end + 3).includes('?');
}

/** A sentence of more words is no title. */
const longestTitle = 8;
const stop = /[.!?:;]/;
/** Of one that ends with a stop. */
const longestNamed = 5;
const capital = /^\p{Lu}[\p{Ll}\p{Pd}’']+/u;
const small = /^(?:and|or|of|to|for|in|on|by|with|the|your|our|a|und|oder|der|die|das|von)$/;
/** "We May Cancel.", "No Refunds.", "Scraping Prohibited.": a title that is a sentence. */
const saying =
	/^(?:we|you|i|it|they|may|can|must|shall|will|is|are|do|does|have|has|no|not|none|never|non|\p{L}+n['’]t|cannot|keine?|nicht|\p{L}+ed|prohibit\p{L}+|all|final|only|wir|sie)$/iu;

/** Looks the words up; returns the numbers of the patterns worth trying, in order. */
function readWords(text: string, { starts, ends, count }: SentenceWords, words: Lexicon): Int32Array {
	const { sentence, factsOf } = words;
	clear(sentence);
	for (let at = 0; at < count; at++)
		append(sentence, factsOf(text, starts[at] as number, ends[at] as number));
	return sentence.candidates.subarray(0, sentence.tries).sort();
}

function isCandidate({ words: { sentence } }: Rulebook, number: number): boolean {
	return sentence.lastTried[number] === sentence.number;
}

/** @param accept asked of the decisive words of the first of the programs */
function matchOf(
	{ words }: Rulebook,
	number: number,
	accept?: (decisive: readonly number[]) => boolean,
): number[] | null {
	return patternMatch(words.patterns[number] as RunnablePattern, words.sentence, accept);
}

function patternMatch(
	{ all, none }: RunnablePattern,
	sentence: Sentence,
	accept?: (decisive: readonly number[]) => boolean,
): number[] | null {
	let decisive: number[] | null = null;
	for (const program of all) {
		const match = firstMatch(program, sentence, decisive === null ? accept : undefined);
		if (match === null) return null;
		decisive ??= match;
	}
	return none.some((program) => firstMatch(program, sentence) !== null) ? null : decisive;
}

/** Words that follow each other are one run; places are counted from the first word of the sentence. */
function runsOf(indexes: readonly number[], { starts, ends }: SentenceWords): Mark[] {
	const runs: [number, number][] = [];
	const from = starts[0] as number;
	for (const [at, index] of indexes.entries()) {
		const last = runs.at(-1);
		const end = (ends[index] as number) - from;
		if (last !== undefined && indexes[at - 1] === index - 1) last[1] = end;
		else runs.push([(starts[index] as number) - from, end]);
	}
	return runs;
}
