import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../model/fault.ts';
import { doubleNames, parseJson } from './json-file.ts';

function told(text: string): string {
	try {
		parseJson(text, 'Tern.json');
		return '';
	} catch (error) {
		assert.ok(error instanceof Fault);
		return `${error.where} ${error.what.replace('this is not JSON: ', '')}`;
	}
}

for (const [name, text, said] of [
	['a comma behind the last value', '{\n"a": 1,\n}', 'Tern.json:2 nothing follows this comma'],
	[
		'no comma between values',
		'{\n"a": 1\n"b": 2}',
		'Tern.json:2 a comma is missing at the end of this line, or on it',
	],
	['no colon', '{\n"a" 1}', 'Tern.json:2 a colon is missing at the end of this line, or on it'],
	['a bracket that is never closed', '{\n"a": [1\n\n', 'Tern.json:2 the file ends too early'],
	['nothing', ' \n', 'Tern.json:1 the file is empty'],
	['a comment', '{\n// why\n"a": 1}', 'Tern.json:2 JSON has no comments'],
	[
		'a text that does not end on its line',
		'{\n"a": "b\n}',
		'Tern.json:2 a text begins on this line and does not end there',
	],
	['a second group', '{}\n{}', 'Tern.json:2 something stands behind the bracket that ends the file'],
	['typographic quotes', '{\n“a”: 1}', /^Tern\.json:2 something stands where a value in double quotes/],
] as const)
	test(`the line of ${name} is told`, () => {
		const what = told(text);
		if (typeof said === 'string') assert.equal(what, said);
		else assert.match(what, said);
	});

test('what JSON.parse takes is taken, and of the rest a line of the file is told, whatever it is', () => {
	const piece = fc.constantFrom(
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"a"',
		'"',
		'1',
		'\n',
		'true',
		'//',
		"'",
		'\\',
		'\t',
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(piece).map((pieces) => pieces.join('')),
		fc.json(),
	);
	fc.assert(
		fc.property(text, (words) => {
			const [, line = '0'] = /^Tern\.json:(\d+) ./.exec(told(words)) ?? [];
			const isJson = isTaken(words);
			assert.equal(line === '0', isJson);
			assert.ok(Number(line) <= words.split('\n').length);
		}),
	);
});

function isTaken(text: string): boolean {
	try {
		JSON.parse(text.replace(/^\ufeff/, ''));
		return true;
	} catch {
		return false;
	}
}

test('a name that one group holds twice is found, and one of two groups is not', () => {
	assert.deepEqual(doubleNames('{\n"a": {"b": 1},\n"c": {"b": 1},\n"a": 2}'), [{ name: 'a', line: 4 }]);
});
