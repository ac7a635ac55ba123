/**
 * The pattern language in which topic rules are written: CONTRIBUTING.md, "Correct a topic", explains it to people. Read here into a
 * tree, then into a small program without loops, which `pattern-matcher.ts` runs over the words of a sentence.
 */
import { stopWords } from '../../text/stop-words.ts';

/** A test of one word. */
export interface WordClass {
	readonly words: readonly string[];
	/** Beginnings of words. */
	readonly stems: readonly string[];
	/** True: any word that begins with a digit. */
	readonly numbers: boolean;
}

type Node =
	| { readonly kind: 'word'; readonly of: WordClass; readonly not: boolean }
	| { readonly kind: 'sequence'; readonly parts: readonly Node[] }
	| { readonly kind: 'choice'; readonly options: readonly Node[] }
	| { readonly kind: 'gap'; readonly most: number; readonly without: WordClass | null };

/** One step of a program: what must come, and where to go on. Steps lead to steps before them alone: step 0 is the end. */
export type Step =
	| { readonly kind: 'end' }
	| { readonly kind: 'word'; readonly of: WordClass; readonly not: boolean; readonly next: number }
	/** Any word but those of `without`; none is decisive. */
	| { readonly kind: 'skip'; readonly without: WordClass | null; readonly next: number }
	/** The first that leads to the end. */
	| { readonly kind: 'choice'; readonly next: readonly number[] };

export interface Program {
	readonly steps: readonly Step[];
	readonly start: number;
	/** No match is without a word of each of these choices; the least common comes first. */
	readonly requires: readonly (readonly WordClass[])[];
}

/** `a & b &! c`: the sentence must match each of `all` and none of `none`. The first of `all` is the decisive one. */
export interface Pattern {
	readonly all: readonly Program[];
	readonly none: readonly Program[];
}

/** Name of a word list → its patterns. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Why a pattern cannot be read; becomes a `Fault` where it is known whose pattern it is. */
export class PatternError extends Error {
	override readonly name = 'PatternError';
}

/** A bare `...` skips up to so many words; no gap skips more than the longest. */
const usualGap = 6;
const longestGap = 40;
/** Lists within lists: deeper ones name themselves. */
const deepestList = 8;

/** @throws PatternError */
export function parsePattern(text: string, lists: WordLists = {}): Pattern {
	const all: Program[] = [];
	const none: Program[] = [];
	for (const [, sign, part = ''] of text.matchAll(/(^|&!|&)([^&]*)/g))
		(sign === '&!' ? none : all).push(compile(parseSequence(part, lists)));
	return { all, none };
}

