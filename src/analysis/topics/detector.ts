/** Names the topics of a clause by the rules of `src/content/topics`. What it finds is found by rule, not reviewed. */
import { Fault } from '../../model/fault.ts';
import type { Topic } from '../../model/topic.ts';
import { eachSentence, type SentenceWords } from '../../text/sentence-words.ts';
import { type Pattern, PatternError, parsePattern, type WordLists } from './pattern-language.ts';
import {
	append,
	clear,
	firstMatch,
	type Lexicon,
	lexicon,
	type RunnablePattern,
	type Sentence,
} from './pattern-matcher.ts';

/** A topic that a clause is on. */
export interface TopicHit {
	/** `Topic.id` */
	readonly topic: string;
	/** Start and end of the decisive words in the text, in order. */
	readonly marks: readonly (readonly [start: number, end: number])[];
}

/**
 * The topics of one clause, in the order of the topics.
 * @param text as a reader sees it; it may hold several sentences, each is judged alone
 * @param language BCP 47 tag; without rules for its language nothing is found
 */
export type TopicDetector = (text: string, language: string) => readonly TopicHit[];

/** @throws Fault for a pattern that cannot be read */
export function topicDetector(topics: readonly Topic[]): TopicDetector {
	const languages = new Set(topics.flatMap(({ rules }) => Object.keys(rules)));
	const detectors = new Map([...languages].map((language) => [language, detectorOf(topics, language)]));
	return (text, language) => detectors.get(language.split('-', 1)[0] as string)?.(text) ?? [];
}

/** The rules of one topic as numbers of patterns. */
interface Rule {
	readonly topic: string;
	readonly unless: readonly number[];
}

function detectorOf(topics: readonly Topic[], language: string): (text: string) => readonly TopicHit[] {
	const patterns: Pattern[] = [];
	/** Pattern → its place in `rules`; −1 for those that only take back. */
	const ruleOf: number[] = [];
	const rules: Rule[] = [];
	for (const { id, rules: byLanguage, lists } of topics) {
		const { find = [], unless = [] } = byLanguage[language] ?? {};
		const read = (text: string) => patterns.push(readPattern(text, id, language, lists?.[language])) - 1;
		for (const text of find) ruleOf[read(text)] = rules.length;
		const taking = unless.map(read);
		for (const number of taking) ruleOf[number] = -1;
		rules.push({ topic: id, unless: taking });
	}
	const words = lexicon(patterns, (number) => ruleOf[number] !== -1);
	const hitsOf = rememberSentences((text, span) => hitsIn(text, span, words, rules, ruleOf));
	return (text) =>
		[...detect(text, hitsOf)]
			.sort(([one], [other]) => one - other)
			.map(([rule, marks]) => ({ topic: (rules[rule] as Rule).topic, marks }));
}

function readPattern(text: string, topic: string, language: string, lists?: WordLists): Pattern {
	try {
		const pattern = parsePattern(text, lists);
		if (pattern.all.some(({ requires }) => requires.length > 0)) return pattern;
		throw new PatternError(`“${text}” holds no word that must come`);
	} catch (error) {
		if (!(error instanceof PatternError)) throw error;
		throw new Fault(
			`rules.${language}: the pattern “${text}” cannot be read: ${error.message}`,
			`src/content/topics/${topic}.yml`,
			'CONTRIBUTING.md, “Correct a topic”, says how patterns are written.',
			error,
		);
	}
}

/** Rule → the decisive words of the text. */
function detect(text: string, hitsOf: JudgeSentence): Map<number, Mark[]> {
	const found = new Map<number, Mark[]>();
	eachSentence(text, (span) => {
		if (isTitle(text, span)) return;
		const from = span.starts[0] as number;
		for (const { rule, marks } of hitsOf(text, span)) {
			const all = found.get(rule) ?? [];
			found.set(rule, all);
			for (const [start, end] of marks) all.push([from + start, from + end]);
		}
	});
	return found;
}

/** Start and end. */
type Mark = readonly [number, number];

/** A rule that a sentence fits, and the words that decide it, counted from the beginning of the sentence. */
interface SentenceHit {
	readonly rule: number;
	readonly marks: readonly Mark[];
}

type JudgeSentence = (text: string, span: SentenceWords) => readonly SentenceHit[];

/** A clause is reworded in one sentence, and keeps the others: half of all words were read before. */
function rememberSentences(judge: JudgeSentence): JudgeSentence {
	let known = new Map<string, readonly SentenceHit[]>();
	return (text, span) => {
		const sentence = text.slice(span.starts[0], span.ends[span.count - 1]);
		const found = known.get(sentence);
		if (found !== undefined) return found;
		const hits = judge(text, span);
		if (known.size >= mostKnown) known = new Map();
		known.set(sentence, hits);
		return hits;
	};
}

/** So many sentences have the largest agreements. */
const mostKnown = 20_000;

function hitsIn(
	text: string,
	span: SentenceWords,
	words: Lexicon,
	rules: readonly Rule[],
	ruleOf: readonly number[],
): SentenceHit[] {
	const hits: SentenceHit[] = [];
	const settled = new Set<number>();
	const matches = (number: number): number[] | null =>
		patternMatch(words.patterns[number] as RunnablePattern, words.sentence);
	for (const number of readWords(text, span, words)) {
		const rule = ruleOf[number] as number;
		if (settled.has(rule)) continue;
		const decisive = matches(number);
		if (decisive === null) continue;
		settled.add(rule);
		const { unless } = rules[rule] as Rule;
		if (unless.some((each) => matches(each) !== null)) continue;
		hits.push({ rule, marks: runsOf(decisive, span) });
	}
	return hits;
}

/** A sentence of more words is no title. */
const longestTitle = 8;
const stop = /[.!?:;]/;

/** Few words without a stop at their end are a title: it names a topic and says nothing on it. */
function isTitle(text: string, { ends, count }: SentenceWords): boolean {
	return count <= longestTitle && !stop.test(text.slice(ends[count - 1], (ends[count - 1] as number) + 3));
}

/** Looks the words up; returns the numbers of the patterns worth trying, in order. */
function readWords(text: string, { starts, ends, count }: SentenceWords, words: Lexicon): Int32Array {
	const { sentence, factsOf } = words;
	clear(sentence);
	for (let at = 0; at < count; at++)
		append(sentence, factsOf(text, starts[at] as number, ends[at] as number));
	return sentence.candidates.subarray(0, sentence.tries).sort();
}

function patternMatch({ all, none }: RunnablePattern, sentence: Sentence): number[] | null {
	let decisive: number[] | null = null;
	for (const program of all) {
		const match = firstMatch(program, sentence);
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
