/** Words on pages: every class and label has its sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeClasses, hasPage } from '../../model/change.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { classRules } from '../status/class-rules.ts';
import { hindsightSentence, languageName, unchangedReason } from './wording.ts';

test('every class without a page says why, and every class has its rule', () => {
	for (const name of changeClasses) {
		const change = sampleChange({ fetched: '2026-01-01T00:00:00Z', class: name });
		assert.equal(unchangedReason(change) === '', hasPage(change), name);
	}
	assert.deepEqual(
		classRules.map(({ name }) => name),
		changeClasses,
	);
});

test('hindsight names the day on which a change was undone', () => {
	assert.match(
		hindsightSentence({ label: 'undone', on: '2026-05-03T00:00:00Z', commit: 'c' }),
		/^Undone on 3 May 2026:/,
	);
	assert.match(hindsightSentence({ label: 'older' }), /another edition: the page names an earlier day/);
	assert.equal(hindsightSentence(null), '');
});

test('a language is named, and an unknown one is not', () => {
	assert.deepEqual([languageName('de'), languageName('und'), languageName('xx')], ['German', '', '']);
});
