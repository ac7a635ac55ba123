import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Fault } from '../../src/model/fault.ts';
import { applyEdits, type Edit } from './text-edits.ts';
import { formatUnits, parseUnits } from './text-units.ts';

const text = parseUnits(`# Terms

## #one. First

#. You pay
10 pounds.

- a boat
- a plane

## #two. Second

#. We answer. We never refund.
`);

function edit(...edits: readonly Edit[]): string {
	return formatUnits(applyEdits(text, edits, 'history.yml 2021-01-01'));
}

describe('units of a demonstration text', () => {
	it('join the lines of a paragraph and part the items of a list', () => {
		assert.deepEqual(text, [
			'# Terms',
			'## #one. First',
			'#. You pay 10 pounds.',
			'- a boat',
			'- a plane',
			'## #two. Second',
			'#. We answer. We never refund.',
		]);
	});

	it('are read back from the Markdown they are written as', () => {
		assert.deepEqual(parseUnits(formatUnits(text)), text);
	});
});

describe('an edit', () => {
	it('replaces words, also over the line breaks of the file', () => {
		assert.match(edit({ replace: 'pay\n10', with: 'owe 20' }), /^#\. You owe 20 pounds\.$/m);
	});

	it('takes dollar signs in the new words as they are', () => {
		assert.match(edit({ replace: '10 pounds', with: '$& $1' }), /^#\. You pay \$& \$1\.$/m);
	});

	it('inserts units before and after others', () => {
		assert.match(edit({ after: 'a boat', insert: '- a cart' }), /- a boat\n- a cart\n- a plane/);
		assert.match(edit({ before: 'Second', insert: '#. New.' }), /- a plane\n\n#\. New\.\n\n## #two/);
	});

	it('removes a unit and a section', () => {
		assert.doesNotMatch(edit({ remove: 'a boat' }), /boat/);
		assert.equal(
			edit({ 'remove-section': 'First' }),
			'# Terms\n\n## #two. Second\n\n#. We answer. We never refund.\n',
		);
	});

	it('moves a unit and a section', () => {
		assert.match(edit({ move: 'You pay', after: 'We answer' }), /refund\.\n\n#\. You pay 10 pounds\.\n$/);
		assert.match(edit({ 'move-section': 'Second', before: 'First' }), /^# Terms\n\n## #two[\s\S]+## #one/);
	});

	it('splits a clause in two', () => {
		assert.match(edit({ split: 'We never' }), /#\. We answer\.\n\n#\. We never refund\./);
	});

	it('sets quotes', () => {
		const curled = applyEdits(['the "Input" isn\'t ("yours")'], [{ quotes: 'curly' }], '');
		assert.deepEqual(curled, ['the “Input” isn’t (“yours”)']);
	});

	it('sees what the edits before it left', () => {
		assert.match(edit({ replace: 'boat', with: 'ship' }, { replace: 'ship', with: 'raft' }), /- a raft/);
	});

	for (const [case_, words] of [
		['nowhere', 'a submarine'],
		['twice', 'We '],
	] as const) {
		it(`whose words stand ${case_} fails with file, date and words`, () => {
			assert.throws(
				() => edit({ remove: words }),
				(error) =>
					error instanceof Fault &&
					error.where === 'history.yml 2021-01-01' &&
					error.what.includes(words.trim()) &&
					error.what.includes(case_ === 'twice' ? '2 times' : '0 times'),
			);
		});
	}

	it('that moves a section by words of a clause fails', () => {
		assert.throws(() => edit({ 'remove-section': 'You pay' }), /is no heading/);
	});
});
