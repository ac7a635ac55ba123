import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementOf } from '../../samples/sample-agreement.ts';
import { withoutHistory } from './without-history.ts';

test('an agreement whose newest text is followed is shown as any other', () => {
	assert.equal(withoutHistory(agreementOf(['2024-01-01', null], ['2024-02-01', 'You pay.'])), null);
});

test('one whose newest texts are not says since when, why, and which text is shown', () => {
	const told = withoutHistory(
		agreementOf(['2024-01-01', 'You pay.'], ['2024-02-01', null], ['2024-03-01', null]),
	);
	assert.equal(told?.briefly, 'without clause history since 1 February 2024');
	assert.match(told?.words ?? '', /since 1 February 2024: .*20,000 lines or 4 MB.*5,000,000 lines or 500 MB/);
	assert.match(told?.words ?? '', /The text of 1 January 2024 is shown/);
});

test('one that was never followed names no text', () => {
	const told = withoutHistory(agreementOf(['2024-01-01', null]));
	assert.match(told?.words ?? '', /^This agreement is shown without clause history: /);
	assert.doesNotMatch(told?.words ?? '', /is shown, the last/);
});
