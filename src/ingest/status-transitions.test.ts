import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AgreementStatus } from '../model/status.ts';
import { heldAs, lost, on, one, other, reading } from '../samples/sample-checks.ts';
import { acceptanceOf } from './acceptance.ts';
import type { ShownText } from './compare-texts.ts';
import { alternatingHold } from './hold-back.ts';
import { confirmedStatus, failedStatus, heldStatus, recordedStatus } from './status-transitions.ts';

const fault = { code: 'not-found', what: 'the server answered with status 404', remedy: 'Look for it.' };

describe('the status of an agreement', () => {
	test('counts failures in a row, keeps their beginning and forgets them on recovery', () => {
		let entry = recordedStatus(undefined, on(1), reading, null);
		for (const day of [2, 3, 4]) entry = failedStatus(entry, on(day), fault);
		assert.equal(entry.failures, 3);
		assert.equal(entry.failing?.since, on(2).toISOString());
		assert.equal(entry.checked, on(4).toISOString());
		assert.equal(entry.confirmed, on(1).toISOString());
		entry = confirmedStatus(entry, on(5), null);
		assert.equal(entry.failures, 0);
		assert.equal(entry.failing, undefined);
		assert.deepEqual(entry.validators, reading.validators);
		assert.equal(entry.recorded, on(1).toISOString());
	});

	test('counts how often the same text was held, and begins anew with another', () => {
		let entry = heldStatus(undefined, on(1), heldAs(lost, one));
		entry = heldStatus(failedStatus(entry, on(2), fault), on(3), heldAs(lost, one));
		assert.equal(entry.held?.times, 2);
		assert.equal(entry.held?.since, on(1).toISOString());
		assert.equal(entry.failures, 0);
		entry = heldStatus(entry, on(4), heldAs(lost, other));
		assert.equal(entry.held?.times, 1);
		assert.equal(confirmedStatus(entry, on(5), reading).held, undefined);
	});
});

test('two texts in turn make one version, however long they take turns', () => {
	let entry: AgreementStatus | undefined;
	let recorded: ShownText | null = null;
	let versions = 0;
	for (let day = 1; day <= 400; day++) {
		const shown = day % 3 === 0 ? other : one;
		const hold = alternatingHold(shown.textHash, entry?.recent ?? [], on(day));
		if (shown === recorded) entry = confirmedStatus(entry, on(day), reading);
		else if (hold !== null && acceptanceOf({ entry, decisions: [] }, hold, shown, on(day)) === null)
			entry = heldStatus(entry, on(day), heldAs(hold, shown));
		else {
			entry = recordedStatus(entry, on(day), reading, recorded?.textHash ?? null);
			recorded = shown;
			versions++;
		}
	}
	assert.equal(versions, 2);
});
