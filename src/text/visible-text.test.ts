import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { visibleText } from './visible-text.ts';

const cases: readonly (readonly [markdown: string, visible: string])[] = [
	['plain   words\nin two lines', 'plain words in two lines'],
	['**bold** and _slanted_ and `code`', 'bold and slanted and code'],
	['see [our *fees*](https://tern.example/a_(b)) now', 'see our fees now'],
	['![the logo](/logo.png) Tern', 'the logo Tern'],
	['1\\. not a list', '1. not a list'],
	['a<br>b <span class="x">c</span> <https://tern.example/>', 'a b c https://tern.example/'],
	['5 < 6 & 7 > 2', '5 < 6 & 7 > 2'],
	['Tom &amp; Ann&nbsp;&#8364;5 &unknown;', 'Tom & Ann €5 &unknown;'],
	['snake_case stays', 'snake_case stays'],
	['[a note] stays, [an open one', '[a note] stays, an open one'],
	['zero\u200bwidth\ufeff', 'zerowidth'],
	['0.5 %](https://tern.example/fee "the fee") and more', '0.5 % and more'],
	['](/terms)', ''],
	['(a](b) stays](so)', '(a](b) stays](so)'],
	['[![alt](i.png)](https://tern.example/)', 'alt'],
];

test('a reader sees words, not markup', () => {
	for (const [markdown, visible] of cases) assert.equal(visibleText(markdown).text, visible);
});

test('link targets are told in the order of the text', () => {
	assert.deepEqual(visibleText('[a](/x) and [b](<y z> "title")').targets, ['/x', 'y']);
});

test('a link that opened in the clause before ends in this one', () => {
	assert.deepEqual(visibleText('Terms of use](https://tern.example/terms)').targets, [
		'https://tern.example/terms',
	]);
});

test('a clause that is nothing but links is known as such', () => {
	assert.equal(visibleText('[Home](/) | [Privacy](/p)').linkOnly, true);
	assert.equal(visibleText('Read [this](/p)').linkOnly, false);
	assert.equal(visibleText('[just brackets]').linkOnly, false);
});

test('text without markup characters is itself, white space folded', () => {
	const plain = fc.array(fc.constantFrom('a', 'Ü', '漢', ' ', '\n', '.', '5')).map((parts) => parts.join(''));
	fc.assert(
		fc.property(plain, (text) => {
			assert.equal(visibleText(text).text, text.replace(/\s+/g, ' ').trim());
		}),
	);
});
