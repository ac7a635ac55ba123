/** The topics that ship with the machine: each has its words for the page of a platform's provision. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../root.ts';
import { readVocabulary } from './vocabulary.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const stances = topics.flatMap((topic) => topic.stances.map((stance) => ({ topic: topic.id, ...stance })));

describe('the topics that ship with the machine', () => {
	it('say what clauses of their kind mean', () => {
		assert.deepEqual(
			topics.filter(({ reading }) => reading === undefined).map(({ id }) => id),
			[],
		);
	});

	it('say of each stance what a platform does, what it did before, and how much hangs on it', () => {
		const wordless = stances.filter(({ lead, before, exposure }) =>
			[lead, before, exposure].includes(undefined),
		);
		assert.deepEqual(
			wordless.map(({ topic, id }) => `${topic} ${id}`),
			[],
		);
	});

	it('ask in their leads for values that can be found, and only where the sentence stands without them', () => {
		for (const { topic, id, lead = '' } of stances) {
			const whole = lead
				.replaceAll(/\[[^[\]]*\{(?:period|amount|age)\}[^[\]]*\]/g, '')
				.replace('{platform}', '');
			assert.doesNotMatch(whole, /[[\]{}]/, `${topic} ${id}: ${lead}`);
		}
	});

	it('tell their stances apart by lead', () => {
		for (const { id, stances } of topics) {
			const leads = stances.map(({ lead }) => lead);
			assert.deepEqual(leads, [...new Set(leads)], id);
		}
	});
});
