/** The day that an agreement gives itself: "Last updated: 3 March 2025". */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';

/** Clauses at the beginning and at the end in which an edition names its day. */
const reach = 12;
const longest = 60;

const named = /\b(?:updated?|effective|revised|revision|modified|amended|in force|version|date)\b/i;
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[.]?';
const day = new RegExp(
	String.raw`\b(?:(\d{4}-\d{2}-\d{2})|(${month}\s\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})|(\d{1,2})(?:st|nd|rd|th)?\s(${month}),?\s(\d{4}))\b`,
	'i',
);

/** Milliseconds; the latest of the days found, or null. English and ISO dates only: 03/04/2025 is two days. */
export function editionDate(ledger: Ledger, state: State): number | null {
	const ids = [
		...state.texts.slice(0, reach),
		...state.texts.slice(Math.max(reach, state.texts.length - reach)),
	];
	const days = ids.map((id) => dayOfLine(ledger.texts[id] as ClauseText)).filter((found) => found !== null);
	return days.length === 0 ? null : Math.max(...days);
}

/** Words of a line that says nothing but its day. */
const longestStatement = 8;
const stated = /^(?:this \S+ was )?(?:last )?(?:updated?|effective|revised|revision|modified|amended)\b/i;

/** Milliseconds; of the first line that is nothing but a day, wherever it stands; null where none is. */
export function firstStatedDay(ledger: Ledger, state: State): number | null {
	for (const id of state.texts) {
		const text = ledger.texts[id] as ClauseText;
		if (text.words > longestStatement || !stated.test(text.visible)) continue;
		const day = dayIn(text.visible);
		if (day !== null) return day;
	}
	return null;
}

const monthAlone = new RegExp(String.raw`\b(${month}),?\s(\d{4})\b`, 'i');
const monthAfterDay = new RegExp(String.raw`\d(?:st|nd|rd|th)?\s${month},?\s\d{4}`, 'i');

/** Milliseconds; of the first line that names nothing but the month of the edition, "Updated: May 2024"; null where none does. */
export function editionMonth(ledger: Ledger, { texts }: State): number | null {
	for (const id of texts.slice(0, reach)) {
		const { visible, words } = ledger.texts[id] as ClauseText;
		if (words > longestStatement || !stated.test(visible) || monthAfterDay.test(visible)) continue;
		const [, name, year] = monthAlone.exec(visible) ?? [];
		const time = Date.parse(`1 ${name} ${year} UTC`);
		if (!Number.isNaN(time)) return time;
	}
	return null;
}

function dayOfLine({ visible, words }: ClauseText): number | null {
	return words > longest || !named.test(visible) ? null : dayIn(visible);
}

/** The first day in a text, as milliseconds; null where there is none. */
export function dayIn(words: string): number | null {
	const [, iso, monthDay, year, dayOfMonth, monthName, yearAfter] = day.exec(words) ?? [];
	const text = iso ?? (monthDay ? `${monthDay} ${year}` : `${dayOfMonth} ${monthName} ${yearAfter}`);
	const time = Date.parse(`${text}${iso ? '' : ' UTC'}`);
	return Number.isNaN(time) ? null : time;
}
