import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutCredentials } from './web-address.ts';

for (const [text, expected] of [
	['https://me:secret@tern.example/a?b#c', 'https://tern.example/a?b#c'],
	['at https://me@tern.example and ftp://x:y@z', 'at https://tern.example and ftp://z'],
	['https://a@b@tern.example/', 'https://tern.example/'],
	['https:\\\\me:secret@tern.example/', 'https://tern.example/'],
	['https://tern.example/@me', 'https://tern.example/@me'],
	['https://tern.example?to=me@tern.example', 'https://tern.example?to=me@tern.example'],
	['write to me@tern.example', 'write to me@tern.example'],
	['see https://tern.example, or me@tern.example', 'see https://tern.example, or me@tern.example'],
] as const)
	test(`${text} → ${expected}`, () => assert.equal(withoutCredentials(text), expected));
