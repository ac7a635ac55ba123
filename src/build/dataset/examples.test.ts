/** The examples of the page on data, as a reader would run them: in a folder that holds a data set. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import { temporaryFolder } from '../../samples/temporary-folder.ts';
import { type Example, examples } from '../../site/dataset/examples.ts';
import { writeDataset } from './write-dataset.ts';

const pay = 'You pay within thirty days of our invoice to you, in the currency that the invoice names.';
const train = 'We train our models on all that you put here and write to others.';
let folder: string;

before(async () => {
	const tern = { Terms: [pay, `${pay}\n\n${train}`, `${pay.replace('thirty', 'ten')}\n\n${train}`] };
	folder = temporaryFolder();
	await writeDataset(sampleArchive({ Tern: tern, Gull: { Terms: [train] } }, [sidedTopic]), folder, [
		'jsonl',
		'parquet',
	]);
});

function programOf(id: Example['id']): string {
	return examples.find((example) => example.id === id)?.program ?? '';
}

/** False where the machine has no such program. */
function isThere(command: string): boolean {
	return spawnSync(command, ['--version']).status === 0;
}

function run(command: string, ...args: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	return stdout;
}

test('DuckDB counts the changes that matter by platform and year', async () => {
	const duck = await (await DuckDBInstance.create(':memory:')).connect();
	await duck.run(`set file_search_path = '${folder}'`);
	const rows = (await duck.runAndReadAll(programOf('duckdb'))).getRowObjectsJson();
	assert.deepEqual(rows, [{ platform: 'tern', year: '2024', changes: '2' }]);
});

test('Python puts together what an agreement said on a day', {
	skip: isThere('python3') ? false : 'there is no python3',
}, () => {
	writeFileSync(path.join(folder, 'text.py'), programOf('python'));
	const [head, ...lines] = run('python3', 'text.py', 'tern/terms', '2024-02-15').trimEnd().split(/\r?\n/);
	assert.match(head ?? '', /^tern\/terms, fetched 2024-02-01T.*, commit 0{39}1$/);
	assert.deepEqual(lines, [pay, train]);
});

test('jq lists the clauses that prove a side', { skip: isThere('jq') ? false : 'there is no jq' }, () => {
	writeFileSync(path.join(folder, 'sides.jq'), programOf('jq'));
	const asked = ['--raw-output', '--arg', 'topic', 'training', '--from-file', 'sides.jq'];
	const lines = run('jq', ...asked, 'jsonl/stance_evidence.jsonl')
		.trimEnd()
		.split(/\r?\n/);
	const said = lines.map((line) => line.split('\t').slice(0, 4));
	assert.deepEqual(said, [
		['tern/terms', 'trains', '2024-02-01', train],
		['gull/terms', 'trains', '2024-01-01', train],
	]);
});
