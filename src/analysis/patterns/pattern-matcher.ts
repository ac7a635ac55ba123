/**
 * Runs patterns over the words of a sentence. A word is looked up once for all patterns: which word classes it belongs to, and which
 * patterns it makes worth trying. A program is followed depth first, and no step is tried twice at one word: linear on any input.
 */
import { fnv } from '../../text/fnv.ts';
import { type Pattern, type Program, plainWord, type Step, type WordClass } from './pattern-language.ts';

/** What the vocabulary of one language knows of a word. */
export interface WordFacts {
	/** A bit for each word class; null for the most words, which belong to none. */
	readonly classes: Uint32Array | null;
	/** Numbers of the patterns to try in a sentence that holds it. */
	readonly candidates: readonly number[];
}

/** Programs with their words in place of their word classes. */
export interface Runnable {
	/** By step: its word class, or one of the codes below. */
	readonly tests: Int32Array;
	/** By step: where to go on; of a choice, its first branch in `branches`. */
	readonly next: Int32Array;
	readonly branches: readonly (readonly number[])[];
	/** By step: 1 where the word that fits it is decisive. */
	readonly decisive: Uint8Array;
	readonly start: number;
	/** Nothing matches without a word of each of these choices of word classes. */
	readonly requires: readonly (readonly number[])[];
	/** Word classes with one of which every match begins; null where it may begin with any word. */
	readonly begins: readonly number[] | null;
}

export interface RunnablePattern {
	readonly all: readonly Runnable[];
	readonly none: readonly Runnable[];
}

const end = -1;
const skip = -2;
const choice = -3;
/** A word class that must not fit is stored as this minus its number. */
const negatedFrom = -10;

/** Texts of one archive hold some 300,000 distinct words; hostile ones must not fill the memory. */
const mostKnown = 500_000;
const mostOfOneHash = 8;

/** The words of the sentence at hand. Written over for the next one: one sentence after the other, nothing is left to collect. */
export interface Sentence {
	readonly words: WordFacts[];
	count: number;
	/** A bit for each word class that any of its words belongs to. */
	readonly holds: Uint32Array;
	/** Numbers of the patterns that its words make worth trying, each once, as far as `tries` goes. */
	readonly candidates: Int32Array;
	tries: number;
	/** Pattern → sentence for which it was last made a candidate. */
	readonly lastTried: Int32Array;
	number: number;
}

/** Makes room for the next sentence. */
export function clear(sentence: Sentence): void {
	sentence.count = 0;
	sentence.tries = 0;
	sentence.number = (sentence.number + 1) | 0;
	sentence.holds.fill(0);
}

export function append(sentence: Sentence, word: WordFacts): void {
	sentence.words[sentence.count++] = word;
	const { classes } = word;
	if (classes === null) return;
	const { holds } = sentence;
	for (let at = 0; at < holds.length; at++) holds[at] = (holds[at] as number) | (classes[at] as number);
	for (const candidate of word.candidates) {
		if (sentence.lastTried[candidate] === sentence.number) continue;
		sentence.lastTried[candidate] = sentence.number;
		sentence.candidates[sentence.tries++] = candidate;
	}
}

/** What is known of the word that stands from `start` to `end`. */
export type WordLookup = (text: string, start: number, end: number) => WordFacts;

export interface Lexicon {
	readonly sentence: Sentence;
	readonly factsOf: WordLookup;
	readonly patterns: readonly RunnablePattern[];
}

/**
 * @param patterns each is known by its place in the list from here on
 * @param isTried whether the pattern is tried on its own, not only where another has matched
 */
export function lexicon(patterns: readonly Pattern[], isTried: (number: number) => boolean): Lexicon {
	const classes = classNumbers();
	const runnable = patterns.map(({ all, none }) => ({
		all: all.map((program) => runnableOf(program, classes.numberOf)),
		none: none.map((program) => runnableOf(program, classes.numberOf)),
	}));
	const candidatesOf: number[][] = classes.all.map(() => []);
	for (const [number, { all }] of patterns.entries())
		if (isTried(number))
			for (const anchor of rarest(all)) candidatesOf[classes.numberOf(anchor)]?.push(number);
	const factsOf = rememberWords(wordReader(classes.all, candidatesOf));
	const holds = new Uint32Array(bitsFor(classes.all));
	const perPattern = () => new Int32Array(patterns.length);
	const sentence: Sentence = {
		words: [],
		count: 0,
		holds,
		candidates: perPattern(),
		tries: 0,
		lastTried: perPattern(),
		number: 0,
	};
	return { factsOf, patterns: runnable, sentence };
}

