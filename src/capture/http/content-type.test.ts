import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseContentType, plainContentType } from './content-type.ts';

describe('Content-Type', () => {
	for (const [value, type, charset] of [
		['', '', null],
		['text/html', 'text/html', null],
		['Text/HTML; Charset=KOI8-R', 'text/html', 'KOI8-R'],
		['text/html ; charset = "koi8-r" ; x=1', 'text/html', 'koi8-r'],
		["text/html;charset='koi8-r'", 'text/html', 'koi8-r'],
		['text/html; charset=; charset=koi8-r', 'text/html', 'koi8-r'],
		['text/html; charset=koi8-r; charset=utf-8', 'text/html', 'koi8-r'],
		['text/html; note="a;charset=utf-8, b"; charset=koi8-r', 'text/html', 'koi8-r'],
		['text/html; charset=koi8-r, text/html; charset=koi8-r', 'text/html', 'koi8-r'],
		['text/html; charset=utf-8, text/html; charset=koi8-r', 'text/html', 'koi8-r'],
		['text/html; charset=koi8-r, text/html', 'text/html', 'koi8-r'],
		['text/html; charset=koi8-r, text/plain', 'text/plain', null],
		['text/html; charset=koi8-r, */*', 'text/html', 'koi8-r'],
		['text/html; note="never closed, image/png', 'text/html', null],
	] as const) {
		test(`${JSON.stringify(value)} is ${type || 'nothing'} in ${charset ?? 'characters that it does not name'}`, () => {
			assert.deepEqual(parseContentType(value), { type, charset });
		});
	}
});

describe('what is recorded of a Content-Type', () => {
	for (const [value, plain] of [
		['', ''],
		['text/html; charset=utf-8', 'text/html; charset=utf-8'],
		['Text/HTML;charset="UTF-8"', 'Text/HTML;charset="UTF-8"'],
		['text/html; charset=utf-8; x="closes #12 @all"', 'text/html; charset=utf-8'],
		['text/html closes #12', 'text/html'],
		['text/html; charset=closes #12', 'text/html'],
		['text/html, text/html; charset=utf-8', 'text/html; charset=utf-8'],
		['<b>#1</b>', ''],
		[`text/html; x=${'a'.repeat(1000)}`, 'text/html'],
	] as const)
		test(`“${value.slice(0, 50)}” is “${plain}”`, () => assert.equal(plainContentType(value), plain));
});
