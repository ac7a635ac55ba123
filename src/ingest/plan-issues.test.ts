import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '../model/decision.ts';
import type { AgreementStatus, HeldText, Status } from '../model/status.ts';
import { planIssues, readMark } from './plan-issues.ts';

const now = '2026-06-16T04:12:00.000Z';
const since = '2026-06-14T04:12:00.000Z';
const fine: AgreementStatus = { checked: now, failures: 0 };
const failing = (failures: number): AgreementStatus => ({
	checked: now,
	failures,
	failing: { since, code: 'not-found', reason: 'status 404 ``` @all', remedy: 'Look for its new address.' },
});
const none = new Map();
const of = (entry: AgreementStatus): Status => ({
	format: 1,
	updated: now,
	agreements: { 'Größe & Co/Terms of -- Service': entry },
});

function bodyOf(entry: AgreementStatus): string {
	const [step] = planIssues(of(entry), none, [], 3);
	assert.equal(step?.kind, 'open');
	return step?.kind === 'open' ? step.body : '';
}

test('an issue is opened once the failures in a row are enough, and says what happened and what to do', () => {
	assert.deepEqual(planIssues(of(failing(2)), none, [], 3), []);
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

const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
const holding = (letters: string, times = 3): AgreementStatus => ({
	...fine,
	held: { since, last: now, times, code: 'foreign', reason: 'x', letters },
});
const decided = (letters: string, decision: Decision['decision']) =>
	new Map([['Größe & Co/Terms of -- Service', [{ letters, decision, on: now }]]]);
const openOf = (entry: AgreementStatus) => [{ number: 7, body: bodyOf(entry) }];

test('the issue of a held text says how to answer, and which text it is about', () => {
	const body = bodyOf(holding(one));
	assert.match(body, /`\/accept` or `\/reject`.*\n.*\(`aaaaaaaaaaaa`\)/);
	assert.deepEqual(readMark(body), { key: 'Größe & Co/Terms of -- Service', letters: one });
	assert.deepEqual(readMark(bodyOf(failing(3))), {
		key: 'Größe & Co/Terms of -- Service',
		letters: undefined,
	});
});

test('it follows where the page shows another text, and says so to whoever answered', () => {
	const open = openOf(holding(one));
	assert.deepEqual(planIssues(of(holding(one, 9)), none, open, 3), []);
	const [step, ...rest] = planIssues(of(holding(other, 1)), none, open, 3);
	assert.deepEqual(rest, []);
	assert.ok(step?.kind === 'renew' && step.number === 7);
	assert.equal(readMark(step.body)?.letters, other);
	assert.match(step.comment ?? '', /another text since 2026-06-14/);
	const [told] = planIssues(of({ ...holding(one), ...failing(3) }), none, open, 3);
	assert.ok(told?.kind === 'renew' && told.comment === null, 'failures are told without a word');
	assert.deepEqual(planIssues(of({ ...holding(one), ...failing(2) }), none, open, 3), []);
});

test('what a person decided opens no issue; a rejection closes it, an acceptance once it is carried out', () => {
	for (const decision of ['accept', 'reject'] as const) {
		assert.deepEqual(planIssues(of(holding(one)), decided(one, decision), [], 3), []);
		assert.equal(planIssues(of(holding(other)), decided(one, decision), [], 3)[0]?.kind, 'open');
		assert.equal(planIssues(of(failing(3)), decided(one, decision), [], 3)[0]?.kind, 'open');
	}
	const open = openOf(holding(one));
	assert.deepEqual(planIssues(of(holding(one)), decided(one, 'accept'), open, 3), []);
	const [step] = planIssues(of(holding(one)), decided(one, 'reject'), open, 3);
	assert.ok(step?.kind === 'close' && /rejected/.test(step.comment));
});

test('an issue that is open is found by its mark and not opened again', () => {
	const open = [{ number: 7, body: `Edited by hand.\n${bodyOf(failing(3))}` }];
	assert.deepEqual(planIssues(of(failing(9)), none, open, 3), []);
	// One failure less than enough after a pause of the count is no recovery.
	assert.deepEqual(planIssues(of(failing(1)), none, open, 3), []);
});

test('it is closed on recovery, and where the agreement is declared no longer', () => {
	const open = [
		{ number: 7, body: bodyOf(failing(3)) },
		{ number: 8, body: 'Somebody else’s issue, <!-- clausetrail: %zz -->' },
	];
	assert.deepEqual(planIssues(of(fine), none, open, 3), [
		{ kind: 'close', number: 7, comment: 'Captured again on 2026-06-16.' },
	]);
	const over = planIssues(of({ checked: now, failures: 0, retired: true }), none, open, 3);
	assert.deepEqual(over, [{ kind: 'close', number: 7, comment: 'This agreement is followed no longer.' }]);
	const gone = planIssues({ format: 1, updated: now, agreements: {} }, none, open, 3);
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
			const [step] = planIssues(status, none, [], 3);
			assert.ok(step?.kind === 'open');
			assert.ok(step.title.length < 256 && !/[\n\u202e]/.test(step.title));
			const lines = step.body.split('\n');
			assert.equal(lines.filter((line) => line.startsWith('```')).length, 2);
			assert.equal(lines.filter((line) => line.includes('<!--') && !line.startsWith('`')).length, 1);
			assert.match(lines.at(-2) ?? '', /^<!-- clausetrail: \S+ -->$/);
			assert.deepEqual(planIssues(status, none, [{ number: 7, body: step.body }], 3), []);
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

test('whatever a held text shows, it stays within its block, and the issue keeps its one mark', () => {
	const hostile = fc.string({
		unit: fc.constantFrom(
			'`',
			'```',
			'~~~',
			'<!-- clausetrail: x -->',
			'@all',
			'/accept',
			'](',
			'#1',
			' ',
			'a',
		),
		maxLength: 300,
	});
	fc.assert(
		fc.property(fc.array(hostile, { maxLength: 20 }), hostile, (differs, address) => {
			const entry = holding(one);
			const body = bodyOf({ ...entry, held: { ...(entry.held as HeldText), differs, address } });
			const lines = body.split('\n');
			assert.equal(lines.filter((line) => line.startsWith('```')).length, 2);
			const outside = lines.slice(lines.lastIndexOf('```'));
			assert.equal(outside.filter((line) => /@all|\]\(|#1/.test(line)).length, 0);
			assert.equal(readMark(body)?.letters, one);
			assert.ok(body.length < 20_000);
		}),
	);
});
