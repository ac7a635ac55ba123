/**
 * The language of a text, told clause by clause: by the function words of each, which foreign names and terms do not hold, and where two
 * languages come close or the letters are not Latin ones, by its letter trigrams.
 */
import { franc } from 'franc-min';
import { iso6393To1 } from 'iso-639-3';
import type { ClauseText, Ledger, State } from '../model/ledger.ts';
import {
	type FunctionWords,
	functionWordsIn,
	functionWordTags,
	shareOfFunctionWords,
} from './function-words.ts';

/**
 * Languages told apart by trigrams, as ISO 639-3: those that agreements are published in. Fewer candidates mean fewer wrong guesses
 * between neighbours and a third of the time. A script that one language alone uses is known without this list.
 */
const trigramLanguages =
	'eng fra deu spa por ita nld swe pol ces hun ron bul hrv srp ell tur rus ukr bel arb heb pes hin ben urd tha vie ind zlm jpn kor cmn'.split(
		' ',
	);
/** Single languages whose tag is that of the language family they are the written form of. */
const familyTags: Readonly<Record<string, string>> = { arb: 'ar', cmn: 'zh', pes: 'fa', zlm: 'ms' };

/** BCP 47 tag of a language, or `und` where it cannot be told. */
type Tag = string;

export interface LanguageEvidence {
	/** That of most letters; of translations on one page, which come to about as many each, that of the first. */
	readonly language: Tag;
	/** Language → its share of the letters of which a language could be told, the greatest first. */
	readonly shares: Readonly<Record<Tag, number>>;
	/** Characters of which a language could be told, and of all that were looked at. */
	readonly told: number;
	readonly looked: number;
}

/** Flapping agreements ask for the same states again and again. */
const known = new WeakMap<State, Tag>();

export function languageOf(ledger: Ledger, state: State): Tag {
	let language = known.get(state);
	if (language === undefined) {
		language = languageOfTexts(Array.from(state.texts, (id) => (ledger.texts[id] as ClauseText).visible));
		known.set(state, language);
	}
	return language;
}

/** The same of a text given in parts, such as clauses or lines, as a reader sees them. */
export function languageOfTexts(texts: readonly string[]): Tag {
	return languageEvidence(texts).language;
}

/** Characters looked at: enough for a minority of foreign clauses to be one. */
const sampleLength = 12_000;
/** Characters of one clause: a table of names in one row must not outweigh the sentences. */
const clauseLength = 600;
/** A translation has about as many letters as what it translates: German takes a fifth more than English. */
const translationShare = 0.75;
/** Of fewer characters in all nothing is said. */
const leastTold = 60;

export function languageEvidence(texts: readonly string[]): LanguageEvidence {
	const letters = new Map<Tag, number>();
	let looked = 0;
	for (const { text, read } of units(spread(texts))) {
		const language = languageBy(text, read);
		letters.set(language, (letters.get(language) ?? 0) + text.length);
		looked += text.length;
	}
	const told = looked - (letters.get('und') ?? 0);
	letters.delete('und');
	const sorted = [...letters].sort(([, one], [, other]) => other - one);
	const most = sorted[0]?.[1] ?? 0;
	const first = [...letters].find(([, count]) => count >= most * translationShare)?.[0];
	return {
		language: told < leastTold ? 'und' : (first ?? 'und'),
		shares: Object.fromEntries(sorted.map(([tag, count]) => [tag, count / told])),
		told,
		looked,
	};
}

/** Whole clauses, evenly spread: a foreign notice at the beginning must not decide, nor beginnings that are alike in many languages. */
function spread(texts: readonly string[]): string[] {
	const total = texts.reduce((sum, text) => sum + Math.min(text.length, clauseLength), 0);
	const step = Math.max(1, total / sampleLength);
	return texts
		.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
		.map((text) => text.slice(0, clauseLength));
}

/** Fewer words are no sentence: titles and entries of menus. */
const fewestWords = 7;

/** What is looked at as one, and what its words tell. */
interface Unit {
	readonly text: string;
	readonly read: FunctionWords;
}

/** Each clause that may be a sentence; what is shorter is looked at together, as far as one clause goes. */
function units(texts: readonly string[]): Unit[] {
	const unit = (text: string): Unit => ({ text, read: functionWordsIn(text) });
	const all = texts.map(unit);
	const isShort = ({ read }: Unit): boolean => read.words < fewestWords;
	const short = all.filter(isShort).map(({ text }) => text);
	const together = short.join(' ').slice(0, clauseLength);
	const long = all.filter((each) => !isShort(each));
	return together === '' ? long : [...long, unit(together)];
}

/** Of the words of a sentence two in five are function words; lists of names hold a few by chance. */
const leastShare = 0.1;
const leastPoints = 1.5;
/** Ahead of the next language by so much, function words alone decide. */
const clearLead = 2;
/** Below this trigrams tell nothing; above, more of them only cost time. */
const fewestTrigrams = 30;
const mostTrigrams = 400;

/** The language of one clause as a reader sees it, or `und` where it is too short, or no sentence. */
export function languageOfClause(visible: string): Tag {
	const text = visible.slice(0, clauseLength);
	return languageBy(text, functionWordsIn(text));
}

function languageBy(text: string, { points, words }: FunctionWords): Tag {
	if (words < fewestWords) return 'und';
	const most = Math.max(...points);
	if (most < leastPoints || most < words * leastShare)
		return isForeignScript(text) ? byTrigrams(text, trigramLanguages) : 'und';
	const close = functionWordTags.filter((_, at) => (points[at] as number) * clearLead > most);
	return close.length === 1
		? (close[0] as Tag)
		: secondOpinion(text, close, functionWordTags[points.indexOf(most)] as Tag);
}

/** What has so many of a language's function words at its beginning is in no other one. */
const amplyShare = 0.25;
const beginning = 240;

/** The language of a clause in an agreement of which the language is known: its own where it tells one. */
export function languageWithin(agreement: Tag, visible: string): Tag {
	if (shareOfFunctionWords(visible.slice(0, beginning), agreement) >= amplyShare) return agreement;
	const own = languageOfClause(visible);
	return own === 'und' ? agreement : own;
}

/** Of languages that come close by their function words, the one that trigrams favour, where they know it. */
function secondOpinion(text: string, close: readonly Tag[], first: Tag): Tag {
	const codes = trigramLanguages.filter((code) => close.includes(tagOf(code)));
	const found = codes.length < 2 ? 'und' : byTrigrams(text, codes);
	return found === 'und' ? first : found;
}

function byTrigrams(text: string, only: string[]): Tag {
	return tagOf(franc(text.slice(0, mostTrigrams), { minLength: fewestTrigrams, only }));
}

function tagOf(code: string): Tag {
	return iso6393To1[code] ?? familyTags[code] ?? code;
}

const latin = /\p{Script=Latin}/gu;
const letter = /\p{L}/gu;

/** More letters of other scripts than of ours. */
function isForeignScript(text: string): boolean {
	if (!/[\u0370-\u1dff\u2c00-\uffff]/.test(text)) return false;
	return (text.match(latin)?.length ?? 0) * 2 < (text.match(letter)?.length ?? 0);
}
