import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CaptureFault } from '../capture/capture-fault.ts';
import { compareTexts, createComparer } from './bounded-comparisons.ts';
import { compareWithRecorded, shownText } from './compare-texts.ts';

const address = 'https://tern.example/terms';
const [before, after] = ['We may end this at any time.\n', 'We may end this.\n'];

test('another thread answers as if there were none', async () => {
	const compared = await compareTexts(address, 'compareWithRecorded', after, before, address);
	assert.deepEqual(compared, compareWithRecorded(after, before, address));
	assert.deepEqual(await compareTexts(address, 'shownText', after), shownText(after));
});

test('a comparison beyond its bound is a named fault of the page, and the next one is answered', async () => {
	// No thread starts within a millisecond.
	const hasty = createComparer({ time: 1, memory: 256 }, 1);
	await assert.rejects(hasty(address, 'shownText', after), (fault) => {
		assert.ok(fault instanceof CaptureFault && fault.code === 'unreadable');
		assert.equal(fault.where, address);
		assert.match(fault.what, /cannot be compared .* within 0.001 s/);
		return true;
	});
	assert.deepEqual(await compareTexts(address, 'shownText', after), shownText(after));
});
