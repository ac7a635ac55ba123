import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Dated } from '../../model/dated.ts';
import { agreementOf, type Capture } from '../../samples/sample-agreement.ts';
import { dayInWords, daysBefore } from '../../text/days-in-words.ts';

const fares = [
	'A crossing costs four crowns for each traveller, and dogs travel for nothing below deck.',
	'A crossing costs six crowns for each traveller, and dogs travel for half of that on deck.',
	'Nobody may bring a bicycle aboard while the sea is rough, whatever the crew has said before.',
];

const page = (head: string, fare: string | undefined): string =>
	`# Terms\n\n${head}\n\nThe auks run boats between the islands from spring to autumn.\n\n${fare}\n\nYou must be on the quay ten minutes before the boat leaves.`;

const datedOf = (...captures: readonly Capture[]): (Dated | null)[] =>
	agreementOf(...captures).changes.map(({ dated }) => dated);

/** A page with a head, then the same with another head and another fare. */
const change = (before: string, after: string, seen = '2026-04-12'): Dated | null =>
	datedOf(['2026-03-01', page(before, fares[0])], [seen, page(after, fares[1])])[1] ?? null;

test('a day from which the change holds that is still to come is notice, by so many days at least', () => {
	const dated = change('Effective 1 January 2026', 'Effective 3 May 2026');
	assert.deepEqual(dated, {
		kind: 'ahead',
		says: 'effective',
		day: '2026-05-03',
		seen: '2026-04-12',
		days: 21,
	});
});

test('the day after the fetch is no notice: where the platform is, it may have begun', () => {
	assert.equal(change('Effective 1 January 2026', 'Effective 13 April 2026'), null);
	assert.equal(change('Effective 1 January 2026', 'Effective 14 April 2026')?.days, 2);
});

test('a list of revisions that gained a line did not stand still', () => {
	const list = (...lines: readonly string[]): string =>
		['Last updated: 1 January 2025', ...lines].join('\n\n');
	assert.equal(change(list(), list())?.kind, 'still');
	assert.equal(
		change(list(), list('10 April 2026: the clause on fares was revised, and nothing else')),
		null,
	);
});

test('a day that an earlier text announced counts from when it did', () => {
	const banner = 'We’re updating our Terms. The updates go into effect on 12 April 2026. Read the new terms.';
	const dated = change(`${banner}\n\nEffective 1 January 2026`, 'Effective 12 April 2026');
	assert.deepEqual(dated, {
		kind: 'ahead',
		says: 'effective',
		day: '2026-04-12',
		seen: '2026-03-01',
		days: 42,
	});
	const updated = change(`${banner}\n\nLast updated: 1 January 2026`, 'Last updated: 12 April 2026');
	assert.deepEqual(updated, {
		kind: 'ahead',
		says: 'updated',
		day: '2026-04-12',
		seen: '2026-03-01',
		days: 42,
	});
});

test('a day that was past when the change was first seen is told with both', () => {
	const dated = change('Effective 1 January 2026', 'Effective 9 April 2026');
	assert.deepEqual(dated, {
		kind: 'passed',
		says: 'effective',
		day: '2026-04-09',
		seen: '2026-04-12',
		days: 3,
	});
	assert.equal(change('Effective 1 January 2026', 'Effective 12 April 2026')?.days, 0);
});

test('a new day of the last update is no notice, even where it is still to come', () => {
	const dated = change('Last updated: 1 January 2026', 'Last updated: 10 April 2026');
	assert.deepEqual(dated, { kind: 'moved', says: 'updated', day: '2026-04-10', seen: '2026-04-12', days: 2 });
	assert.equal(change('Last updated: 1 January 2026', 'Last updated: 10 May 2026'), null);
});

test('words that changed beside a date that did not are told', () => {
	const dated = change('Last updated: 1 January 2026', 'Last updated: 1 January 2026');
	assert.deepEqual(dated, {
		kind: 'still',
		says: 'updated',
		day: '2026-01-01',
		seen: '2026-04-12',
		days: 101,
	});
});

test('a text that is put up in steps, or whose date follows within a month, did not leave it as it was', () => {
	assert.equal(change('Last updated: 9 April 2026', 'Last updated: 9 April 2026'), null);
	const [, first, then] = datedOf(
		['2026-03-01', page('Last updated: 1 January 2026', fares[0])],
		['2026-04-12', page('Last updated: 1 January 2026', fares[1])],
		['2026-04-20', page('Last updated: 20 April 2026', fares[2])],
	);
	assert.equal(first, null);
	assert.equal(then?.kind, 'moved');
});

test('a day that the page says it holds from, and that has not come, is not called a date that stood still', () => {
	const [, first, then] = datedOf(
		['2026-02-01', page('Effective 1 January 2026', fares[0])],
		['2026-03-20', page('Effective 3 May 2026', fares[1])],
		['2026-04-20', page('Effective 3 May 2026', fares[2])],
	);
	assert.equal(first?.kind, 'ahead');
	assert.equal(then, null);
});

