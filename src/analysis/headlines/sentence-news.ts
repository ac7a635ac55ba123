/** What single sentences say: a promise that went out, a number that changed, words that took the place of others, a sentence that is new. */
import type { WordEdit } from '../../model/redline.ts';
import { commonSpelling } from '../../text/spelling.ts';
import { stopWords } from '../../text/stop-words.ts';
import { countWords } from '../../text/words.ts';
import { isSentence } from '../clauses/label.ts';
import { wordEdits } from '../sentences/word-edits.ts';
import type { ChangedSentence } from './changed-sentence.ts';
import type { News, NewsFact } from './news.ts';
import { numberStep } from './number-news.ts';

const promiseGone = 700;
const numberChanged = 600;
const summary = 650;
const wordsReplaced = 90;
const perWord = 3;
/** "May" for "will", a "not" that went. */
const binding = 100;
const sentenceCame = 150;
const sentenceWent = 140;
/** A sentence of more words tells more, up to a line or two; on a topic it tells more than off it. */
const mostWords = 40;
const onTopic = 80;
/** Words that are quoted whole. */
const shortReplacement = 6;

const promise =
	/\b(?:we|our company|us)\b[^.;]{0,30}\b(?:(?:do|will|shall|would) (?:not|never)|never|don['’]t|won['’]t|are not|aren['’]t)\b/i;
/** What a page says of itself or its own denials, or forbids others, which is no promise: "we are not responsible", "we don't allow". */
const disclaimer =
	/(?:\b(?:not|never)|n['’]t) (?:allow|permit|tolerate|condone|accept|welcome|recommend|want)\b|(?:\b(?:not|never)|n['’]t) (?:be )?(?:responsible|liable|guarantee|warrant|represent|control|endorse|able|assume|accept|make any|required|obligated|defin|insist|shy|hesitat|believe)|\bno (?:obligation|liability|responsibility)/i;
const ownSummary =
	/^(?:summary of (?:the )?(?:changes|updates)|what(?:['’]s| has| is) (?:changed|new)|key changes)/i;
/** Under this title stands as often how changes to come are told: what was done is a summary. */
const changesTitle = /^changes to this/i;
const done =
	/^(?:we(?:['’]ve| have)? )?(?:updat|add|expand|clarif|chang|remov|revis|introduc|simplif|reword|delet|mov|rewr)\p{L}*(?:ed|ote)\b/iu;

export interface SentencePlace {
	/** Title that the clause stands under, or bears; may be empty. */
	readonly of: string;
	readonly isOnTopic: boolean;
	/** It came in, or went out, and the other version says the same in other words. */
	isSaidAgain(): boolean;
	/** It stands in a list of what is not allowed. */
	readonly isForbidden: boolean;
}

export function sentenceNews(
	changed: readonly ChangedSentence[],
	placeOf: (sentence: ChangedSentence) => SentencePlace,
): News[] {
	return changed.flatMap((sentence) => {
		const told = factOf(sentence, placeOf(sentence));
		return told === null ? [] : [{ ...told, event: sentence.event, step: sentence.step }];
	});
}

function factOf(
	sentence: ChangedSentence,
	{ of, isOnTopic, isSaidAgain, isForbidden }: SentencePlace,
): Pick<News, 'fact' | 'weight'> | null {
	const { kind, before, after } = sentence;
	const size = Math.min(mostWords, countWords(after === '' ? before : after)) + (isOnTopic ? onTopic : 0);
	const number = numberStep(sentence);
	if (number !== null) return { fact: { kind: 'number', ...number, of }, weight: numberChanged + size };
	if (kind === 'in' && isOwnSummary(of, after))
		return { fact: { kind: 'own-summary', words: after }, weight: summary + size };
	if (kind === 'out' && isPromise(before) && !isSaidAgain())
		return { fact: { kind: 'promise-out', words: before }, weight: promiseGone + size };
	if (kind === 'edited' && isDoubling(sentence)) return null;
	if (kind === 'edited')
		return (
			replacement(sentence, of, isOnTopic ? onTopic : 0) ?? reworded(sentence, of, isOnTopic ? onTopic : 0)
		);
	const words = withoutLabel(kind === 'in' ? after : before);
	if (!isSentence(words) || countWords(words) < 4) return null;
	if (isSaidAgain())
		return kind === 'out' ? null : { fact: { kind: 'sentence-reworded', words, of }, weight: idleRewording };
	const fact: NewsFact =
		kind === 'in' ? { kind: 'sentence-in', words, of, isForbidden } : { kind: 'sentence-out', words, of };
	return { fact, weight: (kind === 'in' ? sentenceCame : sentenceWent) + size };
}

function isOwnSummary(of: string, after: string): boolean {
	return countWords(after) > 5 && (ownSummary.test(of) || (changesTitle.test(of) && done.test(after)));
}

/** What the platform says that it does not do; of others, and of what it answers for, it promises nothing. */
export function isPromise(words: string): boolean {
	return promise.test(words) && !disclaimer.test(words);
}

/** "Some examples of content that falls into this category: …" says what it is about behind the colon. */
function withoutLabel(words: string): string {
	const said = words.replace(label, '');
	return countWords(said) < 4 ? words : said;
}

const label = /^(?:(?:some |further |more )?examples?|for example|notes?|important|update)\b[^:.]{0,80}:\s*/i;

/** The one run of words that changed, where there is but one that is short enough to be quoted and says something. */
function replacement(
	{ before, after }: ChangedSentence,
	of: string,
	more: number,
): Pick<News, 'fact' | 'weight'> | null {
	const all = wordEdits(before, after);
	const places = all.flatMap(({ kind }, at) => (kind === 'same' ? [] : [at]));
	const [first = -1, second] = places;
	// Words that went here and others that came there replace nothing.
	if (places.length > 2 || first === -1 || (second !== undefined && second !== first + 1)) return null;
	const edits = places.map((at) => all[at] as WordEdit);
	const [old, fresh] = (['del', 'ins'] as const).map(
		(kind) => edits.find((edit) => edit.kind === kind)?.text.trim() ?? '',
	) as [string, string];
	const size = countWords(old) + countWords(fresh);
	if (size > shortReplacement && (old === '' || fresh === '')) return insertion(old, fresh, more);
	if (countWords(old) > shortReplacement || countWords(fresh) > shortReplacement || size === 0) return null;
	if (!isTelling(old, fresh)) return null;
	if (isJoint(old) && isJoint(fresh))
		return inContext(all, first, of, { weight: wordsReplaced + more + binding, behind: wordsBehind });
	if ((old === '' || fresh === '') && !isWhole(old + fresh)) return null;
	const isBinding = (binds.exec(old)?.[0] ?? '') !== (binds.exec(fresh)?.[0] ?? '');
	const weight = wordsReplaced + perWord * size + more + (isBinding ? binding : 0);
	const isOne = size === 1 && !/\d/.test(old + fresh);
	if (isOne && !isSentence(before)) return null;
	if (isOne || (isBare(old) && isBare(fresh)))
		return inContext(all, first, of, { weight, behind: wordsBehindBare });
	return { fact: { kind: 'words', before: old, after: fresh, of }, weight };
}

/** Many words that came in, or went out, in one place say more than the beginning of their sentence. */
function insertion(old: string, fresh: string, more: number): Pick<News, 'fact' | 'weight'> | null {
	const [before, after] = [bareWords(old), bareWords(fresh)];
	const size = countWords(before + after);
	if (size > mostWords || !/^[\p{L}\p{N}]/u.test(before + after) || /[.!?]\s/.test(before + after))
		return null;
	const fact = { kind: 'words', before, after, of: '' } as const;
	return { fact, weight: wordsReplaced + perWord * Math.min(size, shortReplacement) + more };
}

/** All that changed is that a word or more stood, or stand, twice in a row: "Fares Fares begin at noon". */
function isDoubling({ before, after }: ChangedSentence): boolean {
	if (!isOneRun(before, after)) return false;
	const all = wordEdits(before, after);
	const [at = -1, second] = all.flatMap(({ kind }, place) => (kind === 'same' ? [] : [place]));
	const words = lettersOf(all[at]?.text ?? '');
	const [ahead, behind] = [all[at - 1], all[at + 1]].map((edit) => lettersOf(edit?.text ?? '')) as [
		string,
		string,
	];
	if (words === '' || second !== undefined) return false;
	return ` ${ahead}`.endsWith(` ${words}`) || `${behind} `.startsWith(`${words} `);
}

/** Whether one may be the other with a run of words more, at a glance, for to tell words apart takes long: both ends hold the shorter. */
function isOneRun(one: string, other: string): boolean {
	const shorter = Math.min(one.length, other.length);
	let shared = 0;
	while (shared < shorter && one[shared] === other[shared]) shared++;
	for (let back = 1; shared < shorter && one.at(-back) === other.at(-back); back++) shared++;
	return shared >= shorter - blanksApart;
}

/** Blanks and stops that differ around a run. */
const blanksApart = 3;

/** "May" for "will" tells nothing without what may be done. */
function isJoint(words: string): boolean {
	return !says(words) && countWords(words) <= 2;
}

/** "Choose" for "want" tells little without what may be chosen; a number or a day tells enough. */
function isBare(words: string): boolean {
	return words !== '' && countWords(words) <= fewWords && !/\d/.test(words);
}

const fewWords = 2;
/** Words that are shown behind two joints, behind other words, and before both. */
const wordsBehind = 4;
const wordsBehindBare = 2;
const wordsBefore = 2;

function inContext(
	all: readonly WordEdit[],
	first: number,
	of: string,
	shown: { readonly weight: number; readonly behind: number },
): Pick<News, 'fact' | 'weight'> {
	const last = all[first + 1]?.kind === 'same' ? first : first + 1;
	const before = (all[first - 1]?.text ?? '').trim().split(/\s+/).slice(-wordsBefore).join(' ');
	const behind = (all[last + 1]?.text ?? '').trim().split(/\s+/).slice(0, shown.behind).join(' ');
	const told = (kind: WordEdit['kind']): string =>
		[
			before,
			...all.slice(first, last + 1).flatMap((edit) => (edit.kind === kind ? [edit.text.trim()] : [])),
			behind,
		]
			.join(' ')
			.replace(/ (?=[,.;:!?)])/g, '')
			.trim();
	return { fact: { kind: 'words', before: told('del'), after: told('ins'), of }, weight: shown.weight };
}

/** By itself it turns what is said. */
const turning = /^(?:not|never|no|only|unless)$/i;

const binds = /\b(?:may|must|will|shall|can|should|not|never|only|always|any|all|no)\b/i;

/** Words of some length that are no mere joints: "including" for "such as" says nothing, nor does "and" for a name that was cut askew. */
const saying =
	/\b(?!(?:including|example|hereby|herein|thereof|such|these|those|their|which|where|there|other|also|that|this|with|from|will|shall|must|should)\b)[\p{L}\p{N}]{4,}/iu;

/** "UK", "EU": as few letters as a joint has, and a name. */
const abbreviation = /\b\p{Lu}[\p{Lu}\p{N}]+\b/u;

function says(words: string): boolean {
	return saying.test(words) || abbreviation.test(words);
}

function isTelling(old: string, fresh: string): boolean {
	if (lettersOf(old) === lettersOf(fresh)) return false;
	if (old === '' || fresh === '') return says(old + fresh) || turning.test(old + fresh);
	if (/\p{L}/u.test(old) !== /\p{L}/u.test(fresh) || isSlip(old, fresh)) return false;
	return says(old) === says(fresh) && (says(old) || binds.test(old) || binds.test(fresh));
}

/** In one spelling, and without signs: a plus that moved, "personalised" for "personalized". */
function lettersOf(words: string): string {
	return (words.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(commonSpelling).join(' ');
}

/** "Supporting", "supported", "support". */
const inflection = /(?<=\p{L}{4})(?:ing|ed|es|e|s)$/u;

/** "Stronger" for "strong" says another thing. */
const comparative = /(?:er|est)$/;

/** "Stores" for "stored", "teh" for "the": one word, but for a letter or two in one place. */
function isSlip(old: string, fresh: string): boolean {
	if (/\s/.test(old) || /\s/.test(fresh)) return false;
	const [one, other] = [lettersOf(old), lettersOf(fresh)];
	if (comparative.test(one.replace(/s$/, '')) !== comparative.test(other.replace(/s$/, ''))) return false;
	if (one.replace(inflection, '') === other.replace(inflection, '')) return true;
	if (Math.abs(one.length - other.length) > 2) return false;
	const shorter = Math.min(one.length, other.length);
	let head = 0;
	while (head < shorter && one[head] === other[head]) head++;
	let tail = 0;
	while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
	return shorter >= 4 && shorter - head - tail <= 3 && head + tail >= 3;
}

/** Of slips, joints and signs. */
const idleRewording = 10;

/** No word of it that says something came in or went out: "of" for "or". */
function isIdle(before: string, after: string): boolean {
	const edits = wordEdits(before, after).filter(({ kind }) => kind !== 'same');
	const [old, fresh] = (['del', 'ins'] as const).map((kind) =>
		edits.filter((edit) => edit.kind === kind).map(({ text }) => text.trim()),
	) as [string[], string[]];
	if (edits.some(({ text }) => /\d/.test(text) || binds.test(text))) return false;
	if (edits.length === 2 && old.length === 1 && fresh.length === 1)
		return isSlip(old[0] as string, fresh[0] as string) || !saying.test(`${old[0]} ${fresh[0]}`);
	return edits.every(({ text }) => !saying.test(text));
}

/** Places that changed of which one can tell the rest: a street and its post code. */
const mostPlaces = 3;

interface Place {
	readonly old: string;
	readonly fresh: string;
}

/** Where in each place words took the place of others, or in each they came in, or went out: those that say most. */
function manyPlaces({ before, after }: ChangedSentence, of: string): NewsFact | null {
	const places = placesOf(before, after);
	if (places.length > mostPlaces) return null;
	const kept = [
		...(places.every(({ old, fresh }) => says(old) && says(fresh)) ? places : []),
		...(places.every(({ old }) => !binds.test(old) && !says(old))
			? places.map(({ fresh }) => ({ old: '', fresh }))
			: []),
		...(places.every(({ fresh }) => !binds.test(fresh) && !says(fresh))
			? places.map(({ old }) => ({ old, fresh: '' }))
			: []),
	].filter(
		({ old, fresh }) =>
			isTelling(old, fresh) &&
			isWhole(old) &&
			isWhole(fresh) &&
			countWords(old) + countWords(fresh) > 1 &&
			(old === '' || !after.includes(old)) &&
			(fresh === '' || !before.includes(fresh)),
	);
	const [best] = kept
		.filter(({ old, fresh }) => Math.max(countWords(old), countWords(fresh)) <= shortReplacement)
		.toSorted((one, other) => other.old.length + other.fresh.length - one.old.length - one.fresh.length);
	return best === undefined ? null : { kind: 'words', before: best.old, after: best.fresh, of };
}

/** Not cut askew: "(s) and account", "UK and the". */
function isWhole(words: string): boolean {
	return (
		words === '' || (/^[\p{L}\p{N}]/u.test(words) && !stopWords.has(words.split(/\s+/).at(-1) as string))
	);
}

function placesOf(before: string, after: string): Place[] {
	const all = wordEdits(before, after);
	return all.flatMap(({ kind, text }, at) => {
		const [previous, next] = [all[at - 1], all[at + 1]];
		if (kind === 'del')
			return [{ old: bareWords(text), fresh: next?.kind === 'ins' ? bareWords(next.text) : '' }];
		return kind === 'ins' && previous?.kind !== 'del' ? [{ old: '', fresh: bareWords(text) }] : [];
	});
}

/** The address behind a name follows from it, and what joins it to the words before says nothing. */
function bareWords(words: string): string {
	return withoutAddress(words.trim())
		.replace(/^[\s,;]*(?:(?:and|or)\b\s*(?=\S))?/, '')
		.trim();
}

const joints = /[\s,;(:–—-]/;

/** Looked for from the end, letter by letter: a pattern that may begin at each sign of a run takes the square of its length. */
export function withoutAddress(words: string): string {
	const start = Math.max(words.lastIndexOf('http://'), words.lastIndexOf('https://'));
	if (start === -1 || /\s/.test(words.slice(start))) return words;
	let end = start;
	while (end > 0 && joints.test(words[end - 1] as string)) end--;
	return words.slice(0, end);
}

/** Several words of it changed: where none of them tells what happened, it is named by its beginning. */
function reworded(sentence: ChangedSentence, of: string, more: number): Pick<News, 'fact' | 'weight'> | null {
	const { before, after } = sentence;
	const told = manyPlaces(sentence, of);
	if (told !== null) return { fact: told, weight: wordsReplaced + more };
	if (!isSentence(after) || countWords(after) < 5) return null;
	const weight = isIdle(before, after) ? idleRewording : wordsReplaced + more;
	return { fact: { kind: 'sentence-reworded', words: after, of }, weight };
}
