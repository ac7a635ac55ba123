import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlierWording } from './earlier-wordings.ts';
import { buildLedger } from './ledger.ts';

const keep = 'You keep all rights in your content.';
const pay = 'You pay within thirty days of our invoice to you.';

function ledgerOf(...versions: readonly (readonly string[])[]) {
	const texts = versions.map((clauses) => clauses.join('\n\n'));
	return buildLedger(texts.map((text) => ({ name: text, bytes: new TextEncoder().encode(text) }))).ledger;
}

test('a changed clause leads back to the change that had given it its words', () => {
	const ledger = ledgerOf(
		[keep],
		[keep, pay],
		[`${keep} Always.`, pay],
		[`${keep} Always.`, pay.replace('thirty', 'seven')],
	);
	const clause = ledger.states[1]?.clauses[1] as number;
	assert.equal(earlierWording(ledger, clause, 3), 1);
});

test('words of the first record were brought by no change, and neither is what comes in', () => {
	const ledger = ledgerOf([keep], [`${keep} Always.`, pay]);
	const [first, second] = ledger.states[1]?.clauses ?? [];
	assert.equal(earlierWording(ledger, first as number, 1), null);
	assert.equal(earlierWording(ledger, second as number, 1), null);
});

test('a clause that went out leads back too', () => {
	const ledger = ledgerOf([keep], [keep, pay], [keep]);
	assert.equal(earlierWording(ledger, ledger.states[1]?.clauses[1] as number, 2), 1);
});
