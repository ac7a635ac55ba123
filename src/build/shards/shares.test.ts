import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { sharesOf } from './shares.ts';

const itself = (weight: number) => weight;
const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);

describe('shares of work', () => {
	test('have everything once, in the order that it came', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, count) => {
				const shares = sharesOf(items, itself, count);
				assert.equal(shares.length, count);
				assert.deepEqual(
					items.toSorted((one, other) => one - other),
					shares.flat().sort((one, other) => one - other),
				);
				for (const share of shares)
					assert.deepEqual(
						share,
						items.filter((item) => share.includes(item)),
					);
			}),
		);
	});

	test('differ by no more than one item weighs', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.nat(), { minLength: 1 }),
				fc.integer({ min: 1, max: 9 }),
				(items, count) => {
					const loads = sharesOf(items, itself, count).map(sum);
					assert.ok(Math.max(...loads) - Math.min(...loads) <= Math.max(...items));
				},
			),
		);
	});

	test('of anything at all give the first shard something', () => {
		assert.deepEqual(sharesOf([7], itself, 3), [[7], [], []]);
	});
});
