import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { makeTemporaryRepository } from '../../src/samples/temporary-repository.ts';
import { replay } from './replay-run.ts';
import { compareReplay, formatReplay } from './replay-table.ts';

const snapshots = makeTemporaryRepository();
const versions = makeTemporaryRepository();

const clauses = Array.from(
	{ length: 30 },
	(_, at) => `You may use part ${at} of the service as long as you pay for it.`,
);
const page = (text: readonly string[], mark: string) =>
	`<html><head><script nonce="${mark}">var at = "${mark}"</script></head><main><p>${text.join('</p><p>')}</p></main></html>`;

test('a replay records what changed, believes no wall, and says which change of the other archive it lacks', async () => {
	const terms = { Terms: { fetch: 'https://tern.example/terms?all=1', select: 'main' } };
	const declaration = JSON.stringify({ name: 'Tern', terms });
	const folder = path.join(temporaryFolder({ 'declarations/Tern.json': declaration }), 'declarations');
	const longer = [...clauses, 'You must be sixteen years old.'];
	for (const [day, text] of [
		['2024-05-01', clauses],
		['2024-05-02', clauses],
		['2024-05-03', longer],
		['2024-05-04', ['Checking your browser before you proceed. Please enable JavaScript.']],
		['2024-05-05', clauses],
		['2024-05-06', longer],
	] as const) {
		snapshots.write('Tern/Terms.html', page(text, day));
		snapshots.commit('Record new changes of Tern Terms', day);
	}
	for (const [day, text] of [
		['2024-05-01', clauses],
		['2024-05-03', longer],
		['2024-06-01', longer.map((clause) => clause.replace('pay for it', 'work for it with both hands'))],
	] as const) {
		versions.write('Tern/Terms.md', `${text.join('\n\n')}\n`);
		versions.commit('Record new changes of Tern Terms', day);
	}

	const replayed = await replay({ snapshots: snapshots.directory, declarations: folder });
	const table = await compareReplay(replayed, versions.directory);
	after(() => rmSync(path.dirname(replayed.directory), { recursive: true, force: true }));
	assert.equal(replayed.likeBefore, 1);
	assert.deepEqual(replayed.outcomes, {
		recorded: 2,
		'failed (bot-wall)': 1,
		'held (alternating)': 1,
		unchanged: 1,
	});
	const [row] = table.rows;
	assert.deepEqual([row?.ours, row?.theirs], [2, 3]);
	assert.match(row?.missed.join() ?? '', /^2024-06-01 [0-9a-f]{10}$/);
	assert.match(formatReplay(table), /in all +2 +3/);
});

test('a folder by another name is refused, for its declarations would be passed over', async () => {
	await assert.rejects(replay({ snapshots: '.', declarations: 'src/capture' }), /not named declarations/);
});
