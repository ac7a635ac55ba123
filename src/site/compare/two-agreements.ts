/** Two agreements clause by clause, the second read as if it were the next version of the first. */
import { countEvents } from '../../analysis/changes/change-facts.ts';
import { shownVersion } from '../../analysis/history/shown-version.ts';
import { wordlessKinds } from '../../analysis/ledger/event-kinds.ts';
import { joinedLedger, type TextOfLedger } from '../../analysis/ledger/joined-ledger.ts';
import { eventsBetween } from '../../analysis/ledger/neighbour-events.ts';
import type { EventKind, Ledger, State } from '../../model/ledger.ts';
import { counted, grouped } from '../../text/counts-in-words.ts';
import { dayOf } from '../../text/days-in-words.ts';
import type { ChangedRow, RedlineView, Row } from '../redline/redline-rows.ts';
import { type ComparedTexts, compareTexts } from './comparison.ts';
import type { RecordedAgreement, RecordedVersion } from './ledger-json.ts';
import { type Side, sideOf } from './side.ts';

export interface ComparedAgreements extends ComparedTexts {
	readonly sentence: string;
	/** Today's text of each. */
	readonly sides: readonly [Side, Side];
}

/** @param names by which the sentence tells them apart */
export function compareAgreements(
	one: RecordedAgreement,
	other: RecordedAgreement,
	names: readonly [string, string],
): ComparedAgreements {
	const ledger = joinedLedger(textOfToday(one), textOfToday(other));
	const [before, after] = ledger.states as readonly [State, State];
	const compared = compareTexts(ledger, before, after);
	return {
		...compared,
		view: withoutTime(compared.view),
		sentence: sentenceOf(ledger, names),
		sides: [sideOfToday(one), sideOfToday(other)],
	};
}

function textOfToday({ ledger, versions }: RecordedAgreement): TextOfLedger {
	const nothing = { texts: new Int32Array(), clauses: new Int32Array() };
	return { ledger, state: ledger.states[shownVersion(versions)] ?? nothing };
}

function sideOfToday(agreement: RecordedAgreement): Side {
	const index = agreement.versions.length - 1;
	const { fetched } = agreement.versions[index] as RecordedVersion;
	return sideOf(agreement, dayOf(fetched), index);
}

/** "80 clauses stand word for word in both; 12 in other words, 20 in A alone, 8 in B alone" */
function sentenceOf(ledger: Ledger, [one, other]: readonly [string, string]): string {
	const [before, after] = ledger.states as readonly [State, State];
	const events = eventsBetween(ledger, before, after);
	if (events.length === 0) return 'Both have the very same text';
	const counts = countEvents(ledger, events);
	const changed = events.filter(({ at, kind }) => at !== null && !wordlessKinds.has(kind)).length;
	const same = after.texts.length - changed;
	const otherwise = counts.reworded + counts.number + counts.renamed + counts.redated;
	const parts = [
		[otherwise, 'in other words'],
		[counts.removed, `in ${one} alone`],
		[counts.added, `in ${other} alone`],
	] as const;
	const rest = parts.filter(([count]) => count > 0).map(([count, words]) => `${grouped(count)} ${words}`);
	const stand = same === 1 ? 'stands' : 'stand';
	const both = same === 0 ? 'No clause stands' : `${counted(same, 'clause')} ${stand}`;
	return `${both} word for word in both${rest.length === 0 ? '' : `; ${rest.join(', ')}`}`;
}

/** What a clause is called that is in one of the texts alone: nothing came in or went out. */
const labels: Readonly<Partial<Record<EventKind, string>>> = {
	added: 'Only in the second',
	removed: 'Only in the first',
	reworded: 'In other words',
	number: 'Other number',
	renamed: 'Other name',
	redated: 'Other date',
	moved: 'Elsewhere',
	renumbered: 'Other number',
};

function withoutTime({ parts, omitted }: RedlineView): RedlineView {
	return { parts: parts.map((part) => ({ ...part, rows: part.rows.map(rowWithoutTime) })), omitted };
}

function rowWithoutTime(row: Row): Row {
	if (row.kind === 'more') return { ...row, rows: row.rows.map(relabelled) };
	return row.kind === 'change' ? relabelled(row) : row;
}

function relabelled(row: ChangedRow): ChangedRow {
	return { ...row, label: row.column === null ? (labels[row.event] ?? row.label) : row.label };
}
