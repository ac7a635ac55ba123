/** What single sentences say: a promise that went out, a number that changed, words that took the place of others, a sentence that is new. */
import type { WordEdit } from '../../model/redline.ts';
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
/** What a page says of itself or its own denials, which is no promise: "we are not responsible". */
const disclaimer =
	/\b(?:not|n['’]t|never) (?:be )?(?:responsible|liable|guarantee|warrant|represent|control|endorse|able|assume|accept|make any|required|obligated)|\bno (?:obligation|liability|responsibility)/i;
const ownSummary =
	/^(?:summary of (?:the )?(?:changes|updates)|what(?:['’]s| has| is) (?:changed|new)|key changes|changes to this)/i;

export interface SentencePlace {
	/** Title that the clause stands under, or bears; may be empty. */
	readonly of: string;
	readonly isOnTopic: boolean;
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
	{ of, isOnTopic }: SentencePlace,
): Pick<News, 'fact' | 'weight'> | null {
	const { kind, before, after } = sentence;
	const size = Math.min(mostWords, countWords(after === '' ? before : after)) + (isOnTopic ? onTopic : 0);
	const number = numberStep(sentence);
	if (number !== null) return { fact: { kind: 'number', ...number, of }, weight: numberChanged + size };
	if (kind === 'in' && ownSummary.test(of) && countWords(after) > 5)
		return { fact: { kind: 'own-summary', words: after }, weight: summary + size };
	if (kind === 'out' && promise.test(before) && !disclaimer.test(before))
		return { fact: { kind: 'promise-out', words: before }, weight: promiseGone + size };
	if (kind === 'edited')
		return (
			replacement(sentence, of, isOnTopic ? onTopic : 0) ?? reworded(sentence, of, isOnTopic ? onTopic : 0)
		);
	const words = kind === 'in' ? after : before;
	if (!isSentence(words) || countWords(words) < 4) return null;
	const fact: NewsFact = { kind: kind === 'in' ? 'sentence-in' : 'sentence-out', words, of };
	return { fact, weight: (kind === 'in' ? sentenceCame : sentenceWent) + size };
}

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
	if (countWords(old) > shortReplacement || countWords(fresh) > shortReplacement || size === 0) return null;
	if (!isTelling(old, fresh)) return null;
	const isBinding = (binds.exec(old)?.[0] ?? '') !== (binds.exec(fresh)?.[0] ?? '');
	return {
		fact: { kind: 'words', before: old, after: fresh, of },
		weight: wordsReplaced + perWord * size + more + (isBinding ? binding : 0),
	};
}

const binds = /\b(?:may|must|will|shall|can|should|not|never|only|always|any|all|no)\b/i;

/** Words of some length that are no mere joints: "including" for "such as" says nothing, nor does "and" for a name that was cut askew. */
const saying =
	/\b(?!(?:including|example|hereby|herein|thereof|such|these|those|their|which|where|there|other|also|that|this|with|from|will|shall|must|should)\b)[\p{L}\p{N}]{4,}/iu;

function isTelling(old: string, fresh: string): boolean {
	if (old === '' || fresh === '') return saying.test(old + fresh);
	if (/\p{L}/u.test(old) !== /\p{L}/u.test(fresh) || isSlip(old, fresh)) return false;
	return (
		saying.test(old) === saying.test(fresh) && (saying.test(old) || binds.test(old) || binds.test(fresh))
	);
}

/** "Stores" for "stored", "teh" for "the": one word, but for a letter or two in one place. */
function isSlip(old: string, fresh: string): boolean {
	if (/\s/.test(old) || /\s/.test(fresh) || Math.abs(old.length - fresh.length) > 2) return false;
	const [one, other] = [old.toLowerCase(), fresh.toLowerCase()];
	const shorter = Math.min(one.length, other.length);
	let head = 0;
	while (head < shorter && one[head] === other[head]) head++;
	let tail = 0;
	while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
	return shorter >= 4 && shorter - head - tail <= 3 && head + tail >= 3;
}

/** Several words of it changed: it is named by its beginning. */
function reworded(
	{ after }: ChangedSentence,
	of: string,
	more: number,
): Pick<News, 'fact' | 'weight'> | null {
	if (!isSentence(after) || countWords(after) < 5) return null;
	return { fact: { kind: 'sentence-reworded', words: after, of }, weight: wordsReplaced + more };
}
