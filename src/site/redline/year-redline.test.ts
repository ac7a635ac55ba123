/** What the page of a year shows of one change: its changed clauses, fewer and shorter the more changes share the page, and a count of the rest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { yearChangeHtml } from './year-redline.ts';

const rules = Array.from(
	{ length: 60 },
	(_, at) =>
		`${at + 1}. Whoever breaks rule number ${at + 1} of this house pays a fee of ten crowns to its keeper.`,
);
const before = ['# Terms', '## Rules', ...rules].join('\n\n');
const after = before
	.replaceAll('ten crowns', 'twelve crowns and a half')
	.replaceAll('its keeper', 'the owner of it');

function drawn(texts: readonly [string, string], count: number): string {
	const [agreement] = sampleArchive({ Acme: { Terms: texts } }).platforms.flatMap(
		(platform) => platform.agreements,
	) as [Agreement];
	const frame = { own: {}, until: 'Until then', from: 'From then', whole: '/acme/terms/' };
	return yearChangeHtml(agreement.ledger, agreement.changes[1] as Change, count, frame);
}

const clauses = (html: string): number => html.match(/<div class="x /g)?.length ?? 0;

test('of a change that touches one clause that clause is shown below its heading, without places that could be there twice', () => {
	const html = drawn([before, before.replace('rule number 7 of', 'rule number 7 or 8 of')], 3);
	assert.equal(clauses(html), 1);
	assert.match(html, /<h3>Rules<\/h3>/);
	assert.match(html, /<ins[^>]*>or 8<\/ins>/);
	assert.doesNotMatch(html, / id=|<details/);
});

test('of a change that touches many, some are shown and the rest is counted; the more changes share the page, the more is', () => {
	const [few, many] = [drawn([before, after], 2), drawn([before, after], 100)];
	assert.ok(clauses(few) > clauses(many) && clauses(many) > 0);
	for (const html of [few, many]) {
		const [, left] = /<p class="s">(\d+) more changed clauses<\/p>$/.exec(html) ?? [];
		assert.equal(clauses(html) + Number(left), 60);
	}
	assert.ok(many.length < few.length / 2);
});
