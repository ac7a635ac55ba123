import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import { topicsSided, topicsWithPage } from './own-side.ts';

function platformWith(...texts: readonly string[]): Platform {
	const { platforms } = sampleArchive({ Acme: { Terms: texts } }, [sidedTopic]);
	return platforms[0] as Platform;
}

describe('a platform takes a side on a topic', () => {
	test('where a clause of today takes one, be it its own or what it forbids', () => {
		const own = platformWith('We may train models on what you write.');
		const ban = platformWith('You must not train models on what others write.');
		assert.deepEqual([[...topicsSided(own)], [...topicsSided(ban)]], [['training'], ['training']]);
	});

	test('but not by a clause that only mentions it, nor by one that is gone', () => {
		const mentions = platformWith('Training of models is a subject that we follow closely.');
		const gone = platformWith('We may train models on what you write.', 'You pay for what you order.');
		assert.deepEqual([[...topicsSided(mentions)], [...topicsSided(gone)]], [[], []]);
	});
});

test('a page stays where a plain clause once took a side, and never was where a long one alone did', () => {
	const long = `${'Of all that we do for you and for others in the course of a year, '.repeat(5)}we may train on mail.`;
	const pay = 'You pay for what you order.';
	const paged = (...texts: readonly string[]) => [...topicsWithPage(platformWith(...texts))];
	assert.deepEqual(paged('We may train models on what you write.', pay), ['training']);
	assert.deepEqual(paged(long, pay), []);
	assert.deepEqual(paged(long), ['training']);
});
