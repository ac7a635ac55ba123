/** The topics that rules found in the changed clauses of a change. */
import type { Archive, Entry } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { Topic } from '../../model/topic.ts';
import { toldEntries } from '../overview/entries.ts';

/** In the order in which the change names them; one that the vocabulary no longer has is left out. */
export function topicsOf(
	{ topics }: Pick<Archive, 'topics'>,
	change: Pick<Change, 'topics'>,
): readonly Topic[] {
	return change.topics.flatMap((id) => topics.find((topic) => topic.id === id) ?? []);
}

/** A side that turned, in words. */
export interface NamedTurn {
	readonly topic: Topic;
	readonly before: string;
	readonly after: string;
}

/** What a topic without a side is called on either side of an arrow. */
const nothing = 'not said';

/** The weightiest first. */
export function turnsOf(
	{ topics }: Pick<Archive, 'topics'>,
	change: Pick<Change, 'turns'>,
): readonly NamedTurn[] {
	const named = change.turns.flatMap(({ topic: id, before, after }): NamedTurn[] => {
		const topic = topics.find((each) => each.id === id);
		if (topic === undefined) return [];
		const nameOf = (stance: string | null): string =>
			topic.stances.find((each) => each.id === stance)?.name ?? nothing;
		return [{ topic, before: nameOf(before), after: nameOf(after) }];
	});
	return named.sort((one, other) => other.topic.weight - one.topic.weight);
}

/** Prominent changes of clauses on a topic, newest first, each event once. */
export function topicEntries(archive: Archive, { id }: Pick<Topic, 'id'>): readonly Entry[] {
	return toldEntries(archive, ({ change }) => change.topics.includes(id));
}
