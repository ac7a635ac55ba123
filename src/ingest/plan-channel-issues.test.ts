import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlertLedger } from '../model/alert-ledger.ts';
import { planChannelIssues } from './plan-channel-issues.ts';

const since = '2026-06-16T04:12:00.000Z';

function ledger(runs: number): AlertLedger {
	const failing = { since, runs, reason: 'it answered 404: ``` @all', remedy: 'See to the secret A.' };
	const waiting = [{ change: 'a', tries: 0, due: false }];
	return {
		format: 1,
		seen: [],
		channels: { 'slack A': { since, waiting, leftOut: 0, ...(runs === 0 ? {} : { failing }) } },
	};
}

function bodyOf(runs: number): string {
	const [step] = planChannelIssues(ledger(runs), []);
	assert.equal(step?.kind, 'open');
	return step?.kind === 'open' ? step.body : '';
}

test('a channel that takes nothing twice is told of, with the reason as code and what to do', () => {
	assert.deepEqual(planChannelIssues(ledger(1), []), []);
	assert.match(
		bodyOf(2),
		/`slack A` took no message in 2 runs, since 2026-06-16:\n\n```\nit answered 404: ''' @all\nSee to/,
	);
});

test('its issue is found again, and closed when messages arrive or nobody is to be told any more', () => {
	const open = [{ number: 7, body: bodyOf(2) }];
	assert.deepEqual(planChannelIssues(ledger(5), open), []);
	assert.deepEqual(planChannelIssues(ledger(0), open), [
		{ kind: 'close', number: 7, comment: 'Messages arrive again.' },
	]);
	const gone = planChannelIssues({ format: 1, seen: [], channels: {} }, open);
	assert.equal(gone[0]?.kind === 'close' && gone[0].comment, 'This alert is declared no longer.');
	assert.deepEqual(planChannelIssues(ledger(0), [{ number: 8, body: 'by hand' }]), []);
});
