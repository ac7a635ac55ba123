/** What a page says of a week. */
import { grouped, listed } from '../../text/counts-in-words.ts';
import { dayAndMonth, weekday } from '../../text/days-in-words.ts';
import { weekInWords } from '../../text/weeks.ts';
import { classNames } from '../addresses/wording.ts';
import type { Digest, Week } from './digest.ts';

/** `120 back to what it was, 62 only dates, links or layout`; empty where there is none. */
export function reasonsCounted({ reasons }: Pick<Digest, 'reasons'>): string {
	return listed(
		reasons.map(({ class: name, count }) => `${grouped(count)} ${classNames[name].toLowerCase()}`),
	);
}

/** For the week that is not over: `The week so far, up to Tuesday 16 June`. */
export function soFarWords(day: string): string {
	return `The week so far, up to ${weekday(day)} ${dayAndMonth(day)}`;
}

/** `The week so far, up to Tuesday 16 June`, `The week of 8 to 14 June 2026` */
export function weekOpening({ week, soFar }: Pick<Week, 'week' | 'soFar'>): string {
	return soFar === null ? `The week of ${weekInWords(week)}` : soFarWords(soFar);
}
