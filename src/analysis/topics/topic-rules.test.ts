/** The topics that ship with the machine: a sentence that each must find, and one that looks alike and is on something else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readVocabulary } from '../../archive/vocabulary.ts';
import { root } from '../../root.ts';
import { topicDetector } from './detector.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const detect = topicDetector(topics);

function topicsOf(text: string, language = 'en'): string[] {
	return detect(text, language).map(({ topic }) => topic);
}

/** Topic → a sentence on it, a sentence that is not. */
const samples: Readonly<Record<string, readonly [on: string, off: string]>> = {
	'acceptance-by-use': [
		'By using the ferry planner, you agree to these terms.',
		'By using the planner, you agree that departures are estimates.',
	],
	'account-deletion': [
		'You may close your account at any time in the settings.',
		'We may close your account at any time.',
	],
	advertising: [
		'We use your trips to show you personalised advertising.',
		'Advertisers must not place pictures of wild animals.',
	],
	'age-limits': [
		'You must be at least 16 years old to open an account.',
		'You must be at least at level 16 to trade.',
	],
	'ai-training': [
		'We may use your recordings to train machine learning models.',
		'We train our staff in matters of safety.',
	],
	arbitration: [
		'Any dispute between us will be resolved by binding arbitration.',
		'Tell us about any dispute and we will try to resolve it by telephone.',
	],
	'arbitration-opt-out': [
		'You may opt out of arbitration within 30 days by letter.',
		'You may opt out of our newsletter within 30 days.',
	],
	assignment: [
		'You may not assign this agreement without our consent.',
		'We assign each traveller a seat by the window.',
	],
	'audit-rights': [
		'We may audit your books and records once a year.',
		'An outside firm audits our accounts once a year.',
	],
	'automated-access': [
		'You must not scrape the site or access it by automated means.',
		'Our gates open by automated means when you come near.',
	],
	'automated-decisions': [
		'You will not be subject to a decision based solely on automated processing.',
		'An automatic door leads to the platform.',
	],
	'automatic-renewal': [
		'Your subscription renews automatically unless you cancel it.',
		'You may renew your library card at the desk.',
	],
	'biometric-data': [
		'We collect biometric data from your photograph to check your age.',
		'Your photograph appears beside your name.',
	],
	'choice-of-law': [
		'This agreement is governed by the laws of Norway.',
		'You must obey all applicable laws when you sail.',
	],
	'class-action-waiver': [
		'You waive the right to take part in a class action.',
		'We offer a class on how to take action in an emergency.',
	],
	competition: [
		'You may not use the service to build a competing product.',
		'The competition ends at noon and prizes are sent by post.',
	],
	confidentiality: [
		'The receiving party shall not disclose Confidential Information to anyone.',
		'Keep your password confidential.',
	],
	'content-licence': [
		'You grant us a worldwide, royalty-free licence to use your photographs and other content.',
		'We grant you a licence to use the planner at home.',
	],
	'content-removal': [
		'We may remove any content that you post.',
		'You may remove any content that you post.',
	],
	'court-jurisdiction': [
		'The courts of Norway have exclusive jurisdiction over any dispute.',
		'If a court of competent jurisdiction finds a provision invalid, the rest stands.',
	],
	'data-retention': [
		'We keep your personal data for as long as your account is open.',
		'We keep the waiting room open for as long as the ferry runs.',
	],
	'data-rights': [
		'You have the right to access your personal data and to correct them.',
		'You have the right to a seat.',
	],
	'data-transfer-abroad': [
		'We may transfer your data to countries outside the European Union.',
		'We may transfer money to your bank.',
	],
	'export-control': ['You must comply with all export control laws.', 'You can export your trips as a file.'],
	'force-majeure': [
		'Neither side answers for a delay that a force majeure event causes.',
		'We are slower in the holidays.',
	],
	indemnity: ['You will indemnify us against claims of others.', 'We will tell you about claims of others.'],
	'law-enforcement-access': [
		'We may disclose your data to law enforcement if a court order asks for it.',
		'Call the police if you see smoke.',
	],
	'liability-limit': [
		'We are not liable for any loss that comes from a delay.',
		'You are solely responsible for your luggage.',
	],
	'location-data': [
		'We collect your precise location while the app is open.',
		'Our office is at a central location.',
	],
	'moral-rights': [
		'You waive any moral rights in what you post.',
		'Do not post what infringes moral rights of others.',
	],
	'price-changes': ['We may increase our prices once a year.', 'You can change your ticket for a small fee.'],
	'privacy-included': [
		'Our Privacy Policy is incorporated into these terms.',
		'Read our Privacy Policy to learn what we collect.',
	],
	refunds: ['Tickets are non-refundable.', 'Tickets are shown at the gate.'],
	'reverse-engineering': [
		'You may not decompile or reverse engineer the app.',
		'You may not enter the engine room.',
	],
	'sale-of-data': ['We do not sell your personal information.', 'We sell goods and services to travellers.'],
	'security-breach-notice': [
		'We will notify you of a data breach within three days.',
		'Please notify us immediately of any breach of security of your account.',
	],
	'service-level': ['We commit to a monthly uptime of 99 percent.', 'The lift has a capacity of 99 persons.'],
	'sharing-with-third-parties': [
		'We share your personal information with service providers and other third parties.',
		'Do not share your password with third parties.',
	],
	survival: ['These sections shall survive termination of the agreement.', 'Few of the old ferries survive.'],
	'termination-by-platform': [
		'We may suspend or terminate your account at any time.',
		'You may terminate your account at any time.',
	],
	tracking: [
		'We use cookies and similar technologies to recognise your browser.',
		'The kiosk offers coffee and biscuits.',
	],
	'unilateral-change': [
		'We may change these terms at any time.',
		'You may change your settings at any time.',
	],
	'user-content-ownership': [
		'You retain all rights in the content that you submit.',
		'You retain a copy of the ticket.',
	],
	'warranty-disclaimer': [
		'The planner is provided “as is”, without warranties of any kind.',
		'You warrant that you are of age.',
	],
};

test('there are at least 28 topics, each with a sample below', () => {
	assert.ok(topics.length >= 28);
	assert.deepEqual(topics.map(({ id }) => id).sort(), Object.keys(samples).sort());
});

for (const [topic, [on, off]] of Object.entries(samples))
	test(`${topic}: what is on it is found, what looks alike is not`, () => {
		assert.ok(topicsOf(on).includes(topic), on);
		assert.ok(!topicsOf(off).includes(topic), off);
	});

test('German sentences are judged by German rules', () => {
	assert.ok(topicsOf('Wir können diese Bedingungen jederzeit ändern.', 'de').includes('unilateral-change'));
	assert.ok(topicsOf('Es gilt deutsches Recht.', 'de').includes('choice-of-law'));
	assert.ok(topicsOf('Wir haften nur für Vorsatz.', 'de').includes('liability-limit'));
	assert.deepEqual(topicsOf('We may change these terms at any time.', 'de'), []);
});

test('every label names a topic', () => {
	const known = new Set(topics.map(({ id }) => id));
	const lines = readFileSync(path.join(root, 'scripts', 'bench', 'topic-labels.tsv'), 'utf8').split('\n');
	const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).slice(1);
	assert.ok(rows.length > 0);
	assert.deepEqual(
		rows.filter((row) => !known.has(row.split('\t')[3] ?? '')),
		[],
	);
});
