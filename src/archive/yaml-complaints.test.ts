/** The mistakes of people are a table of their own: scripts/demo/mistakes.test.ts. Here is what a table cannot hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { parseYamlWithLines } from './yaml-file.ts';

const anything = z.unknown();

function told(text: string, firstLine = 1): Fault | null {
	try {
		parseYamlWithLines(anything, text, 'page.mdx', 'Correct it.', firstLine);
		return null;
	} catch (error) {
		assert.ok(error instanceof Fault);
		return error;
	}
}

test('whatever a text is, it is read or a line of it is told, with a way out', () => {
	const piece = fc.constantFrom(
		'a',
		': ',
		':',
		'\n',
		'  ',
		'\t',
		'- ',
		'"',
		"'",
		'[',
		'{',
		'*a',
		'&a ',
		'!b',
		'|',
		'---\n',
		'#',
		'=',
	);
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const text = pieces.join('');
			const fault = told(text, 2);
			if (fault === null) return;
			const line = Number(/^page\.mdx:(\d+)$/.exec(fault.where)?.[1]);
			assert.ok(line >= 2 && line <= text.split('\n').length + 1, fault.where);
			assert.match(fault.what, /^this is not YAML: ./);
			assert.notEqual(fault.remedy, '');
		}),
	);
});

test('a line that is proposed is YAML, and says what was meant', () => {
	const words = fc.string({
		unit: fc.constantFrom('a', 'B', ' ', ':', "'", '"', '\\', '#', '–'),
		minLength: 1,
		maxLength: 40,
	});
	fc.assert(
		fc.property(words, (inner) => {
			const value = `x ${inner.trim()}: y`;
			const [, proposed] = /: (title: .*)$/.exec(told(`title: ${value}`)?.remedy ?? '') ?? [];
			if (proposed === undefined) return;
			assert.deepEqual(parseYamlWithLines(anything, proposed, 'a.yml', '', 1).data, { title: value });
		}),
	);
});

test('a reference to what is not there is told by its line', () => {
	const fault = told('a: &here [x]\nb: *here\nc: *nowhere\n');
	assert.equal(fault?.where, 'page.mdx:3');
	assert.match(fault?.what ?? '', /there is no &nowhere above it/);
});

test('of several lists the one that is never closed is told, whatever stands below it', () => {
	for (const below of ['b: c', 'b: [d]', 'b: { d: e }']) {
		const fault = told(`x: [y]\na: [one, two\n${below}\n`);
		assert.equal(fault?.where, 'page.mdx:2', below);
		assert.match(fault?.what ?? '', /the \[ that begins the value of a is never closed/);
	}
	assert.equal(told('x: [y,\n  z]\na: [one]\n'), null);
});
