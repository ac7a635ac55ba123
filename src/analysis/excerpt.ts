/** The most telling words of a change, for lists of changes and feeds. */
import type { Agreement } from '../model/archive.ts';
import type { Change } from '../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger } from '../model/ledger.ts';
import type { WordEdit } from '../model/redline.ts';
import { compareStates } from './compare-states.ts';
import { clauseEdits, withoutNumber } from './redline.ts';
import { isHeading } from './sections.ts';
import { countWordEdits } from './word-edits.ts';

/** About three lines of a column of 70 characters. */
const mostCharacters = 210;
/** Unchanged words kept before the first edit, so that it can be understood. */
const leadCharacters = 48;
/** Between edits, longer unchanged runs are cut in their middle. */
const mostBetween = 60;
/** Clauses looked at: in a rewrite the first hundred tell enough. */
const mostClauses = 100;

export function excerpt(
	agreement: Agreement,
	change: Change,
): { readonly edits: readonly WordEdit[] } | null {
	const { ledger } = agreement;
	const [before, after] = [ledger.states[change.index - 1], ledger.states[change.index]];
	if (before === undefined || after === undefined) return null;
	const telling = compareStates(ledger, before, after).filter(({ kind }) => tellingKinds.has(kind));
	const best = mostTelling(ledger, telling.slice(0, mostClauses));
	return best === null ? null : { edits: cut(editsOf(ledger, best)) };
}

const tellingKinds: ReadonlySet<string> = new Set(['added', 'removed', 'reworded', 'number']);

/** Prefers a clause reworded over one that came or went whole, running text over labels, and then the one with more words changed. */
function mostTelling(ledger: Ledger, events: readonly ClauseEvent[]): ClauseEvent | null {
	let best: ClauseEvent | null = null;
	let most = -1;
	for (const event of events) {
		const weight = weigh(ledger, event);
		if (weight > most) [best, most] = [event, weight];
	}
	return best;
}

function weigh(ledger: Ledger, event: ClauseEvent): number {
	const text = ledger.texts[(event.after ?? event.before) as number] as ClauseText;
	const label = text.linkOnly || isHeading(text) || text.words < 5 ? 0.05 : 1;
	if (event.before === null || event.after === null) return Math.min(60, text.words) * label;
	const old = ledger.texts[event.before] as ClauseText;
	const { wordsIn, wordsOut } = countWordEdits(withoutNumber(old), withoutNumber(text));
	return Math.min(90, 1.5 * (wordsIn + wordsOut) + 5) * label;
}

function editsOf(ledger: Ledger, { before, after }: ClauseEvent): WordEdit[] {
	const [old, fresh] = [before, after].map((id) => (id === null ? null : (ledger.texts[id] as ClauseText)));
	if (old && fresh) return clauseEdits(old, fresh);
	return [
		fresh
			? { kind: 'ins', text: withoutNumber(fresh) }
			: { kind: 'del', text: withoutNumber(old as ClauseText) },
	];
}

function cut(edits: readonly WordEdit[]): WordEdit[] {
	const result: WordEdit[] = [];
	let room = mostCharacters;
	for (const [at, edit] of edits.entries()) {
		if (room <= 0) break;
		const text =
			edit.kind === 'same' ? cutSame(edit.text, at === 0, at === edits.length - 1) : cutEnd(edit.text, room);
		result.push({ kind: edit.kind, text });
		room -= text.length;
	}
	const last = result.at(-1);
	if (result.length < edits.length && last !== undefined && !last.text.endsWith('…'))
		result.push({ kind: 'same', text: ' …' });
	return result;
}

function cutSame(text: string, first: boolean, last: boolean): string {
	if (first)
		return text.length <= leadCharacters
			? text
			: `… ${text.slice(nextBlank(text, text.length - leadCharacters)).trimStart()}`;
	if (last) return cutEnd(text, mostBetween);
	if (text.length <= mostBetween) return text;
	const half = mostBetween / 2;
	return `${cutEnd(text, half)} ${text.slice(nextBlank(text, text.length - half)).trimStart()}`;
}

function cutEnd(text: string, room: number): string {
	if (text.length <= room) return text;
	const end = text.lastIndexOf(' ', room);
	return `${text.slice(0, end > room / 2 ? end : room)} …`;
}

function nextBlank(text: string, from: number): number {
	const at = text.indexOf(' ', from);
	return at === -1 ? from : at;
}
