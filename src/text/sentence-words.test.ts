import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eachSentence, longestSentence, sentenceStarts } from './sentence-words.ts';

function sentencesOf(text: string): string[] {
	const starts = sentenceStarts(text);
	return starts.map((start, at) => text.slice(start, starts[at + 1]));
}

test('a sentence ends at a stop that a capital, a digit or a bracket follows', () => {
	assert.deepEqual(sentencesOf('Fees are due. You pay them! Do you? (We ask.) 30 days are left.'), [
		'Fees are due. ',
		'You pay them! ',
		'Do you? ',
		'(We ask.) ',
		'30 days are left.',
	]);
	assert.deepEqual(sentencesOf('We bill monthly. iCloud is extra.'), ['We bill monthly. iCloud is extra.']);
	assert.deepEqual(sentencesOf('版本2.0。用户同意。'), ['版本2.0。', '用户同意。']);
});

test('no number, letter or abbreviation ends one', () => {
	for (const text of [
		'See version 2.0 of it.',
		'J. R. Tern agrees.',
		'Tern Inc. Leith agrees.',
		'See Art. 6 and Sec. 4 below.',
	])
		assert.deepEqual(sentencesOf(text), [text]);
});

test('a quote belongs to the sentence that it opens or closes', () => {
	assert.deepEqual(sentencesOf('We say “Pay now.” You pay. “Never” is no answer.'), [
		'We say “Pay now.” ',
		'You pay. ',
		'“Never” is no answer.',
	]);
});

test('a list without a stop is cut after so many words', () => {
	const lengths: number[] = [];
	eachSentence('fee '.repeat(2 * longestSentence + 1), ({ count }) => lengths.push(count));
	assert.deepEqual(lengths, [longestSentence, longestSentence, 1]);
});

test('the sentences of a text are the whole text, whatever it is', () => {
	const part = fc.oneof(
		fc.string(),
		fc.constantFrom('fees', 'We', '.', '. ', '4.3', '“', '”', '。', '\n', 'No. 5'),
	);
	fc.assert(
		fc.property(fc.array(part), (parts) => {
			const text = parts.join(' ');
			const starts = sentenceStarts(text);
			assert.equal(starts[0], 0);
			assert.ok(starts.every((start, at) => at === 0 || start > (starts[at - 1] as number)));
			assert.equal(sentencesOf(text).join(''), text);
		}),
	);
});
