/** What in a text speaks for its being an agreement, in any language: counted here, weighed in agreement-evidence.ts. Linear in the text. */
import { agreementPieces, agreementWords } from './agreement-words.ts';
import { imprintFacts } from './imprint-facts.ts';
import { visibleText } from './visible-text.ts';

export interface AgreementSigns {
	/** Words; of scripts without spaces half the characters. */
	readonly words: number;
	/** Words that agreements are made of, and how many different ones. */
	readonly law: number;
	readonly variety: number;
	/** Whole sentences, each counted once however often it stands there. */
	readonly sentences: number;
	/** Those of them that oblige, forbid, allow or entitle. */
	readonly clauses: number;
	/** Words of whole sentences, repeated ones left out. */
	readonly said: number;
	/** What is too short for a sentence: headings, buttons, entries of menus; and those of them that are names of documents. */
	readonly fragments: number;
	readonly names: number;
	/** Words of the shortest of the first lines that is what an agreement is called; 0 where none is. */
	readonly title: number;
	/** Words that agreements are made of, in the sentence that opens it by speaking of itself (“These terms govern …”); 0 where none does. */
	readonly opening: number;
	/** Of an imprint: kinds of facts that say who stands behind the site; 0 for every other text. */
	readonly facts: number;
	/** Lines at the end that are no sentences. */
	readonly buttons: number;
	/** Share of the letters that stand in links. */
	readonly linked: number;
}

/** A title is found among so many lines, and has at most so many words. */
const titleLines = 5;
const longestTitle = 10;
/** A sentence speaks of its document in its first words: “In these terms of use …”. */
const openingWords = 4;
/** Between “this” and the name: “this privacy policy”. A word of Vietnamese is two. */
const wordsBetween = 1;
const wordsBetweenAfter = 2;
/** In scripts without spaces. */
const charactersBetween = 6;
/** Fewer words are a heading, a button or a date. */
const shortestSentence = 5;
/** Beginnings of words are at most this long, and at least 2 letters. */
const longestBeginning = 17;

const meanings = ['law', 'duty', 'name', 'self', 'selfAfter'] as const;
type Meaning = (typeof meanings)[number];
/** What a word means, one bit a language each. */
type Marks = Readonly<Record<Meaning, number>>;
const noMarks: Marks = { law: 0, duty: 0, name: 0, self: 0, selfAfter: 0 };

/** Where a text has no spaces the words of its sentences are not told apart: they are counted. */
interface Sentence {
	readonly text: string;
	readonly words: number;
	readonly hits: Readonly<Record<'law' | 'duty' | 'name', number>>;
	/** True where it begins with the name of the document that it stands in. */
	readonly speaksOfItself: boolean;
}

const languages = Object.keys(agreementWords);
/** Documents of all languages have English names too: “Privacy Policy”. */
const english = 1 << languages.indexOf('en');
const vocabulary = vocabularyOf();
const pieces = {
	law: patternOf(agreementPieces.law),
	duty: patternOf(agreementPieces.duty),
	name: patternOf(agreementPieces.name),
};
const opening = openingPattern();
const spaceless =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

function vocabularyOf(): ReadonlyMap<string, Marks> {
	const found = new Map<string, Marks>();
	for (const [at, words] of Object.values(agreementWords).entries()) {
		for (const meaning of meanings) {
			for (const word of words[meaning].split(' ').filter(Boolean)) {
				const marks = found.get(word) ?? noMarks;
				found.set(word, { ...marks, [meaning]: marks[meaning] | (1 << at) });
			}
		}
	}
	return found;
}

/** Bounded repetitions at the beginning alone. */
function openingPattern(): RegExp {
	const { self, selfAfter, name } = agreementPieces;
	const [before, after, named] = [self, selfAfter, name].map((list) => `(?:${list.split(' ').join('|')})`);
	const between = `.{0,${charactersBetween}}?`;
	return new RegExp(
		`^.{0,${charactersBetween}}?(?:${before}${between}${named}|${named}${between}${after})`,
		'u',
	);
}

function patternOf(list: string): RegExp {
	return new RegExp(list.split(' ').join('|'), 'g');
}

