/** Three topics with rules of a few words, for tests: they stay as they are while the rules that ship with the machine get better. */
import { type Topic, topicSchema } from '../model/topic.ts';

function topic(id: string, name: string, weight: number, find: readonly string[]): Topic {
	const said = { definition: `Clauses on ${name}.`, counts: ['This does.'], countsNot: ['That does not.'] };
	return {
		id,
		file: `src/content/topics/${id}.yml`,
		...topicSchema.parse({ name, ...said, weight, counterparts: {}, rules: { en: { find } } }),
	};
}

/** By name. */
export const sampleTopics: readonly Topic[] = [
	topic('arbitration', 'Arbitration', 3, ['arbitration', 'arbitrator']),
	topic('fees', 'Fees', 1, ['pay', 'fee']),
	topic('sale-of-data', 'Sale of data', 2, ['sell data']),
];

/** A topic with sides that a word or two tell. */
export const sidedTopic: Topic = {
	id: 'training',
	file: 'src/content/topics/training.yml',
	...topicSchema.parse({
		name: 'Training',
		definition: 'Clauses on training of models.',
		counts: ['This does.'],
		countsNot: ['That does not.'],
		weight: 3,
		counterparts: {},
		claimed: true,
		stances: [
			{
				id: 'trains',
				name: 'trains',
				side: 'affirms',
				one: 'trains models on it',
				many: 'train models on it',
				lead: '{platform} trains its models on what you write[, for {period}].',
				before: 'trained models on it',
				exposure: { level: 'high', reason: 'What was learned stays.' },
			},
			{
				id: 'does-not',
				name: 'does not',
				side: 'denies',
				one: 'does not train models on it',
				many: 'do not train models on it',
				lead: '{platform} says that it does not train models on what you write.',
				before: 'said that it did not train models on it',
			},
			{
				id: 'you-must-not',
				name: 'you must not',
				side: 'forbids',
				one: 'forbids you to train models on its content',
				many: 'forbid you to train models on their content',
			},
		],
		rules: {
			en: {
				find: ['train | trains | training'],
				stances: [
					{ stance: 'you-must-not', find: ['you must not ...4 train'] },
					{ stance: 'does-not', find: ['never train'] },
					{ stance: 'trains', find: ['we ...2 train'] },
				],
			},
		},
	}),
};
