import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { formatVerification } from '../../scripts/report/verify-report.ts';
import { sha256 } from '../archive/hashes.ts';
import { formatMessage } from '../archive/message.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import {
	granted,
	type Signer,
	startTimeStampAuthority,
	type TimeStampAuthority,
	withoutOpenssl,
} from '../samples/time-stamp-authority.ts';
import { type Stamping, stampArchive } from './stamp-archive.ts';
import { verifyArchive } from './verify.ts';

let authority: TimeStampAuthority;
let repository: TemporaryRepository;
const archive = () => path.join(repository.directory, 'archive');

describe('an archive whose history is stamped', { skip: withoutOpenssl }, () => {
	before(async () => {
		authority = await startTimeStampAuthority();
	});
	after(() => authority.close());
	beforeEach(() => {
		authority.answer = (query) => granted(authority.sign(query));
		repository = makeTemporaryRepository();
		declareAuthority(authority.address);
		repository.write('archive/authority.pem', authority.root);
		record('2026-05-01', 'You may leave at any time.');
	});
	afterEach(() => repository.remove());

	test('is proven by a statement that openssl finds stamped as well', async () => {
		const stamping = await stamp('2026-05-03T06:12:00Z');
		assert.equal(stamping.kind, 'stamped');
		assert.deepEqual(proofs(), ['2026-05-03T061200Z.tsr', '2026-05-03T061200Z.txt']);
		assert.equal(repository.git('log', '-1', '--format=%s'), 'Record proof of time by Stamper sound');
		assert.equal(repository.git('status', '--porcelain'), '');
		const files = [
			'-data',
			'2026-05-03T061200Z.txt',
			'-in',
			'2026-05-03T061200Z.tsr',
			'-CAfile',
			'../authority.pem',
		];
		const said = execFileSync('openssl', ['ts', '-verify', ...files], {
			cwd: path.join(archive(), 'proofs'),
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		assert.match(said, /Verification: OK/);
	});

	test('has a list that git and sha256sum make as well', async () => {
		await stamp('2026-05-03T06:12:00Z');
		const commits = repository.git('rev-list', 'HEAD~1').split('\n');
		const cat = (commit: string) => execFileSync('git', ['cat-file', 'commit', commit], { cwd: archive() });
		const lines = commits.map((commit) => `${sha256(cat(commit))}\n`).sort();
		assert.equal(
			proofFile('2026-05-03T061200Z.txt').toString(),
			`Clausetrail proof of time, format 1\ncommit: ${commits[0]}\ncommits: 1\nlist-sha256: ${sha256(Buffer.from(lines.join('')))}\n`,
		);
	});

	test('is verified offline, and it is told what is proven since when', async () => {
		await stamp('2026-05-03T06:12:00Z');
		record('2026-05-04', 'You may leave within a month.');
		await stamp('2026-05-05T06:12:00Z');
		record('2026-05-06', 'You may not leave.');
		const { time, failures } = await verifyArchive(archive());
		assert.deepEqual([time.failures, failures], [[], []]);
		assert.deepEqual([time.proofs.length, time.texts, time.unproven], [2, 2, 1]);
		assert.deepEqual(
			[time.first?.upTo?.slice(0, 10), time.last?.upTo?.slice(0, 10)],
			['2026-05-01', '2026-05-04'],
		);
		const said = formatVerification(await verifyArchive(archive()));
		assert.match(said, /in time {6}2 texts proven by 2 time-stamps, 1 not yet/);
		assert.match(
			said,
			/every text recorded up to 2026-05-04 existed at \d{4}-\d\d-\d\d \d\d:\d\d UTC, by Stamper sound/,
		);
		assert.match(said, /vouched for by Root of the known authority, SHA-256 [0-9a-f]{64}/);
	});

	test('is stamped again only where something was recorded since', async () => {
		assert.equal((await stamp('2026-05-03T06:12:00Z')).kind, 'stamped');
		assert.equal((await stamp('2026-05-03T12:12:00Z')).kind, 'nothing-new');
		repository.write('archive/status.json', '{}');
		repository.commit('Record status', '2026-05-03');
		assert.equal((await stamp('2026-05-03T18:12:00Z')).kind, 'nothing-new');
		assert.equal(proofs().length, 2);
	});

	test('whose collection asks for none is left alone', async () => {
		repository.write('archive/collection.yml', 'name: Tern\n');
		assert.deepEqual(await stamp('2026-05-03T06:12:00Z'), { kind: 'off' });
		assert.deepEqual((await verifyArchive(archive())).time.last, null);
	});

	describe('by an authority that fails is as it was, and the next run makes up for it:', () => {
		const failing: readonly (readonly [string, () => void, RegExp])[] = [
			['a dead one', () => declareAuthority('http://127.0.0.1:1/'), /gave no answer: /],
			['one out of order', () => answerWith({ status: 503 }), /gave no answer: it answers with status 503/],
			[
				'a page in place of an answer',
				() => answerWith({ type: 'text/html' }),
				/no time-stamp but text\/html/,
			],
			[
				'a broken reply',
				() => answerWith({ body: Buffer.from('3082000130', 'hex') }),
				/no answer of a time-stamp authority \(RFC 3161\)/,
			],
			[
				'nothing but brackets',
				() => answerWith({ body: Buffer.alloc(60_000, '0\x80') }),
				/no answer of a time-stamp authority/,
			],
			['a refusal', refuse, /the authority refused \(status 2/],
			[
				'one that nobody knows',
				() => signAs('unknown'),
				/lead to no authority that is trusted \(nobody here knows Root of the strange/,
			],
			[
				'an expired certificate',
				() => signAs('expired'),
				/Stamper expired was valid from 2015-01-01 to 2016-01-01, and the time-stamp is of/,
			],
			['the answer to another request', answerBefore, /the time-stamp of another statement/],
		];
		for (const [name, fail, said] of failing)
			test(name, async () => {
				fail();
				const stamping = await stamp('2026-05-03T06:12:00Z');
				assert.ok(stamping.kind === 'missed');
				assert.match(stamping.fault.message, said);
				assert.deepEqual(proofs(), []);
				declareAuthority(authority.address);
				authority.answer = (query) => granted(authority.sign(query));
				const next = await stamp('2026-05-03T12:12:00Z');
				assert.ok(next.kind === 'stamped');
			});
	});

	describe('that is not as it was stamped is found out:', () => {
		const [first, second] = ['2026-05-03T061200Z', '2026-05-05T061200Z'];
		beforeEach(async () => {
			await stamp('2026-05-03T06:12:00Z');
			record('2026-05-04', 'You may leave within a month.');
			await stamp('2026-05-05T06:12:00Z');
		});

		test('a forged token', async () => {
			const token = proofFile(`${first}.tsr`);
			token.writeUInt8(token.readUInt8(token.length - 5) ^ 1, token.length - 5);
			changeProof(`${first}.tsr`, token);
			await assertFailures([/tsr: its signature is not that of the certificate/]);
			assert.equal(
				(await verifyArchive(archive())).time.texts,
				2,
				'the later one stands for the older commits as well',
			);
		});

		test('another commit’s token', async () => {
			changeProof(`${first}.tsr`, proofFile(`${second}.tsr`));
			await assertFailures([/tsr: it is the time-stamp of another statement than the one beside it/]);
		});

		test('a statement about other commits', async () => {
			const text = proofFile(`${second}.txt`).toString();
			changeProof(`${second}.txt`, Buffer.from(text.replace(/^list-sha256: ..../m, 'list-sha256: 0000')));
			await assertFailures([
				/the commits that it stands for are others than those that were stamped \(\d+ then, \d+ now\)/,
			]);
		});

		test('a statement that is none, and one that goes on from it', async () => {
			changeProof(`${first}.txt`, Buffer.from('hello\n'));
			await assertFailures([
				/this is no statement/,
				/the statement that this one goes on from is missing or does not hold/,
			]);
		});

		test('a token that is missing', async () => {
			rmSync(path.join(archive(), 'proofs', `${second}.tsr`));
			await assertFailures([/the time-stamp 2026-05-05T061200Z\.tsr that belongs to it is missing/]);
		});

		test('a history rewritten after the stamp, which the next run stamps anew from its beginning', async () => {
			const files = proofs().map((name) => [name, proofFile(name)] as const);
			repository.git(
				'reset',
				'--quiet',
				'--hard',
				`${repository.git('rev-list', '--max-parents=0', 'HEAD')}`,
			);
			repository.git('commit', '--quiet', '--amend', '--message', 'Another beginning');
			record('2026-05-04', 'You may leave within two months.');
			mkdirSync(path.join(archive(), 'proofs'), { recursive: true });
			for (const [name, bytes] of files) changeProof(name, bytes);
			repository.commit('Keep the proofs', '2026-05-06');
			const rewritten = /the history was rewritten after it was stamped: the commit [0-9a-f]{12}/;
			await assertFailures([rewritten, rewritten]);
			const next = await stamp('2026-05-07T06:12:00Z');
			assert.ok(next.kind === 'stamped');
			assert.doesNotMatch(proofFile('2026-05-07T061200Z.txt').toString(), /since/);
			assert.equal((await verifyArchive(archive())).time.proofs.length, 1);
		});
	});
});

function declareAuthority(address: string): void {
	const own = `timestamps:\n  address: ${address}\n  root: authority.pem\n`;
	repository.write('archive/collection.yml', `privateAddresses: true\n${own}`);
}

function answerWith(given: {
	readonly status?: number;
	readonly type?: string;
	readonly body?: Buffer;
}): void {
	authority.answer = (query) => ({ ...granted(given.body ?? authority.sign(query)), ...given });
}

function signAs(signer: Signer): void {
	authority.answer = (query) => granted(authority.sign(query, signer));
}

/** As a real one says that it takes no such hash. */
function refuse(): void {
	answerWith({ body: Buffer.from('300930070201020302 0502'.replace(' ', ''), 'hex') });
}

/** A request recorded before is answered, as by somebody between here and the authority. */
function answerBefore(): void {
	let old: Buffer | null = null;
	authority.answer = (query) => {
		old ??= Buffer.from(query);
		// The hash stands behind its tag and length, 04 20.
		const at = old.indexOf(Buffer.from('0420', 'hex')) + 2;
		old.writeUInt8(old.readUInt8(at) ^ 1, at);
		return granted(authority.sign(old));
	};
}

function stamp(now: string): Promise<Stamping> {
	return stampArchive({ directory: archive(), now: new Date(now) });
}

function record(on: string, text: string): void {
	repository.write('archive/versions/Tern/Terms.md', text);
	const evidence = { sources: ['https://tern.example/'], textHash: sha256(Buffer.from(text)) };
	repository.commit(formatMessage({ kind: 'change', platform: 'Tern', agreement: 'Terms', evidence }), on);
}

function proofs(): string[] {
	return repository
		.git('ls-files', 'archive/proofs')
		.split('\n')
		.filter(Boolean)
		.map((file) => path.basename(file))
		.sort();
}

function proofFile(name: string): Buffer {
	return readFileSync(path.join(archive(), 'proofs', name));
}

function changeProof(name: string, bytes: Buffer): void {
	writeFileSync(path.join(archive(), 'proofs', name), bytes);
}

async function assertFailures(expected: readonly RegExp[]): Promise<void> {
	const { failures } = (await verifyArchive(archive())).time;
	assert.deepEqual(failures.length, expected.length, failures.map(({ what }) => what).join('\n'));
	for (const [at, said] of expected.entries())
		assert.match(`${failures[at]?.where}: ${failures[at]?.what}`, said);
}
