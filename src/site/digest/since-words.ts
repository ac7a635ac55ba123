/** What the home page says of the time since a reader's last visit. */
import { termsInWords, words } from '../addresses/glossary.ts';
import type { Look } from '../watch/watch-list.ts';
import { dayOnDevice } from '../watch/watch-news.ts';
import type { NewsSince } from './weightiest-since.ts';

/**
 * @param now by the device's clock
 * @returns what is set off, and what follows it: "Since your last visit on 12 June:", " 30 changes in the terms, of which these weigh most."
 */
export function sinceOpening(
	{ count, told }: NewsSince,
	before: Look,
	now: string,
): { opening: string; rest: string } {
	const since = `since your last visit ${dayOnDevice(before.at, now)}`;
	if (count === 0) return { opening: `Nothing new ${since}.`, rest: '' };
	const changes = count === null ? `hundreds of ${words.terms.many}` : termsInWords(count);
	return {
		opening: `S${since.slice(1)}:`,
		rest: ` ${changes}${introduced(count ?? Number.POSITIVE_INFINITY, told.length)}`,
	};
}

/** Behind the number of changes, before those that are told: `, of which these weigh most.` */
export function introduced(changes: number, told: number): string {
	if (told === 0 || told >= changes) return '.';
	return told === 1 ? ', of which this one weighs most.' : ', of which these weigh most.';
}
