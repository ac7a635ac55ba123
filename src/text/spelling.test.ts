import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSpelling } from './spelling.ts';

const pairs =
	'colour color|organisation organization|analysed analyzed|centre center|licence license|defences defenses|labelled labeled|cancelling canceling|enrolment enrollment|fulfil fulfill|programme program|behaviour behavior|judgement judgment|catalogue catalog|practise practice|whilst while|unauthorised unauthorized|instalment installment|cheque check|towards toward|dishonour dishonor';
const different =
	'four for|our or|metered metred|model models|label labels|total totally|license licensee|enter entre|price prize|user usurer';

test('both spellings of a word are one', () => {
	for (const pair of pairs.split('|')) {
		const [one = '', other = ''] = pair.split(' ');
		assert.equal(commonSpelling(one), commonSpelling(other), pair);
	}
});

test('two words stay two', () => {
	for (const pair of different.split('|')) {
		const [one = '', other = ''] = pair.split(' ');
		assert.notEqual(commonSpelling(one), commonSpelling(other), pair);
	}
});