test('an edition that stands alone after the day that it had named is not announced once more', () => {
	const both = `${page('Effective 3 May 2026', fares[1])}\n\n${page('Effective 1 January 2026', fares[0])}`;
	const [, , alone] = datedOf(
		['2026-03-01', page('Effective 1 January 2026', fares[0])],
		['2026-04-12', both],
		['2026-05-04', page('Effective 3 May 2026', fares[1])],
	);
	assert.equal(alone, null);
});

const nothing: readonly (readonly [before: string, after: string])[] = [
	['No day at all', 'No day at all'],
	['No day at all', 'Last updated: 10 April 2026'],
	['Last updated: 03/04/2026', 'Last updated: 05/06/2026'],
	['Last updated: January 2026', 'Last updated: April 2026'],
	['Effective 1 January 2026\n\nEffective 2 January 2026', 'Effective 3 May 2026\n\nEffective 4 May 2026'],
	['Effective 1 January 2026', 'Effective 1 January 2025'],
	['Effective 1 January 2026', 'Effective 1 January 2031'],
];

test('where a page gives itself no day beyond doubt nothing is told', () => {
	for (const [before, after] of nothing) assert.equal(change(before, after), null, after);
});

test('a day at the end of a page may be of another document there', () => {
	const foot = (fare: string | undefined, day: string, ...head: readonly string[]): string =>
		[
			...head,
			...Array.from({ length: 25 }, (_, at) => `Rule ${at} of the boats holds for all islands.`),
			fare,
			`About us: a notice\n\nUpdated: ${day}`,
		].join('\n\n');
	const told = (...head: readonly string[]): Dated | null =>
		datedOf(
			['2026-03-01', foot(fares[0], '1 January 2026', ...head)],
			['2026-04-12', foot(fares[1], '10 April 2026', ...head)],
		)[1] ?? null;
	assert.equal(told('# Terms')?.kind, 'moved');
	assert.equal(told('# Terms', '8 May 2024'), null);
	const middle = Array.from({ length: 22 }, (_, at) => `Part ${at} is about boats and quays.`);
	assert.equal(told(...middle, 'Last updated: 9 August 2024'), null);
});

test('days in digits are read in the order that another day of the agreement shows', () => {
	const dated = change('Last updated: 01/31/2026', 'Last updated: 04/05/2026');
	assert.equal(dated?.day, '2026-04-05');
});

test('changes that went back, or that are no changes of the terms, have no day', () => {
	const [, there, back] = datedOf(
		['2026-03-01', page('Effective 1 January 2026', fares[0])],
		['2026-04-12', page('Effective 3 May 2026', fares[1])],
		['2026-04-14', page('Effective 1 January 2026', fares[0])],
	);
	assert.equal(there, null);
	assert.equal(back, null);
	assert.equal(datedOf(['2026-03-01', page('Effective 3 May 2026', fares[0])])[0], null);
});

test('today’s text is known by the days that it gives itself', () => {
	const { stated } = agreementOf([
		'2026-03-01',
		page('Last updated: 1 January 2026. Effective 3 May 2026', fares[0]),
	]);
	assert.deepEqual(stated, { effective: '2026-05-03', updated: '2026-01-01' });
});

/** A history of days relative to the first capture: when each text was seen, and the day that it states, if any. */
const history = fc
	.array(
		fc.record({
			gap: fc.integer({ min: 1, max: 90 }),
			states: fc.option(fc.integer({ min: -60, max: 60 })),
			says: fc.constantFrom('Effective', 'Last updated:'),
		}),
		{ minLength: 2, maxLength: 5 },
	)
	.map((steps) => {
		let day = 0;
		return steps.map(({ gap, states, says }, at) => {
			day += gap;
			return {
				seen: day,
				states: states === null ? null : day + states,
				says,
				fare: `${fares[at % 3]} Part ${'abcdef'[at]}.`,
			};
		});
	});

const at = (start: string, offset: number): string => daysBefore(start, -offset);
const told = (
	start: string,
	steps: readonly { seen: number; states: number | null; says: string; fare: string }[],
): (Dated | null)[] =>
	datedOf(
		...steps.map(({ seen, states, says, fare }): Capture => {
			const head = states === null ? 'Fares and rules' : `${says} ${dayInWords(at(start, states))}`;
			return [at(start, seen), page(head, fare)];
		}),
	);

test('a history that took place later is told by the same days, later', () => {
	fc.assert(
		fc.property(history, fc.integer({ min: 1, max: 700 }), (steps, later) => {
			const [one, other] = [told('2021-01-01', steps), told(at('2021-01-01', later), steps)];
			const moved = one.map(
				(dated) => dated && { ...dated, day: at(dated.day, later), seen: at(dated.seen, later) },
			);
			assert.deepEqual(other, moved);
		}),
		{ numRuns: 30 },
	);
});

test('there is no notice where no page says from when it holds, and never one of a day that the text does not name', () => {
	fc.assert(
		fc.property(history, (steps) => {
			const dated = told('2021-01-01', steps);
			for (const [index, each] of dated.entries()) {
				const step = steps[index];
				if (each === null || step === undefined) continue;
				assert.equal(each.day, step.states === null ? '' : at('2021-01-01', step.states));
				assert.equal(each.says === 'effective', step.says === 'Effective');
				assert.ok(each.days >= 0);
			}
		}),
		{ numRuns: 30 },
	);
});
