/** Words on pages: counts read as people say them, and every class and label has its sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeClasses, hasPage } from '../../model/change.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { counted, grouped, listed, unbroken } from '../../text/counts-in-words.ts';
import { classRules } from '../status/class-rules.ts';
import { commitUrl, documentOf, fileUrl, labelOf, wordsOf } from './links.ts';
import { sourceLinks } from './source-links.ts';
import { foldReason, hindsightSentence, languageName } from './wording.ts';

test('counts and lists', () => {
	assert.deepEqual(
		[counted(1, 'clause'), counted(0, 'clause'), counted(2341, 'clause')],
		['1 clause', '0 clauses', '2,341 clauses'],
	);
	assert.equal(
		unbroken('2 clauses added, 1 moved, in Part 3'),
		'2\u00a0clauses added, 1\u00a0moved, in Part 3',
	);
	assert.deepEqual([grouped(999), grouped(1000), grouped(1234567)], ['999', '1,000', '1,234,567']);
	assert.deepEqual(
		[listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])],
		['', 'a', 'a and b', 'a, b and c'],
	);
});

test('every class without a page says why, and every class has its rule', () => {
	for (const name of changeClasses) {
		const change = sampleChange({ fetched: '2026-01-01T00:00:00Z', class: name });
		assert.equal(foldReason(change) === '', hasPage(change), name);
	}
	assert.deepEqual(
		classRules.map(({ name }) => name),
		changeClasses,
	);
});

test('hindsight names the day on which a change was undone', () => {
	assert.match(
		hindsightSentence({ label: 'undone', on: '2026-05-03T00:00:00Z', commit: 'c' }),
		/^Undone on 3 May 2026:/,
	);
	assert.match(hindsightSentence({ label: 'older' }), /another edition: the page names an earlier day/);
	assert.equal(hindsightSentence(null), '');
});

test('a language is named, and an unknown one is not', () => {
	assert.deepEqual([languageName('de'), languageName('und'), languageName('xx')], ['German', '', '']);
});

test('archived words carry their language, our own words among them ours', () => {
	assert.deepEqual(wordsOf({ language: 'ar' }), { lang: 'ar', dir: 'auto' });
	assert.deepEqual(documentOf({ language: 'ar' }), { lang: 'ar', dir: 'rtl' });
	assert.deepEqual(documentOf({ language: 'und' }), { dir: 'auto' });
	assert.deepEqual([labelOf({ language: 'ar' }), labelOf({ language: 'en' })], [{ lang: 'en' }, {}]);
});

test('a commit is linked in the way of its forge', () => {
	assert.equal(commitUrl(undefined, 'abc'), null);
	assert.equal(
		commitUrl('https://github.com/acme/archive.git', 'abc'),
		'https://github.com/acme/archive/commit/abc',
	);
	assert.equal(
		commitUrl('https://gitlab.example/acme/archive/', 'abc'),
		'https://gitlab.example/acme/archive/-/commit/abc',
	);
});

test('a file is linked as it stood at a commit, by its path inside the repository', () => {
	const path = 'archive/versions/Acme & Co/Terms #1.md';
	assert.equal(fileUrl(undefined, 'abc', path), null);
	assert.equal(
		fileUrl('https://github.com/acme/archive', 'abc', path),
		'https://github.com/acme/archive/blob/abc/archive/versions/Acme%20%26%20Co/Terms%20%231.md',
	);
	assert.equal(
		fileUrl('https://gitlab.example/a.git', 'abc', 'A/T.md'),
		'https://gitlab.example/a/-/blob/abc/A/T.md',
	);
});

test('an address from a commit becomes a link only where a link may lead there', () => {
	assert.deepEqual(sourceLinks(['https://acme.example/terms/?x=1', 'javascript:alert(1)', 'page 3']), [
		{ href: 'https://acme.example/terms/?x=1', words: 'acme.example/terms' },
		{ href: null, words: 'javascript:alert(1)' },
		{ href: null, words: 'page 3' },
	]);
});
