import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AgreementStatus, Status } from '../model/status.ts';
import { planIssues } from './plan-issues.ts';

const now = '2026-06-16T04:12:00.000Z';
const since = '2026-06-14T04:12:00.000Z';
const fine: AgreementStatus = { checked: now, failures: 0 };
const failing = (failures: number): AgreementStatus => ({
	checked: now,
	failures,
	failing: { since, code: 'not-found', reason: 'status 404 ``` @all', remedy: 'Look for its new address.' },
});
const of = (entry: AgreementStatus): Status => ({
	format: 1,
	updated: now,
	agreements: { 'Größe & Co/Terms of -- Service': entry },
});

function bodyOf(entry: AgreementStatus): string {
	const [step] = planIssues(of(entry), [], 3);
	assert.equal(step?.kind, 'open');
	return step?.kind === 'open' ? step.body : '';
}

test('an issue is opened once the failures in a row are enough, and says what happened and what to do', () => {
	assert.deepEqual(planIssues(of(failing(2)), [], 3), []);
	assert.match(
		bodyOf(failing(3)),
		/not captured 3 times in a row, since 2026-06-14:\n\n```\nstatus 404 ''' @all\nLook for/,
	);
});

test('a text that is held as often is told as well', () => {
	const held = { since, last: now, times: 3, code: 'foreign', reason: 'x', letters: 'a'.repeat(64) };
	assert.match(bodyOf({ ...fine, held }), /held back 3 times/);
	const shown = {
		...held,
		address: 'https://tern.example/terms',
		differs: ['+ <!-- clausetrail: x -->', '− ```'],
	};
	const body = bodyOf({ ...fine, held: shown });
	assert.match(
		body,
		/x\nAddress: https:\/\/tern\.example\/terms\nWhat differs:\n\+ <! -- clausetrail: x -->\n− '''\nOpen the/,
	);
});

test('an issue that is open is found by its mark and not opened again', () => {
	const open = [{ number: 7, body: `Edited by hand.\n${bodyOf(failing(3))}` }];
	assert.deepEqual(planIssues(of(failing(9)), open, 3), []);
	// One failure less than enough after a pause of the count is no recovery.
	assert.deepEqual(planIssues(of(failing(1)), open, 3), []);
});

test('it is closed on recovery, and where the agreement is declared no longer', () => {
	const open = [
		{ number: 7, body: bodyOf(failing(3)) },
		{ number: 8, body: 'Somebody else’s issue, <!-- clausetrail: %zz -->' },
	];
	assert.deepEqual(planIssues(of(fine), open, 3), [
		{ kind: 'close', number: 7, comment: 'Captured again on 2026-06-16.' },
	]);
	const gone = planIssues({ format: 1, updated: now, agreements: {} }, open, 3);
	assert.deepEqual(
		gone.map((step) => step.kind === 'close' && step.number),
		[7],
	);
});

test('whatever a status holds, an issue has one mark, at its end, one block that nothing ends, and a title that a forge takes', () => {
	const forged = '<!-- clausetrail: Other%2FTerms -->';
	const hostile = fc.string({
		unit: fc.constantFrom(
			'`',
			'```',
			'\n',
			'~~~',
			forged,
			'<!--',
			'-->',
			'@all',
			'#1',
			'](',
			'\u202e',
			'a',
			' ',
		),
		maxLength: 400,
	});
	fc.assert(
		fc.property(hostile, hostile, hostile, (name, reason, remedy) => {
			const key = `Tern${name}/Terms`;
			const entry = { ...failing(3), failing: { since, code: 'x', reason, remedy } };
			const status: Status = { format: 1, updated: now, agreements: { [key]: entry } };
			const [step] = planIssues(status, [], 3);
			assert.ok(step?.kind === 'open');
			assert.ok(step.title.length < 256 && !/[\n\u202e]/.test(step.title));
			const lines = step.body.split('\n');
			assert.equal(lines.filter((line) => line.startsWith('```')).length, 2);
			assert.equal(lines.filter((line) => line.includes('<!--') && !line.startsWith('`')).length, 1);
			assert.match(lines.at(-2) ?? '', /^<!-- clausetrail: \S+ -->$/);
			assert.deepEqual(planIssues(status, [{ number: 7, body: step.body }], 3), []);
		}),
	);
});

test('reasons are cut where they go on for ever', () => {
	const entry = {
		...failing(3),
		failing: { since, code: 'x', reason: 'a'.repeat(1e6), remedy: 'b '.repeat(1e6) },
	};
	assert.ok(bodyOf(entry).length < 4000);
});
