/** What is read of a history piece by piece is what is read of it at once, whatever came between: commits, merges, other names, another history. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { type History, type ReadBefore, readHistory } from './history.ts';
import { openRepository } from './repository.ts';

type Step = (repository: TemporaryRepository, day: string) => void;

const files = ['Tern/Terms.md', 'Tern/Privacy.md', 'Gull/Terms.md', 'README.md', 'status.json'];
const file = fc.constantFrom(...files);
const words = fc.constantFrom('one', 'two', 'three', '');

const record: fc.Arbitrary<Step> = fc
	.array(fc.tuple(file, words), { maxLength: 3 })
	.map((written) => (repository, day) => {
		for (const [name, text] of written) repository.write(name, text);
		repository.commit('Record', day);
	});

const rename: fc.Arbitrary<Step> = file.map((name) => (repository, day) => {
	if (repository.git('ls-files', '--', name) === '') return;
	repository.git('mv', '--force', name, 'Gull/Privacy.md');
	repository.commit('Rename', day);
});

const remove: fc.Arbitrary<Step> = file.map((name) => (repository, day) => {
	repository.git('rm', '--quiet', '--ignore-unmatch', '--', name);
	repository.commit('Remove', day);
});

/** A branch that began some commits ago, or now, with a commit of its own. */
const merge: fc.Arbitrary<Step> = fc.tuple(fc.nat(2), record).map(([ago, own]) => (repository, day) => {
	const commits = repository.git('rev-list', '--first-parent', 'HEAD').split('\n');
	repository.git('checkout', '--quiet', '--detach', commits[ago] ?? 'HEAD');
	own(repository, day);
	const branch = repository.git('rev-parse', 'HEAD');
	repository.git('checkout', '--quiet', 'main');
	repository.git('merge', '--quiet', '--no-ff', '--strategy-option=ours', '--message', 'Merge', branch);
});

const rewrite: fc.Arbitrary<Step> = fc.tuple(fc.nat(3), record).map(([back, own]) => (repository, day) => {
	const commits = repository.git('rev-list', '--first-parent', 'HEAD').split('\n');
	repository.git('reset', '--quiet', '--hard', commits[back] ?? 'HEAD');
	own(repository, day);
});

const step = fc.oneof({ weight: 4, arbitrary: record }, rename, remove, merge, rewrite);

function plain({ versions, places, report }: History): unknown {
	return [[...versions], [...places], Object.entries(report.setAside), report];
}

test('a history that is read from where it was read before is the history', async () => {
	const sequences = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(sequences, async (batches) => {
			const repository = makeTemporaryRepository();
			try {
				repository.write('Tern/Terms.md', 'begin');
				repository.commit('First record', '2023-12-31');
				let before: ReadBefore | null = null;
				let day = 0;
				for (const batch of batches) {
					for (const take of batch) {
						try {
							take(repository, new Date(Date.UTC(2024, 0, ++day)).toISOString());
						} catch {
							// Git refuses a merge that it cannot settle: another history then goes on from where it stands.
							repository.git('reset', '--quiet', '--hard');
						}
					}
					const place = await openRepository(repository.directory);
					const whole = await readHistory(place);
					const continued: History = await readHistory(place, before);
					assert.deepEqual(plain(continued), plain(whole));
					before = { head: place.head as string, history: continued };
				}
			} finally {
				repository.remove();
			}
		}),
		{ numRuns: 12 },
	);
});

test('after one more commit that commit alone is read', async () => {
	const repository = makeTemporaryRepository();
	repository.write('Tern/Terms.md', 'one');
	repository.commit('First record', '2024-01-01');
	const place = await openRepository(repository.directory);
	const history = await readHistory(place);
	const told = { ...history, places: new Map([['known', 0]]) };
	repository.write('Tern/Terms.md', 'two');
	const commit = repository.commit('Record', '2024-01-02');
	const now = await openRepository(repository.directory);
	const { places } = await readHistory(now, { head: place.head as string, history: told });
	assert.deepEqual([...places.keys()], ['known', commit]);
	repository.remove();
});
