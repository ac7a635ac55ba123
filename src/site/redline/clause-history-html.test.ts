import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasPage } from '../../model/change.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { type ClauseArchive, datedSteps, historyItemsHtml } from './clause-history-html.ts';

const keep = 'You keep all rights in the content that you put here.';

function archiveOf(...texts: readonly string[]): ClauseArchive {
	const { platforms } = sampleArchive({
		Tern: { Terms: texts.map((text) => [keep, text].filter(Boolean).join('\n\n')) },
	});
	const agreement = platforms[0]?.agreements[0];
	if (agreement === undefined) throw new Error('the sample holds no agreement');
	const versions = agreement.changes.map((change) => ({
		day: change.day,
		fetched: change.version.fetched,
		page: hasPage(change),
		onYearPage: change.onYearPage,
		base: change.base,
	}));
	return { ledger: agreement.ledger, versions };
}

/** Items of the second clause, newest first, without markup. */
function items(archive: ClauseArchive): string[] {
	const html = historyItemsHtml(archive, 1, datedSteps(archive, 1), '');
	return html.split('<li>').slice(1);
}

test('each wording says what happened, since when and how long it stood', () => {
	const words = 'You pay within thirty days of our invoice to you.';
	const [last = '', middle = '', first = ''] = items(
		archiveOf(words, words.replace('thirty', 'fourteen'), words.replace('thirty', 'seven')),
	);
	assert.match(last, /1 March 2024.*Reworded.*Stands today/);
	assert.match(last, /<del[^>]*>fourteen<\/del> <ins[^>]*>seven<\/ins>/);
	assert.match(middle, /href="2024-02-01\/#c-/);
	assert.match(middle, /Stood until 1 March 2024/);
	assert.match(first, /In the first record.*Stood until 1 February 2024/);
	assert.doesNotMatch(first, /<(ins|del)/);
});

test('a new number does not end the words', () => {
	const words = 'You pay within thirty days of our invoice to you.';
	const [renumbered = '', first = ''] = items(archiveOf(`4.1 ${words}`, `4.2 ${words}`));
	assert.match(renumbered, /Renumbered.*Was 4\.1, now 4\.2/);
	assert.match(first, /Stands today, not a word changed/);
});

test('of an agreement that is followed no longer nobody knows what stands today', () => {
	const [only = ''] = items({
		...archiveOf('You pay within thirty days of our invoice to you.'),
		retired: '2024-03-05',
	});
	assert.match(only, /Followed until 5 March 2024, not a word changed/);
});

test('a clause that went out and came back says both', () => {
	const words = 'You pay within thirty days of our invoice to you.';
	const kinds = items(archiveOf(words, '', '', words)).map((item) => /<b>(.*?)\.<\/b>/.exec(item)?.[1]);
	assert.deepEqual(kinds, ['Came back', 'Went out', 'In the first record']);
});

test('markup in a wording is shown, not obeyed', () => {
	const hostile = 'You pay &lt;img src=x onerror=alert(1)&gt; within thirty days of our invoice.';
	const html = items(archiveOf(hostile, hostile.replace('thirty', '&lt;b&gt;nine&lt;/b&gt;'))).join('');
	assert.doesNotMatch(html, /<img|<b>nine/);
	assert.match(html, /&lt;img/);
	assert.match(html, /&lt;b&gt;nine/);
});
