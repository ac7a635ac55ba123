/** What a client puts together of an answer is what the ledger holds, whatever the history. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clausesAnswer as schema } from '../../model/api-answers.ts';
import type { Agreement } from '../../model/archive.ts';
import type { Ledger } from '../../model/ledger.ts';
import { history } from '../../samples/invented-history.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { clausesAnswer } from './clauses-answer.ts';
import { clauseHistory, clausesOf, differences, versionAsOf } from './compose.ts';

function answerTo(texts: readonly (string | null)[]) {
	const archive = sampleArchive({ Tern: { Terms: texts } });
	const [platform] = archive.platforms;
	const [agreement] = platform?.agreements ?? [];
	assert.ok(platform && agreement);
	const answer = clausesAnswer(archive, platform, agreement);
	return { agreement, answer: schema.parse(JSON.parse(JSON.stringify(answer))) };
}

/** Clause and words, in the order of the document. */
function inLedger({ clauses, texts, states }: Ledger, version: number): string[] {
	const { clauses: present, texts: worded } = states[version] as Ledger['states'][number];
	return Array.from(present, (clause, at) => {
		const text = texts[worded[at] as number];
		return `${clauses[clause]?.anchor} ${text?.kind} ${text?.depth} ${text?.number} ${text?.visible}`;
	});
}

function composed(answer: ReturnType<typeof answerTo>['answer'], version: number): string[] {
	return clausesOf(answer, version).map(
		({ clause, kind, depth = 0, number = '', text }) => `${clause} ${kind} ${depth} ${number} ${text}`,
	);
}

function assertWhole({
	agreement,
	answer,
}: {
	agreement: Agreement;
	answer: ReturnType<typeof answerTo>['answer'];
}) {
	for (const [version, change] of agreement.changes.entries()) {
		const expected = change.class === 'unfollowed' ? [] : inLedger(agreement.ledger, version);
		assert.deepEqual(composed(answer, version), expected);
	}
}

test('each version of any history is put together as the ledger holds it', () => {
	fc.assert(
		fc.property(history, (texts) => assertWhole(answerTo(texts))),
		{ numRuns: 150 },
	);
});

test('repeated, moved and empty texts and texts beyond the bounds are put together as well', () => {
	const line = fc.constantFrom(
		'',
		'Same words.',
		'1. Same words.',
		'Other words.',
		'## Title',
		'- Same words.',
	);
	const text = fc.option(fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n\n')));
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 9 }), (texts) => assertWhole(answerTo(texts))),
		{ numRuns: 200 },
	);
});

const keep = 'You keep all rights in the content that you put here.';
const pay = 'You pay within thirty days of our invoice to you.';
const ten = pay.replace('thirty', 'ten');
const both = `${keep}\n\n${pay}`;

test('a text that comes back costs no row, and no second number', () => {
	const { answer } = answerTo([both, `${keep}\n\n${ten}`, both, `${keep}\n\n${ten}`]);
	assert.equal(answer.rows.length, 3);
	assert.deepEqual(
		answer.versions.map(({ text }) => text),
		[0, 1, 0, 1],
	);
});

test('a clause is followed through its wordings, and two versions are compared', () => {
	const { answer } = answerTo([keep, both, `${keep}\n\n${ten}`, keep]);
	const clause = answer.rows.find(({ text }) => text === pay)?.clause ?? '';
	assert.deepEqual(
		clauseHistory(answer, clause).map(({ first, last, row }) => [first, last, row.text]),
		[
			[1, 1, pay],
			[2, 2, ten],
		],
	);
	const told = (before: number, after: number) =>
		differences(answer, before, after).map((each) => [each.before?.text ?? null, each.after?.text ?? null]);
	assert.deepEqual(told(0, 1), [[null, pay]]);
	assert.deepEqual(told(1, 2), [[pay, ten]]);
	assert.deepEqual(told(2, 3), [[ten, null]]);
	assert.deepEqual(told(0, 3), []);
});

test('the version of a day is the last one fetched by its end', () => {
	const { answer } = answerTo([keep, both]);
	const asked = ['2023-12-31', '2024-01-01', '2024-01-31', '2024-02-01', '2024-01-31T23:00:00Z'];
	assert.deepEqual(
		asked.map((asOf) => versionAsOf(answer, asOf)),
		[null, 0, 0, 1, 0],
	);
});
