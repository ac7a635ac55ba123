/** What the found clauses answer: which of them to show, as clauses or as changes, in which order, and when the words first stood. */
import type { ChangeNote, WordRange } from './search-clauses.ts';
import type { Hit } from './search-hits.ts';
import type { Question } from './search-terms.ts';

/** What is looked for: a wording in force or a former one, or the changes that brought it in or took it out; empty for both wordings. */
export type What = '' | 'text' | 'former' | 'change';

/** What a reader asked and chose. */
export interface Asked {
	/** As typed, without the platform that they name. */
	readonly words: string;
	readonly question: Question;
	readonly what: What;
	/** `2023`, or empty for all. */
	readonly year: string;
	/** Newest first instead of best fit first. */
	readonly newest: boolean;
	/** Filter of the records → chosen value. */
	readonly filters: Readonly<Record<string, string>>;
	/** Platform that the words name, whose name is no part of the question; null where they name none, or were not to be taken so. */
	readonly named: string | null;
}

/** One thing to show: a clause, or a change by one of its clauses. */
export interface Finding {
	readonly hit: Hit;
	/** Null where the clause itself is the answer. */
	readonly change: FoundChange | null;
	/** Day by which it is sorted: of a wording in force when it came in, of a former one when it went out, of a change its own. */
	readonly day: string;
}

export interface FoundChange {
	readonly note: ChangeNote;
	/** Whether it brought the words in, took them out, or altered the words around them. */
	readonly did: 'in' | 'out' | 'both';
	/** Other clauses of the change that hold the words as well. */
	readonly others: number;
}

/** The findings of one agreement. */
export interface Group {
	readonly address: string;
	readonly platform: string;
	readonly agreement: string;
	readonly findings: readonly Finding[];
}

/** When the words first stood, and where. */
export interface FirstAppearance {
	readonly hit: Hit;
	readonly note: ChangeNote;
	/** True where the record of the agreement begins that day: the words may be older. */
	readonly atBeginning: boolean;
}

/** @param year `2023`, or empty for all */
export function findingsOf(hits: readonly Hit[], what: What, year: string): Finding[] {
	if (what === 'change') return changesOf(hits).filter(({ day }) => day.startsWith(year));
	return hits
		.filter((hit) => (what === '' || hit.inForce === (what === 'text')) && wasInForce(hit, year))
		.map((hit) => ({ hit, change: null, day: dayOfClause(hit) }));
}

/** The day of a change is the beginning of its address. */
export function dayOfNote({ day }: ChangeNote): string {
	return day.slice(0, 10);
}

interface Stay {
	readonly from: ChangeNote;
	/** Null where the words stand today. */
	readonly to: ChangeNote | null;
}

/** The times that the words stood, oldest first. */
export function staysOf({ head, mark }: Hit): Stay[] {
	return mark.stays.map(([from, to]) => ({
		from: head.changes[from] as ChangeNote,
		to: head.changes[to] ?? null,
	}));
}

function wasInForce(hit: Hit, year: string): boolean {
	if (year === '') return true;
	return staysOf(hit).some(
		({ from, to }) => dayOfNote(from) <= `${year}-12-31` && (to === null || dayOfNote(to) >= `${year}-01-01`),
	);
}

function dayOfClause(hit: Hit): string {
	const last = staysOf(hit).at(-1);
	const note = last?.to ?? last?.from;
	return note === undefined ? '' : dayOfNote(note);
}

/** One finding a change, by the clause that fits best, as it reads now if it still holds the words. A change counts where found words are among those it changed. */
function changesOf(hits: readonly Hit[]): Finding[] {
	const found = new Map<string, Part[]>();
	for (const hit of hits) {
		for (const { note, cameIn } of changesIn(hit)) {
			const finding = { hit, note, cameIn };
			const key = `${hit.group} ${note.day}`;
			const same = found.get(key);
			if (same === undefined) found.set(key, [finding]);
			else same.push(finding);
		}
	}
	return [...found.values()].map(changeOf);
}

/** A clause of a change that holds what was asked for, on one side of it. */
interface Part {
	readonly hit: Hit;
	readonly note: ChangeNote;
	readonly cameIn: boolean;
}

function changeOf(parts: readonly Part[]): Finding {
	const [best] = parts.toSorted(
		(one, other) => Number(other.cameIn) - Number(one.cameIn) || other.hit.score - one.hit.score,
	) as [Part];
	const clauses = new Set(parts.map(({ hit }) => hit.mark.anchor));
	const did = parts.every(({ cameIn }) => cameIn)
		? 'in'
		: parts.some(({ cameIn }) => cameIn)
			? 'both'
			: 'out';
	const change = { note: best.note, did, others: clauses.size - 1 } as const;
	return { hit: best.hit, change, day: dayOfNote(best.note) };
}

function changesIn(hit: Hit): { note: ChangeNote; cameIn: boolean }[] {
	const last = staysOf(hit).at(-1);
	const changes: { note: ChangeNote; cameIn: boolean }[] = [];
	if (last && touches(hit, hit.mark.cameIn)) changes.push({ note: last.from, cameIn: true });
	if (last?.to && touches(hit, hit.mark.wentOut)) changes.push({ note: last.to, cameIn: false });
	return changes;
}

function touches({ found }: Hit, range: WordRange | null): boolean {
	return range !== null && found.some((place) => place >= range[0] && place < range[1]);
}

/** Newest first, or best fit first; a wording in force before a former one that fits as well. */
export function sorted(findings: readonly Finding[], newest: boolean): Finding[] {
	return findings.toSorted((one, other) => {
		if (newest && one.day !== other.day) return one.day < other.day ? 1 : -1;
		return other.hit.score - one.hit.score || Number(other.hit.inForce) - Number(one.hit.inForce);
	});
}

/** Agreements stand in the order of their first finding. */
export function groupsOf(findings: readonly Finding[]): Group[] {
	return [...Map.groupBy(findings, ({ hit }) => hit.group)].map(([address, own]) => {
		const { platform, agreement } = (own[0] as Finding).hit.head;
		return { address, platform, agreement, findings: own };
	});
}

/** By day, not by order: a version of an earlier day may have come in later. */
function earliest(stays: readonly Stay[]): Stay | undefined {
	return stays.toSorted((one, other) => (dayOfNote(one.from) < dayOfNote(other.from) ? -1 : 1))[0];
}

/** The earliest day on which one clause held all that was asked for; null where none ever did. */
export function firstAppearance(hits: readonly Hit[]): FirstAppearance | null {
	let first: FirstAppearance | null = null;
	for (const hit of hits) {
		const stay = earliest(staysOf(hit));
		if (!hit.whole || stay === undefined) continue;
		if (first !== null && dayOfNote(first.note) <= dayOfNote(stay.from)) continue;
		first = { hit, note: stay.from, atBeginning: dayOfNote(stay.from) === hit.head.begins };
	}
	return first;
}
