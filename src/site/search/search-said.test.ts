/** What the page says of a search must be true of what was found, and say where it looked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asked } from './search-answer.ts';
import type { Hit } from './search-hits.ts';
import { countOf, isNarrowed, nothingWords, outcomeWords, subjectWords } from './search-said.ts';
import { readQuestion } from './search-terms.ts';

function asked(words: string, chosen: Partial<Asked> = {}): Asked {
	const question = readQuestion(words);
	return { words, question, what: '', year: '', newest: false, filters: {}, named: null, ...chosen };
}

function hit(chosen: Partial<Hit>): Hit {
	const changes = ['2020-03-01', '2023-09-01'].map((day) => ({
		day,
		page: true,
		onYearPage: false,
		sentence: '',
	}));
	return {
		group: '/acme/terms/',
		head: { platform: 'Acme', agreement: 'Terms', language: 'en', begins: '2020-03-01', changes },
		mark: { anchor: 'c-fee', number: '', stays: [[0, -1]], cameIn: null, wentOut: null },
		inForce: true,
		words: ['a', 'fee'],
		found: [1],
		whole: true,
		score: 1,
		...chosen,
	};
}

const inForce = hit({});
const former = hit({ inForce: false });
const partial = hit({ whole: false });

test('a count says how many are in force and how many are former', () => {
	assert.equal(outcomeWords(asked('fee'), [inForce, former], 2), '2 clauses, 1 in force, 1 former');
	assert.equal(outcomeWords(asked('fee'), [inForce], 1), '1 clause, in force');
	assert.equal(
		outcomeWords(asked('fee', { what: 'former' }), [inForce, former], 1),
		'1 clause no longer in force',
	);
	assert.equal(outcomeWords(asked('fee'), null, 0), 'Nothing found yet');
	assert.equal(outcomeWords(asked('fee'), null, 12), 'Many found');
	assert.equal(outcomeWords(asked('fee'), [], 0), 'Nothing found');
});

test('clauses that hold some of the words count only where none holds all', () => {
	assert.equal(countOf(asked('a fee'), [inForce, partial], ''), 1);
	assert.equal(countOf(asked('a fee'), [partial, partial], 'text'), 2);
});

test('a search in vain says where it looked, and that quotes bind', () => {
	assert.equal(
		nothingWords(asked('Fahrt', { what: 'former', filters: { platform: 'Pellmell' } })),
		'Nothing holds “Fahrt”. Looked at every wording that stood before of Pellmell.',
	);
	assert.match(nothingWords(asked('"a fee"')), /^Nothing holds "a fee"\..*Without quotes/);
});

test('a search can be widened where anything was chosen', () => {
	assert.deepEqual(
		[asked('fee'), asked('fee', { what: 'text' }), asked('fee', { filters: { year: '2020' } })].map(
			isNarrowed,
		),
		[false, true, true],
	);
});

test('what first appeared is told by its words and its place', () => {
	assert.equal(subjectWords(asked('fee')), 'These words');
	assert.equal(subjectWords(asked('late fee')), 'These words together');
	assert.equal(subjectWords(asked('"late fee"')), 'These words');
	assert.equal(
		subjectWords(asked('fee', { filters: { platform: 'Acme', kind: 'Terms' } })),
		'In Acme, Terms: these words',
	);
});

test('of words that stand in too many clauses it says in how many agreements, and of whom', () => {
	const said = (agreements: number, platforms: number) =>
		outcomeWords(asked('fee'), null, 12, { agreements, platforms });
	assert.equal(said(1412, 380), 'In 1,412 agreements, of 380 platforms');
	assert.equal(said(90, 1), 'In 90 agreements');
});
