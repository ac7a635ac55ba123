import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuestion } from '../site/search/search-terms.ts';
import { fit } from './fit.ts';

const clause = 'You waive class actions; an arbitrator’s e-mails decide all disputes.';

function fitOf(asked: string, text = clause): number | null {
	return fit(text, readQuestion(asked).terms);
}

test('all words must stand in the text, in whatever order and form', () => {
	assert.equal(fitOf('disputes waive'), 2);
	assert.equal(fitOf('dispute email'), 0, 'other forms of both');
	assert.equal(fitOf('arbitration'), null);
	assert.equal(fitOf('disputes court'), null);
});

test('a short word stands for no longer one that it does not begin', () => {
	assert.equal(fitOf('act'), 0);
	assert.equal(fitOf('lass'), null);
	assert.equal(fitOf('string', 'We strive.'), null);
});

test('words in quotes stand beside each other, letter by letter', () => {
	assert.equal(fitOf('"class actions"'), 1);
	assert.equal(fitOf('"class action"'), null);
	assert.equal(fitOf('"actions class"'), null);
});

test('a run of a script without blanks is a phrase', () => {
	assert.equal(fitOf('仲裁', '争议由仲裁解决。'), 1);
	assert.equal(fitOf('裁仲', '争议由仲裁解决。'), null);
});
