import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementEvidence, isAgreement } from './agreement-evidence.ts';
import { imprintFacts } from './imprint-facts.ts';

const imprints = {
	English: [
		'Legal notice',
		'Tern Ltd',
		'4 Quay Street',
		'Galway',
		'H91 X2K5 Ireland',
		'VAT IE1234567X',
		'post@tern.example',
	],
	German: [
		'Impressum',
		'Seeschwalbe GmbH',
		'Hafenstraße 1',
		'20457 Hamburg',
		'HRB 12345',
		'Telefon: 040 1234567',
	],
	French: [
		'Mentions légales',
		'Sterne SARL',
		'4 quai des Oiseaux',
		'29200 Brest',
		'RCS Brest 123 456 789',
		'bonjour@sterne.example',
	],
	Spanish: [
		'Aviso legal',
		'Charrán S.L.',
		'Calle Mayor 3',
		'11001 Cádiz',
		'NIF B12345678',
		'+34 956 123 456',
	],
	Dutch: [
		'Colofon',
		'Stichting Stern',
		'Havenstraat 2',
		'8861 AB Harlingen',
		'KvK 12345678',
		'post@stern.example',
	],
};

describe('an imprint is known by who stands in it', () => {
	for (const [language, lines] of Object.entries(imprints))
		test(`in ${language}`, () => {
			assert.ok(imprintFacts(lines, 5) >= 3);
			assert.ok(isAgreement(agreementEvidence(lines.join('\n\n'))));
		});
});

test('what has another name, or no facts, is none', () => {
	const [, ...address] = imprints.English;
	assert.equal(imprintFacts(['Contact', ...address], 5), 0);
	assert.equal(imprintFacts([...address, 'Legal notice'], 5), 0, 'a link at the foot');
	assert.equal(imprintFacts(['Legal notice', 'Please sign in to see who we are.'], 5), 0);
});
