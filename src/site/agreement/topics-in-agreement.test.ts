import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agreement, Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import { topicHrefAt } from '../addresses/links.ts';
import { topicsInAgreement } from './topics-in-agreement.ts';

const clause = (at: number): string =>
	`${at}. We may train models on what you write on page ${'abcdef'[at]} of it.`;
const archive = sampleArchive(
	{
		Acme: { Terms: [Array.from({ length: 6 }, (_, at) => clause(at)).join('\n\n')] },
		Auk: { Terms: ['Training of models is a subject that we follow closely.'] },
	},
	[sidedTopic],
);
const [acme, auk] = archive.platforms as [Platform, Platform];

test('an agreement leads from each topic on which it takes a side to what its platform says, and to its first clauses', () => {
	const [topic, ...others] = topicsInAgreement(archive, acme, acme.agreements[0] as Agreement);
	assert.equal(others.length, 0);
	assert.deepEqual([topic?.name, topic?.href, topic?.more], ['Training', '/acme/on/training/', 2]);
	assert.deepEqual(
		topic?.clauses.map(({ number }) => number),
		['0', '1', '2', '3'],
	);
	assert.match(topic?.clauses[0]?.anchor ?? '', /^c-/);
});

test('an agreement that only mentions a topic leads nowhere from it, and the topic leads to all platforms', () => {
	assert.deepEqual(topicsInAgreement(archive, auk, auk.agreements[0] as Agreement), []);
	assert.equal(topicHrefAt(acme, 'training'), '/acme/on/training/');
	assert.equal(topicHrefAt(auk, 'training'), '/topics/training/');
});
