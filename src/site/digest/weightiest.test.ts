/** What weighs most since any moment: the file answers for each of them, and holds little. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noTopics } from '../../analysis/topics/findings.ts';
import type { Agreement, Archive, Entry } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { newestWeekNews, weightiestFile } from './weightiest.ts';
import { mostTold, newsSince, readWeightiest } from './weightiest-since.ts';

interface Told {
	readonly platform: string;
	readonly day: number;
	readonly weight: number;
}

/** Each platform has one agreement; each day its moment. */
function archiveOf(told: readonly Told[]): Archive {
	const entries = told.map(({ platform: name, day, weight }): Entry => {
		const fetched = `${new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)}T05:00:00Z`;
		const headline = [{ kind: 'took', words: `now weighs ${weight}`, clause: 0, weight }] as const;
		const change = sampleChange({ fetched, headline });
		const agreement = {
			name: 'Terms',
			slug: 'terms',
			path: `${name}/Terms.md`,
			former: [],
			retired: null,
			provenSince: [],
			topics: noTopics,
		};
		return {
			platform: { name, slug: name, agreements: [] },
			agreement: agreement as unknown as Agreement,
			change,
		};
	});
	entries.sort((one, other) => (one.change.version.fetched < other.change.version.fetched ? 1 : -1));
	return { ...sampleArchive({}), entries, latest: entries[0]?.change.version.fetched ?? null };
}

const changes = fc.uniqueArray(
	fc.record({
		platform: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
		day: fc.integer({ min: 1, max: 400 }),
		// The file keeps two digits of a weight, and of equal ones the newer stands first.
		weight: fc.integer({ min: 1, max: 900 }).map((weight) => weight * 200),
	}),
	{ selector: ({ day }) => day, minLength: 1, maxLength: 40 },
);

test('for every moment the file holds the weightiest of what is newer, each agreement once', () => {
	fc.assert(
		fc.property(changes, (told) => {
			const archive = archiveOf(told);
			const file = weightiestFile(archive);
			for (const seen of ['', ...archive.entries.map(({ change }) => change.version.fetched)]) {
				const newer = archive.entries.filter(({ change }) => change.version.fetched > seen);
				const heaviest = new Map<string, number>();
				for (const { platform, change } of newer) {
					const weight = change.headline[0]?.weight ?? 0;
					heaviest.set(platform.name, Math.max(weight, heaviest.get(platform.name) ?? 0));
				}
				const expected = [...heaviest.values()].sort((one, other) => other - one).slice(0, mostTold);
				const { count, told: found } = newsSince(file, seen);
				assert.equal(count, newer.length);
				assert.deepEqual(
					found.map(({ words }) => Number(words.replace('now weighs ', ''))),
					expected,
				);
			}
		}),
	);
});

test('of a thousand changes the file holds a few dozen, and counts no further back than it must', () => {
	const told = Array.from({ length: 1000 }, (_, at) => ({
		platform: `p${at}`,
		day: at + 1,
		weight: 200 + ((at * 7919) % 1000) * 200,
	}));
	const file = weightiestFile(archiveOf(told));
	assert.ok(file.changes.length < 60, String(file.changes.length));
	assert.equal(file.moments.length + file.more, 1000);
	assert.equal(newsSince(file, '2026-01-01T05:00:00Z').count, null);
	assert.equal(newsSince(file, file.moments[5] ?? '').count, 5);
});

test('home tells of the newest week with a change in the terms, not of a quiet one after it', () => {
	const { entries, ...archive } = archiveOf([
		{ platform: 'a', day: 5, weight: 300 },
		{ platform: 'b', day: 6, weight: 900 },
	]);
	const quiet = {
		...(entries[0] as Entry),
		change: sampleChange({ fetched: '2026-01-14T05:00:00Z', rank: 'low', class: 'minor' }),
	};
	const news = newestWeekNews({ ...archive, entries: [quiet, ...entries], latest: '2026-01-14T05:00:00Z' });
	assert.equal(news?.week.week, '2026-W02');
	assert.deepEqual(
		news?.told.map(({ platform, url }) => [platform, url]),
		[
			['b', 'b/terms/2026-01-06/'],
			['a', 'a/terms/2026-01-05/'],
		],
	);
	assert.equal(newestWeekNews(sampleArchive({})), null);
});

test('what is no such file is told apart', () => {
	assert.equal(readWeightiest({ format: 2, moments: [], changes: [] }), null);
	assert.equal(readWeightiest('<!doctype html>'), null);
});