interface KnownWord {
	readonly raw: string;
	readonly facts: WordFacts;
}

/** By hash: cutting each word out of its text to ask a map for it would take twice the time of all else. */
function rememberWords(learn: (raw: string) => WordFacts): WordLookup {
	let known = new Map<number, KnownWord[]>();
	let size = 0;
	return (text, start, end) => {
		// Small integers are faster keys.
		const hash = fnv(text, start, end) & 0x3fffffff;
		let words = known.get(hash);
		if (words !== undefined)
			for (const { raw, facts } of words)
				if (raw.length === end - start && isWordAt(text, start, raw)) return facts;
		const raw = text.slice(start, end);
		const facts = learn(raw);
		if (++size > mostKnown) {
			known = new Map();
			words = undefined;
			size = 1;
		}
		if (words === undefined) known.set(hash, [{ raw, facts }]);
		// A hostile text can hold as many words of one hash as it likes: the rest is read anew each time.
		else if (words.length < mostOfOneHash) words.push({ raw, facts });
		return facts;
	};
}

/** As `startsWith`, which costs three times as much for words. */
function isWordAt(text: string, start: number, word: string): boolean {
	for (let at = 0; at < word.length; at++)
		if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
	return true;
}

/** All programs of a pattern must match, so that what any of them requires will do: few words are better. */
function rarest(all: readonly Program[]): readonly WordClass[] {
	return all
		.flatMap(({ requires }) => requires.slice(0, 1))
		.sort((one, other) => size(one) - size(other))[0] as readonly WordClass[];
}

function size(classes: readonly WordClass[]): number {
	return classes.reduce(
		(sum, { words, stems, numbers }) => sum + words.length + stems.length + (numbers ? 9 : 0),
		0,
	);
}

/** A bit for each, in words of 32. */
function bitsFor(classes: readonly WordClass[]): number {
	return (classes.length + 31) >> 5;
}

interface ClassNumbers {
	readonly numberOf: (one: WordClass) => number;
	readonly all: WordClass[];
}

function classNumbers(): ClassNumbers {
	const numbers = new Map<string, number>();
	const all: WordClass[] = [];
	const numberOf = (one: WordClass): number => {
		const key = JSON.stringify(one);
		const known = numbers.get(key);
		if (known !== undefined) return known;
		numbers.set(key, all.length);
		return all.push(one) - 1;
	};
	return { numberOf, all };
}

function runnableOf({ steps, start, requires }: Program, numberOf: (one: WordClass) => number): Runnable {
	const tests = new Int32Array(steps.length);
	const next = new Int32Array(steps.length);
	const decisive = new Uint8Array(steps.length);
	const branches: (readonly number[])[] = [];
	for (const [at, step] of steps.entries()) {
		if (step.kind === 'end') tests[at] = end;
		else if (step.kind === 'choice') {
			tests[at] = choice;
			next[at] = branches.push(step.next) - 1;
		} else {
			next[at] = step.next;
			decisive[at] = step.kind === 'word' ? 1 : 0;
			const isNegated = step.kind === 'skip' || step.not;
			const of = step.kind === 'skip' ? step.without : step.of;
			tests[at] = of === null ? skip : isNegated ? negatedFrom - numberOf(of) : numberOf(of);
		}
	}
	return {
		tests,
		next,
		branches,
		decisive,
		start,
		requires: requires.map((one) => one.map(numberOf)),
		begins: beginnings(steps, start)?.map(numberOf) ?? null,
	};
}

function beginnings(steps: readonly Step[], at: number): WordClass[] | null {
	const step = steps[at] as Step;
	if (step.kind === 'word') return step.not ? null : [step.of];
	if (step.kind !== 'choice') return null;
	const branches = step.next.map((next) => beginnings(steps, next));
	return branches.includes(null) ? null : branches.flatMap((each) => each ?? []);
}

