/** What is larger than any agreement is not followed, and takes nothing from the texts that are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledgerBounds, mostOfAgreement, mostOfVersion } from './ledger-bounds.ts';

function linesOf(count: number): Uint8Array {
	return Buffer.from(Array(count).fill('a').join('\n'));
}

test('a text of as many lines and bytes as may be is followed, one of more is not', () => {
	const isFollowed = ledgerBounds();
	assert.equal(isFollowed(linesOf(mostOfVersion.lines)), true);
	assert.equal(isFollowed(linesOf(mostOfVersion.lines + 1)), false);
	assert.equal(isFollowed(new Uint8Array(mostOfVersion.bytes)), true);
	assert.equal(isFollowed(new Uint8Array(mostOfVersion.bytes + 1)), false);
	assert.equal(isFollowed(new Uint8Array()), true);
});

test('texts are followed until all together are past the bound; a later one that still has room is', () => {
	for (const text of [linesOf(mostOfVersion.lines), new Uint8Array(mostOfVersion.bytes)]) {
		const isFollowed = ledgerBounds();
		let times = 0;
		while (isFollowed(text)) times++;
		const lines = text.length === mostOfVersion.bytes ? 1 : mostOfVersion.lines;
		const most = Math.min(mostOfAgreement.lines / lines, mostOfAgreement.bytes / text.length);
		assert.equal(times, Math.floor(most));
		assert.equal(isFollowed(text), false);
		assert.equal(isFollowed(new Uint8Array()), most * lines < mostOfAgreement.lines);
	}
});

test('what is not followed takes no room', () => {
	const isFollowed = ledgerBounds();
	for (let times = 0; times < 200; times++) isFollowed(new Uint8Array(mostOfVersion.bytes + 1));
	assert.equal(isFollowed(new Uint8Array(mostOfVersion.bytes)), true);
});
