import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { systemClock } from '../capture/politeness/clock.ts';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { capture, kindsOf } from '../samples/sample-capture.ts';
import {
	clause,
	makeCollection,
	pageOf,
	type SampleCollection,
	tuesday,
} from '../samples/sample-collection.ts';

/** Two hosts: what one of them keeps waiting does not hold up the other. */
let quick: PageWeb;
let slow: PageWeb;
before(async () => {
	[quick, slow] = await Promise.all([startPageWeb(), startPageWeb()]);
});
after(() => Promise.all([quick.close(), slow.close()]));

let place: SampleCollection;
beforeEach(() => {
	quick.clear();
	slow.clear();
	place = makeCollection();
});
afterEach(() => place.remove());

const limit = 90 * 60_000;

test('a run that nears its limit records what it has, and says what it did not reach', async () => {
	place.declare('Tern', { Terms: quick.terms('/terms') });
	place.declare('Tortoise', {
		Terms: slow.terms('/terms'),
		Privacy: slow.terms('/privacy'),
		Refunds: slow.terms('/refunds'),
	});
	const asked = Promise.withResolvers<void>();
	const recorded = Promise.withResolvers<void>();
	quick.pages.set('/terms', pageOf(clause));
	// Never answers.
	for (const at of ['/terms', '/privacy', '/refunds']) slow.pages.set(at, () => asked.resolve());
	const over = Promise.all([asked.promise, recorded.promise]);
	const clock = {
		...systemClock,
		sleep: async (time: number) => {
			if (time === limit) await over;
		},
	};
	const options = { clock, time: limit, onOutcome: () => recorded.resolve() };
	assert.deepEqual(kindsOf(await capture(place, options)), ['recorded', ...new Array(3).fill('unreached')]);
	assert.deepEqual(Object.keys(place.status().agreements), ['Tern/Terms']);
	assert.equal(place.versions(), 1);
	assert.match(place.git('log', '-1', '--format=%s'), /^Record status: 1 checked, 3 not reached$/m);
});

test('a run begins with what the last one did not reach, and keeps the status of what it does not reach itself', async () => {
	place.declare('Tern', { A: quick.terms('/a'), B: quick.terms('/b') });
	for (const at of ['/a', '/b']) quick.pages.set(at, pageOf(clause));
	await capture(place, { agreement: 'A' });
	const { agreements } = place.status();
	quick.asked.length = 0;
	// Both agreements of a host are in hand at once, and it is asked one thing at a time.
	const outcomes = await capture(place, { now: tuesday });
	assert.equal(quick.asked[0], '/b');
	assert.deepEqual(
		outcomes.map(({ agreement, kind }) => [agreement, kind]),
		[
			['A', 'unchanged'],
			['B', 'recorded'],
		],
	);
	const over = { ...systemClock, sleep: async () => {} };
	assert.deepEqual(kindsOf(await capture(place, { clock: over, time: 0, now: tuesday })), [
		'unreached',
		'unreached',
	]);
	assert.ok((place.status().agreements['Tern/A']?.checked ?? '') > (agreements['Tern/A']?.checked ?? 'z'));
	assert.equal(place.versions(), 2);
});
