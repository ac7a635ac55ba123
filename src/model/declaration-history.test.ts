import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { DeclaredAgreement } from './declaration.ts';
import {
	declarationHistorySchema,
	declarationsOn,
	declaredOn,
	pastAgreements,
} from './declaration-history.ts';

function rules(select: string) {
	return { fetch: 'https://tern.example/terms', select };
}

function declared(agreement: string): DeclaredAgreement {
	const source = { address: 'https://tern.example/terms', select: ['main'], remove: [], filters: [] };
	return { platform: 'Tern', agreement, sources: [source] };
}

const history = declarationHistorySchema.parse({
	'Terms of Service': [
		{ ...rules('.third'), validUntil: '2024-07-10T18:17:34Z' },
		{ ...rules('.first'), validUntil: '2020-12-08T16:00:00.000Z' },
		{ ...rules('.second'), validUntil: '2022-02-14T19:34:59+01:00' },
		{ ...rules('.never'), validUntil: '2022-02-14T18:34:59Z' },
	],
	Imprint: [{ fetch: 'https://tern.example/imprint.pdf', validUntil: '2021-01-01T00:00:00Z' }],
});
const past = pastAgreements('Tern', history);
const current = [declared('Terms of Service'), declared('Privacy Policy')];

function selectOn(moment: string, agreement = 'Terms of Service') {
	return declaredOn(new Date(moment), 'Tern', agreement, current, past)?.sources[0]?.select;
}

describe('the rules of a former day', () => {
	test('are those that ended first after it, their last moment included', () => {
		assert.deepEqual(selectOn('2019-01-01T00:00:00Z'), ['.first']);
		assert.deepEqual(selectOn('2020-12-08T16:00:00Z'), ['.first']);
		assert.deepEqual(selectOn('2020-12-08T16:00:01Z'), ['.second']);
		assert.deepEqual(selectOn('2023-01-01T00:00:00Z'), ['.third']);
		assert.deepEqual(selectOn('2025-01-01T00:00:00Z'), ['main']);
	});

	test('are those of today where there is no history', () => {
		assert.deepEqual(selectOn('2019-01-01T00:00:00Z', 'Privacy Policy'), ['main']);
	});

	test('stay for an agreement that was given up, and only for its days', () => {
		assert.deepEqual(selectOn('2020-01-01T00:00:00Z', 'Imprint'), []);
		assert.equal(selectOn('2022-01-01T00:00:00Z', 'Imprint'), undefined);
	});

	test('are the same whether one agreement is asked for or all', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2018-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
				(day) => {
					for (const each of declarationsOn(day, current, past))
						assert.equal(declaredOn(day, each.platform, each.agreement, current, past), each);
				},
			),
		);
	});
});

describe('the end of rules', () => {
	const until = (validUntil: string) =>
		declarationHistorySchema.safeParse({ Terms: [{ ...rules('main'), validUntil }] });

	for (const loose of [
		'2023-04-05T06:07:08+0200',
		'2023-04-05 06:07:08 +0200',
		'2023-04-05 04:07:08Z',
		'2023-04-04T23:37:08.000-0430',
	])
		test(`may be written ${loose}`, () => {
			const read = until(loose);
			assert.ok(read.success);
			assert.equal(
				pastAgreements('Tern', read.data)[0]?.validUntil.toISOString(),
				'2023-04-05T04:07:08.000Z',
			);
		});

	for (const wrong of [
		'2023',
		'May',
		'2023-04-05T06:07:08',
		'2023-04-31T06:07:08+0200',
		'2023-04-05T26:07:08+0200',
	])
		test(`is no instant as ${wrong}`, () => {
			assert.ok(!until(wrong).success);
		});
});
