import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutEnd, cutFilling } from './cut-text.ts';

test('a text is cut at the end of a word and says so', () => {
	assert.equal(cutEnd('Fees are due', 12), 'Fees are due');
	assert.equal(cutEnd('Fees are due', 11), 'Fees are …');
	assert.equal(cutFilling('Fees are due', 12), 'Fees are due');
	assert.equal(cutFilling('Fees are due', 11), 'Fees are …');
});

test('where no blank is near, the room is filled or the word goes whole', () => {
	assert.equal(cutEnd('利用規約 第一条から第十条まで', 10), '利用規約 …');
	assert.equal(cutFilling('利用規約 第一条から第十条まで', 10), '利用規約 第一条から …');
});

test('a word without a blank is cut in two, a character never', () => {
	for (const cut of [cutEnd, cutFilling]) {
		assert.equal(cut('Donaudampfschifffahrt', 5), 'Donau …');
		assert.equal(cut('𠮷𠮷𠮷', 3), '𠮷 …');
	}
});
