import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Ledger } from '../../model/ledger.ts';
import { history } from '../../samples/invented-history.ts';
import { longBlock } from '../../samples/long-block.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { packLedger, unpackLedger } from './pack-ledger.ts';

function sent(ledger: Ledger): Ledger {
	return unpackLedger(JSON.parse(JSON.stringify(packLedger(ledger))));
}

test('a ledger comes out of its file as it went in', () => {
	fc.assert(
		fc.property(history, (versions) => {
			const ledger = ledgerOf(versions);
			assert.deepEqual(sent(ledger), ledger);
		}),
		{ numRuns: 500 },
	);
});

test('a ledger of any texts, repeated, empty and unfollowed ones among them, comes out as it went in', () => {
	const line = fc.constantFrom(
		'',
		'Same words.',
		'1. Same words.',
		'Other words.',
		'## Title',
		'- Same words.',
		'| a | b |',
	);
	const text = fc.option(fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n\n')));
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 9 }), (versions) => {
			const ledger = ledgerOf(versions);
			assert.deepEqual(sent(ledger), ledger);
		}),
		{ numRuns: 500 },
	);
});

test('a ledger with blocks that were cut comes out as it went in, twins among them', () => {
	const versions = fc.tuple(longBlock, fc.nat(39), fc.boolean()).map(([sentences, at, twice]) => {
		const block = sentences.join(' ');
		const edited = sentences.toSpliced(at, 1).join(' ');
		return [block, twice ? `${edited}\n\n${block}\n\n${block}` : edited, sentences.join('\n\n')];
	});
	fc.assert(
		fc.property(versions, (texts) => {
			const ledger = ledgerOf(texts);
			assert.deepEqual(sent(ledger), ledger);
		}),
	);
});

test('versions that share a state share it after unpacking, because comparing looks at identity', () => {
	const { states } = sent(ledgerOf(['One.', 'Two.', 'One.', 'One.']));
	assert.equal(states[0], states[2]);
	assert.equal(states[2], states[3]);
	assert.notEqual(states[0], states[1]);
});

test('a clause reworded again and again costs its new words and a few numbers', () => {
	const rest = Array.from({ length: 300 }, (_, at) => `Clause ${'x'.repeat(at)} stays as it is.`);
	const versions = Array.from({ length: 50 }, (_, at) => [`We keep it ${at} days.`, ...rest].join('\n\n'));
	const packed = packLedger(ledgerOf(versions));
	assert.equal(packed.texts.length, 350);
	for (const moves of packed.states.slice(1)) assert.ok(moves.length <= 12, String(moves));
});
