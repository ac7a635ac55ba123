/** The files of changes hold what matters, newest first, bounded, and say what they leave out. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Change } from '../../model/change.ts';
import type { Topic } from '../../model/topic.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { platformChanges, topicChanges } from './changes-json.ts';

const environment: { SITE?: string } = process.env;

beforeEach(() => {
	environment.SITE = 'https://example.org/clausetrail/';
});

afterEach(() => {
	delete environment.SITE;
});

const archive = sampleArchive({ Acme: { Terms: ['# Terms'], Privacy: ['# Privacy'] } });
const [acme] = archive.platforms as [(typeof archive.platforms)[number]];

function acmeWith(changes: readonly Change[]): typeof acme {
	return { ...acme, agreements: acme.agreements.map((agreement) => ({ ...agreement, changes })) };
}

test('a platform’s file tells each change that matters with day, sentence, topics and address', () => {
	const platform = acmeWith([
		sampleChange({ fetched: '2026-01-02T04:12:07Z', topics: ['fees'], sections: ['Fees'] }),
		sampleChange({ fetched: '2026-02-03T04:12:07Z', rank: 'low' }),
	]);
	assert.deepEqual(platformChanges({ ...platform, agreements: platform.agreements.slice(0, 1) }), {
		format: 1,
		name: 'Acme',
		url: 'acme/',
		changes: [
			{
				platform: 'Acme',
				agreement: 'Terms',
				day: '2026-01-02',
				fetched: '2026-01-02T04:12:07Z',
				sentence: '1 clause added, in Fees',
				topics: ['fees'],
				url: 'acme/terms/2026-01-02/',
			},
		],
		more: 0,
	});
});

test('a file holds so many changes, the newest, and counts the others', () => {
	const days = Array.from({ length: 130 }, (_, index) =>
		new Date(Date.UTC(2020, 0, 1 + index)).toISOString(),
	);
	const { changes, more } = platformChanges(acmeWith(days.map((fetched) => sampleChange({ fetched }))));
	assert.equal(changes.length, 200);
	assert.equal(more, 60);
	const times = changes.map(({ fetched }) => fetched);
	assert.deepEqual(times, times.toSorted().reverse());
	assert.equal(times[0], days.at(-1));
});

test('a topic’s file gathers the changes of all platforms whose clauses are on it', () => {
	const [agreement] = acme.agreements as [(typeof acme.agreements)[number]];
	const entry = (fetched: string, topics: string[], rank: 'prominent' | 'low' = 'prominent') => ({
		platform: acme,
		agreement,
		change: sampleChange({ fetched, topics, rank }),
	});
	const entries = [
		entry('2026-03-01T00:00:00Z', ['fees', 'arbitration']),
		entry('2026-02-01T00:00:00Z', ['arbitration']),
		entry('2026-01-15T00:00:00Z', ['fees'], 'low'),
		entry('2026-01-01T00:00:00Z', ['fees']),
	];
	const file = topicChanges({ ...archive, entries }, { id: 'fees', name: 'Fees' } as Topic);
	assert.equal(file.name, 'Fees');
	assert.equal(file.url, 'topics/fees/');
	assert.deepEqual(
		file.changes.map(({ day }) => day),
		['2026-03-01', '2026-01-01'],
	);
});
