/** The laws that clauses on a topic touch. */
import type { Regulation } from '../../model/regulation.ts';

export interface LawOnTopic extends Pick<Regulation, 'id' | 'short'> {
	/** The parts of the law that touch the topic. */
	readonly citation: string;
	/** What they ask. */
	readonly asks: string;
}

/** In the order of the vocabulary. @param topic `Topic.id` */
export function lawsOn(regulations: readonly Regulation[], topic: string): LawOnTopic[] {
	return regulations.flatMap(({ id, short, topics }) =>
		topics
			.filter((touched) => touched.topic === topic)
			.map(({ citation, asks }) => ({ id, short, citation, asks })),
	);
}
