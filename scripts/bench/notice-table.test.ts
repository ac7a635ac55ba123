import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Fault } from '../../src/model/fault.ts';
import { sampleArchive } from '../../src/samples/sample-archive.ts';
import { drawChanges, formatNotice, parseNoticeLabels, scoreNotice } from './notice-table.ts';

const page = (head: string, fare: string): string =>
	`# Fares\n\n${head}\n\nThe auks run boats between the islands from spring to autumn.\n\nA crossing costs ${fare} for each traveller on board of a boat.`;
const archive = sampleArchive({
	Auk: {
		Terms: [page('Effective 1 January 2023', '€4'), page('Effective 3 March 2024', '€5')],
		Rules: [page('No day', '€6'), page('No day', '€7')],
	},
});

test('a draw names the two commits of each change, and not what the program tells of it', () => {
	const lines = drawChanges(archive, 4, 1).split('\n');
	assert.equal(lines.length, 2);
	for (const line of lines)
		assert.match(line, /^[0-9a-f]{40}\tAuk\/\w+\.md\t2024-02-01\t[0-9a-f]{40}\t2024-01-01$/);
});

test('labels are held against what is told', async () => {
	const [commit] = (drawChanges(archive, 4, 1).split('\n')[0] as string).split('\t');
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'notice-')), 'labels.tsv');
	const lines = [
		'# Read by people.',
		'draw\tcommit\tpath\treading\tday',
		`a\t${commit}\tAuk/Terms.md\tahead\t2024-03-03`,
		`a\t${commit}\tAuk/Rules.md\tnone\t`,
		`b\t${commit}\tAuk/Rules.md\tstill\t2023-01-01`,
		`b\t${commit}\tAuk/Terms.md\tahead\t2024-03-04`,
		`b\t${'f'.repeat(40)}\tElsewhere/Terms.md\tnone\t`,
	];
	writeFileSync(file, lines.join('\n'));
	const scores = await scoreNotice(archive, file);
	assert.deepEqual(scores.draws, {
		a: { held: 2, right: 1, wrong: 0, missed: 0, silent: 1 },
		b: { held: 2, right: 0, wrong: 1, missed: 1, silent: 0 },
	});
	assert.equal(scores.changes, 2);
	assert.match(formatNotice(scores), /read by a person +4: right 1, wrong 1, missed 1, rightly silent 1/);
});

test('a line that is no label is named', () => {
	const wrong = (line: string): void =>
		assert.throws(
			() => parseNoticeLabels(`draw\tcommit\n${line}`, 'notice.tsv'),
			(fault) => fault instanceof Fault && fault.where === 'notice.tsv:2',
		);
	wrong('a\t0123\tAuk/Terms.md\tsoon\t2024-03-03');
	wrong('a\t0123\tAuk/Terms.md\tnone\t2024-03-03');
	wrong('a\t0123\tAuk/Terms.md\tahead');
});
