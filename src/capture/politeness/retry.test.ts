import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CaptureFault } from '../capture-fault.ts';
import { longestBackOff, longestRest, triesInAll } from './limits.ts';
import { parseRetryAfter, persistently } from './retry.ts';

const now = Date.parse('2024-05-06T04:12:00Z');

describe('Retry-After', () => {
	for (const [value, date, expected] of [
		['120', '', 120_000],
		[' 0 ', '', 0],
		['Mon, 06 May 2024 04:13:00 GMT', '', 60_000],
		['Mon, 06 May 2024 04:11:00 GMT', '', 0],
		// A server whose clock is a day ahead means a minute all the same.
		['Tue, 07 May 2024 04:13:00 GMT', 'Tue, 07 May 2024 04:12:00 GMT', 60_000],
		['', '', null],
		['-5', '', null],
		['1.5', '', null],
		['soon', '', null],
		['Mon, never', '', null],
	] as const) {
		test(`${JSON.stringify(value)} means ${expected}`, () => {
			assert.equal(parseRetryAfter(value, date, now), expected);
		});
	}

	test('of any kind is a time or nothing', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (value, date) => {
				const wait = parseRetryAfter(value, date, now);
				assert.ok(wait === null || wait >= 0);
			}),
		);
	});
});

describe('trying again', () => {
	const fault = (wait: number | null) => new CaptureFault('server-down', 'here', { status: 503, wait });

	/** @returns the pauses, and how often it was tried */
	async function tried(error: unknown, random = 0.99): Promise<{ slept: number[]; times: number }> {
		const slept: number[] = [];
		let times = 0;
		const clock = {
			now: () => now,
			random: () => random,
			sleep: async (time: number) => void slept.push(time),
		};
		const failing = persistently(clock, async () => {
			times++;
			throw error;
		});
		await assert.rejects(failing, (thrown) => thrown === error);
		return { slept, times };
	}

	test('ends with the last fault, within its bounds, whatever the dice say', async () => {
		const double = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		await fc.assert(
			fc.asyncProperty(double, async (random) => {
				const { slept, times } = await tried(fault(null), random);
				assert.equal(times, triesInAll);
				assert.ok(slept.every((time) => time >= 0 && time <= longestBackOff));
			}),
		);
	});

	test('keeps to what the server asks for, and gives up where that is too long', async () => {
		assert.deepEqual((await tried(fault(7000))).slept, [7000, 7000]);
		assert.deepEqual(await tried(fault(longestRest + 1)), { slept: [], times: 1 });
	});

	test('is for what passes alone', async () => {
		for (const error of [
			new CaptureFault('page-gone', 'here', { status: 404, wait: null }),
			new TypeError('a bug'),
		])
			assert.deepEqual(await tried(error), { slept: [], times: 1 });
	});
});
