/** The days that a page gives itself, and how they stand to the changes of its terms. */

/** `effective`: from that day on the text holds; `updated`: on that day it was last changed. */
export type DaySaid = 'effective' | 'updated';

/** `YYYY-MM-DD`; null where the page says none, or several. */
export interface StatedDays {
	readonly effective: string | null;
	readonly updated: string | null;
}

export const noDays: StatedDays = { effective: null, updated: null };

/**
 * `ahead` the page named the day from which the change holds before that day came · `passed` the change held already when it was first
 * seen · `moved` the page says of itself a later day of its last update than before · `still` it names the same day as before the change
 */
export const datedKinds = ['ahead', 'passed', 'moved', 'still'] as const;

export type DatedKind = (typeof datedKinds)[number];

export interface Dated {
	readonly kind: DatedKind;
	readonly says: DaySaid;
	/** The day that the page names, `YYYY-MM-DD`. */
	readonly day: string;
	/** Of `ahead` the day on which the page was first seen to name it, else that on which the change was, UTC. */
	readonly seen: string;
	/** Whole days between the two, never negative. */
	readonly days: number;
}
