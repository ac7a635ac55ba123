/** A week shows what mattered, the weightiest first; counts the rest; and is told as over once the archive has gone past it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noTopics } from '../../analysis/topics/findings.ts';
import type { Agreement, Archive, Entry, Platform, Provision } from '../../model/archive.ts';
import type { Note, Post } from '../../model/editorial.ts';
import type { Topic } from '../../model/topic.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { type ChangeSketch, sampleChange } from '../../samples/sample-change.ts';
import { countsInWords } from '../addresses/glossary.ts';
import { digestFeedKey, weekKey } from '../page-keys.ts';
import { digestOf, isOver, weeksOf } from './digest.ts';
import { reasonsCounted } from './week-words.ts';

interface Sketch extends ChangeSketch {
	readonly platform?: string;
	readonly agreement?: string;
}

/** Changes as the sketches say, without texts behind them. */
function archiveOf(...sketches: Sketch[]): Archive {
	const platforms = new Map<string, Platform>();
	const entries: Entry[] = sketches.map(({ platform: name = 'Acme', agreement = 'Terms', ...sketch }) => {
		const platform = platforms.get(name) ?? { name, slug: name.toLowerCase(), agreements: [] };
		platforms.set(name, platform);
		const path = `${name}/${agreement}.md`;
		const change = sampleChange(sketch);
		const named = { ...change, version: { ...change.version, path } };
		const of = {
			name: agreement,
			slug: agreement.toLowerCase(),
			path,
			language: 'en',
			versions: [named.version],
			former: [],
			retired: null,
			provenSince: [],
			topics: noTopics,
		};
		return { platform, agreement: of as unknown as Agreement, change: named };
	});
	entries.sort((one, other) => (one.change.version.fetched < other.change.version.fetched ? 1 : -1));
	return {
		...sampleArchive({}),
		platforms: [...platforms.values()],
		entries,
		latest: entries[0]?.change.version.fetched ?? null,
	};
}

const quiet = { rank: 'folded', class: 'cosmetic' } as const;

test('the weeks with a page are those in which something changed, newest first, each leading to its neighbours', () => {
	const archive = archiveOf(
		{ fetched: '2026-06-01T05:00:00Z' },
		{ fetched: '2026-06-09T05:00:00Z', ...quiet },
		{ fetched: '2026-06-15T00:00:00Z', rank: 'low', class: 'minor' },
		{ fetched: '2026-06-14T23:59:59Z', ...quiet },
		{ fetched: '2026-06-30T05:00:00Z' },
	);
	assert.deepEqual(
		weeksOf(archive).map(({ week, earlier, later, counts }) => [week, earlier, later, counts.terms]),
		[
			['2026-W27', '2026-W25', null, 1],
			['2026-W25', '2026-W23', '2026-W27', 0],
			['2026-W23', null, '2026-W25', 1],
		],
	);
});

test('the week of the newest version is told as not over, whatever the day on the wall', () => {
	const archive = archiveOf({ fetched: '2026-06-10T05:00:00Z' }, { fetched: '2026-06-16T05:00:00Z' });
	assert.deepEqual(
		weeksOf(archive).map(({ soFar }) => soFar),
		['2026-06-16', null],
	);
});

test('a week is over once anything of a later one was recorded, one that changed nothing too', () => {
	const archive = archiveOf(
		{ fetched: '2026-06-14T23:00:00Z' },
		{ fetched: '2026-06-15T01:00:00Z', ...quiet },
	);
	assert.equal(isOver(archive, '2026-W24'), true);
	assert.equal(isOver(archive, '2026-W25'), false);
	assert.deepEqual(
		weeksOf(archive).map(({ week, soFar }) => [week, soFar]),
		[['2026-W24', null]],
	);
});

test('changes stand in the order of weight, those that are not told by platform, each platform once', () => {
	const fetched = '2026-06-10T05:00:00Z';
	const topics = [{ id: 'arbitration', name: 'Arbitration', weight: 3 }] as unknown as readonly Topic[];
	const archive = {
		...archiveOf(
			{ fetched, platform: 'Acme', agreement: 'Short', words: 4 },
			{ fetched, platform: 'Blue', agreement: 'Long', words: 400 },
			{ fetched, platform: 'Acme', agreement: 'Weighty', words: 60, topics: ['arbitration'] },
		),
		topics,
	};
	const [week] = weeksOf(archive);
	assert.ok(week);
	const names = (entries: readonly Entry[]) => entries.map(({ agreement }) => agreement.name);
	assert.deepEqual(names(digestOf(archive, week, 60).told), ['Weighty', 'Long', 'Short']);
	const { told, further } = digestOf(archive, week, 1);
	assert.deepEqual(names(told), ['Weighty']);
	assert.deepEqual(
		further.map(({ platform, entries }) => [platform.name, names(entries)]),
		[
			['Blue', ['Long']],
			['Acme', ['Short']],
		],
	);
});

