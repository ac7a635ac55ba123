/** What is wrong with a file is said in the words of whoever wrote it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { validate } from './validation.ts';

const schema = z.strictObject({
	title: z.string(),
	reportAfter: z.int().optional(),
	tags: z.array(z.string()).default([]),
	inner: z.strictObject({ host: z.string() }).optional(),
});

for (const [name, data, said] of [
	['a field that is missing', {}, /^title: is missing: a text is expected$/],
	['a field of another kind', { title: 3 }, /^title: a text is expected$/],
	['a list that is none', { title: 'a', tags: 'b' }, /^tags: a list is expected$/],
	['a slip of the hand', { title: 'a', reportafter: 3 }, /"reportafter" here; did you mean reportAfter\?$/],
	['two letters the wrong way round', { title: 'a', tgas: [] }, /did you mean tags\?/],
	[
		'a field inside another',
		{ title: 'a', inner: { hots: 'x' } },
		/^inner › host: is missing.*; inner: .*did you mean host\?$/,
	],
	[
		'a field that is like none',
		{ title: 'a', colour: 1 },
		/"colour" here; there are title, reportAfter, tags, inner$/,
	],
	['a key without an end', { title: 'a', ['x'.repeat(9_000)]: 1 }, /there are title/],
] as const)
	test(`${name} is told`, () => {
		assert.throws(
			() => validate(schema, data, 'file', 'Correct it.'),
			({ what }: { what: string }) => {
				assert.match(what, said);
				return true;
			},
		);
	});
