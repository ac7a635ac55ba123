/** Marks stand where their dates are, as tall as their words are many, and never on top of each other. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Version } from '../../model/version.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import {
	heightOf,
	layoutAxis,
	layoutTimeline,
	markDates,
	markKinds,
	placeOf,
	yearTicks,
} from './timeline.ts';

const to = '2024-01-01T00:00:00Z';
const span = { from: '2020-01-01T00:00:00Z', to, today: to };

function at(day: string): string {
	return `${day}T12:00:00Z`;
}

describe('a timeline', () => {
	test('puts a change by its date and makes it as tall as its words are many', () => {
		const changes = [sampleChange({ fetched: '2022-01-01T00:00:00Z', words: 500 })];
		const [mark] = layoutTimeline(changes, span, 988).marks;
		assert.ok(mark);
		assert.ok(Math.abs(mark.at - 50) < 0.1);
		assert.equal(mark.height, 26);
		assert.deepEqual([24, 25, 100, 101, 400, 401].map(heightOf), [5, 10, 10, 17, 17, 26]);
	});

	test('draws the first record apart and leaves out what has no page', () => {
		const timeline = layoutTimeline(
			[
				sampleChange({ fetched: at('2020-06-01'), class: 'first', rank: 'low' }),
				sampleChange({ fetched: at('2021-06-01'), class: 'flap', rank: 'folded' }),
				sampleChange({ fetched: at('2022-06-01'), class: 'minor', rank: 'low' }),
			],
			span,
			988,
		);
		assert.equal(timeline.marks.length, 1);
		assert.equal(timeline.marks[0]?.matters, false);
		assert.ok(timeline.first !== null && timeline.first > 10 && timeline.first < 11);
	});

	test('merges neighbours and says what it merged', () => {
		const changes = [
			sampleChange({ fetched: at('2022-01-03'), words: 30 }),
			sampleChange({ fetched: at('2022-01-01'), words: 30, rank: 'low' }),
			sampleChange({ fetched: at('2023-12-20'), words: 1 }),
		];
		const { marks } = layoutTimeline(changes, span, 988);
		assert.deepEqual(
			marks.map(({ height }) => height),
			[20, 5],
		);
		assert.deepEqual(marks.map(markDates), [
			'2 changes, 1 January 2022 to 3 January 2022',
			'20 December 2023',
		]);
		assert.deepEqual(
			marks.map(({ matters, recent }) => [matters, recent]),
			[
				[true, false],
				[true, true],
			],
		);
	});

	test('never draws two marks nearer than four pixels, whatever the dates, and loses no change', () => {
		const moment = fc.date({ min: new Date(span.from), max: new Date(span.to), noInvalidDate: true });
		fc.assert(
			fc.property(
				fc.array(moment, { maxLength: 60 }),
				fc.integer({ min: 100, max: 1200 }),
				(moments, width) => {
					const changes = moments.map((date) => sampleChange({ fetched: date.toISOString() }));
					const { marks } = layoutTimeline(changes, span, width);
					assert.equal(
						marks.reduce((sum, mark) => sum + mark.changes.length, 0),
						moments.length,
					);
					for (const [index, mark] of marks.entries()) {
						const before = marks[index - 1];
						// Places are rounded to a hundredth of a per cent.
						if (before) assert.ok(((mark.at - before.at) / 100) * width > 4 - width / 5000);
					}
				},
			),
		);
	});
});

test('a span of no length puts everything at its end', () => {
	assert.equal(placeOf(span.from, { from: span.from, to: span.from }), 100);
});

test('years are labelled, but never more than nine', () => {
	assert.deepEqual(
		yearTicks(span).map(({ label }) => label),
		['2021', '2022', '2023', '2024'],
	);
	const [first, ...others] = yearTicks({ from: '2020-12-20T00:00:00Z', to: '2026-06-01T00:00:00Z' });
	assert.deepEqual([first?.anchor, ...new Set(others.map(({ anchor }) => anchor))], ['start', 'middle']);
	const long = yearTicks({ from: '1999-05-01T00:00:00Z', to: '2026-01-01T00:00:00Z' });
	assert.ok(long.length <= 9);
	assert.equal(long.at(-1)?.label, '2026');
});

describe('the axis of an agreement', () => {
	const version = (day: string, blob: string | null = 'b'): Version => ({
		...sampleChange({ fetched: at(day) }).version,
		blob,
	});

	test('begins at the first record, whatever the order of commits, and is whole without a gap', () => {
		const [axis, ...rest] = layoutAxis([version('2022-01-01'), version('2021-01-01')], span, []);
		assert.equal(axis?.from, placeOf(at('2021-01-01'), span));
		assert.equal(axis?.to, 100);
		assert.equal(axis?.gap, null);
		assert.deepEqual(rest, []);
	});

	test('is interrupted where nothing was recorded, within its own time', () => {
		const gaps = [
			{ from: at('2020-02-01'), to: at('2020-06-01') },
			{ from: at('2022-01-01'), to: at('2022-07-01') },
		];
		const axis = layoutAxis([version('2021-01-01')], span, gaps);
		assert.deepEqual(
			axis.map(({ gap }) => gap?.from ?? null),
			[null, at('2022-01-01'), null],
		);
		for (const [index, { from, to }] of axis.entries()) {
			assert.ok(from < to);
			assert.equal(from, axis[index - 1]?.to ?? placeOf(at('2021-01-01'), span));
		}
	});

	test('ends where the agreement was taken out of the archive', () => {
		const versions = [version('2021-01-01'), version('2022-01-01', null)];
		assert.equal(layoutAxis(versions, span, []).at(-1)?.to, placeOf(at('2022-01-01'), span));
		assert.deepEqual([...markKinds([{ changes: [], versions }], span, [], 988)], ['withdrawn']);
	});
});

test('a legend explains the marks that occur', () => {
	const change = sampleChange({ fetched: at('2021-06-01'), class: 'minor', rank: 'low' });
	const kinds = markKinds([{ changes: [change], versions: [change.version] }], span, [], 988);
	assert.deepEqual([...kinds], ['lesser']);
});
