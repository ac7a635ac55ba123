/** Of `weightiest.json` what the browser needs: its form, and what of it is newer than a visit. */
import type { ToldInProse } from './told-in-prose.ts';

export interface WeightyChange extends ToldInProse {
	/** When its version was fetched: `2026-06-16T04:12:07Z`. */
	readonly fetched: string;
	/** `changeWeight`, to two digits. */
	readonly weight: number;
	/** `<platform>/<agreement>/<day>/` */
	readonly url: string;
}

export interface WeightiestFile {
	readonly format: 1;
	/** Moments of the newest changes in the terms, newest first: to count those since a visit. */
	readonly moments: readonly string[];
	/** How many older ones were left out. */
	readonly more: number;
	/** Newest first. */
	readonly changes: readonly WeightyChange[];
}

/** Changes told at once. */
export const mostTold = 3;
/** @param changes in any order; of equal weight the one that is given first stands first */
export function weightiestOf(changes: readonly WeightyChange[]): WeightyChange[] {
	const sorted = changes.toSorted((one, other) => other.weight - one.weight);
	const of = ({ platform, agreement }: WeightyChange): string => `${platform}\n${agreement}`;
	const distinct = new Map(sorted.toReversed().map((change) => [of(change), change]));
	return sorted.filter((change) => distinct.get(of(change)) === change).slice(0, mostTold);
}

/** Null where the value is none that this page understands: a file of a later format, an error page. */
export function readWeightiest(value: unknown): WeightiestFile | null {
	const file = value as WeightiestFile | null;
	return file?.format === 1 && Array.isArray(file.changes) && Array.isArray(file.moments) ? file : null;
}

export interface NewsSince {
	/** Changes in the terms; null where there are more than the file counts. */
	readonly count: number | null;
	/** The weightiest first. */
	readonly told: readonly WeightyChange[];
}

/** @param seen moment of the newest version that the reader saw */
export function newsSince({ moments, more, changes }: WeightiestFile, seen: string): NewsSince {
	const count = moments.filter((moment) => moment > seen).length;
	return {
		count: more > 0 && count === moments.length ? null : count,
		told: weightiestOf(changes.filter(({ fetched }) => fetched > seen)),
	};
}
