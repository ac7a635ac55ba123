/** The source view shows the Markdown of changed clauses and nothing that acts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { redline } from '../../analysis/redline/redline.ts';
import type { State } from '../../model/ledger.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sourceHtml, viewSource } from './source-view.ts';

function source(before: string, after: string) {
	const agreement = sampleArchive({ Acme: { Terms: [before, after] } }).platforms[0]?.agreements[0];
	assert.ok(agreement);
	const [old, fresh] = agreement.ledger.states as readonly [State, State];
	const view = viewSource(agreement.ledger, redline(agreement.ledger, old, fresh));
	const $ = load(sourceHtml(view, 'https://forge.example/commit/1'));
	const lines = $('tbody tr')
		.toArray()
		.map((row) =>
			$(row)
				.children()
				.toArray()
				.map((cell) => $(cell).text()),
		);
	return { ...view, $, lines };
}

const terms =
	'# Terms\n\nWe keep the **records** for ten years.\n\nYou may [object](https://acme.example/a) at any time.';

test('a line is a clause with its place before and after, changed words are marked', () => {
	const { lines, $ } = source(terms, terms.replace('ten years', 'two years').replace('/a)', '/b)'));
	assert.deepEqual(lines, [
		['2', '', '- We keep the **records** for ten years.'],
		['', '2', '+ We keep the **records** for two years.'],
		['3', '', '- You may [object](https://acme.example/a) at any time.'],
		['', '3', '+ You may [object](https://acme.example/b) at any time.'],
	]);
	assert.deepEqual([$('del').first().text(), $('ins').first().text()], ['ten', 'two']);
});

test('a clause that came in has no line before, one that went out none after', () => {
	const { lines } = source(
		terms,
		terms.replace(
			'We keep the **records** for ten years.',
			'Wholly other words now stand in this place instead.',
		),
	);
	assert.deepEqual(lines.map(([old, fresh]) => [old, fresh]).sort(), [
		['', '2'],
		['2', ''],
	]);
});

test('archived lines stay text, whatever they look like', () => {
	const hostile = '<script>alert(1)</script> & <img src=x onerror=alert(2)> "quoted" {{content}}';
	const { lines, $ } = source(terms, `${terms}\n\n${hostile}\n\n@@ -1,4 +1,4 @@ b/other`);
	assert.equal($('script, img').length, 0);
	assert.deepEqual(
		lines.map(([, , line]) => line),
		[`+ ${hostile}`, '+ @@ -1,4 +1,4 @@ b/other'],
	);
});

test('what would make the page heavy is counted', () => {
	const long = Array.from({ length: 100 }, (_, at) => `Clause ${at} says ${'one more word '.repeat(20)}.`);
	const { lines, omitted, $ } = source(terms, `${terms}\n\n${long.join('\n\n')}`);
	assert.equal(lines.length + omitted, 100);
	assert.ok(omitted > 0 && lines.length > 0);
	assert.ok($('caption').text().includes(`${omitted} more changed clauses in the commit.`));
	assert.equal($('caption a').attr('href'), 'https://forge.example/commit/1');
});

test('needs no code that is made of text, which the policy of the pages forbids', () => {
	const { Function: own } = globalThis;
	globalThis.Function = class {
		constructor() {
			throw new EvalError('Function is refused');
		}
	} as never;
	try {
		assert.equal(source(terms, `${terms}\n\nWe answer within a month.`).lines.length, 1);
	} finally {
		globalThis.Function = own;
	}
});
