/** Remembers what was made of a topic in an archive: the key of a page asks for it before the page does, and other pages ask again. */
import type { Archive } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';

type OfTopic<Made> = (archive: Archive, topic: Topic) => Made;

/** The same function, called once for each topic of an archive. */
export function oncePerTopic<Made>(make: OfTopic<Made>): OfTopic<Made> {
	const made = new WeakMap<Archive, Map<string, Made>>();
	return (archive, topic) => {
		const ofArchive = made.get(archive) ?? new Map<string, Made>();
		made.set(archive, ofArchive);
		const one = ofArchive.get(topic.id) ?? make(archive, topic);
		ofArchive.set(topic.id, one);
		return one;
	};
}
