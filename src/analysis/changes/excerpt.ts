/** The most telling words of a change, for lists of changes and feeds. */

import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger, SentenceStep } from '../../model/ledger.ts';
import type { ClauseEdit, WordEdit } from '../../model/redline.ts';
import { cutFilling } from '../../text/cut-text.ts';
import { isLabel } from '../clauses/label.ts';
import { isHeading } from '../clauses/sections.ts';
import { tellingKinds } from '../ledger/event-kinds.ts';
import { eventsBetween } from '../ledger/neighbour-events.ts';
import { editsOf } from '../redline/changed-clause.ts';
import { countStepWords, sentenceEdits } from '../redline/sentence-edits.ts';
import { termsJudge } from './furniture.ts';

/** What decides which words tell most. */
export type Judged = Pick<Agreement, 'ledger' | 'topics' | 'changes'>;

/** Three lines of the column at most, in the larger type of the newest entry too. */
const mostCharacters = 170;
/** Unchanged words kept before the first edit, so that it can be understood. */
const leadCharacters = 40;
/** The same where the sentence is shown from its beginning: of more, the middle is cut. */
const subjectCharacters = 80;
/** Between edits, longer unchanged runs are cut in their middle. */
const mostBetween = 60;
/** Share of the room for words that others replaced, and the least that is shown of a mark, in characters. */
const replacedShare = 0.5;
const shortest = 40;
/** Clauses looked at: in a rewrite the first two hundred tell enough. */
const mostClauses = 200;
/** What counts of a clause that says nothing new (a menu, a notice of an edition), and of a heading or label. */
const asideWeight = 0.2;
const labelWeight = 0.02;

/** The telling passage of a prominent change. @param shown the sentence that its headline stands on; null where it stands on none */
export function passageOf(
	agreement: Judged,
	change: Change,
	shown: SentenceStep | null,
): readonly WordEdit[] {
	const { ledger } = agreement;
	const told = shown === null ? [] : passageOfSentence(ledger, shown);
	const edits = told.length > 0 ? told : (excerpt(agreement, change)?.edits ?? []);
	return edits.map(withoutBars);
}

/** The sentence from its beginning, so that its subject is in sight. */
function passageOfSentence(ledger: Ledger, step: SentenceStep): readonly WordEdit[] {
	const edits = markedWords(sentenceEdits(ledger, [step]));
	return cut(edits, subjectCharacters);
}

/** The cells of a row stand beside each other here without their table. */
function withoutBars({ kind, text }: WordEdit): WordEdit {
	return { kind, text: text.replace(/(^| )\|(?= |$)/g, '$1·') };
}

export function excerpt(agreement: Judged, change: Change): { readonly edits: readonly WordEdit[] } | null {
	const { ledger } = agreement;
	const [before, after] = [ledger.states[change.base], ledger.states[change.index]];
	if (before === undefined || after === undefined) return null;
	const all = eventsBetween(ledger, before, after);
	const some = all.filter(({ kind }) => tellingKinds.has(kind));
	// Where only a name was replaced throughout, one of its places shows it.
	const telling = some.length > 0 ? some : all.filter(({ kind }) => kind === 'renamed');
	const changesTerms = termsJudge(ledger)(before, after);
	const best = mostTelling(
		ledger,
		telling.slice(0, mostClauses),
		changesTerms,
		topicWeights(agreement, change),
	);
	return best === null ? null : { edits: cut(markedWords(editsOf(ledger, best)), leadCharacters) };
}

/** Prefers what alters the terms and is on a topic that the change names, running text over labels, a clause reworded over one that came or went whole, and more changed words. */
function mostTelling(
	ledger: Ledger,
	events: readonly ClauseEvent[],
	changesTerms: (event: ClauseEvent) => boolean,
	onTopic: ReadonlyMap<number, number>,
): ClauseEvent | null {
	let best: ClauseEvent | null = null;
	let most = -1;
	for (const event of events) {
		const text = ledger.texts[(event.after ?? event.before) as number] as ClauseText;
		const label = text.linkOnly || isHeading(text) || (isLabel(text) && text.kind !== 'row');
		const words = (onTopic.get(event.clause) ?? 1) * changedWords(ledger, event);
		// Judging costs most: no judgement lifts a clause above the words that changed in it.
		if (words <= most) continue;
		const share = label ? labelWeight : changesTerms(event) ? 1 : asideWeight;
		const weight = share * words;
		if (weight > most) [best, most] = [event, weight];
	}
	return best;
}

