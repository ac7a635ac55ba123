import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { formatVerification } from '../../scripts/report/verify-report.ts';
import { sha256 } from '../archive/hashes.ts';
import { formatMessage, type RecordKind } from '../archive/message.ts';
import type { Evidence } from '../model/version.ts';
import { root } from '../root.ts';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { capture } from '../samples/sample-capture.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { engine } from './engine.ts';
import { verifyArchive } from './verify.ts';

let web: PageWeb;
let repository: TemporaryRepository;

before(async () => {
	web = await startPageWeb();
});
after(() => web.close());
beforeEach(() => {
	repository = makeTemporaryRepository();
	repository.write('archive/collection.yml', 'delay: 0\nprivateAddresses: true\n');
});
afterEach(() => repository.remove());

const words =
	'You may use the service as long as you pay all fees that are due. We may change these terms with thirty days of notice. ' +
	'You must not infringe the rights of others. You agree that we process personal data with your consent.';

function page(text: string, element = 'main'): string {
	return `<html><body><nav>Menu</nav><${element}><h1>Terms</h1><p>${words} ${text} <a href="fees">Fees</a></p></${element}></body></html>`;
}

function declare(select: string): void {
	const tern = { 'Terms of Service': { fetch: `${web.origin}/old`, select } };
	const gull = {
		'Privacy Policy': { combine: [{ fetch: `${web.origin}/one` }, { fetch: `${web.origin}/two` }], select },
	};
	repository.write('archive/declarations/Tern.json', JSON.stringify({ name: 'Tern', terms: tern }));
	repository.write('archive/declarations/Gull.json', JSON.stringify({ name: 'Gull', terms: gull }));
}

const archive = () => path.join(repository.directory, 'archive');

async function captureOn(day: string): Promise<void> {
	const outcomes = await capture({ directory: archive() }, { now: new Date(`${day}T04:00:00Z`) });
	assert.deepEqual(
		outcomes.filter(({ kind }) => kind === 'failed' || kind === 'held'),
		[],
	);
}

describe('an archive that this program captured', () => {
	beforeEach(async () => {
		web.clear();
		for (const at of ['/deep/new', '/one', '/two']) web.pages.set(at, page('First edition.'));
		// Relative links start from where a redirect led to.
		web.pages.set('/old', (response) => response.writeHead(302, { location: '/deep/new' }).end());
		declare('main');
		repository.commit('Declare', '2024-01-01');
		await captureOn('2024-01-02');
	});

	test('is proved whole, each text read again by the declaration of its day', async () => {
		for (const at of ['/deep/new', '/one', '/two']) web.pages.set(at, page('Second edition.', 'article'));
		declare('article');
		repository.commit('Declare anew', '2024-01-03');
		await captureOn('2024-01-04');
		const report = await verifyArchive(archive());
		assert.deepEqual(report.failures, []);
		assert.deepEqual(report.notes, []);
		assert.equal(report.versions, 4);
		assert.deepEqual(report.texts, { proved: 4, unproved: 0, failed: 0 });
		assert.deepEqual(report.snapshots, { proved: 6, unproved: 0, failed: 0 });
		assert.equal(report.reproductions.proved, 4);
		assert.match(formatVerification(report), /4 versions of 2 agreements[\s\S]*no failure/);
	});

	test('does not take in a text that somebody changed by hand', async () => {
		const text = repository.git('show', 'HEAD:archive/versions/Tern/Terms of Service.md');
		repository.write('archive/versions/Tern/Terms of Service.md', text.replace('thirty', 'three'));
		const commit = repository.commit('Mend a typing error', '2024-01-03');
		const report = await verifyArchive(archive());
		assert.equal(report.failures.length, 1);
		assert.equal(report.failures[0]?.commit, commit);
		assert.equal(report.failures[0]?.path, 'Tern/Terms of Service.md');
		assert.match(report.failures[0]?.what ?? '', /without a hash/);
	});
});

interface Forged {
	readonly text?: string;
	readonly snapshot?: string | null;
	readonly kind?: RecordKind;
	readonly evidence?: Partial<Evidence>;
}

/** A version as the recorder writes it, but for what is forged; its hashes are those of the honest text and page. */
function record(on: string, { text, snapshot = page(''), kind = 'change', evidence = {} }: Forged): string {
	const honest = honestText();
	repository.write('archive/versions/Tern/Terms.md', text ?? honest);
	const file = 'archive/snapshots/Tern/Terms.html';
	if (snapshot === null) repository.git('rm', '-q', '--ignore-unmatch', file);
	else repository.write(file, snapshot);
	const hashes = { snapshotHash: sha256(Buffer.from(page(''))), textHash: sha256(Buffer.from(honest)) };
	const facts = { sources: ['https://tern.example/'], contentType: 'text/html', engine };
	const message = formatMessage({
		kind,
		platform: 'Tern',
		agreement: 'Terms',
		evidence: { ...facts, ...hashes, ...evidence },
	});
	return repository.commit(message, on);
}

