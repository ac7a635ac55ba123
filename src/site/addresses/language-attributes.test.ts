/** A screen reader reads archived words in their language and ours in English. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, labelOf, wordsOf } from './language-attributes.ts';

test('archived words carry their language, our own words among them ours', () => {
	assert.deepEqual(wordsOf({ language: 'ar' }), { lang: 'ar', dir: 'auto' });
	assert.deepEqual(documentOf({ language: 'ar' }), { lang: 'ar', dir: 'rtl' });
	assert.deepEqual(documentOf({ language: 'und' }), { dir: 'ltr' });
	assert.deepEqual([labelOf({ language: 'ar' }), labelOf({ language: 'en' })], [{ lang: 'en' }, {}]);
});
