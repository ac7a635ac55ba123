import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { turnedParts } from './link-parts.ts';

const keysOf = (one: string, other: string) => turnedParts(one, other)?.map(({ key }) => key) ?? null;

describe('what differs between two texts in their links alone', () => {
	for (const [one, other, expected] of [
		['[a](https://t.example/x?id=1&s=2)', '[a](https://t.example/x?id=1&s=3)', ['t.example/x?s']],
		['[a](https://t.example/x?s=1&id=1)', '[a](https://t.example/x?id=1&s=1)', []],
		['[a](https://t.example/x?s=1)', '[a](https://t.example/x)', ['t.example/x?s']],
		['[a](https://t.example/x)', '[a](https://t.example/x?s=1)', ['t.example/x?s']],
		['[a](https://t.example/x#:~:text=b)', '[a](https://t.example/x#c)', ['t.example/x#']],
		[
			'[a](https://t.example/x;jsessionid=A1?p=1)',
			'[a](https://t.example/x;jsessionid=B2?p=1)',
			['t.example/x;jsessionid'],
		],
		[
			'[a](https://t.example/\\(S\\(ab1\\)\\)/x)',
			'[a](https://t.example/\\(S\\(cd2\\)\\)/x)',
			['t.example/x()'],
		],
		['See https://t.example/x?s=1 now.', 'See https://t.example/x?s=2 now.', ['t.example/x?s']],
		['![a](https://t.example/x.png?v=1)', '![a](https://t.example/x.png?v=2)', ['t.example/x.png?v']],
		[
			'| a                             |\n| --- |\n| [b](https://t.example/x?s=1)    |',
			'| a                              |\n| ---- |\n| [b](https://t.example/x?s=100) |',
			['t.example/x?s'],
		],
		['[a](https://t.example/x?s=1)', '[a](https://t.example/y?s=2)', null],
		['[a](https://t.example/x?s=1)', '[a](https://u.example/x?s=2)', null],
		['[a](https://t.example/x?s=1)', '[b](https://t.example/x?s=2)', null],
		['[a](https://t.example/x?s=1) b', '[a](https://t.example/x?s=2)  b', null],
		[
			'[a](https://t.example/x?s=1) [b](https://t.example/y)',
			'[a](https://t.example/y) [b](https://t.example/x?s=1)',
			null,
		],
	] as const)
		test(`${JSON.stringify(one)} beside ${JSON.stringify(other)}`, () => {
			assert.deepEqual(keysOf(one, other), expected);
		});

	test('is one part where a site writes it into many links', () => {
		const text = (value: number) =>
			Array.from({ length: 30 }, (_, at) => `[${at}](https://t.example/${at}?sid=${value}${at})`).join('\n');
		assert.deepEqual(keysOf(text(1), text(2)), ['t.example/*?sid']);
	});

	test('has the same value where a text shows the same', () => {
		const parts = (value: number) =>
			turnedParts(`[a](https://t.example/?s=${value})`, '[a](https://t.example/?s=0)');
		assert.deepEqual(parts(1), parts(1));
		assert.notDeepEqual(parts(1), parts(2));
	});
});
