/** The events of a change in plain text, each with the sentences that came in, went out or moved. */
import type { ChangeEvent } from '../../model/change-record.ts';
import type { ClauseEvent, ClauseText, Ledger, Passage, State } from '../../model/ledger.ts';
import { wordHashes } from '../../text/words.ts';
import { type NamedPlaces, namedPlaces, ownName, placeInWords } from '../clauses/place-names.ts';
import { eventsBetween } from '../ledger/neighbour-events.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { fewestContained, standsIn } from '../sentences/state-words.ts';

/** @param before @param after indexes into `Ledger.states` */
export function changeEvents(ledger: Ledger, before: number, after: number): ChangeEvent[] {
	const [old, fresh] = [ledger.states[before], ledger.states[after]];
	if (old === undefined || fresh === undefined) return [];
	const sides = {
		ledger,
		old,
		fresh,
		namedBefore: namedPlaces(ledger, old),
		namedAfter: namedPlaces(ledger, fresh),
	};
	return eventsBetween(ledger, old, fresh).map((event) => told(event, sides));
}

interface Sides {
	readonly ledger: Ledger;
	readonly old: State;
	readonly fresh: State;
	readonly namedBefore: NamedPlaces;
	readonly namedAfter: NamedPlaces;
}

function told(event: ClauseEvent, sides: Sides): ChangeEvent {
	const { ledger, old, fresh } = sides;
	const { kind, clause, before, after, sentences } = event;
	const textOf = (id: number | null): ClauseText | null => (id === null ? null : (ledger.texts[id] ?? null));
	const passages = (kinds: readonly string[], side: 'before' | 'after'): Passage[] =>
		sentences.flatMap((step) => (kinds.includes(step.kind) && step[side] !== null ? [step[side]] : []));
	const said = (found: readonly Passage[]): string[] =>
		found.map((passage) => passageWords(ledger, passage).trim()).filter((sentence) => sentence !== '');
	// Of a sentence that was only cut or only added to, one wording stands on both sides as it is.
	const alone = (found: readonly Passage[], other: State): Passage[] =>
		found.filter((passage) => !standsElsewhere(ledger, other, passage));
	const copies = (found: readonly Passage[], other: State): Passage[] =>
		found.filter((passage) => standsElsewhere(ledger, other, passage));
	const [come, gone] = [passages(['in', 'edited'], 'after'), passages(['out', 'edited'], 'before')];
	return {
		kind,
		anchor: ledger.clauses[clause]?.anchor ?? '',
		number: (textOf(after) ?? textOf(before))?.number ?? '',
		title: titleOf(event, sides),
		before: textOf(before)?.visible ?? null,
		after: textOf(after)?.visible ?? null,
		in: said(alone(come, old)),
		out: said(alone(gone, fresh)),
		moved: said([
			...passages(['came'], 'after'),
			...copies(passages(['in'], 'after'), old),
			...passages(['went'], 'before'),
			...copies(passages(['out'], 'before'), fresh),
		]),
	};
}

function standsElsewhere(ledger: Ledger, other: State, passage: Passage): boolean {
	const hashes = wordHashes(passageWords(ledger, passage));
	return hashes.length >= fewestContained && standsIn(ledger, other, hashes);
}

function titleOf({ from, at }: ClauseEvent, { ledger, old, fresh, namedBefore, namedAfter }: Sides): string {
	return placeInWords(
		at === null ? ownName(ledger, old, namedBefore, from as number) : ownName(ledger, fresh, namedAfter, at),
	);
}
