/** Which versions two days stand for, and what a reader has to be told about the days they asked for. */
import { dayInWords, dayOf } from '../../text/days-in-words.ts';

/** Of a version no more is needed than the moment of its fetch, ISO 8601. */
interface Fetched {
	readonly fetched: string;
}

/** Days as `2024-06-30`. */
export interface AskedDays {
	readonly from: string;
	readonly to: string;
	/** What was asked for and could not be done, a sentence each. */
	readonly notes: readonly string[];
}

/**
 * The version that stood at the end of a day (UTC): the last in commit order among those fetched until then, so that a version that
 * was recorded late and back-dated counts from its date on, and the newest day always gives the text of today.
 * @returns its index; null before the first record
 */
export function versionOn(versions: readonly Fetched[], day: string): number | null {
	const index = versions.findLastIndex(({ fetched }) => dayOf(fetched) <= day);
	return index === -1 ? null : index;
}

/** True for a day of the calendar, written as `2024-06-30`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days with a version, oldest first. */
export function recordedDays(versions: readonly Fetched[]): string[] {
	return [...new Set(versions.map(({ fetched }) => dayOf(fetched)))].sort();
}

/** The days that an address asks for; without any, all that was recorded. */
export function askedDays(parameters: URLSearchParams, versions: readonly Fetched[]): AskedDays {
	const days = recordedDays(versions);
	const [first = '', last = ''] = [days[0], days.at(-1)];
	const notes: string[] = [];
	const from = asked(parameters.get('from'), first, `the first record of ${dayInWords(first)}`, notes);
	const to = asked(parameters.get('to'), last, `the newest version of ${dayInWords(last)}`, notes);
	if (from <= to) return { from, to, notes };
	return {
		from: to,
		to: from,
		notes: [...notes, 'The later day came first, so the two have changed places.'],
	};
}

/** The day whose whole text an address asks for; null where it asks for none. */
export function askedDay(
	parameters: URLSearchParams,
	versions: readonly Fetched[],
): { readonly day: string; readonly notes: readonly string[] } | null {
	if (!parameters.has('at')) return null;
	const last = recordedDays(versions).at(-1) ?? '';
	const notes: string[] = [];
	return {
		day: asked(parameters.get('at'), last, `the newest version of ${dayInWords(last)}`, notes),
		notes,
	};
}

function asked(text: string | null, usual: string, instead: string, notes: string[]): string {
	if (text === null || text === '') return usual;
	if (isDay(text)) return text;
	notes.push(`“${text}” is no day of the calendar (days are written as 2024-06-30), so here is ${instead}.`);
	return usual;
}
