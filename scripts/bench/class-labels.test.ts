import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../src/model/fault.ts';
import { type ChangeRow, parseLabels, score } from './class-labels.ts';
import { sample } from './draw-sample.ts';

const rows: ChangeRow[] = [
	{ commit: 'a'.repeat(40), path: 'Tern/Terms.md', rank: 'prominent' },
	{ commit: 'b'.repeat(40), path: 'Tern/Terms.md', rank: 'prominent' },
	{ commit: 'c'.repeat(40), path: 'Tern/Terms.md', rank: 'low' },
	{ commit: 'd'.repeat(40), path: 'Tern/Terms.md', rank: 'folded' },
];

test('ranks are measured against what people say', () => {
	const file = ['# labels', 'commit\tpath\tlabel\treason', 'aaaaaaa\tTern/Terms.md\tterms\tfee raised'];
	file.push(
		'bbbbbbb\tTern/Terms.md\tnoise\tmenu',
		'ccccccc\tTern/Terms.md\tterms\tfee',
		'ddddddd\tTern/Terms.md\tterms\t',
	);
	file.push('eeeeeee\tTern/Terms.md\tterms\tof another archive');
	const scores = score(rows, parseLabels(file.join('\n'), 'labels.tsv'));
	assert.deepEqual(
		[scores.labelled, scores.terms, scores.prominent, scores.prominentTerms, scores.shownTerms],
		[4, 3, 2, 1, 2],
	);
	assert.deepEqual(
		[scores.wronglyProminent, scores.missed, scores.demoted, scores.unknown].map(
			([label]) => label?.commit[0],
		),
		['b', 'd', 'c', 'e'],
	);
});

test('a line that is no label is refused with its number', () => {
	assert.throws(
		() => parseLabels('aaaaaaa\tTern/Terms.md\tmaybe\t', 'labels.tsv'),
		(fault: Fault) => fault.where === 'labels.tsv:1',
	);
});

test('the same seed draws the same changes, another seed others, and none twice', () => {
	const items = Array.from({ length: 500 }, (_, at) => at);
	assert.deepEqual(sample(items, 60, 7), sample(items, 60, 7));
	assert.notDeepEqual(sample(items, 60, 7), sample(items, 60, 8));
	assert.equal(new Set(sample(items, 600, 7)).size, 500);
});
