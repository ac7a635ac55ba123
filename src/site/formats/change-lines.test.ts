import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeRecord } from '../../model/change-record.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { changeLines } from './change-lines.ts';

const keep = 'You keep all rights in the content that you put here.';
const pay = 'You pay within thirty days of our invoice to you.';
const archive = sampleArchive({
	Tern: { Terms: [keep, `${keep}\n\n${pay}`, `${keep} ${pay.replace('thirty', 'ten')}`] },
	Gull: { Privacy: [pay] },
});

test('the day that a page gives itself goes with its change', () => {
	const dated = (day: string, words: string): string => `Effective ${day}\n\n${words}`;
	const { platforms } = sampleArchive({
		Tern: { Terms: [dated('1 January 2023', keep), dated('3 March 2024', pay)] },
	});
	const records = [...changeLines({ platforms })].map((line) => changeRecord.parse(JSON.parse(line)));
	const told = { kind: 'ahead', says: 'effective', day: '2024-03-03', seen: '2024-02-01', days: 31 };
	assert.deepEqual(
		records.map(({ dated }) => dated),
		[null, told],
	);
});

test('each recorded change is one line that its schema knows, the same at each asking', () => {
	const lines = [...changeLines(archive)];
	const records = lines.map((line) => changeRecord.parse(JSON.parse(line)));
	assert.equal(records.length, archive.entries.length);
	assert.deepEqual([...changeLines(archive)], lines);
	const [first, second, third] = records.filter(({ platform }) => platform === 'Tern');
	assert.deepEqual([first?.parent, second?.parent, third?.parent], [null, first?.commit, second?.commit]);
	assert.deepEqual(
		third?.events.flatMap((event) => [...event.in, ...event.out]),
		[pay.replace('thirty', 'ten'), pay],
	);
});
