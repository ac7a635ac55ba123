import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { askedDay, askedDays, isDay, versionOn } from './compare-days.ts';
import { compareDays } from './comparison.ts';
import { comparisonBodyHtml, comparisonHeadHtml, proofHtml, surroundingsHtml } from './comparison-html.ts';
import { ledgerFile, type RecordedAgreement, readLedgerFile } from './ledger-json.ts';

const rest = '# Fees\n\nYou keep all rights in the content that you put here.';

/** Versions of 1 January, 1 February, … 2024. */
function recorded(...texts: readonly (string | null)[]): RecordedAgreement {
	const terms = texts.map((text) => (text === null ? null : `${rest}\n\n${text}`));
	const archive = sampleArchive({ Tern: { Terms: terms } });
	const [platform] = archive.platforms;
	const [agreement] = platform?.agreements ?? [];
	if (platform === undefined || agreement === undefined) throw new Error('the sample holds an agreement');
	return readLedgerFile(JSON.parse(JSON.stringify(ledgerFile(archive, platform, agreement))));
}

const words = 'You pay within thirty days of our invoice to you.';
const versions = ['2024-01-01T23:59:59Z', '2024-03-01T00:00:00Z', '2024-02-01T12:00:00Z'].map((fetched) => ({
	fetched,
}));

test('a day stands for the version at its end, in UTC', () => {
	assert.equal(versionOn(versions, '2023-12-31'), null);
	assert.equal(versionOn(versions, '2024-01-01'), 0);
	assert.equal(versionOn(versions, '2024-01-31'), 0);
});

test('a back-dated version counts from its date on, and the newest day gives the text of today', () => {
	assert.equal(versionOn(versions, '2024-02-01'), 2);
	assert.equal(versionOn(versions, '2024-03-01'), 2);
	assert.equal(versionOn(versions, '9999-12-31'), 2);
});

test('only days of the calendar are days', () => {
	assert.ok(isDay('2024-02-29'));
	for (const text of ['2023-02-29', '2024-13-01', '2024-6-1', '', '2024-06-30T00:00', '٢٠٢٤-٠٦-٣٠'])
		assert.equal(isDay(text), false, text);
});

test('any address at all gives two days in their order, and says what it could not do', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (from, to) => {
			const asked = askedDays(new URLSearchParams({ from, to }), versions);
			assert.ok(isDay(asked.from) && isDay(asked.to) && asked.from <= asked.to);
		}),
	);
	const wrong = askedDays(new URLSearchParams('from=2024-02-31&to=2024-01-05'), versions);
	assert.deepEqual([wrong.from, wrong.to], ['2024-01-01', '2024-01-05']);
	assert.match(wrong.notes.join(), /“2024-02-31” is no day/);
	const swapped = askedDays(new URLSearchParams('from=2024-03-01&to=2024-01-05'), versions);
	assert.deepEqual([swapped.from, swapped.to], ['2024-01-05', '2024-03-01']);
	assert.match(swapped.notes.join(), /changed places/);
	assert.deepEqual(askedDays(new URLSearchParams(), versions).notes, []);
	assert.equal(askedDay(new URLSearchParams('at=soon'), versions)?.day, '2024-03-01');
	assert.equal(askedDay(new URLSearchParams(), versions), null);
});

test('two days far apart are compared as if they were neighbours', () => {
	const agreement = recorded(words, words.replace('thirty', 'nine'), words.replace('thirty', 'seven'));
	const comparison = compareDays(agreement, { from: '2024-01-15', to: '2024-03-15' });
	assert.equal(comparison.sentence, '1 clause reworded, in Fees');
	assert.equal(comparison.surroundings().balance, '+1 −1 words');
	assert.match(surroundingsHtml(comparison.surroundings()).map, /<a href="#c-[^"]+">Fees<\/a>/);
	assert.equal(comparison.between.shown.length, 2);
	const html = comparisonBodyHtml(comparison, { own: {}, until: 'a', from: 'b', whole: '?' }, '');
	assert.match(html, /thirty<\/del> <ins[^>]*>seven/);
	assert.doesNotMatch(html, /nine/);
	assert.match(
		proofHtml(agreement, comparison),
		/git diff --word-diff 0{12} 0{12} -- &quot;Tern\/Terms.md&quot;/,
	);
});

test('days without a difference say so, and draw nothing', () => {
	const agreement = recorded(words, words.replace('thirty', 'nine'), words);
	const comparison = compareDays(agreement, { from: '2024-01-02', to: '2024-03-02' });
	assert.match(comparison.sentence, /^No word differs between 2 January 2024 and 2 March 2024$/);
	assert.equal(comparisonBodyHtml(comparison, { own: {}, until: '', from: '', whole: '' }, ''), '');
	assert.equal(comparison.between.shown.length + comparison.between.rest, 2);
});

test('one version alone is said to be alone', () => {
	const { sentence } = compareDays(recorded(words), { from: '2024-01-01', to: '2024-01-01' });
	assert.match(sentence, /Only one version is recorded/);
});

test('where links alone differ the sentence says that no word does', () => {
	const link = (target: string): string =>
		`You pay as [our price list](https://tern.example/${target}) says.`;
	const { sentence } = compareDays(recorded(link('a'), link('b')), { from: '2024-01-02', to: '2024-02-02' });
	assert.match(sentence, /^No word of the terms differs .*, only addresses of links$/);
});

test('a day before the first record, and a text that was lost, are said beside the version', () => {
	const long = Array.from({ length: 30 }, (_, at) => `Clause ${'of many '.repeat(at)}words.`).join('\n\n');
	const agreement = recorded(long, '', long);
	const comparison = compareDays(agreement, { from: '2020-01-01', to: '2024-02-10' });
	assert.match(comparison.before.note, /first record/);
	assert.match(comparison.after.note, /failed capture/);
});

test('a text that is not followed is told as such, with the one that is shown in its place', () => {
	const agreement = recorded(null, words, null);
	const comparison = compareDays(agreement, { from: '2024-01-10', to: '2024-03-10' });
	assert.match(comparison.before.note, /^The text of 1 January 2024 is too long .* nothing is shown/);
	assert.match(comparison.after.note, /^The text of 1 March 2024 is too long .* 1 February 2024 is shown/);
	assert.equal(compareDays(agreement, { from: '2024-02-10', to: '2024-03-10' }).differs, false);
});

test('names of files and repositories cannot break out of the page', () => {
	const agreement = {
		...recorded(words, `${words} More.`),
		path: '"><img src=x>',
		repository: 'https://x.example/"><i>',
	};
	const comparison = compareDays(agreement, { from: '2024-01-01', to: '2024-02-01' });
	const html = comparisonHeadHtml(agreement, comparison) + proofHtml(agreement, comparison);
	assert.doesNotMatch(html, /<img|<i>/);
});
