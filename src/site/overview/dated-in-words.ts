/** What the day that a page gives itself tells of a change, in words. Each sentence says the day and since when it was seen; none judges. */
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import { type Dated, type DatedKind, datedKinds, type StatedDays } from '../../model/dated.ts';
import { counted, grouped, listed } from '../../text/counts-in-words.ts';
import { dayInWords, dayOf, daysBetween } from '../../text/days-in-words.ts';
import { lastChange } from './directory.ts';
import type { NoticeCounts } from './notice-record.ts';

/** Of each kind, as heads of lists. */
export const datedNames: Readonly<Record<DatedKind, string>> = {
	ahead: 'announced ahead',
	passed: 'in force when first seen',
	moved: 'with a new date',
	still: 'without a new date',
};

/** The same in a table of seven columns on a phone. */
export const datedHeads: Readonly<Record<DatedKind, string>> = {
	ahead: 'named ahead',
	passed: 'in force when seen',
	moved: 'new date',
	still: 'no new date',
};

export const datedMeanings: Readonly<Record<DatedKind, string>> = {
	ahead:
		'The page named the day from which the change holds, or that of the update, before that day came. By how many days it did so at least: it may have stood there before it was first seen.',
	passed:
		'The page says that it holds from the day on which the change was first seen here, or from an earlier one.',
	moved: 'The page says of itself that it was last updated on a later day than before.',
	still: 'The terms changed, and each day that the page gives itself stayed as it was.',
};

/** Null where the page gives itself no day. */
export function datedSentence(
	agreement: Agreement,
	{ dated, base }: Pick<Change, 'dated' | 'base'>,
): string | null {
	if (dated === null) return null;
	const former = dayOf(agreement.versions[base]?.fetched ?? dated.seen);
	const tell = { ahead: aheadSentence, passed: passedSentence, moved: movedSentence, still: stillSentence }[
		dated.kind
	];
	return tell(dated, former);
}

function aheadSentence({ day, days, seen, says }: Dated): string {
	const what = says === 'effective' ? 'the day from which it holds' : 'the day of its update';
	return `Announced at least ${counted(days, 'day')} ahead: on ${dayInWords(seen)} the page named ${dayInWords(day)} as ${what}.`;
}

function passedSentence(dated: Dated, former: string): string {
	const { day } = dated;
	return `In force from ${dayInWords(day)}, ${untilSeen(dated)}${window(dated, former)}`;
}

function movedSentence(dated: Dated, former: string): string {
	return `The page says that it was last updated on ${dayInWords(dated.day)}, ${untilSeen(dated)}${window(dated, former)}`;
}

function stillSentence({ day, says }: Dated): string {
	const what = says === 'effective' ? 'holds from' : 'was last updated on';
	return `The page’s own date stood still: it still says that it ${what} ${dayInWords(day)}.`;
}

function untilSeen({ days, seen }: Dated): string {
	return days === 0
		? 'the day on which it was first seen here'
		: `${counted(days, 'day')} before it was first seen here, on ${dayInWords(seen)}`;
}

/** When it can have been published: after the last sight of the former text. */
function window({ day, days }: Dated, former: string): string {
	const late = daysBetween(day, former);
	if (late > 0)
		return `; the former text still stood on ${dayInWords(former)}, ${counted(late, 'day')} after that day.`;
	return days === 0 ? '.' : `; the former text was last recorded on ${dayInWords(former)}.`;
}

export interface CountedPart {
	readonly kind: DatedKind;
	readonly words: string;
}

/** What a record counts, kind by kind, of those of which there are any: `5 announced ahead (median 21 days)`. */
export function recordParts({ counts, median }: NoticeCounts): CountedPart[] {
	const days = median === null ? '' : ` (median ${counted(median, 'day')})`;
	return datedKinds
		.filter((kind) => counts[kind] > 0)
		.map((kind) => ({
			kind,
			words: `${grouped(counts[kind])} ${datedNames[kind]}${kind === 'ahead' ? days : ''}`,
		}));
}

/** `14 dated changes: 5 announced ahead (median 21 days) and 4 without a new date`, `8 changes with a new date` */
export function recordSentence(record: NoticeCounts): string {
	if (record.all === 0) return 'No page gives itself a day that tells something of a change';
	const parts = recordParts(record).map(({ words }) => words);
	const [only] = parts;
	if (parts.length === 1) return `${counted(record.all, 'change')} ${(only as string).replace(/^\S+ /, '')}`;
	return `${counted(record.all, 'dated change')}: ${listed(parts)}`;
}

/** The days that the text in force gives itself, beside the day on which its terms were first seen as they are; null where it gives none. */
export function statedSentence(agreement: Agreement): string | null {
	const said = saidOf(agreement.stated);
	if (said.length === 0) return null;
	const last = lastChange(agreement);
	const isChange = last?.rank === 'prominent';
	const seen = dayInWords((isChange ? last.version : agreement.versions[0])?.fetched ?? '');
	return `The page says of itself: ${listed(said)}. Its terms ${isChange ? 'last changed here' : 'were first recorded here'} on ${seen}.`;
}

function saidOf({ effective, updated }: StatedDays): string[] {
	return [
		...(effective === null ? [] : [`in force from ${dayInWords(effective)}`]),
		...(updated === null ? [] : [`last updated on ${dayInWords(updated)}`]),
	];
}
