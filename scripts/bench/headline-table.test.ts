import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Fault } from '../../src/model/fault.ts';
import { sampleArchive } from '../../src/samples/sample-archive.ts';
import { sampleTopics } from '../../src/samples/sample-topics.ts';
import { drawHeadlines, formatHeadlines, parseHeadlineLabels, scoreHeadlines } from './headline-table.ts';

const page = (fee: string): string =>
	`The auks run boats between the islands.\n\n## Fares\n\nA crossing costs ${fee} for each traveller on board of a boat.\n\nDogs travel below deck with the crew.`;
const archive = sampleArchive({ Auk: { Terms: [page('€4'), page('€5')] } }, sampleTopics);

test('a drawn headline is printed with the command that shows its texts, and its passage', () => {
	const [head = '', command = '', headline = '', passage = ''] = drawHeadlines(archive, 5, 1).split('\n');
	assert.match(head, /^[0-9a-f]{40}\tAuk\/Terms\.md\t[0-9a-f]{12}$/);
	assert.match(command, /^git diff --word-diff 0+ 0+1? -- "Auk\/Terms\.md"$/);
	assert.equal(headline, 'Fares: €4 → €5');
	assert.match(passage, /\{\+/);
});

test('labels are counted, and a headline that is worded otherwise now is said to be so', async () => {
	const [commit = '', file = '', hash = ''] = (drawHeadlines(archive, 5, 1).split('\n')[0] as string).split(
		'\t',
	);
	const labels = path.join(mkdtempSync(path.join(tmpdir(), 'headlines-')), 'labels.tsv');
	const lines = [
		'# Read by people.',
		'commit\tpath\tverdict\tpassage\thash',
		`${commit}\t${file}\tnews\tbest\t${hash}`,
		`${'f'.repeat(40)}\tElsewhere/Terms.md\tnothing\tother\tabc`,
	];
	writeFileSync(labels, lines.join('\n'));
	const scores = await scoreHeadlines(archive, labels);
	assert.deepEqual(scores, {
		read: 2,
		held: 1,
		unchanged: 1,
		verdicts: { news: 1, hint: 0, nothing: 1, false: 0 },
		passages: 1,
	});
	assert.match(formatHeadlines(scores), /news +1 of 2/);
	writeFileSync(labels, `${commit}\t${file}\tnews\tbest\tother`);
	assert.equal((await scoreHeadlines(archive, labels)).unchanged, 0);
});

test('a line that is no label is named', () => {
	assert.throws(
		() => parseHeadlineLabels('commit\tpath\n0123456\tAuk/Terms.md\tgood\tbest\tabc', 'labels.tsv'),
		(fault) => fault instanceof Fault && fault.where === 'labels.tsv:2',
	);
});
