/** The gist names what came in and went out, by its headings where it has some. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redline } from '../../analysis/redline/redline.ts';
import type { State } from '../../model/ledger.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { gistOf } from './gist.ts';

const body = [
	'# Terms',
	'1.1 We keep the records of every order for ten years.',
	'1.2 You may object to any of it at any time.',
];
const firewall = [
	'## 9 Firewall',
	'### 9.1 Selling of traffic',
	'9.1.1 You may charge buyers for each request that they send.',
];
const metadata = '1.1.1 Some tools embed metadata in what they send to the models.';

function gist(before: readonly string[], after: readonly string[]) {
	const texts = [before, after].map((parts) => parts.join('\n\n'));
	const { ledger } = sampleArchive({ Acme: { Terms: texts } }).platforms[0]?.agreements[0] ?? {};
	assert.ok(ledger);
	const [old, fresh] = ledger.states as readonly [State, State];
	return gistOf(ledger, redline(ledger, old, fresh)).map(({ anchor, ...line }) => {
		assert.match(anchor, /^c-/);
		return line;
	});
}

const longer = [body[0] ?? '', body[1] ?? '', metadata, body[2] ?? '', ...firewall];

test('a section that came in is named by its headings, a clause by its first words, in their order', () => {
	assert.deepEqual(gist(body, longer), [
		{
			kind: 'added',
			clauses: 1,
			number: '1.1.1',
			words: 'Some tools embed metadata in what they send to the models.',
		},
		{ kind: 'added', clauses: 3, number: '9', words: 'Firewall, Selling of traffic' },
	]);
});

test('what went out is told alike', () => {
	assert.deepEqual(
		gist(longer, body).map(({ kind, clauses }) => [kind, clauses]),
		[
			['removed', 1],
			['removed', 3],
		],
	);
});

test('a small redline is its own gist', () => {
	assert.deepEqual(gist(body, [...body, metadata]), []);
});

test('of many runs the longest are told', () => {
	const spread = Array.from(
		{ length: 9 },
		(_, at) => `${at + 2}.1 The clause of section ${at} stands here for good.`,
	);
	const mixed = spread.flatMap((clause, at) => [
		clause,
		`${at + 2}.2 New words ${'and more '.repeat(at)}come in now.`,
	]);
	const lines = gist(spread, mixed);
	assert.deepEqual(
		lines.map(({ number }) => number),
		['7.2', '8.2', '9.2', '10.2'],
	);
});

test('clauses that read alike are told once, and one cut off from its neighbour is not told as new', () => {
	const [rights, copy] = [
		'You may see all of your data at any time.',
		'You may ask us for a copy of it in writing.',
	];
	const news = 'A new page about your health stands here.';
	const before = ['# One', 'We begin.', `${rights} ${copy}`, '# Two', 'We go on.'];
	const after = ['# One', news, 'We begin.', rights, copy, '# Two', news, 'We go on.'];
	assert.deepEqual(
		gist(before, after).map(({ words }) => words),
		[news],
	);
});
