/** The history table leaves no version out, and joins only rows that would say the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Change, hasPage } from '../../model/change.ts';
import type { Note } from '../../model/editorial.ts';
import { agreementOf } from '../../samples/sample-agreement.ts';
import { unchangedReason } from '../addresses/wording.ts';
import { historyRows } from './history-rows.ts';

const [here, gone] = ['You pay within thirty days of our bill.', 'Pages are being mended.'];
const days = Array.from({ length: 12 }, (_, at) => `2024-01-${String(at + 1).padStart(2, '0')}`);
const flapping = agreementOf(...days.map((day, at) => [day, at % 2 === 0 ? here : gone] as const));
const { changes } = flapping;
const folded = changes.filter((change) => change.rank === 'folded');

function note(day: string): Note {
	return {
		platform: 'Tern',
		agreement: 'Terms',
		change: day,
		author: 'A',
		written: day,
		file: 'a',
		body: '',
		summary: 'B',
	} as Note;
}

test('every version stands in one row, in its order, and those that share one are told by the same words', () => {
	const rank = fc.constantFrom<Change['class']>('flap', 'technical', 'substantive');
	fc.assert(
		fc.property(fc.array(rank, { minLength: 12, maxLength: 12 }), fc.subarray(days), (classes, noted) => {
			const sketched = changes.map(
				(change, at): Change => ({
					...change,
					class: classes[at] as Change['class'],
					hindsight: null,
				}),
			);
			const rows = historyRows({ notes: noted.map(note) }, flapping, sketched);
			assert.deepEqual(rows.flat(), sketched);
			for (const shared of rows.filter(({ length }) => length > 1)) {
				assert.ok(shared.length > 2);
				assert.equal(new Set(shared.map(unchangedReason)).size, 1);
				assert.ok(!shared.some((change) => hasPage(change) || noted.includes(change.day)));
			}
		}),
	);
});

test('a page that comes and goes is one row', () => {
	assert.ok(folded.length > 5);
	const rows = historyRows(
		{ notes: [] },
		flapping,
		folded.map((change) => ({ ...change, hindsight: null })),
	);
	assert.deepEqual(
		rows.map(({ length }) => length),
		[folded.length],
	);
});

test('a version with which another name began keeps its row', () => {
	const versions = flapping.versions.map((version, at) =>
		at < 6 ? { ...version, path: 'Sterna/Terms.md' } : version,
	);
	const renamed = changes.map(
		(change, at): Change => ({
			...change,
			class: 'technical',
			hindsight: null,
			version: versions[at] as Change['version'],
		}),
	);
	const rows = historyRows({ notes: [] }, { ...flapping, versions }, renamed);
	assert.deepEqual(
		rows.map(({ length }) => length),
		[6, 1, 5],
	);
});
