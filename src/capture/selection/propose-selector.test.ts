import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import { proposeSelector } from './propose-selector.ts';

const clause = '<p>You may use the service as long as you pay all fees that are due in time.</p>';
const text = clause.repeat(12);
const menu = `<nav>${'<a href="/">Some other page</a>'.repeat(60)}</nav>`;
const page = (inner: string) =>
	`<html><body>${menu}${inner}<footer>${'<a href="/">Imprint</a>'.repeat(9)}</footer></body></html>`;

function selectorOf(inner: string): string | undefined {
	return proposeSelector(page(inner))?.selector;
}

test('the innermost element with the running text is named by what is likely to stay', () => {
	assert.equal(selectorOf(`<main>${menu}<div class="legal-content">${text}</div></main>`), '.legal-content');
	assert.equal(selectorOf(`<main><h1>Terms</h1>${text}</main>`), 'main');
	assert.equal(selectorOf(`<div id="terms" class="x7Yz9">${text}</div>`), '#terms');
	assert.equal(selectorOf(`<div role="main" class="css-1x2y3z">${text}</div>`), '[role="main"]');
});

test('a name that a program made, or that several elements share, is not proposed', () => {
	assert.equal(selectorOf(`<main><div class="css-1q2w3e"><div>${text}</div></div></main>`), 'main');
	const shared = `<main>${`<div class="text-block">${clause}</div>`.repeat(12)}</main>`;
	assert.equal(selectorOf(shared), 'main');
});

test('an element without any name goes by its place, and the proposal says so', () => {
	const proposal = proposeSelector(page(`<div>${menu}</div><div><div>${text}</div></div>`));
	assert.equal(proposal?.isStable, false);
	assert.equal(
		load(page(`<div>${menu}</div><div><div>${text}</div></div>`))(proposal?.selector ?? '').find('p').length,
		12,
	);
});

test('a notice of cookies is left out, a policy on cookies is not', () => {
	const notice = `<div class="cookie-banner">${'<p>We use cookies to make this better for you.</p>'.repeat(4)}</div>`;
	assert.equal(selectorOf(`<article>${text}</article>${notice}`), 'article');
	assert.equal(selectorOf(`<div class="cookie-policy">${text}</div>`), '.cookie-policy');
});

test('a page that scripts have yet to write has no proposal', () => {
	assert.equal(
		proposeSelector('<html><body><div id="app"></div><script>let a = 1;</script></body></html>'),
		null,
	);
});

test('whatever the page, a proposal means exactly one element of it', () => {
	const name = fc.constantFrom('a', 'terms', 'css-1a2b', 'Ü', 'x:y', '"]', 'col-6', 'legalText');
	const tag = fc.constantFrom('div', 'section', 'main', 'article', 'p', 'span', 'table', 'li');
	const element = fc.letrec((tie) => ({
		node: fc.oneof(
			{ maxDepth: 4 },
			fc.constant(clause),
			fc
				.tuple(tag, name, name, fc.array(tie('node'), { maxLength: 4 }))
				.map(
					([tag, id, className, inner]) =>
						`<${tag} id='${id}' class='${className}'>${inner.join('')}</${tag}>`,
				),
		),
	}));
	fc.assert(
		fc.property(element.node, (html) => {
			const whole = `<body>${String(html)}${clause.repeat(3)}</body>`;
			const proposal = proposeSelector(whole);
			assert.equal(load(whole)(proposal?.selector ?? '').length, 1);
		}),
	);
});
