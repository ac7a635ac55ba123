/** What a recorded version is to a reader, and how many there are of each: every count on a page is one of these. */
import type { Change, Rank } from './change.ts';

/**
 * `terms` the terms changed · `lesser` something beside them did, or what changed did not last · `unchanged` nothing did · `unread` the
 * text is too long to be compared · `first` there was nothing to compare it with
 */
export type ChangeKind = 'terms' | 'lesser' | 'unchanged' | 'unread' | 'first';

/** In the order in which they are told. `alike`: the terms changed in the same words as at another agreement, which tells it. */
export const countedKinds = ['terms', 'alike', 'lesser', 'unchanged', 'unread', 'first'] as const;

export type CountedKind = (typeof countedKinds)[number];

/** Those of the kinds together are all that was recorded. */
export type Counts = Readonly<Record<CountedKind | 'recorded', number>>;

const kindOfRank: Readonly<Record<Rank, ChangeKind>> = {
	prominent: 'terms',
	low: 'lesser',
	folded: 'unchanged',
};

export function kindOf(change: Pick<Change, 'class' | 'rank'>): ChangeKind {
	if (change.class === 'first') return 'first';
	return change.class === 'unfollowed' ? 'unread' : kindOfRank[change.rank];
}