function honestText(): string {
	const lines = words.replaceAll('. ', '.\n');
	return `# Terms\n\n${lines}\n[Fees](https://tern.example/fees)\n`;
}

function declareTerms(): void {
	const terms = { Terms: { fetch: 'https://tern.example/', select: 'main' } };
	repository.write('archive/declarations/Tern.json', JSON.stringify({ name: 'Tern', terms }));
	repository.commit('Declare', '2023-01-01');
}

describe('a version', () => {
	beforeEach(declareTerms);

	test('that is as it was recorded is proved', async () => {
		record('2024-01-01', {});
		const { failures, reproductions } = await verifyArchive(archive());
		assert.deepEqual(failures, []);
		assert.equal(reproductions.proved, 1);
	});

	test('with another text than its hash says fails with what was expected and found', async () => {
		const text = honestText().replace('thirty', 'three');
		const commit = record('2024-01-01', { text });
		const { failures, reproductions } = await verifyArchive(archive());
		assert.deepEqual(failures, [
			{
				commit,
				path: 'Tern/Terms.md',
				what: 'the text is not the one that was recorded',
				expected: sha256(Buffer.from(honestText())),
				found: sha256(Buffer.from(text)),
			},
		]);
		assert.equal(reproductions.failed, 0, 'said once');
	});

	test('with another snapshot fails, and so does one without', async () => {
		record('2024-01-01', { snapshot: page('forged') });
		record('2024-01-02', { text: `${honestText()}x`, snapshot: null });
		const whats = (await verifyArchive(archive())).failures.map(({ what }) => what);
		assert.deepEqual(whats, [
			'the snapshot is not the one that was recorded',
			'the text is not the one that was recorded',
			'the snapshot is missing',
		]);
	});

	test('whose text and hash were both forged is found out by its snapshot', async () => {
		const text = honestText().replace('thirty', 'three');
		record('2024-01-01', { text, evidence: { textHash: sha256(Buffer.from(text)) } });
		const { failures } = await verifyArchive(archive());
		assert.equal(failures[0]?.what, 'its snapshots do not give this text again');
		assert.match(failures[0]?.found ?? '', /line 4 on: .*thirty/);
	});

	test('of another engine, and one that a technical version replaced, are told from failures', async () => {
		const text = `${honestText()}Menu\n`;
		const textHash = sha256(Buffer.from(text));
		record('2024-01-01', { text, evidence: { textHash, engine: '0.0.1' } });
		record('2024-01-02', { text: `${text}\n`, evidence: { textHash: sha256(Buffer.from(`${text}\n`)) } });
		record('2024-01-03', { kind: 'technical' });
		const { failures, notes, reproductions } = await verifyArchive(archive());
		assert.deepEqual(failures, []);
		assert.deepEqual(reproductions, { proved: 1, engine: 1, replaced: 1, impossible: 0, failed: 0 });
		assert.match(notes[0]?.what ?? '', /made by engine 0\.0\.1/);
		assert.match(notes[1]?.what ?? '', /technical/);
	});
});

test('an archive of another program is walked, and what cannot be proved is said', async () => {
	repository.write('Tern/Terms.md', 'one');
	repository.commit('First record of Tern Terms', '2024-01-01');
	repository.git('rm', '-q', '-r', 'archive');
	repository.commit('Only versions', '2024-01-02');
	const report = await verifyArchive(repository.directory);
	assert.deepEqual(report.texts, { proved: 0, unproved: 1, failed: 0 });
	assert.match(
		formatVerification(report),
		/nothing proves[\s\S]*none named[\s\S]*nothing was proved: no text/,
	);
});

describe('the command', () => {
	const verify = () =>
		spawnSync(process.execPath, [path.join(root, 'scripts', 'verify.ts'), '--archive', archive()], {
			encoding: 'utf8',
		});

	test('ends well where every text is proved', () => {
		declareTerms();
		record('2024-01-01', {});
		const { status, stdout } = verify();
		assert.deepEqual([status, stdout.trim().split('\n').at(-1)], [0, 'no failure']);
	});

	test('ends with 1 where there is nothing to prove', () => {
		declareTerms();
		const { status, stdout } = verify();
		assert.equal(status, 1);
		assert.match(stdout, /nothing was proved: no version was found/);
	});

	test('ends with 1 where no text has a hash', () => {
		repository.write('archive/versions/Tern/Terms.md', 'one');
		repository.commit('First record of Tern Terms', '2024-01-01');
		const { status, stdout } = verify();
		assert.equal(status, 1);
		assert.match(stdout, /nothing was proved: no text has a hash/);
	});
});
