import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, ChangeClass } from '../../model/change.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { possibleLoss } from './possible-loss.ts';

function changes(...classes: readonly ChangeClass[]): Change[] {
	return classes.map((decided) => sampleChange({ fetched: '2024-01-01T04:00:00Z', class: decided }));
}

test('a lost text stays lost until something brings it back', () => {
	const lost = changes('first', 'substantive', 'lost', 'cosmetic', 'technical');
	assert.equal(possibleLoss({ changes: lost }), lost[2]);
});

test('a recovered, restored or rewritten text is not lost', () => {
	for (const after of ['recovered', 'flap', 'substantive', 'language'] as const) {
		assert.equal(possibleLoss({ changes: changes('first', 'lost', after) }), null);
	}
});
