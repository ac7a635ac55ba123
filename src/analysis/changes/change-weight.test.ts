/** What a digest calls weighty: more changed words, and weightier topics more than more words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HeadlinePart, noEvents } from '../../model/change.ts';
import { changeWeight } from './change-weight.ts';

const topics = new Map([
	['arbitration', 3],
	['fees', 2],
	['notices', 1],
]);

function weigh(
	wordsIn: number,
	found: readonly string[] = [],
	numbers = 0,
	headline: readonly HeadlinePart[] = [],
): number {
	const counts = { ...noEvents, number: numbers };
	return changeWeight({ wordsIn, wordsOut: 0, counts, topics: found, headline }, topics);
}

test('more changed words never weigh less, a further topic always more', () => {
	const found = fc.subarray([...topics.keys()]);
	fc.assert(
		fc.property(fc.nat(5000), fc.nat(5000), found, (words, more, on) => {
			assert.ok(weigh(words + more, on) >= weigh(words, on));
			for (const topic of topics.keys())
				if (!on.includes(topic)) assert.ok(weigh(words, [...on, topic]) > weigh(words, on));
		}),
	);
});

test('the order in which topics are named plays no part', () => {
	assert.equal(weigh(40, ['notices', 'arbitration']), weigh(40, ['arbitration', 'notices']));
});

test('a clause on a weighty topic stands above a long text on none', () => {
	assert.ok(weigh(30, ['arbitration']) > weigh(1000));
	assert.ok(weigh(30, ['notices']) < weigh(1000));
});

test('a number that changed counts as more than its word', () => {
	assert.ok(weigh(1, [], 1) > weigh(20));
});

test('a topic that nobody weighed adds nothing', () => {
	assert.equal(weigh(10, ['unheard-of']), weigh(10));
});

test('a side that turned on the heaviest topic stands above a rewrite on many topics, a quoted sentence does not', () => {
	const told = (weight: number): HeadlinePart[] => [{ kind: 'turned', words: '', clause: 0, weight }];
	const others = Array.from({ length: 40 }, (_, at) => `topic-${at}`);
	const many = new Map([...topics, ...others.map((name) => [name, 3] as const)]);
	const everywhere = {
		wordsIn: 5000,
		wordsOut: 0,
		counts: noEvents,
		topics: [...many.keys()],
		headline: told(250),
	};
	const rewrite = changeWeight(everywhere, many);
	assert.ok(weigh(20, ['arbitration'], 0, told(3300)) > rewrite);
	assert.ok(weigh(20, ['arbitration'], 0, told(250)) < rewrite);
});
