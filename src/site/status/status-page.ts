/** The status page: what is not fine first, the rest by platform, and how much of each there is, in words. */
import type { Archive } from '../../model/archive.ts';
import { counted, grouped } from '../../text/counts-in-words.ts';
import { clock, dayInWords, daysBetween } from '../../text/days-in-words.ts';
import { type CaptureState, type StatusLine, statusLines } from './capture-status.ts';

/** In the order of the page: what is not fine comes first. */
export const stateNames: readonly (readonly [CaptureState, string])[] = [
	['held', 'Held'],
	['failing', 'Failing'],
	['never', 'Never captured'],
	['overdue', 'Not checked'],
	['fine', 'Fine'],
	['unknown', 'Not known'],
	['ended', 'No longer followed'],
];

export interface StatusView {
	readonly headline: string;
	readonly summary: string;
	/** Time of the newest check; null where none is on record. */
	readonly checked: string | null;
	/** What is not fine, worst first. */
	readonly troubled: readonly StatusLine[];
	/** The rest by platform. */
	readonly settled: readonly (readonly [string, readonly StatusLine[]])[];
}

/** The whole page. */
export function viewStatus(archive: Archive): StatusView {
	const all = statusLines(archive);
	const troubledKinds = stateNames.slice(0, 4);
	const troubled = troubledKinds.flatMap(([kind]) => all.filter(({ state }) => state === kind));
	const settled = all.filter((line) => !troubled.includes(line));
	return {
		headline: headlineOf(archive, all),
		summary: summaryOf(archive, all),
		checked: archive.status?.updated ?? null,
		troubled: archive.status === null ? [] : troubled,
		settled: [...Map.groupBy(archive.status === null ? all : settled, ({ platform }) => platform)],
	};
}

function headlineOf({ status }: Archive, all: readonly StatusLine[]): string {
	if (status === null) return 'No check is on record';
	const followed = all.filter(({ state }) => state !== 'ended');
	const good = followed.filter(({ state }) => state === 'fine').length;
	if (good < followed.length) return `${grouped(good)} of ${counted(followed.length, 'agreement')} are fine`;
	return good === 1 ? 'The one agreement is fine' : `All ${counted(good, 'agreement')} are fine`;
}

function summaryOf({ status, declared }: Archive, all: readonly StatusLine[]): string {
	if (status === null && declared.length === 0)
		return 'This archive says nothing of its captures. What is known of each agreement is its last recorded version.';
	if (status === null)
		return 'The next capture writes down how it went. Until then, what is known of each agreement is its last recorded version.';
	const count = (kind: CaptureState) => all.filter(({ state }) => state === kind).length;
	const parts = stateWords.map(([kind, one, many]) => {
		const found = count(kind);
		return found === 0 ? '' : `${grouped(found)} ${found === 1 ? one : many}.`;
	});
	const said = parts.filter((part) => part !== '').join(' ');
	const allFine = 'Each page showed the recorded text when it was last asked for.';
	return said === '' ? allFine : said;
}

const stateWords: readonly (readonly [CaptureState, string, string])[] = [
	[
		'held',
		'is held back, because what was fetched may not be the agreement',
		'are held back, because what was fetched may not be the agreement',
	],
	['failing', 'is failing', 'are failing'],
	['never', 'was never captured', 'were never captured'],
	['overdue', 'was not checked lately', 'were not checked lately'],
	['ended', 'is followed no longer', 'are followed no longer'],
];

/** How long before the newest check: `4 days`, `1 day`, `today`; empty where it is not known. */
export function ageInWords(since: string | null, checked: string | null): string {
	if (since === null || checked === null) return '';
	const days = Math.floor(daysBetween(since, checked));
	return days < 1 ? 'today' : counted(days, 'day');
}

/** `22 November 2026, 04:12 UTC` */
export function momentInWords(iso: string): string {
	return `${dayInWords(iso)}, ${clock(iso)}`;
}
