/** What differs inside a changed clause: marks that make both its wordings, and what marks cannot tell. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import type { TargetChange } from '../../model/redline.ts';
import { history } from '../../samples/invented-history.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { compareStates } from '../ledger/compare-states.ts';
import { changedTargets, editsOf, isRewritten } from './changed-clause.ts';

/** The one event between two texts, in their ledger. */
function changed(before: string, after: string): readonly [Ledger, ClauseEvent] {
	const ledger = ledgerOf([before, after]);
	const events = compareStates(ledger, ledger.states[0] as State, ledger.states[1] as State);
	const [event] = events;
	assert.ok(event !== undefined && events.length === 1);
	return [ledger, event];
}

function rewritten(before: string, after: string): readonly unknown[] {
	const [ledger, event] = changed(before, after);
	return [event.kind, isRewritten(ledger, event)];
}

function marked(before: string, after: string): string[] | undefined {
	return editsOf(...changed(before, after))?.map(({ kind, text }) => `${kind}${text}`);
}

function targets(before: string, after: string): TargetChange[] {
	return changedTargets(...changed(before, after));
}

/** White space between marks is set for the eye. */
function letters(text: string): string {
	return text.replace(/\s+/g, '');
}

test('the word edits of a clause make its old and its new words, its number left out', () => {
	const anyTwo = fc.tuple(history, fc.nat(9), fc.nat(9));
	fc.assert(
		fc.property(anyTwo, ([versions, one, other]) => {
			const ledger = ledgerOf(versions);
			const states = [one, other].map((at) => ledger.states[at % versions.length]) as [State, State];
			const words = (id: number | null): string => withoutNumber(ledger.texts[id as number] as ClauseText);
			for (const event of compareStates(ledger, ...states)) {
				const edits = editsOf(ledger, event);
				const of = (...kinds: readonly string[]): string =>
					edits.map(({ kind, text }) => (kinds.includes(kind) ? text : '')).join('');
				if (event.after !== null)
					assert.equal(letters(of('same', 'ins', 'came')), letters(words(event.after)));
				if (event.before !== null)
					assert.equal(letters(of('same', 'del', 'went')), letters(words(event.before)));
			}
		}),
	);
});

test('a clause of which little survives is called rewritten, one of which most does is not', () => {
	const old = 'Any dispute between you and us goes to the courts of your country alone.';
	const little = 'Any dispute about money goes first to an arbiter whom we name and pay, in writing.';
	assert.deepEqual(rewritten(old, little), ['reworded', true]);
	assert.deepEqual(rewritten(old, old.replace('your country', 'our country')), ['reworded', false]);
});

test('a clause that was only added to, or only cut, is not called rewritten however much that is', () => {
	const short = 'We use your data to provide the service.';
	const long = `${short} If you pay with a card, we also use it to find out whether the payment is yours and likely to succeed at the shop.`;
	assert.deepEqual(rewritten(short, long), ['reworded', false]);
	assert.deepEqual(rewritten(long, short), ['reworded', false]);
});

test('a heading is never called rewritten: its few words are read at a glance', () => {
	const [old, fresh] = ['# What we do with all of your content', '# What others see of all of their shares'];
	assert.deepEqual(rewritten(`${old}\n\nWe keep it.`, `${fresh}\n\nWe keep it.`), ['reworded', false]);
});

test('the number of a clause is never among its word edits', () => {
	const old = '4.2 We may end the service on thirty days of notice.';
	const fresh = '5.1 We may end the service on ten days of notice.';
	assert.equal(changed(old, fresh)[1].renumbered, true);
	assert.deepEqual(marked(old, fresh), [
		'sameWe may end the service on',
		'del thirty',
		'ins ten',
		'same days of notice.',
	]);
});

test('a mark that stands alone after the number belongs to the number, not to the words', () => {
	assert.deepEqual(marked('# Article 4 : Fees of every kind', '# Article 5 : Costs of every kind'), [
		'delFees',
		'insCosts',
		'same of every kind',
	]);
});

test('links that lead elsewhere are paired, old with new, and links that stay are left out', () => {
	const differing = targets(
		'See [the fees](https://a.example/1), [the rules](https://a.example/2) and [us](https://a.example/3).',
		'See [the fees](https://a.example/1), [the rules](https://b.example/2) and [us](https://b.example/3).',
	);
	assert.deepEqual(differing, [
		{ before: 'https://a.example/2', after: 'https://b.example/2' },
		{ before: 'https://a.example/3', after: 'https://b.example/3' },
	]);
});

test('links that came or went beside words that stayed are told each alone: nobody can say which is which', () => {
	const differing = targets(
		'See [the fees](https://a.example/1) and all the rules of the house.',
		'See [the fees](https://b.example/1) and all [the rules](https://b.example/2) of the house.',
	);
	assert.deepEqual(differing, [
		{ before: 'https://a.example/1', after: '' },
		{ before: '', after: 'https://b.example/1' },
		{ before: '', after: 'https://b.example/2' },
	]);
});

test('links that came or went with other words are seen in those words', () => {
	const [ledger, event] = changed(
		'See [the fees](https://a.example/1) and all the rules of the house.',
		'See [the fees](https://a.example/1) and all [our rules](https://b.example/2) of the house.',
	);
	assert.equal(event.kind, 'reworded');
	assert.deepEqual(changedTargets(ledger, event), []);
});

test('a clause that came in or went out has nothing to be compared with', () => {
	const old = 'We keep what you write.';
	const [ledger, event] = changed(old, `${old}\n\nSee [the fees](https://a.example/1) that everybody pays.`);
	assert.equal(event.kind, 'added');
	assert.deepEqual(editsOf(ledger, event), [{ kind: 'ins', text: 'See the fees that everybody pays.' }]);
	assert.equal(isRewritten(ledger, event), false);
	assert.deepEqual(changedTargets(ledger, event), []);
});

test('words that left a later cell are struck there, not in the cell before it', () => {
	const table = (...cells: readonly string[]): string =>
		`| What we do | What we use |\n| --- | --- |\n| ${cells.join(' | ')} |`;
	const found = marked(
		table('We write to the guests of the house', 'names and letters of guests'),
		table('We write to the guests of the house and of the yard', 'names and fees of guests'),
	);
	assert.deepEqual(found, [
		'sameWe write to the guests of the house',
		'ins and of the yard',
		'same | names and',
		'del letters',
		'ins fees',
		'same of guests',
	]);
});
