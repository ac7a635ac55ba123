/** How far up in a digest a change stands. */
import type { Change } from '../../model/change.ts';

/** Changed words beyond this add nothing: a text that was replaced as a whole is not a hundred times the news of a rewritten clause. */
const mostWords = 1024;
/** A number that changed is one word out and one in, and says as much as a clause of this many words. */
const wordsOfNumber = 24;
/** What a step of a topic's weight is worth, in doublings of the changed words: of the heaviest topic, and of each further one. */
const heaviest = 2;
const further = 0.5;
/** All further topics together: a text that was replaced as a whole touches most topics that there are. */
const mostFurther = 4;
/** What of a headline's own rank (`News.weight`) is worth a doubling: so a side that turned on the heaviest topic stands above a rewrite on many. */
const perHeadline = 200;

/**
 * Each doubling of the changed words weighs 1; to that come the topics of the changed clauses, the heaviest with twice its weight of 1 to 3, each
 * further one with half of it, up to 4 in all. So a reworded clause of 30 words on a topic of weight 3 stands above 1,000 words on none, and of two
 * changes on the same topics the longer one stands first. What the headline tells first weighs by its own rank: 6 to 17 for a side that an
 * agreement took, turned or gave up, 3 for a promise that went or a number, 1 for a sentence. A change that no rule can tell has none.
 *
 * @param topicWeights `Topic.id` → `Topic.weight`; a topic that is not among them weighs nothing
 */
export function changeWeight(
	change: Pick<Change, 'wordsIn' | 'wordsOut' | 'counts' | 'topics' | 'headline'>,
	topicWeights: ReadonlyMap<string, number>,
): number {
	const words = change.wordsIn + change.wordsOut + change.counts.number * wordsOfNumber;
	const weights = change.topics.map((topic) => topicWeights.get(topic) ?? 0).toSorted((a, b) => b - a);
	const [first = 0, ...others] = weights;
	return (
		Math.log2(1 + Math.min(words, mostWords)) +
		(change.headline[0]?.weight ?? 0) / perHeadline +
		heaviest * first +
		Math.min(mostFurther, further * others.reduce((sum, weight) => sum + weight, 0))
	);
}
