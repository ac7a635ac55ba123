/** Tells a misspelt or doubled word that was put right from a word that says something else. */
import type { ClauseEvent, ClauseText, Ledger, SentenceStep, State } from '../../model/ledger.ts';
import { wordingKinds } from '../ledger/event-kinds.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { wordEdits } from '../sentences/word-edits.ts';

/** Of shorter words one letter makes others: "now" and "not", "our" and "your". A letter alone is no word. */
const shortestWord = 5;
/** A change in which more sentences differ is no correction. */
const mostSentences = 12;
/** Words of one letter in English; another language has its own, and then they stand in its texts more than once. */
const wordsOfOneLetter = new Set(['a', 'i']);
const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const oneWord = /^[\p{L}\p{M}]+$/u;

/** True where every sentence that differs holds a slip of before, put right. */
export function onlySlipsMended(
	ledger: Ledger,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): boolean {
	const steps = events
		.filter(({ kind }) => wordingKinds.has(kind))
		.flatMap(({ sentences }) => sentences)
		.filter(({ kind }) => kind !== 'same');
	if (steps.length === 0 || steps.length > mostSentences) return false;
	const corrections: Correction[] = [];
	for (const step of steps) {
		const found = correctionsIn(ledger, step);
		if (found === null) return false;
		corrections.push(...found);
	}
	const wrong = new Set(corrections.map(({ slip }) => slip));
	const right = new Set(corrections.map((correction) => correction.word));
	return !holdsAny(ledger, after, wrong) && holdsAll(ledger, before, right);
}

/** A word that is none, and what took its place. */
interface Correction {
	readonly slip: string;
	readonly word: string;
}

/** Null where anything else differs. */
function correctionsIn(ledger: Ledger, { kind, before, after }: SentenceStep): Correction[] | null {
	if (kind !== 'edited') return null;
	const edits = wordEdits(passageWords(ledger, before), passageWords(ledger, after));
	const corrections: Correction[] = [];
	for (const [at, edit] of edits.entries()) {
		if (edit.kind === 'same') continue;
		const [old, fresh] = [edit, edits[at + 1]];
		if (old.kind === 'del' && fresh?.kind === 'ins') {
			const correction = correctionOf(old.text, fresh.text);
			if (correction === null) return null;
			corrections.push(...correction);
		} else if (old.kind === 'ins' && edits[at - 1]?.kind === 'del') continue;
		else if (!isDoubled(old.text, edits[at - 1]?.text ?? '', edits[at + 1]?.text ?? '')) return null;
	}
	return corrections;
}

/** Empty where the letters are the same. */
function correctionOf(before: string, after: string): Correction[] | null {
	const [slip, right] = [before, after].map((text) => (text.match(word) ?? []).map(spelledOut).join(' ')) as [
		string,
		string,
	];
	if (!isPlain(before) || !isPlain(after)) return null;
	if (slip === right) return [];
	if (!oneWord.test(slip) || !oneWord.test(right)) return null;
	const isLetter = slip.length === 1 && !wordsOfOneLetter.has(slip) && right.length === 2;
	const isMisspelt =
		Math.min(slip.length, right.length) >= shortestWord &&
		slip[0] === right[0] &&
		slip.at(-1) === right.at(-1);
	return (isLetter || isMisspelt) && isOneSlipAway(slip, right) ? [{ slip, word: right }] : null;
}

/** Words, stops and quotes: a number or a sign may say something. */
function isPlain(text: string): boolean {
	return /^[\p{L}\p{M}\s.,;:!?()'"“”‘’]*$/u.test(text);
}

/** "don't" as "do not". What may stand for two words, as 's and 'd do, is left. */
function spelledOut(written: string): string {
	const plain = written.toLowerCase().replace('’', "'");
	if (plain === "can't" || plain === 'cannot') return 'can not';
	if (plain === "won't") return 'will not';
	return plain
		.replace(/n't$/, ' not')
		.replace(/'(re|ve|ll)$/, (_, short: 're' | 've' | 'll') => ` ${long[short]}`);
}

const long = { re: 'are', ve: 'have', ll: 'will' } as const;

/** A letter too many, too few or wrong, or two that changed places. */
function isOneSlipAway(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (long.length - short.length > 1) return false;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	const [left, right] = [short.slice(start), long.slice(start)];
	if (short.length < long.length) return left === right.slice(1);
	if (left.slice(1) === right.slice(1)) return true;
	return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}

/** "the the": a word that came in or went out beside itself. */
function isDoubled(text: string, before: string, after: string): boolean {
	const [only, ...more] = text.match(word) ?? [];
	if (!isPlain(text) || more.length > 0) return false;
	if (only === undefined) return true;
	const [last, next] = [before.match(word)?.at(-1), after.match(word)?.[0]];
	return [last, next].some((neighbour) => neighbour?.toLowerCase() === only.toLowerCase());
}

function holdsAny(ledger: Ledger, state: State, words: ReadonlySet<string>): boolean {
	if (words.size === 0) return false;
	return state.texts.some((id) => wordsOf(ledger, id).some((held) => words.has(held)));
}

function holdsAll(ledger: Ledger, state: State, words: ReadonlySet<string>): boolean {
	const missing = new Set(words);
	for (const id of state.texts) {
		if (missing.size === 0) break;
		for (const held of wordsOf(ledger, id)) missing.delete(held);
	}
	return missing.size === 0;
}

function wordsOf({ texts }: Ledger, id: number): string[] {
	return (texts[id] as ClauseText).visible.toLowerCase().match(word) ?? [];
}
