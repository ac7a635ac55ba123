/** What happened at several agreements is told once in each list, and every change keeps its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../model/archive.ts';
import type { Note } from '../../model/editorial.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { weeksOf } from '../digest/digest.ts';
import { archiveFeed, platformFeed } from '../feeds/feeds.ts';
import { byDay, countsOfDay } from './days.ts';
import { holdings } from './holdings.ts';
import { alsoAt, toldOnce } from './told-once.ts';

const clauses = Array.from(
	{ length: 9 },
	(_, at) => `Of clause ${at} nobody has ever changed a single word.`,
);
const texts = ['You may leave after thirty days.', 'Nobody leaves before the year has ended.'].map((last) =>
	[...clauses, last].join('\n\n'),
);
const archive = sampleArchive({ Auk: { Privacy: texts, Terms: texts }, Wren: { Terms: texts } });
const prominent = archive.entries.filter(({ change }) => change.rank === 'prominent');

function placesOf(entries: readonly Entry[]): string[] {
	return entries.map(({ agreement }) => agreement.path);
}

test('a list tells an event by the first of its changes that it has', () => {
	assert.equal(prominent.length, 3);
	const ofWren = prominent.filter(({ platform }) => platform.name === 'Wren');
	assert.deepEqual(placesOf(toldOnce(archive, prominent)), ['Auk/Privacy.md']);
	assert.deepEqual(placesOf(toldOnce(archive, ofWren)), ['Wren/Terms.md']);
	assert.deepEqual(placesOf(alsoAt(archive, ofWren[0] as Entry)), ['Auk/Privacy.md', 'Auk/Terms.md']);
});

test('what a person wrote a note on is told, whoever else tells the event', () => {
	const note = { platform: 'Wren', agreement: 'Terms', change: '2024-02-01' } as Note;
	const told = toldOnce({ ...archive, notes: [note] }, prominent);
	assert.deepEqual(placesOf(told).sort(), ['Auk/Privacy.md', 'Wren/Terms.md']);
});

test('days and weeks count an event once, and every recorded change of it', () => {
	const [day] = byDay(archive, archive.entries);
	assert.deepEqual([day?.prominent.length, day?.told.length], [1, 2]);
	assert.equal(day && countsOfDay(day).recorded, 3);
	const [week] = weeksOf(archive);
	assert.deepEqual([week?.counts.terms, week?.counts.alike], [1, 2]);
	const { counts } = holdings(archive);
	assert.deepEqual([counts.terms, counts.alike, counts.recorded], [1, 2, 6]);
});

test('a feed has one item for an event, which names and links the other changes', () => {
	const itemsOf = (feed: string) => feed.match(/<item>[\s\S]*?<\/item>/g) ?? [];
	const [item, ...others] = itemsOf(archiveFeed(archive));
	assert.equal(others.length, 0);
	assert.match(
		item ?? '',
		/Also at .*\/auk\/terms\/2024-02-01\/.*Auk Terms.* and .*\/wren\/terms\/2024-02-01\//,
	);
	for (const platform of archive.platforms) {
		const [own, ...rest] = itemsOf(platformFeed(archive, platform));
		assert.equal(rest.length, 0);
		assert.ok(own?.includes(`/${platform.slug}/`));
	}
});
