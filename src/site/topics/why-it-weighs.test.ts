/** Why a change weighs: true of what was computed, or not said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../model/change.ts';
import type { Topic } from '../../model/topic.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { whyItWeighs } from './why-it-weighs.ts';

const never = { id: 'never', name: 'does not', one: 'does not train', before: 'said that it did not train' };
const trains = { id: 'trains', name: 'trains', one: 'trains' };
const topics = [
	{
		id: 'ai-training',
		name: 'AI training',
		weight: 3,
		definition: 'Content trains models.',
		stances: [never, trains],
	},
	{
		id: 'refunds',
		name: 'Refunds',
		weight: 2,
		definition: 'When money is given back: in part, or at all.',
		stances: [],
	},
] as unknown as readonly Topic[];

function why(facts: Partial<Change>, known = topics) {
	return whyItWeighs(
		{ topics: known },
		{ change: { ...sampleChange({ fetched: '2026-06-10T05:00:00Z' }), ...facts } },
	);
}

test('a side that turned is told by its names, one that was given up by what it said', () => {
	const turns = (before: string | null, after: string | null) => ({
		turns: [{ topic: 'ai-training', before, after }],
	});
	assert.deepEqual(why(turns('never', 'trains')), {
		kind: 'fact',
		words: 'On AI training it turns from “does not” to “trains”.',
	});
	assert.deepEqual(why(turns('never', null)), {
		kind: 'fact',
		words: 'Until then it said that it did not train.',
	});
});

test('what hangs on the new side is a judgement, and is told without the places of laws', () => {
	const reason = 'What a model has learned stays in it [gdpr, Article 17].';
	const exposed = topics.map((topic) => ({
		...topic,
		stances: topic.stances.map((stance) => ({ ...stance, exposure: { level: 'high', reason } })),
	})) as readonly Topic[];
	assert.deepEqual(why({ turns: [{ topic: 'ai-training', before: 'never', after: 'trains' }] }, exposed), {
		kind: 'judgement',
		words: 'What a model has learned stays in it.',
	});
});

test('without a side the weightiest topic says what it is about; without a topic nothing is said', () => {
	assert.deepEqual(why({ topics: ['refunds', 'ai-training'] }), {
		kind: 'fact',
		words: 'It touches AI training: content trains models.',
	});
	assert.deepEqual(why({ topics: ['refunds'] }), {
		kind: 'fact',
		words: 'It touches refunds: when money is given back.',
	});
	assert.equal(why({}), null);
	assert.equal(why({ topics: ['unheard-of'] }), null);
});
