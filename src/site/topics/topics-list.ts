/** All topics with how many platforms have a clause on each and what moved last; which topics are being rewritten. */
import type { Archive, Entry } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { daysBetween } from '../../text/days-in-words.ts';
import { toldEntries } from '../overview/entries.ts';
import { type Adoption, adoptionOf } from './adoption.ts';
import { type Move, movesOn } from './topic-moves.ts';

export interface ListedTopic {
	readonly topic: Topic;
	readonly adoption: Adoption;
	/** The newest of what was taken up, dropped or reworded; null where nothing was for two years. */
	readonly newest: (Move & { readonly kind: 'Added' | 'Dropped' | 'Reworded' }) | null;
}

export function listedTopics(archive: Archive): ListedTopic[] {
	return archive.topics.map((topic) => {
		const { added, dropped, reworded } = movesOn(archive, topic, 1);
		const moves = [
			...added.map((move) => ({ ...move, kind: 'Added' as const })),
			...dropped.map((move) => ({ ...move, kind: 'Dropped' as const })),
			...reworded.map((move) => ({ ...move, kind: 'Reworded' as const })),
		];
		const newest = moves.sort((one, other) => (one.day < other.day ? 1 : -1))[0] ?? null;
		return { topic, adoption: adoptionOf(archive, topic), newest };
	});
}

const recentDays = 90;

/** Topics of the changes that matter of the last 90 days, those of most changes first; an event of several agreements is one. */
export function topicsInMotion(archive: Archive, most: number): { topic: Topic; changes: number }[] {
	const { topics, latest } = archive;
	const counts = new Map<string, number>();
	const isRecent = ({ change }: Entry): boolean =>
		daysBetween(change.version.fetched, latest ?? '') <= recentDays;
	for (const { change } of toldEntries(archive, isRecent)) {
		for (const id of change.topics) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return topics
		.flatMap((topic) => ({ topic, changes: counts.get(topic.id) ?? 0 }))
		.filter(({ changes }) => changes > 0)
		.sort((one, other) => other.changes - one.changes || other.topic.weight - one.topic.weight)
		.slice(0, most);
}
