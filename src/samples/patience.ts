/** Waiting, in tests, for what happens some time after an answer: for the thing itself, never for a time in which it should have. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/**
 * Milliseconds until a test gives up what must come. No machine needs a tenth of it, however slow or busy: only a test that fails waits it
 * out.
 */
export const patience = 120_000;

/** Looks again and again until there is what is expected. @throws AssertionError with what there was at last */
export async function assertSoon<Value>(look: () => Value | Promise<Value>, expected: Value): Promise<void> {
	const end = performance.now() + patience;
	let seen = await look();
	while (!isDeepStrictEqual(seen, expected) && performance.now() < end) {
		await sleep(20);
		seen = await look();
	}
	assert.deepEqual(seen, expected);
}
