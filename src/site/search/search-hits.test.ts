/** A hit must name the clause it stands in, and hold what was asked for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { packHead, packMark } from './search-clauses.ts';
import { excerptOf, type Fragment, type Hit, hitsOf } from './search-hits.ts';
import { indexedWords, readQuestion } from './search-terms.ts';

const head = { platform: 'Acme', agreement: 'Terms', language: 'en', begins: '2020-01-01', changes: [] };

/** A record whose clauses have the anchors c-0, c-1, …; Pagefind found the words that bear a `*`. */
function fragment(...clauses: string[]): Fragment {
	const anchors = [{ id: packHead(head), location: 0 }];
	const weighted_locations: { location: number; balanced_score: number }[] = [];
	const words: string[] = [];
	for (const [index, clause] of clauses.entries()) {
		const mark = { anchor: `c-${index}`, number: '', stays: [[0, -1]], cameIn: null, wentOut: null } as const;
		anchors.push({ id: packMark(mark), location: words.length });
		for (const word of indexedWords(clause)) {
			if (word.includes('*')) weighted_locations.push({ location: words.length, balanced_score: 1 });
			if (word !== '*') words.push(word.replace('*', ''));
		}
	}
	return { url: '/acme/terms/#text-2020', content: words.join(' '), anchors, weighted_locations };
}

function hits(question: string, ...clauses: string[]): Hit[] {
	return hitsOf(fragment(...clauses), readQuestion(question));
}

function text(hit: Hit | undefined): string {
	const runs = hit === undefined ? [] : excerptOf(hit);
	return runs.map((run) => (run.found ? `[${run.text}]` : run.text)).join('');
}

describe('hits of a record', () => {
	test('stand in the clause whose mark is the last before them', () => {
		const found = hits('cancel', 'Terms', 'You may *cancel at any time.', 'We may not.');
		assert.deepEqual(
			found.map(({ mark, group, inForce, whole }) => [mark.anchor, group, inForce, whole]),
			[['c-1', '/acme/terms/', true, true]],
		);
		assert.equal(text(found[0]), 'You may [cancel] at any time.');
	});

	test('say whether the clause holds all words, in whatever form', () => {
		const found = hits('cancelled fee', '*fee *fee here', '*cancel without *fees');
		assert.deepEqual(
			found.map(({ whole }) => whole),
			[false, true],
		);
		assert.ok((found[1]?.score ?? 0) > (found[0]?.score ?? 0));
	});

	test('take no heed of words that say nothing', () => {
		assert.equal(hits('can they share the data', 'We *share your *data.')[0]?.whole, true);
	});

	test('hold a phrase in quotes word by word, marks and case aside', () => {
		const found = hits(
			'"consent by e-mail"',
			'the *consent, *by – *e-mail, counts',
			'*consent sent *by an *e-mail',
			'with *Consent *by *email.',
		);
		assert.deepEqual(
			found.map((hit) => text(hit)),
			['the [consent, by] – [e-mail], counts', 'with [Consent by email].'],
		);
	});

	test('in quotes are no other form of the word', () => {
		assert.deepEqual(
			hits('"shared"', 'we *share', 'we *shared').map(({ mark }) => mark.anchor),
			['c-1'],
		);
	});

	test('in a script without spaces are runs of characters, shown without spaces', () => {
		const found = hits('利用規約', '本*利*用*規*約は、', '*利益の*用法と*規則の*約束');
		assert.equal(found.length, 1);
		assert.equal(text(found[0]), '本[利用規約]は、');
	});

	test('end where the next clause starts, though an empty clause stands between', () => {
		assert.equal(text(hits('two', 'one *two', '', 'three')[0]), 'one [two]');
	});

	test('leave the marks around a word unmarked', () => {
		assert.equal(text(hits('fee', 'a (*fee); paid')[0]), 'a ([fee]); paid');
	});

	test('are cut around the first found word of a long clause', () => {
		const long = `${'before '.repeat(100)}*found ${'after '.repeat(100)}`.trim();
		const [hit] = hits('found', 'short', long);
		assert.match(text(hit), /^… (before )+\[found\]( after)+ …$/);
		assert.ok(text(hit).length < 400);
	});

	test('show the end of a clause where the found word is its last', () => {
		assert.match(text(hits('found', `${'before '.repeat(100)}*found`)[0]), /^… (before )+\[found\]$/);
	});
});
