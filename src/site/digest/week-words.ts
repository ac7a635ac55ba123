/** How much a week holds, in words. */
import { counted, grouped, listed } from '../../text/counts-in-words.ts';
import { dayAndMonth, weekday } from '../../text/days-in-words.ts';
import { classNames } from '../addresses/wording.ts';
import type { Digest, Week } from './digest.ts';

/** `214 recorded changes, 12 that matter` */
export function recordedOf({ entries, matter }: Pick<Week, 'entries' | 'matter'>): string {
	return `${counted(entries.length, 'recorded change')}, ${mattering(matter)}`;
}

/** `12 that matter` */
export function mattering(count: number): string {
	return count === 0 ? 'none that matters' : `${grouped(count)} that ${count === 1 ? 'matters' : 'matter'}`;
}

/** `182 folded: 120 put back and 62 cosmetic`; empty where nothing was. */
export function foldedWords({ folded }: Pick<Digest, 'folded'>): string {
	const sum = folded.reduce((total, { count }) => total + count, 0);
	if (sum === 0) return '';
	const parts = folded.map(({ class: name, count }) => `${grouped(count)} ${classNames[name].toLowerCase()}`);
	return `${grouped(sum)} folded: ${listed(parts)}`;
}

/** For the week that is not over: `The week so far, up to Tuesday 16 June`. */
export function soFarWords(day: string): string {
	return `The week so far, up to ${weekday(day)} ${dayAndMonth(day)}`;
}
