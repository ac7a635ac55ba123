import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasPage } from '../../model/change.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { formerAddresses } from './former-addresses.ts';

const clauses = [
	'# Terms of Service',
	'1. You pay the fees that stand in our list of prices, within ten days of our invoice.',
	'2. You keep all rights in the content that you put into the service.',
	'We remove content that breaks the law as soon as we hear of it.',
];
const text = clauses.join('\n\n');
const renumbered = text.replace('2. You', '4. You');
const reworded = renumbered.replace('ten days', 'a week');

test('a change that is none any more leads to its row in the history, and no page loses its address', () => {
	const archive = sampleArchive({
		Tern: { Terms: [text, renumbered, `${renumbered}\n\n${clauses[3]}`, reworded] },
	});
	assert.deepEqual(
		formerAddresses(archive).map(({ from, to }) => [from, to]),
		[
			['/tern/terms/2024-02-01/', '/tern/terms/history/#v-2024-02-01'],
			['/tern/terms/2024-03-01/', '/tern/terms/history/#v-2024-03-01'],
		],
	);
	assert.equal(archive.entries.filter(({ change }) => hasPage(change)).length, 2);
});

test('a change that never had a page gets no address', () => {
	const styled = text.replace('the fees', '**the fees**');
	const joined = styled.replace('service.\n\nWe', 'service. We');
	const archive = sampleArchive({ Tern: { Terms: [text, styled, joined, text] } });
	assert.deepEqual(formerAddresses(archive), []);
	assert.equal(archive.entries.filter(({ change }) => hasPage(change)).length, 1);
});
