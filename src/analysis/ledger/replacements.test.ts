import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { compareStates } from './compare-states.ts';
import { findReplacements } from './replacements.ts';

const text = (name: string, more = ''): string =>
	[
		`${name} lends you the keys of its house.`,
		`You pay ${name} a fee for each key that you lose.`,
		`The courts of the town in which ${name} sits decide.`,
		`Anything else is up to ${name} and its partners.${more}`,
		'Nobody else may use the keys.',
	].join('\n\n');

function replaced(before: string, after: string) {
	const ledger = ledgerOf([before, after]);
	const [old, fresh] = ledger.states as [(typeof ledger.states)[number], (typeof ledger.states)[number]];
	const events = compareStates(ledger, old, fresh);
	return { kinds: events.map(({ kind }) => kind), ...findReplacements(ledger, events, fresh) };
}

test('a name replaced throughout is told once, and its clauses are no rewordings', () => {
	const { kinds, replacements } = replaced(text('Quillmark'), text('Fernhill'));
	assert.deepEqual(kinds, Array(4).fill('renamed'));
	assert.deepEqual(replacements, [{ before: 'Quillmark', after: 'Fernhill', places: 4 }]);
});

test('a clause in which more happened stays a rewording', () => {
	const { kinds } = replaced(text('Quillmark'), text('Fernhill', ' You may appeal within ten days of it.'));
	assert.deepEqual(
		kinds.filter((kind) => kind !== 'renamed'),
		['reworded'],
	);
});

test('a name of several words is told whole', () => {
	const { replacements } = replaced(text('the Community Rules'), text('the House Rules'));
	assert.deepEqual(replacements, [{ before: 'Community Rules', after: 'House Rules', places: 4 }]);
});

test('a word that binds, or a number, is no name', () => {
	for (const [one, other] of [
		['We may', 'We must'],
		['Within 13', 'Within 16'],
	] as const) {
		const { kinds, replacements } = replaced(text(one), text(other));
		assert.deepEqual(replacements, [], one);
		assert.ok(!kinds.includes('renamed'));
	}
});
