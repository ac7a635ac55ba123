/** What is wrong with a file is said in the words of whoever wrote it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { Fault } from './fault.ts';
import { validate } from './validation.ts';
import { webAddress } from './web-address.ts';

const schema = z.strictObject({
	title: z.string(),
	reportAfter: z.int().optional(),
	tags: z.array(z.string()).default([]),
	inner: z.strictObject({ host: z.string() }).optional(),
	page: webAddress().optional(),
	level: z.enum(['low', 'medium', 'high']).optional(),
	delay: z.number().min(0).max(60).optional(),
	named: z.array(z.string().min(1)).min(1).optional(),
});

for (const [name, data, said] of [
	['a field that is missing', {}, /^title: is missing: a text is expected$/],
	['a field of another kind', { title: 3 }, /^title: a text is expected: put 3 in quotes$/],
	['a text that was left empty', { title: null }, /^title: a text is expected, and nothing is written$/],
	['a list that is none', { title: 'a', tags: 'b' }, /^tags: a list is expected$/],
	['a slip of the hand', { title: 'a', reportafter: 3 }, /"reportafter" here; did you mean reportAfter\?$/],
	[
		'a field beside the one that it belongs to',
		{ title: 'a', host: 'x' },
		/"host" here; it belongs to inner: indent it below that$/,
	],
	['two letters the wrong way round', { title: 'a', tgas: [] }, /did you mean tags\?/],
	[
		'a field inside another',
		{ title: 'a', inner: { hots: 'x' } },
		/^inner › host: is missing.*; inner: .*did you mean host\?$/,
	],
	[
		'a field that is like none',
		{ title: 'a', colour: 1 },
		/"colour" here; there are title, reportAfter, tags, inner, page, level, delay, named$/,
	],
	['an address that is none', { title: 'a', page: 'x' }, /^page: an address that begins with https:/],
	['a choice that is none', { title: 'a', level: 'Hihg' }, /^level: one of .*; did you mean high\?$/],
	['a choice that is like none', { title: 'a', level: 'grave' }, /^level: one of .*: low, medium, high$/],
	['a number beyond its bound', { title: 'a', delay: 61 }, /^delay: 60 or less is expected$/],
	['an empty list', { title: 'a', named: [] }, /^named: the list is empty$/],
	['an empty word in a list', { title: 'a', named: [''] }, /^named › 0: nothing is written$/],
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

test('several things that are wrong are one fault, and each is told by itself as well', () => {
	const lines: Readonly<Record<string, number>> = { title: 2, tags: 5 };
	assert.throws(
		() =>
			validate(
				schema,
				{ title: 3, tags: 4 },
				'file',
				'Correct it.',
				({ path: [field] }) => lines[String(field)] ?? null,
			),
		({ what, where, parts }: Fault) => {
			assert.deepEqual([where, what.includes('; line 5: tags')], ['file:2', true]);
			assert.deepEqual(
				parts.map((part) => [part.where, part.what.split(':')[0]]),
				[
					['file:2', 'title'],
					['file:5', 'tags'],
				],
			);
			return true;
		},
	);
});
