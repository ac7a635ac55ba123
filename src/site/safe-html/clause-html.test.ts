/** Archived text is hostile: whatever a platform publishes, the page gets words, emphasis and plain links. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { clauseHtml, rowCells } from './clause-html.ts';

const hostile = [
	'<script>alert(1)</script>Hello',
	'<img src=x onerror=alert(1)>',
	'![](https://tracker.example/p.gif)',
	'[click](javascript:alert(1))',
	'[click](JaVaScRiPt:alert(1))',
	'[click](java&#115;cript:alert(1))',
	'[click](<java\tscript:alert(1)>)',
	'[click](data:text/html;base64,PHNjcmlwdD4=)',
	'<a href="javascript:alert(1)" onclick="x()">words</a>',
	'<a href="https://a.example" style="position:fixed" onmouseover=x()>words</a>',
	'<svg><script>alert(1)</script></svg>',
	'<style>*{display:none}</style>text',
	'<iframe src="https://a.example"></iframe>',
	'<math><mtext></p><img src onerror=alert(1)>',
	'<b onclick=alert(1)>bold</b>',
	'[a](//evil.example/x)',
	'<base href="https://evil.example/">',
	'<form action="https://evil.example"><input></form>',
	'<<script>script>alert(1)<</script>/script>',
	'`<script>alert(1)</script>`',
	'[x]("onmouseover="alert(1))',
	'<details open ontoggle=alert(1)>',
];

const allowed =
	/^(?:a|a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow noopener noreferrer"|br \/|\/a|\/?(?:abbr|b|code|em|i|q|s|strong|sub|sup))$/i;

function assertHarmless(html: string): void {
	for (const [, tag = ''] of html.matchAll(/<([^>]*)>?/g)) assert.match(tag, allowed, html);
}

describe('a clause as HTML', () => {
	test('plain words are written as they are', () => {
		assert.equal(clauseHtml('You may leave at any time.'), 'You may leave at any time.');
	});

	test('emphasis, code and links to other sites stay', () => {
		assert.equal(
			clauseHtml('**No** refunds, see [the *rules*](https://a.example/r?a=1&b=2).'),
			'<strong>No</strong> refunds, see <a href="https://a.example/r?a=1&amp;b=2" rel="nofollow noopener noreferrer">the <em>rules</em></a>.',
		);
		assert.equal(clauseHtml('4\\.2 Fees &amp; *taxes* < 3'), '4.2 Fees &amp; <em>taxes</em> &lt; 3');
	});

	test('a link that leads nowhere safe leaves its words behind', () => {
		assert.equal(
			clauseHtml('see [the rules](#rules), [help](/help) and [us](javascript:x)'),
			'see the rules, help and us',
		);
	});

	test('an image becomes the words that stand for it', () => {
		assert.equal(clauseHtml('![The **logo**](https://a.example/l.png) of Acme'), 'The **logo** of Acme');
		assert.equal(clauseHtml('[![](https://a.example/l.png)](https://a.example/)'), '');
	});

	test('struck words are not taken for a deletion of ours', () => {
		assert.equal(clauseHtml('~~old~~ <del>older</del> <ins>new</ins>'), '<s>old</s> older new');
	});

	test('nothing hostile survives', () => {
		for (const text of hostile) assertHarmless(clauseHtml(text));
	});

	test('no mixture of hostile pieces survives either', () => {
		const piece = fc.oneof(
			fc.constantFrom(...hostile, '<', '>', '"', '[', '](', ')', '`', '\n', '\\'),
			fc.string(),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => assertHarmless(clauseHtml(pieces.join('')))),
			{ numRuns: 500 },
		);
	});
});

test('a row falls into its cells', () => {
	assert.deepEqual(rowCells('| **What** | 13 months | a \\| b |'), [
		'<strong>What</strong>',
		'13 months',
		'a | b',
	]);
	assert.deepEqual(rowCells('|  | x |'), ['', 'x']);
});
