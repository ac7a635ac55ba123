import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isListReordered } from './reordered-list.ts';

test('a list in another order is the same list', () => {
	assert.ok(
		isListReordered(
			'We work with Alba, Brevo, Corva and Delta as partners.',
			'We work with Brevo, Alba, Delta and Corva as partners.',
		),
	);
	assert.ok(isListReordered('Name, date of birth, address', 'Address, name, date of birth'));
});

test('the same words otherwise put together are another sentence', () => {
	const others: readonly (readonly [string, string])[] = [
		['The shop pays the user for each key.', 'The user pays the shop for each key.'],
		['Only you may sell the keys.', 'You may only sell the keys.'],
		[
			'French law governs, even where German law is better.',
			'German law governs, even where French law is better.',
		],
		['We owe you the price and you owe us nothing.', 'You owe us the price and we owe you nothing.'],
		['Alba, Brevo and Corva', 'Alba, Brevo and Delta'],
	];
	for (const [one, other] of others) assert.ok(!isListReordered(one, other), one);
});
