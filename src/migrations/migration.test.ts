import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { collectionFormat } from '../model/collection.ts';
import { statusFormat } from '../model/status.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { allMigrations } from './all-migrations.ts';
import { formatOf, type Migration, migrateCollection } from './migration.ts';

const second: Migration = {
	of: 'collection.yml',
	to: 2,
	migrate: (files) =>
		new Map([
			['collection.yml', `format: 2\n${files.get('collection.yml')}`],
			['notes/old.mdx', null],
			['essays/old.mdx', files.get('notes/old.mdx') ?? null],
		]),
};
const third: Migration = {
	of: 'collection.yml',
	to: 3,
	migrate: (files) =>
		new Map([['collection.yml', (files.get('collection.yml') ?? '').replace('format: 2', 'format: 3')]]),
};

function collection(): string {
	return temporaryFolder({
		'collection.yml': 'name: Mine # of ours\n',
		'notes/old.mdx': 'Words.',
		'versions/Tern/Terms.md': 'Text.',
		'status.json': '{"format":1}',
	});
}

const texts = (directory: string) =>
	readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.join(parentPath, name))
		.map((file) => [path.relative(directory, file), readFileSync(file, 'utf8')])
		.sort();

test('a collection goes through every step that it lacks, and through none twice', async () => {
	const directory = collection();
	const files = await migrateCollection(directory, [second, third]);
	assert.deepEqual(files, ['collection.yml', 'essays/old.mdx', 'notes/old.mdx']);
	assert.deepEqual(texts(directory), [
		['collection.yml', 'format: 3\nname: Mine # of ours\n'],
		['essays/old.mdx', 'Words.'],
		['status.json', '{"format":1}'],
		['versions/Tern/Terms.md', 'Text.'],
	]);
	assert.deepEqual(await migrateCollection(directory, [second, third]), []);
});

test('a step that fails leaves every file as it was', async () => {
	const directory = collection();
	const before = texts(directory);
	const failing: Migration = { ...third, migrate: () => new Map() };
	await assert.rejects(migrateCollection(directory, [second, failing]), /ended at 2/);
	assert.deepEqual(texts(directory), before);
});

test('the steps that ship end at the formats that are read', () => {
	for (const [of, read] of [
		['collection.yml', collectionFormat],
		['status.json', statusFormat],
	] as const) {
		const reached = allMigrations.filter((step) => step.of === of).map(({ to }) => to);
		assert.deepEqual(
			reached,
			Array.from({ length: read - 1 }, (_, at) => at + 2),
		);
	}
});

test('what states no format is of the first, and what is broken is named', () => {
	assert.equal(formatOf('name: Mine\n', 'collection.yml'), 1);
	assert.equal(formatOf('', 'collection.yml'), 1);
	assert.equal(formatOf('{"format": 4}', 'status.json'), 4);
	assert.throws(() => formatOf('name: [', 'archive/collection.yml'), /archive\/collection\.yml.*broken/);
});
