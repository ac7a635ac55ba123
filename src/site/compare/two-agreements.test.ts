import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { comparisonBodyHtml } from './comparison-html.ts';
import { ledgerFile, type RecordedAgreement, readLedgerFile } from './ledger-json.ts';
import { compareAgreements } from './two-agreements.ts';
import {
	agreementsHeadHtml,
	agreementsProofHtml,
	legendOfAgreements,
	type NamedAgreement,
} from './two-agreements-html.ts';

const keep = 'You keep all rights in the content that you put here.';
const pay = 'You pay within thirty days of our invoice to you.';
const court = 'An arbitrator whom both of us choose decides every dispute about this agreement.';
const laws = 'The laws of Ireland apply, wherever in the world you may live or work.';

/** An agreement with these texts, the newest last. */
function recorded(name: string, ...texts: readonly (readonly string[] | null)[]): RecordedAgreement {
	const versions = texts.map((clauses) => clauses?.join('\n\n') ?? null);
	const archive = sampleArchive({ Tern: { [name]: versions } });
	const [platform] = archive.platforms;
	const [agreement] = platform?.agreements ?? [];
	if (platform === undefined || agreement === undefined) throw new Error('the sample holds an agreement');
	return readLedgerFile(JSON.parse(JSON.stringify(ledgerFile(archive, platform, agreement))));
}

const here = recorded('Terms (EU)', [court], [keep, pay, court]);
const there = recorded('Terms (US)', [keep, pay.replace('thirty', 'nine'), laws]);
const names = ['Terms (EU)', 'Terms (US)'] as const;

test('today’s texts are compared by clause, and counted as what stands where', () => {
	const compared = compareAgreements(here, there, names);
	assert.equal(
		compared.sentence,
		'1 clause stands word for word in both; 1 in other words, 1 in Terms (EU) alone, 1 in Terms (US) alone',
	);
	assert.deepEqual(
		compared.sides.map(({ day }) => day),
		['2024-02-01', '2024-01-01'],
	);
});

test('nothing is said to have come in, gone out or changed', () => {
	const compared = compareAgreements(here, there, names);
	const frame = { own: {}, until: names[0], from: names[1], whole: '/tern/terms-us/' };
	const $ = load(comparisonBodyHtml(compared, frame, '', legendOfAgreements));
	assert.deepEqual(
		$('.x > .m')
			.toArray()
			.map((label) => $(label).text())
			.toSorted(),
		['In other words', 'Only in the first', 'Only in the second'],
	);
	assert.equal($('.x del').first().text(), 'thirty');
	assert.match($('.legend').text(), /in the second alone/);
	assert.doesNotMatch($.text(), /Added|Removed|Reworded|came in|went out/);
});

test('agreements of the very same words are said to be so, and those without any in common', () => {
	const same = compareAgreements(here, recorded('Other', [keep, pay, court]), names);
	assert.deepEqual([same.sentence, same.differs], ['Both have the very same text', false]);
	assert.match(
		compareAgreements(recorded('One', [court]), recorded('Other', [laws]), names).sentence,
		/^No clause stands word for word in both; 1 in Terms \(EU\) alone, 1 in/,
	);
});

test('a text that is not followed stands as empty, and its note says why', () => {
	const compared = compareAgreements(here, recorded('Long', null), names);
	assert.match(compared.sentence, /^No clause stands word for word in both; 3 in Terms \(EU\) alone$/);
	assert.match(compared.sides[1].note, /too long for its clauses to be followed/);
});

test('the head leads to both agreements, the command compares their commits, and names stay words', () => {
	const compared = compareAgreements(here, there, ['<b>One', 'Other']);
	const named: readonly [NamedAgreement, NamedAgreement] = [
		{ name: 'Tern <b>One', short: '<b>One', address: '/tern/one/' },
		{ name: 'Tern Other', short: 'Other', address: '/tern/other/' },
	];
	const $ = load(agreementsHeadHtml([here, there], compared, named));
	assert.equal($('bdi b, h2 b').length, 0);
	assert.equal($('.sides a[href="/tern/one/"]').text(), 'Tern <b>One');
	assert.match($('.sides').text(), /version of 1 February 2024, .*commit 0{12}/);
	assert.match(
		load(agreementsProofHtml([here, there], compared)).text(),
		/git diff --word-diff 0{12}:"Tern\/Terms \(EU\)\.md" 0{12}:"Tern\/Terms \(US\)\.md"/,
	);
});
