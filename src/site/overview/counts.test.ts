/** One count of what was recorded: whichever page counts it, the number is the same, and as long as the list behind it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '../../model/archive.ts';
import type { ChangeClass, Rank } from '../../model/change.ts';
import { type Counts, countedKinds } from '../../model/change-kinds.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { countsInWords } from '../addresses/glossary.ts';
import { unchangedLines } from '../addresses/unchanged-lines.ts';
import { digestOf, weeksOf } from '../digest/digest.ts';
import { countAgreement, countChanges, countMonths, countPlatform } from './counts.ts';
import { byDay, countsOfDay } from './days.ts';
import { latestOf } from './directory.ts';
import { holdings } from './holdings.ts';
import { countYear } from './last-year.ts';
import { toldOnce } from './told-once.ts';

const clauses = Array.from(
	{ length: 9 },
	(_, at) => `Of clause ${at} nobody has changed a word until today.`,
);
const textOf = (...last: readonly string[]): string => [...clauses, ...last].join('\n\n');
const [month, year] = ['You may leave after thirty days.', 'Nobody leaves before the year has ended.'];

/** An event of two agreements, a text that went back, an order that changed, one that is too long, and links. */
const archive = sampleArchive({
	Auk: {
		Privacy: [textOf(month), textOf(year), textOf(`[${year}](https://auk.example/)`)],
		Terms: [textOf(month), textOf(year), [...clauses.toReversed(), year].join('\n\n')],
	},
	Wren: { Terms: [textOf(month), null, textOf(month), textOf('Wren gives no refund.')] },
});

function sumOf(all: readonly Counts[]): Record<string, number> {
	const names = ['recorded', ...countedKinds] as const;
	return Object.fromEntries(
		names.map((name) => [name, all.reduce((total, counts) => total + counts[name], 0)]),
	);
}

const whole = holdings(archive).counts;

test('every kind but the recorded itself is met in the sample', () => {
	assert.equal(
		countsInWords(whole),
		'10 recorded versions: 2 changes in the terms, 1 in the same words at another agreement, 1 lesser change, 2 with no change in the terms, 1 too long to compare, 3 first records',
	);
});

test('home, months, weeks, platforms and the methodology count the same', () => {
	const months = countMonths(archive);
	const days = archive.platforms.map((platform) => countPlatform(archive, platform));
	assert.deepEqual(countChanges(archive, archive.entries), whole);
	assert.deepEqual(sumOf(months.map(({ counts }) => counts)), sumOf([whole]));
	assert.deepEqual(sumOf(months.flatMap((of) => of.months.map(({ counts }) => counts))), sumOf([whole]));
	assert.deepEqual(sumOf(weeksOf(archive).map(({ counts }) => counts)), sumOf([whole]));
	assert.deepEqual(sumOf(byDay(archive, archive.entries).map(countsOfDay)), sumOf([whole]));
	assert.deepEqual(sumOf(days), sumOf([whole]));
	assert.deepEqual(countYear(archive, archive.entries, archive.latest ?? '', 365).counts, whole);
});

test('the bars of the year stand for the numbers beside them', () => {
	const { days, counts } = countYear(archive, archive.entries, archive.latest ?? '', 365);
	const drawn = (of: 'terms' | 'rest') => days.reduce((total, day) => total + day[of], 0);
	assert.deepEqual(
		[drawn('terms'), drawn('rest')],
		[counts.terms, counts.lesser + counts.unchanged + counts.unread],
	);
});

test('an agreement counts its own versions, and as a change in the terms what its platform counts as the same at another', () => {
	for (const platform of archive.platforms) {
		const own = sumOf(platform.agreements.map(countAgreement));
		const { terms, alike, ...others } = countPlatform(archive, platform);
		assert.deepEqual({ ...own, terms: terms + alike, alike: 0 }, { ...others, ...own });
		assert.equal(own.terms, terms + alike);
		assert.equal(
			toldOnce(
				archive,
				latestOf(platform).map((latest) => ({ platform, ...latest })),
			).length,
			terms,
		);
	}
});

test('each number of a week is as long as its list', () => {
	for (const week of weeksOf(archive)) {
		const { told, further, alike, lesser, firsts, rest } = digestOf(archive, week, 1);
		const shown = told.length + further.flatMap(({ entries }) => entries).length;
		const { counts } = week;
		assert.deepEqual(
			[shown, alike.length, lesser.length, firsts.length, rest.length],
			[counts.terms, counts.alike, counts.lesser, counts.first, counts.unchanged + counts.unread],
		);
		assert.ok(unchangedLines(rest).length <= rest.length);
	}
});

test('the kinds of whatever was recorded are all of it, and a first record is never counted as no change', () => {
	const kind = fc.record({
		class: fc.constantFrom<ChangeClass[]>('first', 'unfollowed', 'flap', 'substantive', 'minor'),
		rank: fc.constantFrom<Rank[]>('prominent', 'low', 'folded'),
	});
	fc.assert(
		fc.property(fc.array(kind, { maxLength: 30 }), (kinds) => {
			const entries = kinds.map(
				(of) => ({ change: sampleChange({ fetched: '2026-01-01T00:00:00Z', ...of }) }) as Entry,
			);
			const counts = countChanges({ events: new Map(), notes: [] }, entries);
			assert.equal(
				countedKinds.reduce((total, name) => total + counts[name], 0),
				counts.recorded,
			);
			assert.equal(counts.first, kinds.filter((of) => of.class === 'first').length);
			assert.equal(counts.unread, kinds.filter((of) => of.class === 'unfollowed').length);
		}),
	);
});
