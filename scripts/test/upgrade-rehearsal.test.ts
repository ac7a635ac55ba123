/**
 * A fork of this very machine that was captured for three years and edited in every way goes through two releases; and what GitHub's
 * "Sync fork", "Update branch" does to such a fork, which is a merge.
 */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { commitFiles } from '../../src/archive/commit-files.ts';
import { sha256 } from '../../src/archive/hashes.ts';
import { formatMessage } from '../../src/archive/message.ts';
import { checkArchive } from '../../src/authoring/check-archive.ts';
import { beginCollection } from '../../src/authoring/layout/begin-collection.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import { hasPage } from '../../src/model/change.ts';
import { root } from '../../src/root.ts';
import { makeUpstream, type Upstream } from '../../src/samples/sample-releases.ts';
import type { TemporaryRepository } from '../../src/samples/temporary-repository.ts';
import { endUpgrade, upgradeMachine } from '../../src/upgrade/upgrade-machine.ts';

const platforms = ['Discord', 'Reddit', 'Spotify'];
const machine = ['src', 'scripts', 'public', '.github', '.gitignore', 'README.md', 'astro.config.mjs'];

let upstream: Upstream;
let fork: TemporaryRepository;

before(async () => {
	upstream = makeUpstream();
	for (const part of machine)
		cpSync(path.join(root, part), path.join(upstream.directory, part), { recursive: true });
	upstream.release('0.8.0', {
		'archive/README.md': readFileSync(path.join(root, 'archive', 'README.md'), 'utf8'),
	});
	fork = upstream.fork();
	symlinkSync(path.join(root, 'node_modules'), path.join(fork.directory, 'node_modules'));
	fork.write('.git/info/exclude', 'node_modules\n');
	const facts = { name: 'Tern Watch', tagline: null, site: null, contact: null, repository: null };
	await beginCollection(archive(), { ...facts, examples: [...platforms, 'GitHub', 'Steam'] });
	fork.commit('Begin the collection', '2024-01-02');
});

function archive(): string {
	return path.join(fork.directory, 'archive');
}

/** The month of a capture, counted from January 2024: one sentence changes in each, and one comes in each year. */
function textOf(platform: string, month: number): string {
	const years = Array.from({ length: Math.floor(month / 12) }, (_, at) => `Rule ${at} of ${platform} holds.`);
	const notice = `We tell you ${14 + month} days before we change these terms of ${platform}.`;
	return ['# Terms', notice, 'You may use the service as long as you pay all fees that are due.', ...years]
		.map((line) => `${line}\n`)
		.join('\n');
}

/** What the robot records in these months, in its own form. */
async function capture(from: number, until: number): Promise<void> {
	const months = Array.from({ length: until - from }, (_, at) => from + at);
	const orders = months.flatMap((month) =>
		platforms.map((platform) => {
			const bytes = Buffer.from(textOf(platform, month));
			const snapshot = Buffer.from(`<main>${bytes}</main>`);
			const evidence = { sources: [`https://${platform.toLowerCase()}.example/`], textHash: sha256(bytes) };
			const kind = month === 0 ? ('first' as const) : ('change' as const);
			return {
				files: [
					{ path: `archive/versions/${platform}/Terms of Service.md`, bytes },
					{ path: `archive/snapshots/${platform}/Terms of Service.html`, bytes: snapshot },
				],
				message: formatMessage({ kind, platform, agreement: 'Terms of Service', evidence }),
				date: new Date(Date.UTC(2024, month, 3)),
			};
		}),
	);
	const tip = fork.git('rev-parse', 'HEAD');
	await commitFiles({ root: fork.directory, branch: 'refs/heads/main', tip }, orders);
	fork.git('reset', '--quiet', '--hard');
}

function edit(name: string, change: (text: string) => string): void {
	fork.write(name, change(readFileSync(path.join(fork.directory, name), 'utf8')));
}

/** All that a site of the archive has an address for. */
async function addresses(): Promise<readonly string[]> {
	const { platforms: read } = await readArchive(archive());
	return read.flatMap(({ slug: platform, agreements }) =>
		agreements.flatMap(({ slug, changes, ledger }) => [
			`/${platform}/${slug}/`,
			...changes.filter(hasPage).map((change) => `/${platform}/${slug}/${change.day}/`),
			...(ledger?.clauses ?? []).map(({ anchor }) => `/${platform}/${slug}/#${anchor}`),
		]),
	);
}

const tree = (place: string) => fork.git('rev-parse', place);

