/** Since when a clause stands and when its words last changed, as the margin says it. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import type { Blame } from '../../analysis/history/blame.ts';
import type { Change } from '../../model/change.ts';
import { daysBetween, shortMonth } from '../../text/days-in-words.ts';

/** 1: the last 90 days, 2: a year, 3: three years, 4: older. */
export type Age = 1 | 2 | 3 | 4;

/** One piece of the label, linked to the change that it speaks of. */
export interface AgeWords {
	readonly words: string;
	readonly change: Change;
	/** Of the last 90 days: takes the accent. */
	readonly recent: boolean;
}

export interface AgeLabel {
	readonly age: Age;
	readonly parts: readonly AgeWords[];
	/** Equal for clauses that share their label. */
	readonly key: string;
}

/** Days that an age reaches back, newest first. */
const reach: readonly { readonly age: Age; readonly days: number }[] = [
	{ age: 1, days: 90 },
	{ age: 2, days: 365 },
	{ age: 3, days: 1096 },
];

/**
 * An old number is told for a year: by then who knew the clause by it has met the new one.
 * @param today the moment of the newest version of the archive
 */
export function ageLabel({ since, reworded, formerNumber }: Blame, today: string): AgeLabel {
	const pieces = [{ words: `since ${shortMonth(since.version.fetched)}`, change: since, tells: true }];
	if (reworded !== null) {
		pieces.push({ words: `reworded ${shortMonth(reworded.version.fetched)}`, change: reworded, tells: true });
	}
	if (formerNumber !== null && ageOf(formerNumber.until.version.fetched, today) <= 2) {
		const { number, until } = formerNumber;
		const as = `as ${bareNumber(number)}`;
		pieces.push({ words: `${as} until ${shortMonth(until.version.fetched)}`, change: until, tells: false });
	}
	return {
		age: ageOf((reworded ?? since).version.fetched, today),
		parts: pieces.map(({ words, change, tells }) => ({
			words,
			change,
			// A new number makes no clause younger.
			recent: tells && ageOf(change.version.fetched, today) === 1,
		})),
		key: pieces.map(({ words, change }) => `${words} ${change.index}`).join(),
	};
}

/** How many of these changes are of each age: where it is the same on two days, every label and mark of age is. */
export function ageCounts(changes: readonly Change[], today: string): readonly number[] {
	const counts = [0, 0, 0, 0];
	for (const { version } of changes) (counts[ageOf(version.fetched, today) - 1] as number)++;
	return counts;
}

export function ageOf(moment: string, today: string): Age {
	const days = daysBetween(moment, today);
	return reach.find((step) => days <= step.days)?.age ?? 4;
}
