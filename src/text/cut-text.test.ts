import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutAround, cutEnd, cutFilling } from './cut-text.ts';

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

test('a text is cut around a place, which stays in sight', () => {
	const words = Array.from({ length: 40 }, (_, at) => `word${at}`);
	for (const text of [words.join(' '), words.join(''), '𠮷'.repeat(100)])
		for (let place = 0; place < text.length; place += 7) {
			const cut = cutAround(text, place, 60);
			const kept = cut.replace(/^… /, '').replace(/ …$/, '');
			assert.ok(kept.length <= 60 && text.includes(kept) && kept.isWellFormed(), cut);
			const start = text.indexOf(kept);
			if (text.includes('0'))
				assert.ok(start <= place && place < start + kept.length + 8, `${place}: ${cut}`);
		}
	assert.equal(cutAround('Fees are due', 11, 12), 'Fees are due');
	assert.equal(cutAround('Fees are due at once', 18, 8), '… at once');
});