/** @param text Markdown */
export function agreementSigns(text: string): AgreementSigns {
	const lines = text
		.split('\n')
		.map(visibleText)
		.filter((line) => /[\p{L}\p{N}]/u.test(line.text));
	const shown = lines.map((line) => line.text);
	const letters = shown.reduce((sum, line) => sum + line.length, 0);
	const outside = lines.reduce((sum, line) => sum + line.outside.trim().length, 0);
	const joined = shown.join('\n');
	const isSpaceless = (joined.match(spaceless)?.length ?? 0) > letters / 4;
	const read = isSpaceless ? readPieces(shown) : readWords(shown);
	return {
		...countSentences(read.lines),
		variety: read.variety,
		facts: imprintFacts(shown, titleLines),
		linked: letters === 0 ? 0 : Math.max(0, 1 - outside / letters),
	};
}

interface Reading {
	/** Sentences of each line. */
	readonly lines: readonly (readonly Sentence[])[];
	readonly variety: number;
}

function readPieces(shown: readonly string[]): Reading {
	const found = new Set<string>();
	const lines = shown.map((line) =>
		sentencesOf(line).map((text): Sentence => {
			const law = text.match(pieces.law) ?? [];
			for (const piece of law) found.add(piece);
			return {
				text,
				words: Math.ceil((text.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0) / 2),
				hits: {
					law: law.length,
					duty: text.match(pieces.duty)?.length ?? 0,
					name: text.match(pieces.name)?.length ?? 0,
				},
				speaksOfItself: opening.test(text),
			};
		}),
	);
	return { lines, variety: found.size };
}

function readWords(shown: readonly string[]): Reading {
	const known = new Map<string, Marks>();
	const split = shown.map((line) =>
		sentencesOf(line).map((text) => ({ text, marks: wordsOf(text).map((word) => marksOf(word, known)) })),
	);
	const language = 1 << languageOf(split.flat().flatMap(({ marks }) => marks));
	const count = (marks: readonly Marks[], meaning: Meaning, wanted = language) =>
		marks.filter((each) => (each[meaning] & wanted) !== 0).length;
	const lines = split.map((sentences) =>
		sentences.map(
			({ text, marks }): Sentence => ({
				text,
				words: marks.length,
				hits: {
					law: count(marks, 'law'),
					duty: count(marks, 'duty'),
					name: count(marks, 'name', language | english),
				},
				speaksOfItself: speaksOfItself(marks, language),
			}),
		),
	);
	const variety = [...known].filter(([, { law, duty }]) => ((law | duty) & language) !== 0);
	return { lines, variety: variety.length };
}

function speaksOfItself(marks: readonly Marks[], language: number): boolean {
	const isNamed = (from: number, to: number) =>
		marks.slice(Math.max(0, from), to).some(({ name }) => (name & (language | english)) !== 0);
	const before = marks
		.slice(0, openingWords)
		.some(({ self }, at) => (self & language) !== 0 && isNamed(at + 1, at + 2 + wordsBetween));
	return (
		before ||
		marks
			.slice(0, openingWords + wordsBetweenAfter)
			.some(({ selfAfter }, at) => (selfAfter & language) !== 0 && isNamed(at - 1 - wordsBetweenAfter, at))
	);
}

