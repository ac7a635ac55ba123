import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bodyComplaints } from './editorial-body.ts';

describe('the body of an editorial page', () => {
	it('may be Markdown with headings, links, lists, tables, comments and a few plain tags', () => {
		const text =
			'## Since June\n\nSee [the change](/tern/terms/2024-01-01/): *two* words.\n\n- one\n- two<br />three\n\n{/* later */}\n\nH<sub>2</sub>O, <abbr title="General Terms">GT</abbr>\n';
		assert.deepEqual(bodyComplaints(text), []);
		assert.deepEqual(bodyComplaints(' \n'), []);
	});

	for (const [kind, body, line] of [
		['an import', 'One.\n\nimport x from "node:fs"\n', 3],
		['an export', 'export const x = 1', 1],
		['a program below a line that looks like a head', '---\nexport const x = 1\n---', 2],
		['an expression between two comments', 'A\n\n{/* a */ process.exit() /* b */}', 3],
		['a picture', 'A\n\n![b](https://example.org/b.png)', 3],
		['a link that runs a program', 'A\nb [c](javascript:alert%281%29)', 2],
		['a link to another host by a relative address', '[c](//example.org/)', 1],
		['an expression', 'A {process.env.HOME} b', 1],
		['an expression on a line of its own', 'A\n\n{1 + 1}\n', 3],
		['a script', '<script>alert(1)</script>', 1],
		['a component', 'A\n\n<Widget />', 3],
		['a handler', '<abbr onClick={() => 1}>a</abbr>', 1],
		['a spread of attributes', '<abbr {...x}>a</abbr>', 1],
		['a tag that never ends', 'One\n\n<q>two', 3],
	] as const)
		it(`may not hold ${kind}, and the complaint has its line`, () => {
			const [complaint] = bodyComplaints(body);
			assert.equal(complaint?.line, line);
		});

	for (const [kind, body, told] of [
		['a link beside the page', '[c](../other/)', /begin with https:\/\/, or with \/ for a page of this site/],
		['a footnote', 'A[^1]\n\n[^1]: b', /no footnotes: say it in the text/],
		['a picture', '![b](b.png)', /no pictures: link to the page/],
	] as const)
		it(`is told what to write in place of ${kind}`, () => {
			assert.match(bodyComplaints(body)[0]?.what ?? '', told);
		});

	for (const [kind, body, remedy] of [
		['an address between angles', 'See <https://example.org>', /\[words\]\(https/],
		['a comment of HTML', '<!-- later -->', /\{\/\* … \*\/\} for a comment/],
		['a sign of comparison', 'Where a<3 and b', /&lt;/],
		['a brace alone', 'A { alone', /\\\{ for the sign/],
	] as const)
		it(`is told the way out of ${kind}`, () => {
			const [complaint] = bodyComplaints(body);
			assert.match(complaint?.remedy ?? '', remedy);
			assert.doesNotMatch(complaint?.what ?? '', /mdx-jsx|Unexpected/);
		});

	for (const body of ['A &lt; b', 'A \\{ alone', '{/* later */}', 'See [words](https://example.org/)'])
		it(`may hold what is proposed: ${body}`, () => {
			assert.deepEqual(bodyComplaints(body), []);
		});

	it('is judged without an error, whatever it is', () => {
		fc.assert(fc.property(fc.string(), (body) => void bodyComplaints(body)));
	});
});
