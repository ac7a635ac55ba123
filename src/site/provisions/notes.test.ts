/** A note stands with its own change, and in feeds nobody takes it for computed. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { load } from 'cheerio';
import type { Archive, Entry } from '../../model/archive.ts';
import type { Note } from '../../model/editorial.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { agreementFeed, archiveFeed, platformFeed } from '../feeds/feeds.ts';
import { agreementKey, changeKey, platformFeedKey } from '../page-keys.ts';
import { notesOn } from './notes.ts';

const environment: { SITE?: string } = process.env;

beforeEach(() => {
	environment.SITE = 'https://example.org/clausetrail/';
});

afterEach(() => {
	delete environment.SITE;
});

const opening =
	'# Terms\n\nYou pay us a fee for each order that you place with us, before the order is sent.\n\n';
const texts = [
	`${opening}We may end your account after we have told you by letter and waited thirty days for an answer.\n`,
	`${opening}We may end your account at once and without telling you, if we believe that you broke these terms.\n`,
];

function withNotes(...notes: Partial<Note>[]): Archive {
	const [old, next] = texts as [string, string];
	const archive = sampleArchive({
		Acme: { Terms: texts, Privacy: [old, old.replace('by letter', 'by telephone')] },
		Other: { Terms: [old, next.replace('at once', 'on the same day')] },
	});
	return { ...archive, notes: notes.map((note) => ({ ...written, ...note })) };
}

const written: Note = {
	platform: 'Acme',
	agreement: 'Terms',
	change: '2024-02-01',
	author: 'R. Amsel',
	written: '2024-02-03',
	summary: 'Accounts may now be ended without a word.',
	file: 'notes/acme-terms.mdx',
	body: '',
	bodyLine: 9,
	fieldLines: {},
};

function entryOf(archive: Archive, path: string, day: string): Entry {
	const found = archive.entries.find(
		({ agreement, change }) => agreement.path === path && change.day === day,
	);
	assert.ok(found);
	return found;
}

test('a note stands with the change that it names and with no other, several in the order in which they were written', () => {
	const archive = withNotes({ written: '2024-02-09', summary: 'Second.' }, {});
	const summaries = (path: string, day: string) =>
		notesOn(archive, entryOf(archive, path, day)).map(({ summary }) => summary);
	assert.deepEqual(summaries('Acme/Terms.md', '2024-02-01'), [written.summary, 'Second.']);
	assert.deepEqual(summaries('Acme/Terms.md', '2024-01-01'), []);
	assert.deepEqual(summaries('Acme/Privacy.md', '2024-02-01'), []);
	assert.deepEqual(summaries('Other/Terms.md', '2024-02-01'), []);
});

test('in every feed the item begins with the note, which says who wrote it and that it is not computed', () => {
	const archive = withNotes({});
	const [acme] = archive.platforms;
	const terms = acme?.agreements.find(({ name }) => name === 'Terms');
	assert.ok(acme && terms);
	for (const xml of [
		archiveFeed(archive),
		platformFeed(archive, acme),
		agreementFeed(archive, acme, terms),
	]) {
		const $ = load(xml, { xml: true });
		const noted = $('item')
			.toArray()
			.map((item) => $(item).find('content\\:encoded').text())
			.filter((body) => body.includes(written.summary));
		assert.equal(noted.length, 1);
		assert.match(
			noted[0] ?? '',
			/^<p><strong>Note by R\. Amsel, 3 February 2024, not computed:<\/strong> Accounts may/,
		);
		assert.match(noted[0] ?? '', /<ins /);
	}
});

test('a note makes no item a new one', () => {
	const identities = (archive: Archive) => load(archiveFeed(archive), { xml: true })('guid').text();
	assert.equal(identities(withNotes({})), identities(withNotes()));
});

test('markup in a note stays text', () => {
	const hostile = ']]></content:encoded><script>alert(1)</script>&\u0001';
	const $ = load(archiveFeed(withNotes({ author: hostile, summary: hostile })), { xml: true });
	assert.equal($('item').length, 3);
	const bodies = load($('content\\:encoded').text());
	assert.equal(bodies('script').length, 0);
	assert.ok(bodies('p').text().includes('<script>alert(1)</script>&'));
});

test('the pages and feeds of an agreement with a new or reworded note are not taken over, the others are', () => {
	const [before, after, later] = [
		withNotes(),
		withNotes({}),
		withNotes({ body: 'More of it.', bodyLine: 9 }),
	];
	const keys = (archive: Archive) =>
		archive.platforms.flatMap((platform) => [
			platformFeedKey(archive, platform),
			...platform.agreements.flatMap((agreement) => [
				agreementKey(archive, platform, agreement),
				changeKey(archive, platform, agreement),
			]),
		]);
	const differing = (one: Archive, other: Archive) => {
		const others = keys(other);
		return keys(one).map((key, index) => key !== others[index]);
	};
	const expected = expectedOf(before);
	assert.deepEqual(differing(before, after), expected);
	assert.deepEqual(differing(after, later), expected);
});

/** True for each key that has to differ. */
function expectedOf(archive: Archive): boolean[] {
	return archive.platforms.flatMap((platform) => [
		platform.name === 'Acme',
		...platform.agreements.flatMap(({ path }) => Array(2).fill(path === 'Acme/Terms.md')),
	]);
}
