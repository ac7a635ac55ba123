import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import type { Clock } from './clock.ts';
import { createHostQueue } from './host-queue.ts';

/** Time passes only while everybody sleeps: the next sleeper is woken at its moment. @param early so many milliseconds before it, as timers do */
function tickingClock(early: () => number = () => 0): Clock {
	let now = 0;
	const sleepers: { until: number; wake: () => void }[] = [];
	let ticking = false;
	const tick = async () => {
		ticking = true;
		while (sleepers.length > 0) {
			await setImmediate();
			const next = sleepers.sort((a, b) => a.until - b.until).shift();
			now = Math.max(now, next?.until ?? now);
			next?.wake();
			await setImmediate();
		}
		ticking = false;
	};
	return {
		now: () => now,
		random: () => 0.5,
		sleep: (time) => {
			const asleep = Math.max(1, time - early());
			const slept = new Promise<void>((wake) => sleepers.push({ until: now + asleep, wake }));
			if (!ticking) void tick();
			return slept;
		},
	};
}

describe('the queue of a host', () => {
	test('asks one thing at a time and rests after each, while other hosts go on', async () => {
		const clock = tickingClock();
		const queue = createHostQueue({ delay: 2000, atOnce: 10, clock });
		const seen: string[] = [];
		const ask = (host: string, name: string) =>
			queue.turn(host, async () => {
				seen.push(`${clock.now()} ${name}`);
				await clock.sleep(200);
			});
		await Promise.all([ask('a', 'a1'), ask('a', 'a2'), ask('b', 'b1'), ask('a', 'a3')]);
		assert.deepEqual(seen, ['0 a1', '0 b1', '2200 a2', '4400 a3']);
	});

	test('goes on after a failure, and hands the failure to whoever asked', async () => {
		const queue = createHostQueue({ delay: 0, atOnce: 1, clock: tickingClock() });
		const failed = queue.turn('a', () => Promise.reject(new Error('no')));
		const next = queue.turn('a', async () => 'yes');
		await assert.rejects(failed, /no/);
		assert.equal(await next, 'yes');
	});

	test('gives a host the rest that it asks for, and refuses at once to wait for long', async () => {
		const clock = tickingClock();
		const queue = createHostQueue({ delay: 1000, atOnce: 1, clock });
		const now = async () => clock.now();
		await queue.turn('a', async () => queue.rest('a', 60_000));
		assert.equal(await queue.turn('a', now), 60_000);
		await queue.turn('a', async () => queue.rest('a', 3600_000));
		await assert.rejects(queue.turn('a', now), { code: 'rate-limited' });
		assert.equal(await queue.turn('b', now), 61_000);
	});

	test('slows down for a host and never speeds up', async () => {
		const clock = tickingClock();
		const queue = createHostQueue({ delay: 1000, atOnce: 1, clock });
		const now = async () => clock.now();
		await queue.turn('a', now);
		queue.slowDown('a', 5000);
		queue.slowDown('a', 10);
		assert.equal(await queue.turn('a', now), 5000);
		assert.equal(await queue.turn('a', now), 10_000);
	});

	test('rests as long as it is to after each request, though timers end early', async () => {
		const request = fc.record({ host: fc.constantFrom('a', 'b'), time: fc.nat(300), asks: fc.nat(900) });
		const requests = fc.array(request, { minLength: 1, maxLength: 15 });
		const earliness = fc.array(fc.nat(3), { minLength: 1, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(requests, earliness, async (asked, steps) => {
				let at = 0;
				const clock = tickingClock(() => steps[at++ % steps.length] ?? 0);
				const queue = createHostQueue({ delay: 500, atOnce: 2, clock });
				const free = new Map<string, number>();
				const turns = asked.map(({ host, time, asks }) =>
					queue.turn(host, async () => {
						assert.ok(clock.now() >= (free.get(host) ?? 0), `${clock.now()} before ${free.get(host)}`);
						await clock.sleep(time);
						queue.rest(host, asks);
						free.set(host, clock.now() + Math.max(500, asks));
					}),
				);
				await Promise.all(turns);
			}),
			{ numRuns: 50 },
		);
	});

	test('never has two requests to a host or more than the bound under way, whatever comes', async () => {
		const request = fc.record({
			host: fc.constantFrom('a', 'b', 'c', 'd'),
			time: fc.nat(500),
			fails: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(request, { maxLength: 30 }),
				fc.integer({ min: 1, max: 3 }),
				async (requests, atOnce) => {
					const clock = tickingClock();
					const queue = createHostQueue({ delay: 100, atOnce, clock });
					const open: string[] = [];
					const ended = requests.map(({ host, time, fails }) =>
						queue.turn(host, async () => {
							assert.ok(!open.includes(host) && open.length < atOnce);
							open.push(host);
							await clock.sleep(time);
							open.splice(open.indexOf(host), 1);
							if (fails) throw new RangeError('meant to');
						}),
					);
					for (const [at, each] of (await Promise.allSettled(ended)).entries()) {
						assert.equal(each.status, requests[at]?.fails ? 'rejected' : 'fulfilled');
						if (each.status === 'rejected') assert.ok(each.reason instanceof RangeError);
					}
				},
			),
			{ numRuns: 50 },
		);
	});
});
