/** Entries that came into a list or table, or went out of it: places, parties, products. */
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { isRowOfCells } from '../clauses/row-name.ts';
import type { News } from './news.ts';
import { withoutAddress } from './sentence-news.ts';

const base = 260;
const perEntry = 6;
const mostEntries = 20;
/** A list that came in, or went out, with the words above it is told by those. */
const ofNewList = 100;
/** More words are a sentence. */
const longest = 7;

/**
 * @param events in the order of the document
 * @param listOf what the list of a clause is called; may be empty
 */
export function entryNews(
	{ texts }: Ledger,
	events: readonly ClauseEvent[],
	listOf: (event: ClauseEvent) => string,
): News[] {
	const found: News[] = [];
	const stands = standsElsewhere(texts, events);
	const isNew = inNewLists(texts, events);
	for (let at = 0; at < events.length; ) {
		const first = events[at] as ClauseEvent;
		const names: string[] = [];
		const of = isEntryEvent(first) ? listOf(first) : '';
		while (at < events.length) {
			const event = events[at] as ClauseEvent;
			if (event.kind !== first.kind || !isEntryEvent(event)) break;
			const name = entryOf(texts[(event.after ?? event.before) as number] as ClauseText);
			if (name === '' || stands(name, event.kind) || (names.length > 0 && listOf(event) !== of)) break;
			names.push(name);
			at++;
		}
		if (names.length === 0) at++;
		else {
			const kind = first.kind === 'added' ? 'entries-in' : 'entries-out';
			const weight = isNew[at - 1] ? ofNewList : base + perEntry * Math.min(names.length, mostEntries);
			found.push({ fact: { kind, entries: names, of }, weight, event: first, step: null });
		}
	}
	return found;
}

/** Characters of the texts that are looked through for an entry: of a rewrite the first tell enough. */
const mostLooked = 100_000;

/** Whether the words of an entry that came in, or went out, stand in the other version within a clause that changed, too. */
function standsElsewhere(texts: Ledger['texts'], events: readonly ClauseEvent[]) {
	const known: Partial<Record<ClauseEvent['kind'], string>> = {};
	const other = (kind: ClauseEvent['kind']): string => {
		const side = kind === 'added' ? 'before' : 'after';
		known[kind] ??= events
			.flatMap((event) => (event[side] === null ? [] : [(texts[event[side]] as ClauseText).visible]))
			.join('\n')
			.slice(0, mostLooked);
		return known[kind];
	};
	return (name: string, kind: ClauseEvent['kind']): boolean => other(kind).includes(name);
}

/** For each event whether it is an entry of a list that came in, or went out, with the words above it. */
function inNewLists(texts: Ledger['texts'], events: readonly ClauseEvent[]): readonly boolean[] {
	let isBelow = false;
	return events.map((event, at) => {
		const above = events[at - 1];
		const text = texts[(event.after ?? event.before) as number] as ClauseText;
		const isEntry = text.kind === 'item' || text.kind === 'row';
		isBelow =
			isEntryEvent(event) &&
			(!isEntry || (isBelow && above?.kind === event.kind && placeOf(above) === placeOf(event) - 1));
		return isBelow && isEntry;
	});
}

function placeOf({ kind, at, from }: ClauseEvent): number {
	return (kind === 'removed' ? from : at) ?? -1;
}

function isEntryEvent({ kind }: ClauseEvent): boolean {
	return kind === 'added' || kind === 'removed';
}

/** Of an item its words, of a row its first cell; empty where it is a sentence, a label of the page, or no entry. */
function entryOf(text: ClauseText): string {
	if (text.kind !== 'item' && !isRowOfCells(text)) return '';
	const words = text.kind === 'row' ? firstCell(text.visible) : withoutNumber(text);
	const name = withoutAddress(words).replace(/(?<![\s.;,])[\s.;,]+$/, '');
	if (!/^[\p{Lu}\d]/u.test(name) || name.split(/\s+/).length > longest || text.linkOnly) return '';
	return name;
}

function firstCell(row: string): string {
	return (
		row
			.split('|')
			.map((cell) => cell.trim())
			.find((cell) => cell !== '' && !isDay(cell)) ?? ''
	);
}

/** "5 August 2024": when a row was written is no name of it. */
function isDay(cell: string): boolean {
	return (
		/\d/.test(cell) && /^[\d\s.,/-]*(?:\p{L}{3,9}[\d\s.,/-]*)?$/u.test(cell) && /\d{4}|\d[./-]\d/.test(cell)
	);
}
