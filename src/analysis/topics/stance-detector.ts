/** The side that one sentence takes on one topic, with what stands above it: for measuring the rules, and for asking them about a text. */
import type { Topic } from '../../model/topic.ts';
import { topicDetector } from './detector.ts';
import { bansBelow, judgedTogether, leadsIn } from './lead.ts';

/** On the topic, and taking no side that is proven. */
export const mentions = 'mentions';

/**
 * `Stance.id`, {@link mentions}, or null where the sentence is not on the topic.
 * @param lead words with which its list begins, or of the heading above it; may be empty
 * @param language BCP 47 tag
 */
export type StanceDetector = (
	topic: string,
	lead: string,
	sentence: string,
	language: string,
) => string | null;

export function stanceDetector(topics: readonly Topic[]): StanceDetector {
	const detect = topicDetector(topics);
	return (topic, lead, sentence, language) => {
		const alone = detect(sentence, language);
		const isList = leadsIn(lead);
		const together =
			isList || bansBelow(lead)
				? judgedTogether(lead, sentence, (text, leadEnd) => detect(text, language, leadEnd)).hits
				: [];
		const on = together.filter((hit) => hit.topic === topic && (isList || hit.stance !== null));
		const sided = on.find(({ stance }) => stance !== null);
		const own = alone.filter((hit) => hit.topic === topic);
		const hit = sided ?? own.find(({ stance }) => stance !== null) ?? own[0] ?? on[0];
		return hit === undefined ? null : (hit.stance ?? mentions);
	};
}