function sentencesOf(line: string): string[] {
	return line.split(/(?<=[.!?:;…])\s+|(?<=[。！？；])/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** The Turkish capital of `i` would keep its dot as a mark of its own. */
function wordsOf(text: string): readonly string[] {
	return (
		text
			.replaceAll('İ', 'i')
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+(?:[’'‌][\p{L}\p{M}\p{N}]+)*/gu) ?? []
	);
}

function marksOf(word: string, known: Map<string, Marks>): Marks {
	let marks = known.get(word);
	if (marks === undefined) {
		marks = readMarks(word);
		known.set(word, marks);
	}
	return marks;
}

/** French and Italian put an article before the word: `l’utilisateur`. */
function readMarks(word: string): Marks {
	const bare = word.replace(/^[\p{L}]{1,5}[’']/u, '');
	const parts = [word, bare === word ? '' : bare];
	let marks = noMarks;
	for (const part of parts) {
		for (let length = 2; length <= Math.min(part.length, longestBeginning); length++)
			marks = joinMarks(marks, vocabulary.get(`${part.slice(0, length)}-`));
		marks = joinMarks(marks, vocabulary.get(part));
	}
	return marks;
}

function joinMarks(marks: Marks, found: Marks | undefined): Marks {
	if (found === undefined) return marks;
	return {
		law: marks.law | found.law,
		duty: marks.duty | found.duty,
		name: marks.name | found.name,
		self: marks.self | found.self,
		selfAfter: marks.selfAfter | found.selfAfter,
	};
}

/** The language whose words the text has most of. */
function languageOf(marks: readonly Marks[]): number {
	const counts = languages.map(() => 0);
	for (const { law, duty } of marks)
		for (let at = 0; at < counts.length; at++)
			counts[at] = (counts[at] as number) + ((law >> at) & 1) + ((duty >> at) & 1);
	return counts.indexOf(Math.max(...counts));
}

function countSentences(
	lines: readonly (readonly Sentence[])[],
): Omit<AgreementSigns, 'variety' | 'facts' | 'linked'> {
	const all = lines.flat();
	const whole = all.filter(({ words }) => words >= shortestSentence);
	const fresh = [...new Map(whole.map((sentence) => [sentence.text, sentence])).values()];
	const sum = (of: readonly Sentence[], value: (sentence: Sentence) => number) =>
		of.reduce((total, sentence) => total + value(sentence), 0);
	const fragments = lines.filter(
		(line) => line.length === 1 && (line[0] as Sentence).words < shortestSentence,
	);
	return {
		words: sum(all, ({ words }) => words),
		law: sum(all, ({ hits }) => hits.law),
		sentences: fresh.length,
		clauses: fresh.filter(isClause).length,
		said: sum(fresh, ({ words }) => words),
		fragments: fragments.length,
		names: lines.filter(isName).length,
		title: titleOf(lines),
		opening: openingOf(lines),
		buttons: buttonsOf(lines),
	};
}

function isClause({ hits }: Sentence): boolean {
	return (hits.duty > 0 && hits.law + hits.duty > 1) || hits.law > 2;
}

/** A heading that holds the name of such a document. */
function isName(line: readonly Sentence[]): boolean {
	const [sentence, ...others] = line;
	if (sentence === undefined || others.length > 0) return false;
	const { text, words, hits } = sentence;
	if (words > longestTitle || /[.!?,;…。！？]$/.test(text)) return false;
	return hits.name > 0;
}

function titleOf(lines: readonly (readonly Sentence[])[]): number {
	if (isLawAlone(lines[0])) return 1;
	const names = lines.slice(0, titleLines).filter(isName);
	return names.length === 0 ? 0 : Math.min(...names.map(([name]) => name?.words ?? longestTitle));
}

/** “Cookies”. */
function isLawAlone(line: readonly Sentence[] | undefined): boolean {
	const [sentence, ...others] = line ?? [];
	return sentence?.words === 1 && others.length === 0 && sentence.hits.law > 0;
}

/** Too short to be a sentence it is a heading. */
function openingOf(lines: readonly (readonly Sentence[])[]): number {
	const openings = lines
		.slice(0, titleLines)
		.flat()
		.filter((sentence) => sentence.speaksOfItself && sentence.words >= shortestSentence);
	return Math.max(0, ...openings.map(({ hits }) => hits.law));
}

const longestButton = 8;

/** What no stop ends, and is short. */
function isButton(line: readonly Sentence[]): boolean {
	return line.every(({ text, words }) => words <= longestButton && !/[.!?。！？।؟۔]$/.test(text));
}

/** How many lines at the end are no sentences: a dialogue ends in its buttons. */
function buttonsOf(lines: readonly (readonly Sentence[])[]): number {
	const last = lines.findLastIndex((line) => !isButton(line));
	return lines.length - 1 - last;
}

/** Whether an address or a title holds what such documents are called, in any language. */
export function namesAgreement(text: string): boolean {
	return wordsOf(text).some((word) => readMarks(word).name !== 0) || text.search(pieces.name) >= 0;
}
