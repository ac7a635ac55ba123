import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { growsFaster } from './growth.ts';

const words = (length: number) => 'a '.repeat(length / 2);

/** Takes a fixed time for each of so many steps, whatever the machine has made of the code. */
function steps(count: number): number {
	let sum = 0;
	for (let step = 0; step < count; step++) sum = (sum * 31 + step) % 65_521;
	return sum;
}

describe('work over a text', () => {
	// Slow code that becomes fast while it is measured would look as if it grew less.
	before(() => {
		for (let time = 0; time < 20; time++) steps(1_000_000);
	});

	test('that takes the square of its length is told, with both times', () => {
		const grown = growsFaster((text) => steps(text.length ** 2 / 2), words);
		assert.ok(grown !== null && grown.whole > 3 * grown.half, JSON.stringify(grown));
	});

	test('that takes its length is let be, however long each sign takes', () => {
		for (const each of [1, 200, 2_000])
			assert.equal(
				growsFaster((text) => steps(text.length * each), words),
				null,
			);
	});

	test('that takes the square up to a bound is let be', () => {
		const bound = 8_000;
		const work = (text: string) => steps((text.length * Math.min(text.length, bound)) / 2);
		assert.equal(growsFaster(work, words), null);
	});
});
