/** Three topics with rules of a few words, for tests: they stay as they are while the rules that ship with the machine get better. */
import { type Topic, topicSchema } from '../model/topic.ts';

function topic(id: string, name: string, weight: number, find: readonly string[]): Topic {
	const said = { definition: `Clauses on ${name}.`, counts: ['This does.'], countsNot: ['That does not.'] };
	return { id, ...topicSchema.parse({ name, ...said, weight, counterparts: {}, rules: { en: { find } } }) };
}

/** By name. */
export const sampleTopics: readonly Topic[] = [
	topic('arbitration', 'Arbitration', 3, ['arbitration', 'arbitrator']),
	topic('fees', 'Fees', 1, ['pay', 'fee']),
	topic('sale-of-data', 'Sale of data', 2, ['sell data']),
];
