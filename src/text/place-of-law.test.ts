import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOfLaw } from './place-of-law.ts';

test('the sign of a place in a law and its number stay together, other words may part', () => {
	assert.equal(placeOfLaw('15 U.S.C. § 45(a)'), '15 U.S.C. §\u00a045(a)');
	assert.equal(placeOfLaw('§§ 305 to 310, (EC) No 593/2008'), '§§\u00a0305 to 310, (EC) No\u00a0593/2008');
	assert.equal(
		placeOfLaw('Lei nº 8.078/1990, Act 1988 (c. 48)'),
		'Lei nº\u00a08.078/1990, Act 1988 (c.\u00a048)',
	);
	assert.equal(placeOfLaw('Articles 5 and 6'), 'Articles 5 and 6');
});
