/** A page that holds two editions is told as such: what differs between them, not the whole text once more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceOf } from '../../samples/regrouped-sentences.ts';
import { agreementOf } from '../../samples/sample-agreement.ts';
import { sentence } from './change-summary.ts';

const sentences = Array.from({ length: 40 }, (_, at) => sentenceOf(7 * at));
const edition = (list: readonly string[]): string => list.join('\n\n');
const fresh = sentences.with(11, (sentences[11] as string).replace(/ under/, ' and never otherwise under'));
const until = 'Until then the text below goes on to apply to all users.';
const notice = 'The following text takes effect on 15 November 2026.';

function changes() {
	const both = edition([notice, ...fresh, until, ...sentences]);
	return agreementOf(['2026-01-01', edition(sentences)], ['2026-10-01', both], ['2026-11-15', edition(fresh)])
		.changes;
}

test('a second edition is compared with the one in force, and its day is said', () => {
	const [, beside] = changes();
	assert.deepEqual(beside?.edition, { kind: 'beside', from: '2026-11-15' });
	assert.ok(
		beside && beside.counts.added <= 2 && beside.counts.reworded === 1,
		JSON.stringify(beside?.counts),
	);
	assert.match(sentence(beside), /^A new edition stands beside the one in force, from 15 November 2026; /);
});

test('that it alone is left is told, and the sentences that it shares did not go out', () => {
	const [, , alone] = changes();
	assert.equal(alone?.edition?.kind, 'alone');
	assert.ok(alone && alone.counts.removed <= 2 && alone.counts.added === 0, JSON.stringify(alone?.counts));
});
