import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { history } from '../../samples/invented-history.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { anchorName, birthOf, numberedAnchor, withoutBirth } from './anchors.ts';
import { namedClause } from './named-clause.ts';

test('each clause is found by its anchor', () => {
	fc.assert(
		fc.property(history, (versions) => {
			const ledger = ledgerOf(versions);
			for (const [clause, { anchor }] of ledger.clauses.entries())
				assert.equal(namedClause(ledger, anchor), clause);
		}),
	);
});

test('an address that names the words of a reworded clause leads to it', () => {
	const ledger = ledgerOf(['You keep all rights in it.', 'You keep all rights in it for ever.']);
	const reworded = anchorName(ledger.texts[1]?.key ?? 0);
	assert.notEqual(reworded, ledger.clauses[0]?.anchor);
	assert.equal(namedClause(ledger, reworded), 0);
	assert.equal(namedClause(ledger, numberedAnchor(reworded, 2)), 0);
	assert.equal(namedClause(ledger, 'c-nothing0'), undefined);
});

test('an anchor falls into its name and its number, also where its name is all digits', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.maxSafeNat(), fc.constant(Number.parseInt('12345678', 36))),
			fc.integer({ min: 1, max: 99 }),
			(key, birth) => {
				const anchor = numberedAnchor(anchorName(key), birth);
				assert.deepEqual([withoutBirth(anchor), birthOf(anchor)], [anchorName(key), birth]);
			},
		),
	);
});
