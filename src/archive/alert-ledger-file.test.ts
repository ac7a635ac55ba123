import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { AlertLedger } from '../model/alert-ledger.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { readAlertLedger, writeAlertLedger } from './alert-ledger-file.ts';

const ledger: AlertLedger = {
	format: 1,
	seen: ['a'],
	channels: {
		'slack A': {
			since: '2026-06-16T04:12:00.000Z',
			waiting: [{ change: 'a', tries: 1, due: true }],
			leftOut: 2,
			failing: { since: '2026-06-16T04:12:00.000Z', runs: 1, reason: 'r', remedy: 'm' },
		},
	},
};

test('a ledger is read as it was written, and nothing is left beside it', async () => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'kept', 'alerts.json');
	assert.equal(await readAlertLedger(file), null);
	await writeAlertLedger(file, ledger);
	assert.deepEqual(await readAlertLedger(file), ledger);
	assert.deepEqual(readdirSync(path.dirname(file)), ['alerts.json']);
});

for (const [what, text] of [
	['no JSON', '{'],
	['another file', '{"format": 1}'],
] as const)
	test(`${what} is told, not begun anew`, async () => {
		const file = path.join(temporaryFolder({ 'alerts.json': text }), 'alerts.json');
		await assert.rejects(readAlertLedger(file), /or delete it: each alert then begins with what is new/);
	});

test('a place that cannot be written to is told', async () => {
	const file = path.join(temporaryFolder(), 'alerts.json');
	mkdirSync(file);
	await assert.rejects(writeAlertLedger(file, ledger), /nothing is sent without/);
});
