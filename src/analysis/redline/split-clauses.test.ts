import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '../../model/ledger.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { redline } from './redline.ts';
import { handedOver } from './split-clauses.ts';

const access = 'If you have an account you can see your data in its settings.';
const request = 'Without an account you can write to us and ask for a copy of all that we keep.';

/** Kind of event and where the reworded clause stands. */
function told(before: string, after: string): string[] {
	const ledger = ledgerOf([before, after]);
	const [old, fresh] = ledger.states as readonly [State, State];
	const found = handedOver(ledger, redline(ledger, old, fresh));
	return [...found].map(([{ kind }, giver]) => `${kind} ${giver}`);
}

test('a clause cut in two is told from one that came in', () => {
	const whole = `Your rights.\n\n${access} ${request}`;
	const cut = `Your rights.\n\n${access} An agent may do so for you.\n\n${request}`;
	assert.deepEqual(told(whole, cut), ['added below']);
	assert.deepEqual(told(cut, whole), ['removed below']);
	assert.deepEqual(told(`${request} ${access}`, `${request}\n\n${access}`), ['added above']);
});

test('a clause that came in beside a reworded one in words of its own is new', () => {
	const shorter = request.replace(' and ask for a copy of all that we keep', '');
	assert.deepEqual(told(request, `${shorter}\n\nWe keep a copy of each order for ten years.`), []);
	assert.deepEqual(
		told(`${access}\n\n${request}`, `${access}\n\n${request}\n\nWe reply within ten days or so.`),
		[],
	);
	const courts =
		'We agree to the courts of Oregon. If you live in the European Union, you may also sue where you live.';
	const without = 'We agree to the courts of Oregon. You may also sue where you live.';
	assert.deepEqual(
		told(courts, `If you live in the United States, any dispute is resolved by arbitration.\n\n${without}`),
		[],
	);
});
