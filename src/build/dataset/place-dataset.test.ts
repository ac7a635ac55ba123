/** A data set goes beside its site while the host has room for it, in Parquet alone where it has little. */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { temporaryFolder } from '../../samples/temporary-folder.ts';
import { formats } from '../../site/dataset/data-package.ts';
import { listFiles } from '../site-files.ts';
import { placeBeside } from './place-dataset.ts';
import { writeDataset } from './write-dataset.ts';

const sketch = { Tern: { Terms: ['You pay within thirty days of our invoice to you.'] } };

/** @param left bytes that the site leaves of what its host takes; the file has holes, and takes no room on the disk */
async function placed(left: number) {
	const [folder, site] = [temporaryFolder(), temporaryFolder()];
	writeFileSync(path.join(site, 'index.html'), '');
	truncateSync(path.join(site, 'index.html'), 950_000_000 - left);
	const archive = sampleArchive(sketch);
	const files = await writeDataset(archive, folder, formats);
	await placeBeside(archive, { folder, files, site });
	const { resources } = JSON.parse(readFileSync(path.join(site, 'data', 'datapackage.json'), 'utf8'));
	const parquet = files.filter(({ format }) => format === 'parquet');
	return {
		files: files.length,
		named: resources.map((each: { path: string }) => each.path).toSorted(),
		beside: listFiles(path.join(site, 'data')).filter((file) => file !== 'datapackage.json'),
		parquet: parquet.reduce((sum, { bytes }) => sum + bytes, 0),
	};
}

test('all of it lies beside a site that leaves room', async () => {
	const { files, named, beside } = await placed(10_000_000);
	assert.equal(beside.length, files);
	assert.deepEqual(named, beside);
});

test('where there is room for one format, Parquet lies beside the site, and the package names nothing else', async () => {
	const { parquet } = await placed(0);
	const { files, named, beside } = await placed(parquet);
	assert.equal(beside.length, files / 3);
	assert.ok(beside.every((file) => file.endsWith('.parquet')));
	assert.deepEqual(named, beside);
});

test('beside a site that leaves no room lies a package without a file', async () => {
	const { named, beside } = await placed(0);
	assert.deepEqual([named, beside], [[], []]);
});
