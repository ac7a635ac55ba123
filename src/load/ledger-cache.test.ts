/** What a build keeps on disk is the analysis itself, and nothing that is not whole is ever believed. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { saidKey, wordedKey } from '../analysis/sentences/sentences-of.ts';
import { readHistory } from '../archive/history.ts';
import { openRepository } from '../archive/repository.ts';
import { Fault } from '../model/fault.ts';
import type { Topic } from '../model/topic.ts';
import { sampleTopics } from '../samples/sample-topics.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import {
	type AgreementHistory,
	type Analyse,
	type AnalysedAgreement,
	analyseAgreements,
} from './analyse-agreements.ts';
import { analyseInTwo, analyseWith } from './analyse-in-parallel.ts';
import { findKept, ledgerOf, type Shelf, shelfFor } from './ledger-cache.ts';

let repository: TemporaryRepository;
let shelf: Shelf;
before(() => {
	repository = makeTemporaryRepository();
	for (const [day, fee] of ['two', 'three', 'two', 'four'].entries()) {
		for (const platform of ['Tern', 'Gull', 'Auk'])
			repository.write(
				`${platform}/Terms.md`,
				`# Fees\n\n1. You pay ${fee} ${platform} fees.\n\n- No refund.`,
			);
		repository.commit('Record', `2024-01-0${day + 1}`);
	}
});
after(() => repository.remove());
beforeEach(() => {
	shelf = { directory: temporaryFolder(), code: 'one' };
});

async function histories(): Promise<AgreementHistory[]> {
	const { versions } = await readHistory(await openRepository(repository.directory));
	return [...versions].map(([file, list]) => ({ file, versions: list }));
}

async function analysed(analyse: Analyse, topics = sampleTopics): Promise<AnalysedAgreement[]> {
	const result: AnalysedAgreement[] = [];
	for await (const agreement of analyse(repository.directory, await histories(), topics, () => {}))
		result.push(agreement);
	return result.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function files(): string[] {
	return readdirSync(shelf.directory).map((name) => path.join(shelf.directory, name));
}

test('a kept analysis is the one that was made, on the first build and on the next, by one core or two', async () => {
	const fresh = await analysed(analyseAgreements);
	assert.deepEqual(await analysed((...request) => analyseInTwo(shelf, ...request)), fresh);
	assert.equal(files().length, 3);
	assert.deepEqual(await analysed(analyseWith(shelf)), fresh);
});

test('a kept ledger tells what its texts say as reading them does, of signs alone too', async () => {
	repository.write('Skua/Terms.md', '# Sizes\n\n| Post | 5 kg |\n| --- | --- |\n| ✓ | ✗ |');
	repository.commit('Record', '2024-01-05');
	const fresh = await analysed(analyseAgreements);
	const kept = await analysed(analyseWith(shelf));
	for (const [at, { ledger }] of kept.entries()) {
		const { texts } = (fresh[at] as AnalysedAgreement).ledger;
		for (const key of [saidKey, wordedKey])
			assert.deepEqual(
				ledger.texts.map((_, id) => key(ledger.texts, id)),
				texts.map((_, id) => key(texts, id)),
			);
	}
	const [skua] = kept.filter(({ path }) => path.startsWith('Skua'));
	const { texts } = (skua as AnalysedAgreement).ledger;
	assert.ok(texts.some((_, id) => wordedKey(texts, id) === 0 && saidKey(texts, id) !== 0));
});

test('only an agreement with a new version is analysed again, and its old file goes', async () => {
	await analysed(analyseWith(shelf));
	const old = files();
	repository.write('Gull/Terms.md', '# Fees\n\nNone.');
	repository.commit('Record', '2024-02-01');
	assert.deepEqual(await analysed(analyseWith(shelf)), await analysed(analyseAgreements));
	assert.equal(files().filter((file) => !old.includes(file)).length, 1);
	assert.equal(files().length, old.length);
});

test('other code and other rules of topics find nothing that these kept', async () => {
	await analysed(analyseWith(shelf));
	const [first, ...rest] = sampleTopics as readonly [Topic, ...Topic[]];
	const reworded = { ...first, definition: 'Said better.' };
	const stricter = {
		...first,
		rules: { en: { find: ['arbitration'], unless: ['small claims'], stances: [] } },
	};
	for (const history of await histories()) {
		assert.ok(findKept(shelfFor(shelf, sampleTopics), history));
		assert.ok(findKept(shelfFor(shelf, [reworded, ...rest]), history));
		assert.equal(findKept(shelfFor({ ...shelf, code: 'two' }, sampleTopics), history), undefined);
		assert.equal(findKept(shelfFor(shelf, [stricter, ...rest]), history), undefined);
	}
});

test('a file that is cut, changed or foreign is not believed but made again', async () => {
	const fresh = await analysed(analyseAgreements);
	await analysed(analyseWith(shelf));
	const all = await histories();
	const history = all.find(({ file }) => file === 'Auk/Terms.md') as AgreementHistory;
	const find = () => findKept(shelfFor(shelf, sampleTopics), history);
	const victim = files().find((file) => {
		const whole = readFileSync(file);
		writeFileSync(file, '');
		const isIt = find() === undefined;
		writeFileSync(file, whole);
		return isIt;
	}) as string;
	const whole = readFileSync(victim);
	const damage = fc.oneof(
		fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
		fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
			const bytes = Buffer.from(whole);
			bytes[at] = (bytes[at] as number) ^ by;
			return bytes;
		}),
		fc.string().map((text) => Buffer.from(text)),
	);
	fc.assert(
		fc.property(damage, (bytes) => {
			writeFileSync(victim, bytes);
			const kept = find();
			if (kept === undefined) return;
			// The facts are whole; the ledger is looked at once somebody asks for it, and then no later build finds it.
			assert.throws(() => ledgerOf(shelfFor(shelf, sampleTopics), history), Fault);
			assert.equal(find(), undefined);
		}),
	);
	assert.deepEqual(await analysed(analyseWith(shelf)), fresh);
});
