/** `changes/<month>.json`: the changes of a month that have a page. */
import type { MonthAnswer } from '../../model/api-answers.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import { hasPage } from '../../model/change.ts';
import { monthApi } from '../addresses/api-urls.ts';
import { monthUrl } from '../addresses/links.ts';
import { absolute } from '../addresses/urls.ts';
import { byMonth } from '../overview/days.ts';
import { changeAnswer } from './change-answer.ts';
import type { Recorded } from './names.ts';

export interface MonthOfChanges {
	/** `2026-06` */
	readonly month: string;
	/** All that was recorded, newest first. */
	readonly entries: readonly Entry[];
	/** Neighbours that have an answer too. */
	readonly earlier: string | undefined;
	readonly later: string | undefined;
}

/** Months in which a change has a page, newest first. */
export function monthsOfChanges({ entries }: Pick<Archive, 'entries'>): MonthOfChanges[] {
	const months = [...byMonth(entries)].filter(([, own]) => own.some(isListed));
	return months.map(([month, own], at) => ({
		month,
		entries: own,
		earlier: months[at + 1]?.[0],
		later: months[at - 1]?.[0],
	}));
}

export function isListed({ change }: Entry): boolean {
	return hasPage(change);
}

export function monthAnswer(
	archive: Recorded,
	{ month, entries, earlier, later }: MonthOfChanges,
): MonthAnswer {
	return {
		month,
		address: absolute(monthUrl(month)),
		recorded: entries.length,
		earlier: earlier === undefined ? null : monthApi(earlier),
		later: later === undefined ? null : monthApi(later),
		changes: entries.filter(isListed).map((entry) => changeAnswer(archive, entry)),
	};
}
