import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type AgreementStatus, joinStatuses, type Status } from '../model/status.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { formatStatus, parseStatus, readStatus } from './status-file.ts';

const directory = temporaryFolder();

const monday = '2024-05-06T04:12:00.000Z';
const tuesday = '2024-05-07T04:12:00.000Z';
const hash = 'a'.repeat(64);
const failing: AgreementStatus = {
	checked: tuesday,
	failures: 2,
	failing: { since: monday, code: 'status', reason: 'the server answered with status 503', remedy: 'Wait.' },
};
const held: AgreementStatus = {
	checked: tuesday,
	confirmed: monday,
	recorded: monday,
	failures: 0,
	held: { since: tuesday, last: tuesday, times: 1, code: 'lost', reason: 'Most is gone.', letters: hash },
	validators: [{ etag: '"a"' }, { lastModified: 'Mon, 06 May 2024 04:12:00 GMT' }],
	recent: [{ textHash: hash, until: monday }],
};
const statusOf = (updated: string, agreements: Status['agreements']): Status => ({
	format: 1,
	updated,
	agreements,
});

describe('the status file', () => {
	test('gives back what was written, agreements by name', () => {
		const status = statusOf(tuesday, { 'Tern/Terms': held, 'Skua/Terms': failing });
		const text = formatStatus(status);
		assert.deepEqual(parseStatus(text, 'status.json'), status);
		assert.ok(text.indexOf('Skua/Terms') < text.indexOf('Tern/Terms'));
	});

	test('passes over what earlier engines kept there of people’s decisions', () => {
		const entry = { ...failing, accepted: { letters: hash, on: tuesday } };
		const text = JSON.stringify(statusOf(tuesday, { 'Tern/Terms': entry }));
		assert.deepEqual(parseStatus(text, 'status.json'), statusOf(tuesday, { 'Tern/Terms': failing }));
	});

	test('may be missing', async () => {
		assert.equal(await readStatus(path.join(directory, 'nowhere')), null);
	});

	for (const [what, text, said] of [
		['with marks of a merge', '<<<<<<< HEAD\n{}', /not JSON.*\n.*git restore/s],
		[
			'of another format',
			'{"format":2,"updated":"2024-05-06T04:12:00Z","agreements":{}}',
			/format 2 is of a newer machine/,
		],
		[
			'with a local time',
			'{"format":1,"updated":"2024-05-06T04:12:00+02:00","agreements":{}}',
			/updated.*\n.*git restore/s,
		],
	] as const) {
		test(`${what} is refused with file and remedy`, async () => {
			writeFileSync(path.join(directory, 'status.json'), text);
			await assert.rejects(readStatus(directory), said);
			await assert.rejects(readStatus(directory), /status\.json/);
		});
	}
});

test('statuses of two runs are joined by what was checked last', () => {
	const stale = { ...failing, checked: monday, failures: 1 };
	const one = statusOf(monday, { 'A/Terms': stale, 'B/Terms': failing });
	const other = statusOf(tuesday, { 'A/Terms': failing, 'B/Terms': stale, 'C/Terms': held });
	const joined = statusOf(tuesday, { 'A/Terms': failing, 'B/Terms': failing, 'C/Terms': held });
	assert.deepEqual(joinStatuses(one, other), joined);
	assert.deepEqual(joinStatuses(other, one), joined);
});
