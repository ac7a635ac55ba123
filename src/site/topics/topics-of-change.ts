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

/** Prominent changes of clauses on a topic, newest first, each event once. */
export function topicEntries(archive: Archive, { id }: Pick<Topic, 'id'>): readonly Entry[] {
	return toldEntries(archive, ({ change }) => change.topics.includes(id));
}
