/** Headlines as sentences: who, where, what, with one stop at the end. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readVocabulary } from '../../archive/vocabulary.ts';
import type { Entry } from '../../model/archive.ts';
import type { Change, HeadlinePart } from '../../model/change.ts';
import { root } from '../../root.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { proseParts, toldInProse } from './told-in-prose.ts';

const vocabulary = await readVocabulary(path.join(root, 'src', 'content'));

function told(
	headline: Partial<HeadlinePart> | null,
	change: Partial<Change> = {},
	platform = 'Pellmell',
): string {
	const parts = headline === null ? [] : [{ clause: 0, weight: 1, ...headline } as HeadlinePart];
	const entry = {
		platform: { name: platform },
		agreement: { name: 'Privacy Policy' },
		change: { ...sampleChange({ fetched: '2026-06-10T05:00:00Z', headline: parts }), ...change },
	} as Entry;
	return proseParts(toldInProse(vocabulary, entry))
		.map(({ words }) => words)
		.join('');
}

test('what the platform does is said of it, what happens to the text of the text', () => {
	assert.equal(
		told({ kind: 'promise-out', words: 'no longer says “We never sell data”' }),
		'Pellmell, in its Privacy Policy, no longer says “We never sell data”.',
	);
	assert.equal(
		told({ kind: 'number', words: 'Notice: 30 → 14 days' }),
		'In Pellmell’s Privacy Policy, Notice: 30 → 14 days.',
	);
	assert.equal(
		told({ kind: 'words', words: '“may” becomes “will”' }, {}, 'Airbus'),
		'In Airbus’ Privacy Policy, “may” becomes “will”.',
	);
	assert.equal(
		told({ kind: 'words', words: 'adds “sell” to “Data”' }),
		'Pellmell, in its Privacy Policy, adds “sell” to “Data”.',
	);
	assert.equal(
		told({ kind: 'topic-in', words: 'first words on arbitration' }),
		'Pellmell, in its Privacy Policy, has its first words on arbitration.',
	);
});

test('a side that turned is told with what it was until then, in the topic’s own words', () => {
	const training = vocabulary.topics.find(({ id }) => id === 'ai-training');
	const [was, is] = ['does-not', 'trains'].map(
		(id) => training?.stances.find((stance) => stance.id === id) ?? training?.stances[0],
	);
	assert.ok(was?.before !== undefined && is !== undefined);
	assert.equal(
		told(
			{ kind: 'turned', words: `now ${is.one}; before, ${was.name}` },
			{ turns: [{ topic: 'ai-training', before: was.id, after: is.id }] },
		),
		`Pellmell, in its Privacy Policy, now ${is.one}; until then it ${was.before}.`,
	);
});

test('a change that no rule can tell is counted', () => {
	assert.equal(told(null), 'In Pellmell’s Privacy Policy, 1 clause added.');
});
