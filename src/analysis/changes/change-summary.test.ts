/** The computed sentence: counts first, then the places, short enough to be read in passing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, noEvents } from '../../model/change.ts';
import { sentence } from './change-summary.ts';

function said(sections: readonly string[], counts: Partial<Change['counts']> = { reworded: 2 }): string {
	const facts = { edition: null, replacements: [], sections, counts: { ...noEvents, ...counts } };
	const change: Partial<Change> = { class: 'substantive', headline: [], ...facts };
	return sentence(change as Change);
}

test('sections are named, up to three, and the rest is counted', () => {
	assert.equal(said([]), '2 clauses reworded');
	assert.equal(said(['Fees']), '2 clauses reworded, in Fees');
	assert.equal(said(['Fees', 'Disputes']), '2 clauses reworded, in Fees and Disputes');
	assert.equal(said(['Fees', 'Disputes', 'Data']), '2 clauses reworded, in Fees, Disputes and Data');
	assert.equal(said(['A', 'B', 'C', 'D']), '2 clauses reworded, in A, B, C and D');
	assert.equal(said(['A', 'B', 'C', 'D', 'E']), '2 clauses reworded, in A, B, C and 2 more');
});

test('of a change all over the document the sections are counted alone', () => {
	assert.equal(
		said(Array.from({ length: 35 }, (_, at) => `Country ${at}`)),
		'2 clauses reworded, across 35 sections',
	);
});

test('long headings are fewer, and a heading as long as a sentence is none', () => {
	const long = 'What happens to everything that you have uploaded to us';
	assert.equal(said([long, long.replace('us', 'you'), 'Fees']), `2 clauses reworded, in ${long} and 2 more`);
	assert.equal(said([`${long} in the course of all the years`]), '2 clauses reworded');
});

test('the mark at the end of a heading does not end the sentence', () => {
	assert.equal(said(['Who are we?', 'Stop!']), '2 clauses reworded, in Who are we and Stop');
	assert.equal(said(['?']), '2 clauses reworded');
});

test('clauses of which a date alone changed are not counted', () => {
	assert.equal(said(['Fees'], { added: 1, redated: 4 }), '1 clause added, in Fees');
});

test('numbers changed alone are said as such', () => {
	assert.equal(said(['Fees'], { number: 1 }), 'One number changed, in Fees');
	assert.equal(said([], { number: 1200 }), 'Numbers changed in 1,200 clauses');
});

test('a name that was replaced is one or many, and an address is left out beside what tells more', () => {
	const replaced = (before: string, after: string): string =>
		sentence({
			class: 'substantive',
			edition: null,
			untold: 0,
			headline: [{ kind: 'section-in', words: 'adds “Fares”', clause: 0, weight: 400 }],
			replacements: [{ before, after, places: 3 }],
		} as Partial<Change> as Change);
	assert.equal(replaced('Auk News', 'Gull'), 'Auk News is now Gull, in 3 places; adds “Fares”');
	assert.equal(replaced('Auks', 'Gulls'), 'Auks are now Gulls, in 3 places; adds “Fares”');
	assert.equal(replaced('auk.example/terms', 'gull.example/terms'), 'Adds “Fares”');
});