/**
 * Clause → what a word of it counts: up to twice as much where it is on the topic that the change names first, the weightiest. Known of
 * clauses that stand today, or that were the last on their topic: of older ones their words have to tell.
 */
function topicWeights({ topics }: Judged, change: Change): Map<number, number> {
	const weights = new Map<number, number>();
	for (const { clause, topic } of topics.findings) {
		const place = change.topics.indexOf(topic);
		if (place !== -1) weights.set(clause, Math.max(weights.get(clause) ?? 1, 1 + 1 / (1 + place)));
	}
	return weights;
}

/** Words to be seen marked, more than a few lines of them counting no more; in a reworded clause they say more than in a new one, in that more than in one that went. */
function changedWords(ledger: Ledger, { before, after, sentences }: ClauseEvent): number {
	const { wordsIn, wordsOut } = countStepWords(ledger, sentences);
	if (before === null) return Math.min(60, wordsIn);
	if (after === null) return Math.min(50, wordsOut * 0.9);
	return Math.min(90, 1.5 * (wordsIn + wordsOut) + 10);
}

/** In a line or two nobody asks where else a sentence stands: what came from elsewhere is plain, what went there left out. */
function markedWords(edits: readonly ClauseEdit[]): readonly WordEdit[] {
	return edits.flatMap(({ kind, text }): WordEdit[] =>
		kind === 'went' ? [] : [{ kind: kind === 'came' ? 'same' : kind, text }],
	);
}

/** @param lead characters kept before the first edit */
function cut(edits: readonly WordEdit[], lead: number): WordEdit[] {
	const result: WordEdit[] = [];
	let room = mostCharacters;
	for (const [at, edit] of edits.entries()) {
		const { kind } = edit;
		const replaced = isReplaced(edits, at);
		const text =
			kind === 'same'
				? cutSame(edit.text, at === 0, at === edits.length - 1, lead)
				: cutFilling(edit.text, Math.max(room * (replaced ? replacedShare : 1), shortest));
		result.push({ kind, text });
		room -= text.length;
		// What follows a mark that is cut would read on from the wrong word.
		if (room <= 0 || (kind !== 'same' && !replaced && text !== edit.text)) break;
	}
	const last = result.at(-1);
	if (result.length < edits.length && last !== undefined && !last.text.endsWith('…'))
		result.push({ kind: 'same', text: ' …' });
	return result;
}

/** A long deletion leaves room for the words that took its place. */
function isReplaced(edits: readonly WordEdit[], at: number): boolean {
	return edits[at]?.kind === 'del' && edits[at + 1]?.kind === 'ins';
}

function cutSame(text: string, first: boolean, last: boolean, lead: number): string {
	if (first && text.length <= lead) return text;
	if (first && lead === subjectCharacters) return cutMiddle(text);
	if (first) return `… ${text.slice(nextBlank(text, text.length - lead)).trimStart()}`;
	if (last) return cutAtSentence(text);
	return text.length <= mostBetween ? text : cutMiddle(text);
}

function cutMiddle(text: string): string {
	const half = mostBetween / 2;
	return `${cutFilling(text, half)} ${text.slice(nextBlank(text, text.length - half)).trimStart()}`;
}

/** After the last mark the sentence is read to its end where it ends soon. */
function cutAtSentence(text: string): string {
	if (text.length <= mostBetween) return text;
	const [sentence = ''] = /^[^.!?。]*[.!?。](?=\s)/u.exec(text) ?? [];
	return sentence !== '' && sentence.length <= mostBetween ? `${sentence} …` : cutFilling(text, mostBetween);
}

/** Where a word begins at or after `from`; `from` itself, moved off the middle of a character, where no blank follows. */
function nextBlank(text: string, from: number): number {
	const at = text.indexOf(' ', from);
	if (at !== -1) return at;
	return /[\udc00-\udfff]/.test(text.charAt(from)) ? from + 1 : from;
}