const unknownWord: WordFacts = { classes: null, candidates: [] };

function wordReader(
	classes: readonly WordClass[],
	candidatesOf: readonly (readonly number[])[],
): (raw: string) => WordFacts {
	const byWord = new Map<string, number[]>();
	const byStem = new Map<string, number[]>();
	const numbers: number[] = [];
	for (const [number, of] of classes.entries()) {
		for (const word of of.words) push(byWord, word, number);
		for (const stem of of.stems) push(byStem, stem, number);
		if (of.numbers) numbers.push(number);
	}
	const longestStem = Math.max(0, ...[...byStem.keys()].map((stem) => stem.length));
	return (raw) => {
		const word = plainWord(raw);
		const found = [...(byWord.get(word) ?? []), ...(/^\d/.test(word) ? numbers : [])];
		for (let length = Math.min(word.length, longestStem); length > 0; length--)
			found.push(...(byStem.get(word.slice(0, length)) ?? []));
		if (found.length === 0) return unknownWord;
		const bits = new Uint32Array(bitsFor(classes));
		for (const number of found) bits[number >> 5] = (bits[number >> 5] as number) | (1 << (number & 31));
		const candidates = new Set(found.flatMap((number) => candidatesOf[number] ?? []));
		return { classes: bits, candidates: [...candidates].sort((one, other) => one - other) };
	};
}

function push(map: Map<string, number[]>, key: string, value: number): void {
	const values = map.get(key);
	if (values === undefined) map.set(key, [value]);
	else if (!values.includes(value)) values.push(value);
}

function hasBit(bits: Uint32Array, number: number): boolean {
	return (((bits[number >> 5] as number) >>> (number & 31)) & 1) === 1;
}

function fits({ classes }: WordFacts, number: number): boolean {
	return classes !== null && hasBit(classes, number);
}

/** Step and word → the run in which they last led nowhere. */
let tried = new Uint32Array(1 << 14);
let runs = 0;

/** Whether a match is the one that is looked for. @param decisive indexes of its decisive words, in order */
export type Accept = (decisive: readonly number[]) => boolean;

/** Indexes of the decisive words of the first match that is accepted, in order; null without one. */
export function firstMatch(
	program: Runnable,
	{ words, count, holds }: Sentence,
	accept: Accept = acceptAny,
): number[] | null {
	for (const choice of program.requires) if (!choice.some((number) => hasBit(holds, number))) return null;
	const { tests, next, branches, decisive, start, begins } = program;
	const cells = tests.length * (count + 1);
	if (cells > tried.length) tried = new Uint32Array(2 * cells);
	beginRun();
	let path: number[] = [];
	const leads = (step: number, at: number): boolean => {
		const test = tests[step] as number;
		if (test === end) return true;
		const cell = step * (count + 1) + at;
		if (tried[cell] === runs) return false;
		tried[cell] = runs;
		if (test === choice) {
			for (const branch of branches[next[step] as number] as readonly number[])
				if (leads(branch, at)) return true;
			return false;
		}
		if (at >= count) return false;
		if (test === skip) return leads(next[step] as number, at + 1);
		const facts = words[at] as WordFacts;
		const good = test >= 0 ? fits(facts, test) : !fits(facts, negatedFrom - test);
		if (!good || !leads(next[step] as number, at + 1)) return false;
		if (decisive[step] === 1) path.push(at);
		return true;
	};
	for (let from = 0, refused = 0; from < count && refused < mostRefused; from++) {
		const word = words[from] as WordFacts;
		if (begins !== null && !begins.some((number) => fits(word, number))) continue;
		if (!leads(start, from)) continue;
		const found = path.reverse();
		if (accept(found)) return found;
		// What led to the end may do so again from the next word.
		beginRun();
		path = [];
		refused++;
	}
	return null;
}

/** A hostile sentence matches at each of its words: it is read anew so many times, so that the work stays linear. */
const mostRefused = 6;

const acceptAny: Accept = () => true;

function beginRun(): void {
	if (++runs !== 0xffffffff) return;
	tried.fill(0);
	runs = 1;
}
