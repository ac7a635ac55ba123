import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestIncreasing } from './longest-increasing.ts';

/** The run itself, in order. */
function runOf(values: readonly number[]): number[] {
	const places = [...longestIncreasing(Int32Array.from(values))].sort((one, other) => one - other);
	return places.map((at) => values[at] as number);
}

test('what stayed in order is the run, what was moved lies outside it', () => {
	assert.deepEqual(runOf([0, 1, 2, 3]), [0, 1, 2, 3]);
	assert.deepEqual(runOf([3, 0, 1, 2]), [0, 1, 2]);
	assert.deepEqual(runOf([1, 2, 3, 0]), [1, 2, 3]);
	assert.deepEqual(runOf([0, 4, 1, 2, 3, 5]), [0, 1, 2, 3, 5]);
});

test('−1 is no value', () => {
	assert.deepEqual(runOf([-1, 0, -1, 1, -1]), [0, 1]);
	assert.deepEqual(runOf([-1, -1]), []);
	assert.deepEqual(runOf([]), []);
});

test('equal values do not increase', () => {
	assert.deepEqual(runOf([2, 2, 2]), [2]);
});

test('no run of the sequence is longer', () => {
	for (let seed = 1; seed <= 200; seed++) {
		const values = shuffled(8, seed);
		const run = runOf(values);
		assert.ok(run.every((value, at) => at === 0 || value > (run[at - 1] as number)));
		assert.equal(run.length, longestByTrying(values), values.join());
	}
});

/** 0 to `count` − 1 in an order that the seed decides. */
function shuffled(count: number, seed: number): number[] {
	let state = seed;
	const left = Array.from({ length: count }, (_, at) => at);
	return Array.from({ length: count }, () => {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		return left.splice((state >>> 16) % left.length, 1)[0] as number;
	});
}

/** Tries every choice of places. */
function longestByTrying(values: readonly number[]): number {
	let most = 0;
	for (let choice = 0; choice < 1 << values.length; choice++) {
		const chosen = values.filter((_, at) => (choice >> at) & 1);
		if (chosen.every((value, at) => at === 0 || value > (chosen[at - 1] as number)))
			most = Math.max(most, chosen.length);
	}
	return most;
}
