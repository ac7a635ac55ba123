import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseContentType } from './content-type.ts';

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
