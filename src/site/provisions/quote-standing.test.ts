/** No page shows an old reading beside new words without saying so: what is said follows from the history of the quote. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Provision } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { withProvisions } from '../../samples/sample-provision.ts';
import { type QuoteStanding, quoteStanding, removalOf } from './quote-standing.ts';

const keep = 'You keep all rights in the content that you put here.';
const ending = 'We may end your account at once, without telling you before we do.';
const milder = ending.replace('at once, without', 'after a week, and after');

/** The clause in the first text is explained; a text without it leaves it out. Versions are a month apart from 2024-01-01 on. */
function explained(reviewed: string, ...texts: readonly string[]): Provision {
	const archive = sampleArchive({ Tern: { Terms: texts.map((text) => `${keep}\n\n${text}`) } });
	const sketch = { platform: 'Tern', agreement: 'Terms', slug: 'ending', quote: ending, reviewed };
	return withProvisions(archive, sketch).provisions[0] as Provision;
}

function standing(reviewed: string, ...texts: readonly string[]): QuoteStanding {
	return quoteStanding(explained(reviewed, ...texts));
}

test('words that stand are said to stand, and no list marks them', () => {
	const { stands, afterReview, sentence, short, ended } = standing('2024-01-05', ending, `${ending} More.`);
	assert.deepEqual([stands, afterReview, short, ended], [true, false, '', null]);
	assert.equal(sentence, 'The wording has not moved on since.');
});

test('words that changed after the review say so, with the change that ended them', () => {
	const { stands, afterReview, sentence, ended } = standing('2024-01-05', ending, ending, milder);
	assert.deepEqual([stands, afterReview, ended?.day], [false, true, '2024-03-01']);
	assert.equal(sentence, 'The wording changed on 1 March 2024, after this was written.');
});

test('a clause that was taken out after the review says so', () => {
	const provision = explained('2024-01-05', ending, '');
	assert.equal(
		quoteStanding(provision).sentence,
		'The clause was taken out on 1 February 2024, after this was written.',
	);
	assert.equal(removalOf(provision)?.day, '2024-02-01');
});

test('a clause that was reworded first and then taken out says both', () => {
	assert.equal(
		standing('2024-01-05', ending, milder, '').sentence,
		'The wording changed on 1 February 2024. The clause was taken out on 1 March 2024, after this was written.',
	);
});

test('a reading of words that were gone already is told from one that was overtaken', () => {
	const provision = explained('2024-01-05', ending, milder);
	const { stands, afterReview, sentence } = quoteStanding({
		...provision,
		reviewed: '2024-05-05',
		quotedAsOf: '2024-01-05',
	});
	assert.deepEqual([stands, afterReview], [false, false]);
	assert.equal(sentence, 'The wording changed on 1 February 2024, before this was written.');
});

test('words that went and came back say both days, and lists mark them where nobody has read them since', () => {
	const overtaken = standing('2024-01-05', ending, '', '', ending);
	assert.deepEqual([overtaken.stands, overtaken.afterReview], [true, true]);
	assert.equal(
		overtaken.sentence,
		'These words went out on 1 February 2024 and came back on 1 April 2024, after this was written.',
	);
	assert.equal(overtaken.short, 'went out 1 February 2024, came back 1 April 2024');
	const later = standing('2024-04-05', ending, '', '', ending);
	assert.deepEqual([later.afterReview, later.short], [false, '']);
	assert.match(later.sentence, /1 February 2024 and came back on 1 April 2024, before this was written/);
});
