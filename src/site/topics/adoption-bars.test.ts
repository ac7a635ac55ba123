import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { barsOf, growthSteps } from './adoption-bars.ts';

test('each platform has a bar while there is room, then each few, and what there is always shows', () => {
	assert.deepEqual(barsOf({ with: 41, of: 63, recent: 5, yearAgo: null }), {
		each: 1,
		all: 63,
		filled: 41,
		recent: 5,
	});
	assert.deepEqual(barsOf({ with: 1, of: 385, recent: 1, yearAgo: null }), {
		each: 4,
		all: 97,
		filled: 1,
		recent: 1,
	});
	assert.deepEqual(barsOf({ with: 0, of: 0, recent: 0, yearAgo: null }), {
		each: 1,
		all: 0,
		filled: 0,
		recent: 0,
	});
});

test('never more bars in accent than filled, never more filled than there are', () => {
	const counts = fc
		.tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000))
		.map((three) => three.sort((a, b) => a - b));
	fc.assert(
		fc.property(counts, ([recent = 0, having = 0, of = 0]) => {
			const bars = barsOf({ with: having, of, recent, yearAgo: null });
			assert.ok(bars.all <= 100 && bars.filled <= bars.all && bars.recent <= bars.filled);
			assert.equal(bars.filled > 0, having > 0);
			assert.equal(bars.recent > 0, recent > 0);
		}),
	);
});

test('growth is drawn in steps from the first month to the last, and years stand below their January', () => {
	const months = ['2023-11', '2023-12', '2024-01', '2024-02', '2024-03'];
	const steps = growthSteps(months.map((month, at) => ({ month, with: at, of: 4 })));
	assert.equal(steps?.with, 'M0 100H25V75H50V50H75V25H100V0');
	assert.equal(steps?.of, 'M0 0H25V0H50V0H75V0H100V0');
	assert.deepEqual(
		steps?.ticks.map(({ label }) => label),
		['2024'],
	);
	assert.equal(growthSteps([{ month: '2024-01', with: 1, of: 1 }]), null);
});
