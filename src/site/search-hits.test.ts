/** A hit must name the clause it stands in, and show the words that were asked for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clauseHits, type Fragment, type Hit } from './search-hits.ts';

/** A record whose clauses have the anchors c-0, c-1, …; `*word` is found. */
function fragment(...clauses: string[]): Fragment {
	const anchors: { id: string; location: number }[] = [];
	const weighted_locations: { location: number; balanced_score: number }[] = [];
	const words: string[] = [];
	for (const [index, clause] of clauses.entries()) {
		anchors.push({ id: `c-${index}`, location: words.length });
		for (const word of clause.split(' ').filter(Boolean)) {
			if (word.startsWith('*')) weighted_locations.push({ location: words.length, balanced_score: 1 });
			words.push(word.replace('*', ''));
		}
	}
	return { url: '/acme/terms/', raw_content: words.join(' '), meta: {}, anchors, weighted_locations };
}

function text(hit: Hit | undefined): string {
	return (hit?.runs ?? []).map((run) => (run.found ? `[${run.text}]` : run.text)).join('');
}

describe('hits of a record', () => {
	test('stand in the clause whose anchor is the last before them', () => {
		const hits = clauseHits(fragment('Terms', 'You may *cancel at any time.', 'We may not.'), 3);
		assert.deepEqual(
			hits.map((hit) => hit.anchor),
			['c-1'],
		);
		assert.equal(text(hits[0]), 'You may [cancel] at any time.');
	});

	test('put the clause with more of the words asked for first, not the one that repeats a word', () => {
		const hits = clauseHits(fragment('*fee *fee *fee here', '*cancel without *fee'), 2);
		assert.deepEqual(
			hits.map((hit) => hit.anchor),
			['c-1', 'c-0'],
		);
	});

	test('take forms of one word for one', () => {
		const hits = clauseHits(fragment('*Model *models *Models”).', 'a *model is *trained'), 1);
		assert.equal(hits[0]?.anchor, 'c-1');
	});

	test('end where the next clause starts, though an empty clause stands between', () => {
		const hits = clauseHits(fragment('one *two', '', 'three'), 1);
		assert.equal(text(hits[0]), 'one [two]');
	});

	test('are cut around the first found word of a long clause', () => {
		const long = `${'before '.repeat(100)}*found ${'after '.repeat(100)}`.trim();
		const [hit] = clauseHits(fragment('short', long), 1);
		assert.match(text(hit), /^… (before )+\[found\]( after)+ …$/);
		assert.ok(text(hit).length < 400);
	});

	test('show the end of a clause where the found word is its last', () => {
		const [hit] = clauseHits(fragment(`${'before '.repeat(100)}*found`), 1);
		assert.match(text(hit), /^… (before )+\[found\]$/);
	});

	test('of a record without anchors have none', () => {
		const record = { ...fragment('changed *words'), anchors: [] };
		assert.deepEqual(
			clauseHits(record, 3).map((hit) => [hit.anchor, text(hit)]),
			[[null, 'changed [words]']],
		);
	});

	test('are never more than asked for', () => {
		assert.equal(clauseHits(fragment('*a', '*b', '*c'), 2).length, 2);
	});
});
