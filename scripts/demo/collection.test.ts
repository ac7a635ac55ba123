import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEditorial } from '../../src/archive/editorial.ts';
import { git } from '../../src/archive/git.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { createCollection } from './collection.ts';
import { loadDemoPlatforms } from './demo-platforms.ts';
import { writtenTexts } from './editorial.ts';

const root = temporaryFolder();

describe('the collection of the demonstration', () => {
	it('has what people wrote from the day after, committed by its authors on the day they wrote it', async () => {
		const collection = await createCollection(root);
		await collection.declare(loadDemoPlatforms(), new Date('2020-12-20T04:12:00Z'));
		const texts = await writtenTexts();
		const day = texts[3]?.day as string;
		const due = texts.filter((text) => text.day < day);
		assert.ok(due.length > 0 && due.length < texts.length);
		await collection.publish(new Date(`${day}T04:12:00Z`));
		await collection.publish(new Date(`${day}T04:12:00Z`));
		const log = await git(root, ['log', '--reverse', '--format=%an|%as|%cs|%s']);
		const [declared, ...written] = log.trim().split('\n');
		assert.match(declared ?? '', /^Clausetrail\|2020-12-20/);
		assert.deepEqual(
			written,
			due.map(({ author, day, subject }) => `${author}|${day}|${day}|${subject}`),
		);
		const { provisions, posts, notes, pages } = await readEditorial(collection.directory);
		assert.equal(provisions.length + posts.length + notes.length + pages.length, due.length);
		assert.equal(await git(root, ['status', '--porcelain']), '');
	});
});
