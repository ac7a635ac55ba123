/** Changes of several agreements that are one event: a company changes the same sentences in the terms of all its services. */
import type { Entry } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import { dayLength } from '../../text/day-length.ts';
import { namelessOf, samenessOf } from './changed-sentences.ts';

/** Of the sentences of two changes together, the share that both must have. */
const enoughShared = 0.6;
/** Between the first fetch of an event and its last: pages of one company are not all fetched, nor all changed, at once. */
const longest = 2 * dayLength;
/** Events that are looked at for one sentence: the newest. A sentence of more than these is no sign of any. */
const mostEvents = 32;

interface Event {
	readonly members: [Entry, ...Entry[]];
	readonly begun: number;
	/** Agreements, by path. */
	readonly agreements: Set<string>;
}

/**
 * Finds the prominent changes that are one event. Each event is led by the change that was fetched first, of those fetched at once by
 * the first path; an agreement is in it once.
 * @param entries in any order: the result does not depend on it
 * @returns for each change of an event with several, all of them, the leader first
 */
export function eventsOf(entries: readonly Entry[]): Map<Change, readonly Entry[]> {
	const begun = new Map<number, Event[]>();
	const events: Event[] = [];
	for (const entry of entries.filter(({ change }) => change.rank === 'prominent').sort(byFetch)) {
		const event = nearest(entry, begun);
		if (event === null) events.push(begin(entry, begun));
		else {
			event.members.push(entry);
			event.agreements.add(entry.agreement.path);
		}
	}
	const shared = events.map(({ members }) => members).filter(({ length }) => length > 1);
	return new Map(shared.flatMap((members) => members.map(({ change }) => [change, members] as const)));
}

function byFetch(one: Entry, other: Entry): number {
	const [left, right] = [keyOf(one), keyOf(other)];
	return left < right ? -1 : left > right ? 1 : one.change.index - other.change.index;
}

function keyOf({ agreement, change }: Entry): string {
	return `${change.version.fetched} ${agreement.path}`;
}

/** The event that shares most with a change; of equal ones that which began first. */
function nearest(entry: Entry, begun: Map<number, Event[]>): Event | null {
	const now = momentOf(entry);
	let best: Event | null = null;
	let most = enoughShared;
	for (const event of candidates(entry, begun, now)) {
		if (event.agreements.has(entry.agreement.path)) continue;
		const shared = samenessOf(entry.change.sentences, event.members[0].change.sentences);
		if (shared > most || (shared === most && best === null)) [best, most] = [event, shared];
	}
	return best;
}

/** Those that share a sentence with it, in the order in which they began. */
function candidates(entry: Entry, begun: Map<number, Event[]>, now: number): readonly Event[] {
	const found = new Set<Event>();
	for (const key of sentencesOf(entry)) {
		const events = begun.get(key)?.filter((event) => now - event.begun <= longest) ?? [];
		if (events.length === 0) begun.delete(key);
		else begun.set(key, events);
		for (const event of events) found.add(event);
	}
	return [...found].sort((one, other) => byFetch(one.members[0], other.members[0]));
}

function begin(entry: Entry, begun: Map<number, Event[]>): Event {
	const event: Event = {
		members: [entry],
		begun: momentOf(entry),
		agreements: new Set([entry.agreement.path]),
	};
	for (const key of sentencesOf(entry)) {
		const events = begun.get(key) ?? [];
		begun.set(key, [...events, event].slice(-mostEvents));
	}
	return event;
}

function sentencesOf({ change }: Entry): ReadonlySet<number> {
	return new Set([...change.sentences.asWritten, ...namelessOf(change.sentences)]);
}

function momentOf({ change }: Entry): number {
	return Date.parse(change.version.fetched);
}
