import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { lineDiff } from '../../scripts/report/line-diff.ts';
import { sha256 } from '../archive/hashes.ts';
import { formatMessage } from '../archive/message.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { engine } from './engine.ts';
import { reextractArchive } from './reextract.ts';
import { verifyArchive } from './verify.ts';

const words = 'You may use the service as long as you pay all fees that are due.';
const page = `<html><body><main><h1>Terms</h1><p>${words}</p></main></body></html>`;
const text = `# Terms\n\n${words}\n`;

let repository: TemporaryRepository;
let directory: string;
beforeEach(() => {
	repository = makeTemporaryRepository();
	directory = path.join(repository.directory, 'archive');
	repository.write('archive/collection.yml', '');
	const terms = { Terms: { fetch: 'https://tern.example/', select: 'main' } };
	repository.write('archive/declarations/Tern.json', JSON.stringify({ name: 'Tern', terms }));
	repository.commit('Declare', '2024-01-01');
});
afterEach(() => repository.remove());

/** A version as an engine before this one made it from the page. */
function record(recorded: string): void {
	repository.write('archive/versions/Tern/Terms.md', recorded);
	repository.write('archive/snapshots/Tern/Terms.html', page);
	const hashes = { snapshotHash: sha256(Buffer.from(page)), textHash: sha256(Buffer.from(recorded)) };
	const facts = { sources: ['https://tern.example/'], contentType: 'text/html', engine: '0.0.1' };
	const evidence = { ...facts, ...hashes };
	repository.commit(
		formatMessage({ kind: 'first', platform: 'Tern', agreement: 'Terms', evidence }),
		'2024-01-02',
	);
}

test('a text that is read better now becomes a technical version of the same snapshot and time', async () => {
	record(`Menu\n\n${text}`);
	const [shown] = await reextractArchive({ directory, mode: 'dry-run' });
	assert.equal(shown?.kind === 'differs' && lineDiff(shown.before, shown.after).split('\n')[0], '- Menu');
	assert.equal(repository.git('rev-list', '--count', 'HEAD'), '2', 'a dry run records nothing');
	await reextractArchive({ directory, mode: 'record' });
	const message = repository.git('log', '-1', '--format=%aI %B');
	assert.match(message, /^2024-01-02T12:00:00\S* Apply technical or declaration upgrade on Tern Terms\n/);
	assert.ok(message.includes(`X-engine-version: ${engine}`));
	assert.equal(`${repository.git('show', 'HEAD:archive/versions/Tern/Terms.md')}\n`, text);
	assert.equal(repository.git('show', 'HEAD:archive/snapshots/Tern/Terms.html'), page);
	assert.equal(repository.git('status', '--porcelain'), '');
	const { failures, reproductions } = await verifyArchive(directory);
	assert.deepEqual(failures, []);
	assert.deepEqual([reproductions.proved, reproductions.replaced], [1, 1]);
	assert.equal((await reextractArchive({ directory, mode: 'record' }))[0]?.kind, 'same');
});

test('a text of which most would be lost is held, and rules that fit no more are named', async () => {
	record(text + `${text}And more of this, which nobody reads.\n`.repeat(40));
	const [held] = await reextractArchive({ directory, mode: 'record' });
	assert.equal(held?.kind, 'held');
	const terms = { Terms: { fetch: 'https://tern.example/', select: '#gone' } };
	repository.write('archive/declarations/Tern.json', JSON.stringify({ name: 'Tern', terms }));
	const [failed] = await reextractArchive({ directory, mode: 'record' });
	assert.equal(failed?.kind, 'failed');
	assert.match(failed?.detail ?? '', /#gone/);
	assert.equal(repository.git('rev-list', '--count', 'HEAD'), '2');
	assert.deepEqual(await reextractArchive({ directory, mode: 'record', platform: 'Gull' }), []);
});

test('a difference of lines shows what changed with one line around, and counts the rest', () => {
	const before = ['a', 'b', 'c', 'd', 'e', 'f'].join('\n');
	assert.equal(
		lineDiff(before, before.replace('c', 'x')),
		'  … 1 line as before\n  b\n- c\n+ x\n  d\n  … 2 lines as before',
	);
	assert.equal(lineDiff('a\nb', 'x\ny', 2), '- a\n- b\n  … 2 lines more');
});
