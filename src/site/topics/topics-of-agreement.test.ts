import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics } from '../../samples/sample-topics.ts';
import { sideBySideHtml } from './side-by-side.ts';
import { topicsFile } from './topics-json.ts';
import { tellApart, topicsOfAgreement } from './topics-of-agreement.ts';

const pay = 'You pay within thirty days of our bill, whatever you have written to us before.';
const court = 'An arbitrator whom both of us choose decides every dispute about this agreement.';
const sale = 'We never sell data of yours to anybody who would like to have it for themselves.';

const archive = sampleArchive(
	{ Auk: { Terms: [`${pay}\n\n${court}`, pay], 'Privacy Policy': [sale], Nutzungsbedingungen: [sale] } },
	sampleTopics,
);
const [sketched] = archive.platforms as readonly [Platform];
const auk = {
	...sketched,
	agreements: sketched.agreements.map((agreement) =>
		agreement.name === 'Nutzungsbedingungen' ? { ...agreement, language: 'de' } : agreement,
	),
};
const file = topicsFile({ ...archive, platforms: [auk] }, auk);

test('an agreement says what its own clauses say, and what went out of it', () => {
	const terms = topicsOfAgreement(file, 'terms');
	assert.equal(terms?.platform, 'Auk Terms');
	assert.deepEqual(terms?.agreement, {
		platform: 'Auk',
		name: 'Terms',
		language: 'en',
		address: '/auk/terms/',
	});
	assert.equal(terms.address, '/auk/', 'what the platform says on a topic lies below its own address');
	assert.equal(terms?.topics.fees?.found.length, 1);
	assert.deepEqual(terms?.topics['sale-of-data']?.found, []);
	assert.equal(terms?.topics.arbitration?.gone?.until, '2024-02-01');
	const privacy = topicsOfAgreement(file, 'privacy-policy');
	assert.equal(privacy?.topics['sale-of-data']?.found.length, 1);
	assert.equal(privacy?.topics.arbitration?.gone, null);
});

test('of an agreement that no rule reads nothing is called missing, whatever others of its platform say', () => {
	const foreign = topicsOfAgreement(file, 'nutzungsbedingungen');
	const terms = topicsOfAgreement(file, 'terms');
	if (foreign === null || terms === null) throw new Error('both are in the file');
	assert.match(
		sideBySideHtml(terms, foreign, (id) => id),
		/No rule reads the language/,
	);
	assert.doesNotMatch(
		sideBySideHtml(terms, { ...foreign }, (id) => id),
		/<h3><bdi>Auk Nutzungsbedingungen<\/bdi><\/h3><p class="small">No clause found/,
	);
});

test('an agreement that the file does not have is none', () => {
	assert.equal(topicsOfAgreement(file, 'nothing'), null);
});

test('two agreements are told apart by as much of their names as it takes', () => {
	const [terms, privacy] = [topicsOfAgreement(file, 'terms'), topicsOfAgreement(file, 'privacy-policy')];
	if (terms === null || privacy === null) throw new Error('both are in the file');
	const tern = topicsOfAgreement({ ...file, platform: 'Tern', address: '/tern/' }, 'terms') ?? terms;
	const short = (...two: Parameters<typeof tellApart>): string[] =>
		tellApart(...two).map((each) => each.short);
	assert.deepEqual(short(terms, privacy), ['Terms', 'Privacy Policy']);
	assert.deepEqual(short(terms, tern), ['Auk', 'Tern']);
	assert.deepEqual(short(privacy, tern), ['Auk Privacy Policy', 'Tern Terms']);
	assert.equal(tellApart(privacy, tern)[1].address, '/tern/terms/');
});
