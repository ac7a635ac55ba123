import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Fault } from '../../src/model/fault.ts';
import { sampleArchive } from '../../src/samples/sample-archive.ts';
import { sidedTopic } from '../../src/samples/sample-topics.ts';
import { drawPages, formatPageLabels, parsePageLabels } from './on-topic-table.ts';

const text = (name: string): string =>
	`The ${name} run boats.\n\nWe may train our models on what you write to anybody here.\n\nDogs travel below deck with the crew.`;
const archive = sampleArchive(
	{ Auk: { Terms: [text('auks')] }, Gull: { Terms: [text('gulls')] }, Tern: { Terms: [text('terns')] } },
	[sidedTopic],
);

test('pages are drawn of as many platforms, the same ones for the same seed', () => {
	const drawn = drawPages(archive, 2, 7);
	assert.equal(new Set(drawn.map((page) => page.split('/')[1])).size, 2);
	assert.deepEqual(drawPages(archive, 2, 7), drawn);
	assert.equal(drawPages(archive, 9, 7).length, 3);
	assert.match(drawn[0] ?? '', new RegExp(`^/(auk|gull|tern)/on/${sidedTopic.id}/$`));
});

test('labels are counted by drawing', () => {
	const labels = parsePageLabels(
		'# Read.\ndraw\tpage\tlead\tquotes\tsince\n1\t/auk/on/ai/\ty\t2/2\tn\n1\t/gull/on/ai/\tn\t1/3\ty\n',
		'x',
	);
	assert.match(formatPageLabels(labels), /^1 +2 +1 +1 +3 of 5 +1$/m);
});

test('a line that is no label is named, and those of the repository are read', async () => {
	assert.throws(
		() => parsePageLabels('draw\tpage\n1\t/auk/on/ai/\tyes\t2/2\ty', 'labels.tsv'),
		(fault) => fault instanceof Fault && fault.where === 'labels.tsv:2',
	);
	const own = new URL('on-topic.tsv', import.meta.url).pathname;
	for (const [, pages] of Map.groupBy(parsePageLabels(await readFile(own, 'utf8'), own), ({ draw }) => draw))
		assert.equal(new Set(pages.map(({ page }) => page.split('/')[1])).size, 30);
});