test('every kind has its list, and what a person wrote a note on is shown with its words as well', () => {
	const fetched = '2026-06-10T05:00:00Z';
	const sketch = [
		{ fetched, agreement: 'Matters', words: 40 },
		{ fetched, agreement: 'Minor', rank: 'low', class: 'minor' },
		{ fetched, agreement: 'Noted', rank: 'low', class: 'minor' },
		{ fetched, agreement: 'New', rank: 'low', class: 'first' },
		{ fetched, agreement: 'Flap', rank: 'folded', class: 'flap' },
		{ fetched, agreement: 'Dates', ...quiet },
		{ fetched, agreement: 'Links', ...quiet },
	] as const;
	const note = {
		platform: 'Acme',
		agreement: 'Noted',
		change: '2026-06-10',
		written: '2026-06-11',
		file: 'a',
	};
	const archive = { ...archiveOf(...sketch), notes: [note as Note] };
	const [week] = weeksOf(archive);
	assert.ok(week);
	const digest = digestOf(archive, week, 60);
	const names = (entries: readonly Entry[]) => entries.map(({ agreement }) => agreement.name);
	assert.deepEqual(names(digest.told), ['Matters', 'Noted']);
	assert.deepEqual(names(digestOf(archive, week, 0).told), ['Noted']);
	assert.deepEqual(names(digest.lesser).sort(), ['Minor', 'Noted']);
	assert.deepEqual(names(digest.firsts), ['New']);
	assert.equal(
		countsInWords(week.counts),
		'7 recorded versions: 1 change in the terms, 2 lesser changes, 3 with no change in the terms, 1 first record',
	);
	assert.deepEqual(names(digest.rest).sort(), ['Dates', 'Flap', 'Links']);
	assert.equal(reasonsCounted(digest), '2 only dates, links or layout and 1 back to what it was');
});

test('what people wrote stands in the week of its day, the last second of Sunday included', () => {
	const post = (published: string) => ({ slug: published, title: published, published }) as Post;
	const reviewed = (day: string) =>
		({
			slug: day,
			title: day,
			reviewed: day,
			platform: { name: 'Acme', slug: 'acme' },
			agreement: { name: 'Terms' },
		}) as Provision;
	const archive = {
		...archiveOf({ fetched: '2026-06-10T05:00:00Z' }),
		posts: ['2026-06-15', '2026-06-14', '2026-06-08', '2026-06-07'].map(post),
		provisions: [reviewed('2026-06-14'), reviewed('2026-06-15')],
	};
	const [week] = weeksOf(archive);
	assert.ok(week);
	const digest = digestOf(archive, week, 60);
	assert.deepEqual(
		digest.posts.map(({ slug }) => slug),
		['2026-06-14', '2026-06-08'],
	);
	assert.deepEqual(
		digest.reviewed.map(({ slug }) => slug),
		['2026-06-14'],
	);
});

test('a new version leaves the pages of weeks that are over as they are, but for the one that gets a later neighbour', () => {
	const past = [
		{ fetched: '2026-06-03T05:00:00Z' },
		{ fetched: '2026-06-10T05:00:00Z' },
		{ fetched: '2026-06-17T05:00:00Z' },
	];
	const keysOf = (archive: Archive) =>
		new Map(weeksOf(archive).map((week) => [week.week, weekKey(archive, week)]));
	const before = keysOf(archiveOf(...past));
	const sameWeek = keysOf(archiveOf(...past, { fetched: '2026-06-18T05:00:00Z' }));
	const nextWeek = keysOf(archiveOf(...past, { fetched: '2026-06-24T05:00:00Z' }));
	const kept = (after: Map<string, string>) => [...before].filter(([week, key]) => after.get(week) === key);
	assert.deepEqual(
		kept(sameWeek).map(([week]) => week),
		['2026-W24', '2026-W23'],
	);
	assert.deepEqual(
		kept(nextWeek).map(([week]) => week),
		['2026-W24', '2026-W23'],
	);
});

test('the feed of finished weeks is written anew when a week ends, not at each version', () => {
	const past = [{ fetched: '2026-06-03T05:00:00Z' }, { fetched: '2026-06-17T05:00:00Z' }];
	const key = (...more: Sketch[]) => digestFeedKey(archiveOf(...past, ...more));
	assert.equal(key({ fetched: '2026-06-18T05:00:00Z' }), key());
	assert.notEqual(key({ fetched: '2026-06-24T05:00:00Z' }), key());
});

test('a note, a topic that weighs otherwise, a post or another text behind a change makes its week’s page anew', () => {
	const archive = archiveOf({ fetched: '2026-06-10T05:00:00Z' }, { fetched: '2026-06-24T05:00:00Z' });
	const keyOf = (of: Archive) => {
		const week = weeksOf(of).find((candidate) => candidate.week === '2026-W24');
		assert.ok(week);
		return weekKey(of, week);
	};
	const note = {
		platform: 'Acme',
		agreement: 'Terms',
		change: '2026-06-10',
		written: '2026-06-11',
		file: 'a',
	};
	const others = [
		{ ...archive, notes: [note as Note] },
		{ ...archive, topics: [{ id: 'arbitration', name: 'Arbitration', weight: 3 } as Topic] },
		{ ...archive, posts: [{ slug: 'a', title: 'A', author: 'B', published: '2026-06-11' } as Post] },
	];
	for (const other of others) assert.notEqual(keyOf(other), keyOf(archive));
	const reread = archive.entries.map((entry) => {
		const { change } = entry;
		return { ...entry, change: { ...change, version: { ...change.version, blob: 'd'.repeat(40) } } };
	});
	assert.notEqual(keyOf({ ...archive, entries: reread }), keyOf(archive));
	assert.equal(keyOf({ ...archive }), keyOf(archive));
});
