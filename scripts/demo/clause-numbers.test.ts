import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numberClauses } from './clause-numbers.ts';

const units = [
	'# Terms',
	'## About',
	'No number.',
	'## #fees. Fees',
	'#. You pay, see {items} and {late}.',
	'(#) by card',
	'(#items) by post',
	'#late. Late payment.',
	'(#) again a',
	'## #end. End',
	'#. Section {fees} stays.',
];

describe('clause numbers', () => {
	it('count sections, clauses and items, and resolve references', () => {
		assert.deepEqual(numberClauses(units, 'decimal', ''), [
			'# Terms',
			'## About',
			'No number.',
			'## 1. Fees',
			'1.1 You pay, see 1.1(b) and 1.2.',
			'(a) by card',
			'(b) by post',
			'1.2 Late payment.',
			'(a) again a',
			'## 2. End',
			'2.1 Section 1 stays.',
		]);
	});

	it('follow the German manner', () => {
		const numbered = numberClauses(units, 'paragraph', '');
		assert.deepEqual(numbered.slice(3, 5), [
			'## § 1 Fees',
			'(1) You pay, see § 1 Absatz 1(b) and § 1 Absatz 2.',
		]);
	});

	it('grow when a section comes in before', () => {
		const numbered = numberClauses(['## #new. New', ...units], 'decimal', '');
		assert.ok(numbered.includes('3.1 Section 2 stays.'));
	});

	it('refuse a label that nothing bears, naming file and date', () => {
		assert.throws(
			() => numberClauses(['#. See {gone}.'], 'decimal', 'a.yml 2021-01-01'),
			/a\.yml 2021-01-01.*"gone"/s,
		);
	});

	it('refuse a label that two clauses bear', () => {
		assert.throws(() => numberClauses(['#x. One.', '#x. Two.'], 'decimal', ''), /"x" is used twice/);
	});
});
