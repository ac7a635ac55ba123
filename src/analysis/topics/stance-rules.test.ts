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
	'sale-of-data': {
		sells: [
			'We may sell your timetable data to advertisers.',
			'Last year we have sold the data of passengers to lenders.',
		],
		'counts-as-sale': [
			'Showing you ferries elsewhere may be considered a “sale” of personal information.',
			'We may “sell” your personal information as the law of California defines it.',
		],
		'opt-out-right': [
			'You have the right to opt out of the sale of your personal information.',
			'You can tell us not to sell your personal data.',
			'Click “Do Not Sell My Personal Information” at the foot of any page.',
		],
		'does-not': [
			'We never sell your personal data.',
			'The ferry company does not sell your information to anyone.',
			'We have no actual knowledge that we sell the personal information of minors.',
			'We do not consider this to be a sale of your data.',
			'We will not:|sell your data to advertisers;',
		],
		'you-must-not': [
			'You may not sell data that you got from the planner.',
			'You agree not to:|sell our data;',
		],
		mentions: ['You have the right to know whether we sold your personal information.'],
		off: [
			'We sell tickets and other products.',
			'In a merger or a sale of our assets your information goes to the new owner.',
			'The tax that holds at the time of sale is added to your fare.',
		],
	},
	'termination-by-platform': {
		'any-time': [
			'We may close your account at any time.',
			'The ferry company may suspend your account for any reason, including a breach of these rules.',
			'We reserve the right to discontinue the service at our sole discretion.',
			'Either party may terminate this agreement for convenience.',
		],
		'for-breach': [
			'We may close your account if you break these rules.',
			'If you do not pay, your account may be suspended.',
			'Repeated insults may result in a suspension of your account.',
			'It is our policy to terminate the accounts of those who infringe repeatedly.',
		],
		'with-notice': ['We may terminate this agreement upon 30 days’ notice.'],
		inactivity: ['We may delete your account if it stays inactive for two years.'],
		mentions: ['We may close your account.'],
		off: [
			'You always have the right to terminate this contract.',
			'You may close your account at any time.',
			'If you wish to cancel your membership, you may do so in the settings.',
			'We may remove any drawing at our sole discretion.',
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
