import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { statedValues } from './stated-value.ts';

/** @param said the decisive words stand in square brackets */
function valuesOf(said: string): ReturnType<typeof statedValues> {
	const marks: [number, number][] = [];
	let quote = '';
	for (const [at, piece] of said.split(/[[\]]/).entries()) {
		if (at % 2 === 1) marks.push([quote.length, quote.length + piece.length]);
		quote += piece;
	}
	return statedValues({ quote, marks });
}

describe('a sentence states', () => {
	test('a period, in figures, in words or in both', () => {
		assert.equal(valuesOf('We [give your money back] within 14 days of the purchase.').period, '14 days');
		assert.equal(valuesOf('You may [opt out] within thirty (30) days.').period, '30 days');
		assert.equal(valuesOf('We [tell you] ninety days before.').period, '90 days');
		assert.equal(valuesOf('We [delete] it after a 2-year period.').period, '2 years');
		assert.equal(valuesOf('We [answer] within 10 business days.').period, '10 business days');
		assert.equal(valuesOf('We [keep it] for 1 month.').period, '1 month');
	});

	test('a sum with its currency', () => {
		assert.equal(valuesOf('Our [liability is limited] to $100.').amount, '$100');
		assert.equal(valuesOf('We [pay at most] 1,000 euros.').amount, '1,000 euros');
		assert.equal(valuesOf('We [pay at most] one hundred dollars (US$100.00) to you.').amount, 'US$100.00');
	});

	test('an age, which is no period', () => {
		const { age, period } = valuesOf('You [must be] at least 16 years old to use it.');
		assert.deepEqual([age, period], ['16', null]);
		assert.equal(valuesOf('[Nobody] under 13 may open an account.').age, '13');
		assert.equal(valuesOf('[Nobody] under the age of 18 may open an account.').age, '18');
	});

	test('nothing where it names two, and the one where it names that twice', () => {
		assert.equal(valuesOf('We [give money back] within 14 days, or 30 days in Spain.').period, null);
		assert.equal(valuesOf('Within 14 days we [give money back]; these 14 days are fixed.').period, '14 days');
	});

	test('nothing of what stands far off, or beyond the end of its sentence', () => {
		const far = 'whatever else the two of us may have said or written to each other in the past,';
		assert.equal(valuesOf(`We [give money back], ${far} for 14 days.`).period, null);
		assert.equal(valuesOf('We [give money back]. A trial lasts 14 days.').period, null);
	});

	test('nothing where it counts something else', () => {
		assert.equal(valuesOf('We [keep it] for a few days.').period, null);
		assert.equal(valuesOf('We [delete it] under section 12 of the act.').age, null);
		assert.equal(valuesOf('A fee of under 10% is [due].').age, null);
	});

	test('what its own words hold, whatever else they are', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(40), (quote, length) => {
				const { period, amount, age } = statedValues({ quote, marks: [[0, Math.min(length, quote.length)]] });
				assert.ok(amount === null || quote.replace(/\s+/g, ' ').includes(amount));
				assert.ok(age === null || quote.includes(age));
				assert.ok(period === null || /\d/.test(period));
			}),
		);
	});

	test('soon, however many digits and blanks it has', () => {
		for (const piece of ['1,', '1 ', 'one ', '(', '$1', 'under '])
			assert.equal(typeof valuesOf(piece.repeat(20_000)).period, 'object');
	});
});
