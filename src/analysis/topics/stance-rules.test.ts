/** The stances that ship with the machine: for each, sentences that take it, and by their side some that look alike and do not. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readVocabulary } from '../../archive/vocabulary.ts';
import { root } from '../../root.ts';
import { mentions, stanceDetector } from './stance-detector.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const stanceOf = stanceDetector(topics);

/** Topic → stance, `mentions` or `off` → sentences; words before a bar stand above the sentence, `de:` makes it German. */
const samples: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'ai-training': {
		trains: [
			'We may use your recordings to train machine learning models.',
			'Your letters help us to develop and improve our AI models.',
			'You agree that the ferry company may train its models on your letters.',
		],
		'unless-opt-out': [
			'We train our models on your letters unless you opt out in the settings.',
			'You can object to the use of your letters for training our AI models.',
		],
		'only-opt-in': [
			'We do not train our models on your letters without your consent.',
			'We train our models on your letters only if you opt in.',
		],
		'does-not': [
			'We never use your letters to train machine learning models.',
			'Your letters are not used to train our models.',
			'Neither we nor our partners train AI models on your letters.',
		],
		'you-must-not': [
			'You may not use the planner to train artificial intelligence models.',
			'You agree not to:|use the timetable to train machine learning models;',
			'Training of AI models on the timetable is prohibited.',
		],
		mentions: ['Drawings that our machine may resemble are part of the model’s training data.'],
		off: [
			'We train our staff in matters of safety.',
			'Our machines draw ferries with artificial intelligence.',
		],
	},
};

for (const [topic, expected] of Object.entries(samples))
	for (const [stance, sentences] of Object.entries(expected))
		test(`${topic}: “${stance}” is told of the sentences that take it`, () => {
			for (const written of sentences) {
				const [lead, sentence] = written.includes('|')
					? (written.split('|') as [string, string])
					: ['', written];
				const language = lead.startsWith('de:') || sentence.startsWith('de:') ? 'de' : 'en';
				const found = stanceOf(topic, lead.replace(/^de:/, ''), sentence.replace(/^de:\s*/, ''), language);
				assert.equal(found, stance === 'off' ? null : stance, written);
			}
		});

test('every stance of a topic is taken by one of its samples', () => {
	for (const { id, stances } of topics)
		for (const stance of stances) assert.ok(samples[id]?.[stance.id], `${id}: ${stance.id} has no sample`);
});

test('a question takes no side', () => {
	assert.equal(
		stanceOf('ai-training', '', 'Do we train machine learning models on your letters?', 'en'),
		mentions,
	);
});
