import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AgreementStatus } from '../model/status.ts';
import { acceptanceOf } from './acceptance.ts';
import type { ShownText } from './compare-texts.ts';
import { alternatingHold, type Hold } from './hold-back.ts';
import { confirmedStatus, failedStatus, heldStatus, recordedStatus } from './status-transitions.ts';

const [one, other] = ['1', '2'].map(textOf) as [ShownText, ShownText];
/** Of the same letters where the first digits are the same. */
function textOf(digits: string): ShownText {
	return { textHash: digits.padEnd(64, '0'), letters: digits.slice(0, 1).padEnd(64, '0') };
}

const on = (day: number, hour = 4) => new Date(Date.UTC(2024, 4, day, hour));
const reading = { validators: [{ etag: '"a"' }], rules: 'r', text: 'b' };
const lost: Hold = { code: 'lost', reason: 'only 3 % is left' };
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
		let entry = heldStatus(undefined, on(1), lost, one);
		entry = heldStatus(failedStatus(entry, on(2), fault), on(3), lost, one);
		assert.equal(entry.held?.times, 2);
		assert.equal(entry.held?.since, on(1).toISOString());
		assert.equal(entry.failures, 0);
		entry = heldStatus(entry, on(4), lost, other);
		assert.equal(entry.held?.times, 1);
		assert.equal(confirmedStatus(entry, on(5), reading).held, undefined);
	});
});

describe('a held text', () => {
	test('is believed by rule once it has stood for a day, and not before', () => {
		const entry = heldStatus(undefined, on(1), lost, one);
		assert.equal(acceptanceOf(entry, lost, one, on(1, 12)), null);
		assert.equal(acceptanceOf(entry, lost, other, on(2)), null);
		assert.match(
			acceptanceOf(entry, lost, one, on(2)) ?? '',
			/^by rule \(lost\), the same text since 2024-05-01$/,
		);
	});

	test('is the same where only a date in it has moved on', () => {
		const entry = heldStatus(undefined, on(1), lost, textOf('31'));
		assert.match(acceptanceOf(entry, lost, textOf('32'), on(2)) ?? '', /by rule/);
		const again = heldStatus(entry, on(1, 12), lost, textOf('33'));
		assert.equal(again.held?.times, 2);
	});

	for (const code of ['foreign', 'unsteady'] as const) {
		test(`is never believed by rule where it is ${code}, but by a person`, () => {
			const hold: Hold = { code, reason: '' };
			const entry: AgreementStatus = heldStatus(undefined, on(1), hold, one);
			assert.equal(acceptanceOf(entry, hold, one, on(28)), null);
			const accepted = { letters: one.letters, on: on(2).toISOString(), note: 'a new product' };
			assert.equal(
				acceptanceOf({ ...entry, accepted }, hold, one, on(3)),
				`by hand on 2024-05-02 (${code}): a new product`,
			);
			assert.equal(acceptanceOf({ ...entry, accepted }, hold, other, on(3)), null);
		});
	}
});

test('two texts in turn make one version, however long they take turns', () => {
	let entry: AgreementStatus | undefined;
	let recorded: ShownText | null = null;
	let versions = 0;
	for (let day = 1; day <= 400; day++) {
		const shown = day % 3 === 0 ? other : one;
		const hold = alternatingHold(shown.textHash, entry?.recent ?? [], on(day));
		if (shown === recorded) entry = confirmedStatus(entry, on(day), reading);
		else if (hold !== null && acceptanceOf(entry, hold, shown, on(day)) === null)
			entry = heldStatus(entry, on(day), hold, shown);
		else {
			entry = recordedStatus(entry, on(day), reading, recorded?.textHash ?? null);
			recorded = shown;
			versions++;
		}
	}
	assert.equal(versions, 2);
});

test('a text that was given back for good is recorded after a week', () => {
	let entry = recordedStatus(undefined, on(1), reading, null);
	entry = recordedStatus(confirmedStatus(entry, on(2), reading), on(3), reading, one.textHash);
	const hold = alternatingHold(one.textHash, entry.recent ?? [], on(4)) as Hold;
	entry = heldStatus(entry, on(4), hold, one);
	assert.equal(acceptanceOf(entry, hold, one, on(10)), null);
	assert.match(acceptanceOf(entry, hold, one, on(11)) ?? '', /alternating/);
});
