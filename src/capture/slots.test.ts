import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSlots } from './slots.ts';

test('no more tasks run at once than there are slots, the others in the order in which they came', async () => {
	const inSlot = createSlots(2);
	const begun: number[] = [];
	const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
	const all = ends.map(({ promise }, at) =>
		inSlot(async () => {
			begun.push(at);
			await promise;
			return at;
		}),
	);
	await settled();
	assert.deepEqual(begun, [0, 1]);
	ends[1]?.resolve();
	await settled();
	assert.deepEqual(begun, [0, 1, 2]);
	for (const { resolve } of ends) resolve();
	assert.deepEqual(await Promise.all(all), [0, 1, 2, 3, 4]);
	assert.deepEqual(begun, [0, 1, 2, 3, 4]);
});

test('a task that fails leaves its slot to the next', async () => {
	const inSlot = createSlots(1);
	const failing = inSlot(async () => {
		throw new Error('it failed');
	});
	const next = inSlot(async () => 'ran');
	await assert.rejects(failing, /it failed/);
	assert.equal(await next, 'ran');
});

/** Everything that can go on without waiting for a task has done so. */
function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
