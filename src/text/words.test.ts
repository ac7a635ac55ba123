import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, tokens, wordHashes } from './words.ts';

test('scripts without spaces count by character', () => {
	assert.equal(countWords('利用規約'), 4);
	assert.equal(countWords('ひらがなカタカナ'), 8);
	assert.equal(countWords('ຜູ້ໃຊ້'), 6);
	assert.equal(countWords('two words'), 2);
	assert.equal(countWords('𠮷𠮷'), 1);
});

test('a count and the hashes of a text see the same words', () => {
	for (const text of [
		'',
		'  ',
		'4.2. Fees are due',
		'We may, e.g., charge $5.00',
		'利用規約 2.0',
		'सेवा की शर्तें',
		'…',
	])
		assert.equal(wordHashes(text).length, countWords(text), text);
});

test('hashes are blind to the case of ASCII, and to no other difference of words', () => {
	assert.deepEqual(wordHashes('We MAY charge'), wordHashes('we may charge.'));
	assert.notDeepEqual(wordHashes('we may charge'), wordHashes('we must charge'));
	assert.deepEqual(wordHashes('4.2. Fees', 4), wordHashes('Fees'));
});

test('the hashes are those of all ledgers before: on their order hang identities and anchors of clauses', () => {
	const hashes = [1517751005, 1048449612, -9719899, 84696362, 21033, 29992, 84696575];
	assert.deepEqual([...wordHashes('We may charge 5 利用 à')], hashes);
});

test('tokens joined give the text back, and keep a number with its sign', () => {
	for (const text of ['Fees  of $5.00 (or 3%) are due.', '利用規約は 2.0 版', "You don't pay – ever."])
		assert.equal(
			tokens(text)
				.map(({ space, word }) => space + word)
				.join(''),
			text,
		);
	assert.deepEqual(
		tokens('Fees of $5.00, or 3%').map(({ word }) => word),
		['Fees', 'of', '$5.00', ',', 'or', '3%'],
	);
});
