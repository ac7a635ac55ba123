/** Strangers write the addresses that commits name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceLinks } from './source-links.ts';

test('an address from a commit becomes a link only where a link may lead there', () => {
	assert.deepEqual(sourceLinks(['https://acme.example/terms/?x=1', 'javascript:alert(1)', 'page 3']), [
		{ href: 'https://acme.example/terms/?x=1', words: 'acme.example/terms' },
		{ href: null, words: 'javascript:alert(1)' },
		{ href: null, words: 'page 3' },
	]);
});
