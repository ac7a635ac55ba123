import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { pageOf } from './provision-page.ts';

const clause = { platform: 'Tern', agreement: 'Terms of Service', reviewed: '2024-05-01' };

test('a page has a head that gives back any words as they were', () => {
	const words = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => each.trim() !== '');
	fc.assert(
		fc.property(words, words, words, (title, exact, prefix) => {
			const page = pageOf({ ...clause, quote: { exact, prefix } }, 'arbitration', title);
			const [, head = ''] = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(page) ?? [];
			const fields = parse(head);
			assert.equal(fields.title, title);
			assert.deepEqual(fields.quote, { exact: exact.replace(/\s+/g, ' ').trim(), prefix });
		}),
	);
});
