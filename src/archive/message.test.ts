import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Evidence } from '../model/version.ts';
import { formatMessage, oneLine, parseMessage, type RecordKind } from './message.ts';

const hex = (length: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
/** Any text at all, with the characters that could break out of a line drawn often. */
const text = fc.string({
	unit: fc.oneof(
		fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
		fc.constantFrom(...'\n\r\u2028\0:- \t'),
	),
});
/** A value that survives as it is. */
const value = text.map(oneLine).filter((line) => line !== '' && line !== 'undefined');
const address = fc.webUrl({ withQueryParameters: true, withFragments: true });

const evidence: fc.Arbitrary<Evidence> = fc.record(
	{
		sources: fc.array(address, { maxLength: 3 }),
		locations: fc.array(address, { minLength: 1, maxLength: 3 }),
		fetcher: value,
		status: fc.integer({ min: 100, max: 599 }),
		contentType: value,
		snapshotHash: hex(64),
		textHash: hex(64),
		accepted: value,
		engine: value,
		snapshot: fc.oneof(hex(40), address),
	},
	{ requiredKeys: ['sources'], noNullPrototype: true },
);
const kind = fc.constantFrom<RecordKind>('first', 'change', 'technical');

describe('commit messages', () => {
	test('give back what they were made of', () => {
		fc.assert(
			fc.property(kind, value, value, evidence, (kind, platform, agreement, evidence) => {
				const parsed = parseMessage(formatMessage({ kind, platform, agreement, evidence }));
				assert.ok(parsed.subject.endsWith(`${platform} ${agreement}`));
				assert.equal(parsed.origin, kind === 'technical' ? 'technical' : 'record');
				assert.deepEqual(parsed.evidence, evidence);
			}),
		);
	});

	test('let no name and no value begin a line of its own', () => {
		fc.assert(
			fc.property(text, text, text, text, (platform, agreement, fetcher, contentType) => {
				const evidence = { sources: ['https://tern.example/terms'], fetcher, contentType };
				const message = formatMessage({ kind: 'first', platform, agreement, evidence });
				const names = message.split(/[\n\r\u2028\u2029\u0085]/).map((line) => line.split(':')[0]);
				const expected = ['', 'X-source-document-location', 'X-fetcher', 'X-content-type', ''];
				const present = [true, true, oneLine(fetcher) !== '', oneLine(contentType) !== '', true];
				assert.deepEqual(
					names.slice(1),
					expected.filter((_, at) => present[at]),
				);
			}),
		);
	});

	test('are trailers to git as well', () => {
		const message = formatMessage({
			kind: 'change',
			platform: 'Tern & Co.',
			agreement: 'Terms of Service',
			evidence: {
				sources: ['https://tern.example/a', 'https://tern.example/b'],
				status: 200,
				engine: '0.1.0',
			},
		});
		const seen = execFileSync('git', ['interpret-trailers', '--parse'], { input: message, encoding: 'utf8' });
		assert.equal(
			seen,
			'X-source-document-location: https://tern.example/a\nX-source-document-location: https://tern.example/b\n' +
				'X-http-status: 200\nX-engine-version: 0.1.0\n',
		);
		assert.equal(message.split('\n')[0], 'Record new changes of Tern & Co. Terms of Service');
	});
});

const mongo = '5f8f1a2b3c4d5e6f70819203';
const commit = 'fcca462ee32d6cd133efbfc7da1d1b829dc61950';
const forge = `https://github.com/OpenTermsArchive/contrib-snapshots/commit/${commit}`;

/** [case, body after the subject, snapshot reference expected] */
const foreignBodies: readonly (readonly [string, string, string | undefined])[] = [
	['a bare hash', `This version was recorded after filtering snapshot ${commit}`, commit],
	['a link to a forge', `This version was recorded after extracting from snapshot ${forge}`, forge],
	['a Mongo identifier', `This version was recorded after filtering snapshot with Mongo ID ${mongo}`, mongo],
	[
		'one without its space',
		`This version was recorded after filtering snapshot with Mongo ID${mongo}`,
		mongo,
	],
	[
		'a Mongo address',
		`This version was recorded after extracting from snapshot mongo://contrib/open-terms-archive/snapshots/${mongo}`,
		`mongo://contrib/open-terms-archive/snapshots/${mongo}`,
	],
	[
		'several sources',
		`This version was recorded after extracting from and assembling the following snapshots from 2 source documents:\n- ${forge}\n- ${forge}2`,
		`${forge} ${forge}2`,
	],
	[
		'several pages',
		`This version was recorded after filtering and assembling the following snapshots from 2 pages:\n- ${forge}\n- ${mongo}`,
		`${forge} ${mongo}`,
	],
	[
		'a broken link',
		'This version was recorded after filtering snapshot mongo://contrib/open-terms-archive/snapshots/undefined',
		undefined,
	],
	[
		'another broken link',
		'This version was recorded after filtering snapshot https://github.com/ambanum/CGUs-snapshots/commit/true',
		undefined,
	],
	['no body at all', '', undefined],
];

describe('messages of Open Terms Archive', () => {
	for (const [name, body, snapshot] of foreignBodies) {
		test(`with ${name} are read`, () => {
			const parsed = parseMessage(`Update Tern Terms of Service\n\n${body}\n\nX-engine-version: 15.1.0\n`);
			assert.equal(parsed.subject, 'Update Tern Terms of Service');
			assert.equal(parsed.evidence.snapshot, snapshot);
			assert.equal(parsed.evidence.engine, '15.1.0');
		});
	}

	for (const [subject, origin] of [
		['Start tracking Tern Terms of Service', 'record'],
		['First record of Tern Terms of Service', 'record'],
		['Update Tern Terms of Service', 'record'],
		['Record new changes of Tern Terms of Service', 'record'],
		['Refilter Tern Terms of Service', 'technical'],
		['Apply technical or declaration upgrade on Tern Terms of Service', 'technical'],
		['Add Readme and License', 'record'],
	] as const) {
		test(`of the form “${subject}” are of origin ${origin}`, () => {
			assert.deepEqual(parseMessage(`${subject}\n`), { subject, origin, evidence: { sources: [] } });
		});
	}

	test('that do not know their engine leave it out', () => {
		const parsed = parseMessage('Update A B\n\nX-engine-version: undefined\nX-http-status: none\n');
		assert.deepEqual(parsed.evidence, { sources: [] });
	});

	test('with Windows line ends are read', () => {
		const parsed = parseMessage('Update A B\r\n\r\nbody\r\n\r\nX-engine-version: 6.0.1\r\n');
		assert.equal(parsed.subject, 'Update A B');
		assert.equal(parsed.evidence.engine, '6.0.1');
	});
});
