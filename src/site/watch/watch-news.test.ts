/** New is what came into the archive after the last look, once for each change, newest first. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChangesFile, ListedChange } from './changes-json.ts';
import type { Look } from './watch-list.ts';
import {
	cutWords,
	dayOnDevice,
	headline,
	newsByDay,
	newsOf,
	readChanges,
	shortHeadline,
} from './watch-news.ts';

const latest = '2026-11-22T04:12:00Z';

function change(agreement: string, day: string): ListedChange {
	const url = `acme/${agreement}/${day}/`;
	const fetched = `${day}T04:12:00Z`;
	return { platform: 'Acme', agreement, day, fetched, sentence: '1 clause added', topics: [], url };
}

function file(changes: readonly ListedChange[], more = 0): ChangesFile {
	return { format: 1, name: 'Acme', url: 'acme/', changes, more };
}

const acme = file([
	change('terms', '2026-11-20'),
	change('terms-of-sale', '2026-11-15'),
	change('terms', '2026-11-02'),
	change('terms', '2026-01-02'),
]);

function since(day: string, marked = false): Look {
	return { at: `${day}T12:00:00.000Z`, seen: `${day}T04:12:00Z`, marked };
}

function days(changes: readonly ListedChange[]): string[] {
	return changes.map(({ day }) => day);
}

describe('what is new', () => {
	const platform = { items: [{ path: 'acme', name: 'Acme' }] };
	const files = new Map([['acme/changes.json', acme]]);

	test('is on a first visit what came in the last 30 days of the archive', () => {
		const { fresh, earlier } = newsOf(platform, files, null, latest);
		assert.deepEqual(days(fresh), ['2026-11-20', '2026-11-15', '2026-11-02']);
		assert.deepEqual(earlier, []);
	});

	test('is later what came after the last look; what came shortly before stands apart', () => {
		const { fresh, earlier } = newsOf(platform, files, since('2026-11-15'), latest);
		assert.deepEqual(days(fresh), ['2026-11-20']);
		assert.deepEqual(days(earlier), ['2026-11-15', '2026-11-02']);
	});

	test('reaches back as far as the reader was away', () => {
		const { fresh } = newsOf(platform, files, since('2025-12-01'), latest);
		assert.equal(fresh.length, 4);
	});

	test('is for an agreement its own changes, not those of one whose name begins alike', () => {
		const { fresh } = newsOf({ items: [{ path: 'acme/terms', name: '' }] }, files, null, latest);
		assert.deepEqual(days(fresh), ['2026-11-20', '2026-11-02']);
	});

	test('holds a change once, though platform, agreement and topic are watched', () => {
		const paths = ['topics/fees', 'acme/terms', 'acme'];
		const items = paths.map((path) => ({ path, name: path }));
		const topic = file([change('terms', '2026-11-21'), change('terms', '2026-11-20')]);
		const all = new Map([...files, ['topics/fees/changes.json', topic]]);
		const { fresh } = newsOf({ items }, all, since('2026-11-14'), latest);
		assert.deepEqual(days(fresh), ['2026-11-21', '2026-11-20', '2026-11-15']);
	});

	test('is nothing where a file is missing', () => {
		assert.deepEqual(newsOf(platform, new Map(), null, latest), { fresh: [], earlier: [], cut: [] });
	});

	test('says whose file does not reach back to the last look', () => {
		const short = new Map([['acme/changes.json', file([change('terms', '2026-11-20')], 9)]]);
		const { cut } = newsOf(platform, short, since('2026-11-15'), latest);
		assert.deepEqual(cut, ['Acme']);
		assert.match(cutWords(cut), /see the page of “Acme”/);
		assert.deepEqual(newsOf(platform, short, since('2026-11-21'), latest).cut, []);
	});
});

describe('what is said of it', () => {
	const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).toISOString();
	const visit = (at: string, marked = false): Look => ({ at, seen: latest, marked });

	test('names the day of the last visit and counts', () => {
		const now = noon(2026, 11, 22);
		assert.equal(
			headline(3, visit(noon(2026, 11, 12)), now),
			'Since your last visit on 12 November: 3 changes',
		);
		assert.equal(
			headline(0, visit(noon(2025, 11, 12)), now),
			'Since your last visit on 12 November 2025: no change in the terms',
		);
		assert.equal(headline(1, visit(now, true), now), 'Since you marked all as seen today: 1 change');
		assert.equal(headline(1, null, now), 'In the last 30 days of the archive: 1 change');
	});

	test('is short on the home page', () => {
		assert.equal(shortHeadline(2, visit(latest)), '2 changes since your last visit');
		assert.equal(shortHeadline(0, null), 'no change in the last 30 days');
	});

	test('counts days as the reader’s own calendar does', () => {
		const late = new Date(2026, 10, 12, 23, 59).toISOString();
		const early = new Date(2026, 10, 13, 0, 1).toISOString();
		assert.equal(dayOnDevice(late, early), 'on 12 November');
		assert.equal(dayOnDevice(early, early), 'today');
	});

	test('is grouped by day in the same order', () => {
		const two = [change('terms', '2026-11-20'), change('sale', '2026-11-20'), change('terms', '2026-11-02')];
		assert.deepEqual(
			newsByDay(two).map(({ day, changes }) => [day, changes.length]),
			[
				['2026-11-20', 2],
				['2026-11-02', 1],
			],
		);
	});
});

test('a file of another format is not read', () => {
	assert.equal(readChanges({ format: 2, changes: [] }), null);
	assert.equal(readChanges(null), null);
	assert.equal(readChanges('<!doctype html>'), null);
	assert.deepEqual(readChanges(acme), acme);
});
