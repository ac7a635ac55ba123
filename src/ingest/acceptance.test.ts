import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Decision } from '../model/decision.ts';
import type { AgreementStatus } from '../model/status.ts';
import { heldAs, lost, on, one, other, reading, shownAs } from '../samples/sample-checks.ts';
import { acceptanceOf } from './acceptance.ts';
import { alternatingHold, type Hold } from './hold-back.ts';
import { confirmedStatus, heldStatus, recordedStatus } from './status-transitions.ts';

describe('a held text', () => {
	test('is believed by rule once it has stood for a day, and not before', () => {
		const entry = heldStatus(undefined, on(1), heldAs(lost, one));
		assert.equal(acceptanceOf({ entry, decisions: [] }, lost, one, on(1, 12)), null);
		assert.equal(acceptanceOf({ entry, decisions: [] }, lost, other, on(2)), null);
		assert.match(
			acceptanceOf({ entry, decisions: [] }, lost, one, on(2)) ?? '',
			/^by rule \(lost\), the same text since 2024-05-01$/,
		);
	});

	test('is the same where only a date in it has moved on', () => {
		const entry = heldStatus(undefined, on(1), heldAs(lost, shownAs('31')));
		assert.match(acceptanceOf({ entry, decisions: [] }, lost, shownAs('32'), on(2)) ?? '', /by rule/);
		const again = heldStatus(entry, on(1, 12), heldAs(lost, shownAs('33')));
		assert.equal(again.held?.times, 2);
	});

	for (const code of ['foreign', 'unsteady'] as const) {
		test(`is never believed by rule where it is ${code}, but by a person`, () => {
			const hold: Hold = { code, reason: '' };
			const entry: AgreementStatus = heldStatus(undefined, on(1), heldAs(hold, one));
			assert.equal(acceptanceOf({ entry, decisions: [] }, hold, one, on(28)), null);
			const accepted = decisionOf('accept', { note: 'a new product' });
			const told = acceptanceOf({ entry, decisions: [accepted] }, hold, one, on(3));
			assert.equal(told, `by hand on 2024-05-02 (${code}): a new product`);
			assert.equal(acceptanceOf({ entry, decisions: [accepted] }, hold, other, on(3)), null);
		});
	}
});

test('a text that a person rejected is believed by no time, until a person takes that back', () => {
	const entry = heldStatus(undefined, on(1), heldAs(lost, one));
	const rejected = decisionOf('reject');
	assert.equal(acceptanceOf({ entry, decisions: [rejected] }, lost, one, on(28)), null);
	const decisions = [rejected, decisionOf('accept', { by: 'tern' })];
	assert.equal(acceptanceOf({ entry, decisions }, lost, one, on(28)), 'by tern on 2024-05-02 (lost)');
});

function decisionOf(decision: Decision['decision'], rest: Partial<Decision> = {}): Decision {
	return { letters: one.letters, decision, on: on(2).toISOString(), ...rest };
}

test('a text that was given back for good is recorded after a week', () => {
	let entry = recordedStatus(undefined, on(1), reading, null);
	entry = recordedStatus(confirmedStatus(entry, on(2), reading), on(3), reading, one.textHash);
	const hold = alternatingHold(one.textHash, entry.recent ?? [], on(4)) as Hold;
	entry = heldStatus(entry, on(4), heldAs(hold, one));
	assert.equal(acceptanceOf({ entry, decisions: [] }, hold, one, on(10)), null);
	assert.match(acceptanceOf({ entry, decisions: [] }, hold, one, on(11)) ?? '', /alternating/);
});