const lexemeForm =
	/\s*(?:(?<gap>\.{3}|…)(?<most>\d*)|<(?<list>[a-z-]+)>|(?<mark>[()[\]|!])|(?<word>[\p{L}\p{N}\p{M}'’]+)(?<star>\*?)|(?<hyphen>[-‐-―])|(?<other>\S))/gu;

interface Reader {
	readonly text: string;
	readonly lists: WordLists;
	readonly depth: number;
	readonly lexemes: readonly Lexeme[];
	at: number;
}

type Lexeme = Readonly<Partial<Record<'gap' | 'most' | 'list' | 'mark' | 'word' | 'star' | 'other', string>>>;

function parseSequence(text: string, lists: WordLists, depth = 0): Node {
	const reader: Reader = { text, lists, depth, lexemes: lexemesOf(text), at: 0 };
	const node = choice(reader);
	if (peek(reader) !== null) throw new PatternError(`“${text.trim()}” closes what it did not open`);
	return node;
}

function lexemesOf(text: string): Lexeme[] {
	const found = Array.from(text.matchAll(lexemeForm), ({ groups }) => groups as Lexeme & { hyphen?: string });
	const other = found.find((lexeme) => lexeme.other !== undefined)?.other;
	if (other !== undefined) throw new PatternError(`“${other}” means nothing in a pattern`);
	return found.filter(({ hyphen }) => hyphen === undefined);
}

function peek({ lexemes, at }: Reader): Lexeme | null {
	return lexemes[at] ?? null;
}

function take(reader: Reader): Lexeme | null {
	const lexeme = peek(reader);
	reader.at++;
	return lexeme;
}

/** `a b | c` */
function choice(reader: Reader): Node {
	const options = [sequence(reader)];
	while (peek(reader)?.mark === '|') {
		take(reader);
		options.push(sequence(reader));
	}
	return options.length === 1 ? (options[0] as Node) : either(options);
}

function sequence(reader: Reader): Node {
	const parts: Node[] = [];
	for (let next = peek(reader); next !== null && !/^[)\]|]$/.test(next.mark ?? ''); next = peek(reader))
		parts.push(element(reader));
	if (parts.length === 0) throw new PatternError(`“${reader.text.trim()}” says nothing in one of its parts`);
	return parts.length === 1 ? (parts[0] as Node) : { kind: 'sequence', parts };
}

function element(reader: Reader): Node {
	const lexeme = take(reader) as Lexeme;
	if (lexeme.word !== undefined) return word(lexeme.word, lexeme.star === '*');
	if (lexeme.gap !== undefined) return gap(lexeme.most ?? '', reader);
	if (lexeme.list !== undefined) return list(lexeme.list, reader);
	if (lexeme.mark === '(') return closed(reader, ')');
	if (lexeme.mark === '[')
		return { kind: 'choice', options: [closed(reader, ']'), { kind: 'sequence', parts: [] }] };
	if (peek(reader) === null) throw new PatternError('nothing follows “!”');
	return negated(element(reader), reader);
}

function closed(reader: Reader, mark: string): Node {
	const node = choice(reader);
	if (take(reader)?.mark !== mark) throw new PatternError(`“${reader.text.trim()}” lacks a “${mark}”`);
	return node;
}

function word(text: string, stem: boolean): Node {
	const plain = plainWord(text);
	const of = { words: stem ? [] : [plain], stems: stem ? [plain] : [], numbers: false };
	return { kind: 'word', of, not: false };
}

/** `...5` or, where it must not skip certain words, `...5!(if | when)`. */
function gap(digits: string, reader: Reader): Node {
	const most = digits === '' ? usualGap : Number(digits);
	if (most < 1 || most > longestGap)
		throw new PatternError(`a gap of ${digits} words: from 1 to ${longestGap} are possible`);
	if (peek(reader)?.mark !== '!') return { kind: 'gap', most, without: null };
	take(reader);
	if (peek(reader) === null) throw new PatternError('nothing follows “!”');
	return { kind: 'gap', most, without: singleWords(element(reader), reader) };
}

function list(name: string, { lists, depth }: Reader): Node {
	if (name === 'number') return { kind: 'word', of: { words: [], stems: [], numbers: true }, not: false };
	const patterns = Object.hasOwn(lists, name) ? lists[name] : undefined;
	if (patterns === undefined) throw new PatternError(`there is no word list <${name}>`);
	if (depth >= deepestList) throw new PatternError(`the word list <${name}> holds itself`);
	return either(patterns.map((text) => parseSequence(text, lists, depth + 1)));
}

function negated(node: Node, reader: Reader): Node {
	return { kind: 'word', of: singleWords(node, reader), not: true };
}

function singleWords(node: Node, { text }: Reader): WordClass {
	if (node.kind === 'word' && !node.not) return node.of;
	throw new PatternError(`“${text.trim()}”: only single words can follow “!”`);
}

/** Single words of a choice are one test: most choices are nothing else. */
function either(options: readonly Node[]): Node {
	const flat = options.flatMap((option) => (option.kind === 'choice' ? option.options : [option]));
	const words = flat.filter((option) => option.kind === 'word' && !option.not) as { of: WordClass }[];
	const rest = flat.filter((option) => option.kind !== 'word' || option.not);
	if (words.length === 0) return { kind: 'choice', options: rest };
	const of: WordClass = {
		words: words.flatMap((one) => one.of.words),
		stems: words.flatMap((one) => one.of.stems),
		numbers: words.some((one) => one.of.numbers),
	};
	const merged: Node = { kind: 'word', of, not: false };
	return rest.length === 0 ? merged : { kind: 'choice', options: [merged, ...rest] };
}

/** As words of texts are compared: blind to case, to typographic quotes and to a possessive. */
export function plainWord(word: string): string {
	return word.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
}

function compile(node: Node): Program {
	const steps: Step[] = [{ kind: 'end' }];
	const start = addSteps(node, 0, steps);
	return { steps, start, requires: requirementsOf(node) };
}

/** Adds the steps of `node`, which go on at `next`, and returns where they begin. */
function addSteps(node: Node, next: number, steps: Step[]): number {
	switch (node.kind) {
		case 'word':
			return steps.push({ ...node, next }) - 1;
		case 'sequence':
			return node.parts.reduceRight((after, part) => addSteps(part, after, steps), next);
		case 'choice': {
			const starts = node.options.map((option) => addSteps(option, next, steps));
			return steps.push({ kind: 'choice', next: starts }) - 1;
		}
		case 'gap': {
			let at = next;
			for (let skipped = 0; skipped < node.most; skipped++) {
				const skip = steps.push({ kind: 'skip', without: node.without, next: at }) - 1;
				at = steps.push({ kind: 'choice', next: [next, skip] }) - 1;
			}
			return at;
		}
	}
}

/** Choices of words without one of which nothing matches, the least common first. */
function requirementsOf(node: Node): (readonly WordClass[])[] {
	if (node.kind === 'gap' || (node.kind === 'word' && node.not)) return [];
	if (node.kind === 'word') return [[node.of]];
	if (node.kind === 'sequence')
		return node.parts.flatMap(requirementsOf).sort((one, other) => cost(one) - cost(other));
	const first = node.options.map((option) => requirementsOf(option)[0]);
	return first.every((each) => each !== undefined) ? [first.flat()] : [];
}

/** Words that most sentences of an agreement hold: as anchors they would let every pattern be tried everywhere. */
const common = new Set([
	...stopWords,
	...(
		'upon service services use using user content information agreement terms site website third party parties rights data ' +
		'personal'
	).split(' '),
]);

function cost(classes: readonly WordClass[]): number {
	let sum = 0;
	for (const { words, stems, numbers } of classes) {
		for (const word of words) sum += common.has(word) ? 100 : word.length < 6 ? 6 : 2;
		for (const stem of stems) sum += stem.length < 4 ? 40 : stem.length < 6 ? 8 : 3;
		if (numbers) sum += 60;
	}
	return sum;
}
