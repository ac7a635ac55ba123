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
