/** What a platform says today, from its `topics.json.gz`: where platforms stand beside each other, what is followed no longer does not count. */
import type { FoundClause, TopicsFile } from './topics-json.ts';

/** A clause of an agreement that is followed no longer, with the last day on which it was. */
export type FollowedClause = FoundClause & { readonly followedUntil: string };

export type StandingTopic = TopicsFile['topics'][string] & {
	/** Where no agreement that is followed has a clause: those of the last texts of the others. */
	readonly over: readonly FollowedClause[];
};

export interface StandingTopics extends TopicsFile {
	readonly topics: Readonly<Record<string, StandingTopic>>;
	/** The last day on which any of its agreements was followed; null while one is. */
	readonly followedUntil: string | null;
}

export function standingTopics(file: TopicsFile): StandingTopics {
	const agreements = Object.values(file.agreements);
	const standing = agreements.filter(({ retired }) => retired === undefined);
	const ends = new Map(agreements.map(({ name, retired }) => [name, retired]));
	const isStanding = ({ agreement }: FoundClause): boolean => ends.get(agreement) === undefined;
	const topics = Object.entries(file.topics).map(([id, said]) => {
		const found = said.found.filter(isStanding);
		const last = said.found.flatMap((clause) => {
			const followedUntil = ends.get(clause.agreement);
			return followedUntil === undefined ? [] : [{ ...clause, followedUntil }];
		});
		const readable =
			standing.length === 0 ? said.readable : standing.some(({ unread }) => !unread.includes(id));
		const gone = said.gone !== null && isStanding(said.gone) ? said.gone : null;
		return [id, { name: said.name, readable, found, gone, over: found.length > 0 ? [] : last }] as const;
	});
	const days = agreements.flatMap(({ retired }) => retired ?? []).toSorted();
	return {
		...file,
		topics: Object.fromEntries(topics),
		followedUntil: standing.length === 0 ? (days.at(-1) ?? null) : null,
	};
}