async function upgrade(version: string): Promise<void> {
	const [collection, known] = [tree('HEAD:archive'), await addresses()];
	assert.ok(known.length > 50);
	const done = await upgradeMachine({ root: fork.directory, from: upstream.directory });
	assert.equal(done?.to, version);
	await endUpgrade(fork.directory);
	assert.equal(tree('HEAD:archive'), collection, 'no byte of the archive changed');
	assert.equal(fork.git('status', '--porcelain'), '');
	for (const folder of ['src', 'scripts', '.github'])
		assert.equal(tree(`HEAD:${folder}`), upstream.git('rev-parse', `v${version}:${folder}`));
	assert.deepEqual(await addresses(), known);
	assert.equal(await upgradeMachine({ root: fork.directory, from: upstream.directory }), null);
}

test('three years of captures and of edits go through two releases', async (context) => {
	await context.test(
		'the first: declarations edited, deleted and added, a clause explained, a file of the machine altered',
		async () => {
			await capture(0, 20);
			edit('archive/collection.yml', (text) =>
				text.replace(/^site: .*$/m, 'site: https://tern.example/watch/'),
			);
			edit('archive/declarations/Discord.json', (text) =>
				text.replace('"name": "Discord"', '"name": "Discord Inc."'),
			);
			rmSync(path.join(archive(), 'declarations', 'Steam.json'));
			const terms = { 'Terms of Service': { fetch: 'https://auk.example/terms', select: 'main' } };
			fork.write('archive/declarations/Auk.json', JSON.stringify({ name: 'Auk', terms }));
			fork.write(
				'archive/provisions/Reddit/fees.mdx',
				'---\nplatform: Reddit\nagreement: Terms of Service\ntitle: Fees\ntopic: refunds\n' +
					'quote: You may use the service as long as you pay all fees that are due.\n' +
					'reviewed: 2025-06-01\nlead: Fees must be paid.\nwhyItMatters: It ends otherwise.\n---\n',
			);
			edit('scripts/serve.ts', (text) => `${text}// mine\n`);
			fork.commit('Edit by hand', '2025-09-01');
			// The release edits, deletes and adds the same examples, and moves files about.
			const examples = path.join(upstream.directory, 'src', 'content', 'examples');
			const example = (name: string) => `src/content/examples/${name}.json`;
			const release = {
				[example('Discord')]: '{ "name": "Discord", "terms": {} }',
				[example('Auk')]: '{}',
				'src/new.ts': '',
			};
			assert.ok(readdirSync(examples).includes('Reddit.json'));
			upstream.release('0.9.0', release, [example('Reddit'), example('Steam'), 'scripts/picture.ts']);
			await upgrade('0.9.0');
		},
	);

	await context.test('the second, which has a file less where the fork wrote one', async () => {
		await capture(20, 36);
		edit('archive/declarations/Reddit.json', (text) => text.replace('"name": "Reddit"', '"name": "reddit"'));
		fork.write(
			'archive/pages/imprint.mdx',
			'---\ntitle: Imprint\nlead: Who we are.\nupdated: 2026-12-01\n---\n\nUs.\n',
		);
		fork.write('CNAME', 'tern.example');
		fork.commit('Edit again', '2026-12-01');
		upstream.release('0.10.0', { 'src/new.ts': 'export const one = 1;\n' }, ['scripts/bench.ts']);
		await upgrade('0.10.0');
		assert.equal(readFileSync(path.join(fork.directory, 'CNAME'), 'utf8'), 'tern.example');
		assert.deepEqual((await checkArchive(archive())).faults, []);
	});
});

test('after an upgrade, “Update branch” merges what the machine went on to be, and leaves the collection alone', () => {
	upstream.write('src/new.ts', 'export const two = 2;\n');
	upstream.write('scripts/serve.ts', '// anew\n');
	upstream.commit('Go on', '2027-01-02');
	const collection = tree('HEAD:archive');
	fork.git('fetch', '--quiet', upstream.directory, 'main');
	fork.git('merge', '--quiet', '--no-edit', 'FETCH_HEAD');
	assert.equal(tree('HEAD:archive'), collection);
	assert.equal(tree('HEAD:src'), upstream.git('rev-parse', 'main:src'));
});

test('where a file of the machine was altered that merge conflicts, at which GitHub offers to discard commits; the upgrade goes on', async () => {
	edit('src/new.ts', () => 'export const mine = 1;\n');
	fork.commit('Alter the machine', '2027-02-01');
	upstream.release('0.11.0', { 'src/new.ts': 'export const three = 3;\n' });
	fork.git('fetch', '--quiet', upstream.directory, 'main');
	assert.throws(() => fork.git('merge', '--quiet', '--no-edit', 'FETCH_HEAD'));
	assert.equal(fork.git('diff', '--name-only', '--diff-filter=U'), 'src/new.ts');
	fork.git('merge', '--abort');
	const collection = tree('HEAD:archive');
	const done = await upgradeMachine({ root: fork.directory, from: upstream.directory });
	assert.deepEqual(
		done?.altered.map((each) => each.path),
		['src/new.ts'],
	);
	assert.equal(tree('HEAD:archive'), collection);
});
