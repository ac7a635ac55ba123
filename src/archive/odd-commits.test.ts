/** Git keeps whatever is written into it. A commit that holds no text is set aside with its reason, and costs no other one. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { readBlobs } from './blobs.ts';
import { readHistory } from './history.ts';
import { openRepository } from './repository.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
	repository.write('Tern/Terms.md', 'one');
	repository.write('Gull/Terms.md', 'one');
	repository.commit('Begin', '2024-01-01');
});
afterEach(() => repository.remove());

/** What git takes from its standard input. */
function feed(input: string | Buffer, ...args: string[]): string {
	return execFileSync('git', args, { cwd: repository.directory, input, encoding: 'utf8' }).trim();
}

interface Entry {
	readonly mode: string;
	readonly object: string;
	/** As the tree is to hold it, UTF-8 or not. */
	readonly path: string | Buffer;
}

const author = 'A <a@example.org> 1704196800 +0000';

/** A commit on top of the branch with these files in the place of Tern's, and with these lines in its head. */
function commit(entries: readonly Entry[], head: Partial<Record<'author' | 'committer', string>> = {}): void {
	repository.git('rm', '-q', '--cached', '--ignore-unmatch', '-r', 'Tern');
	for (const { mode, object, path } of entries)
		feed(
			Buffer.concat([Buffer.from(`${mode} ${object}\t`), Buffer.from(path), Buffer.from('\0')]),
			'update-index',
			'-z',
			'--index-info',
		);
	write(repository.git('write-tree'), { author, committer: author, ...head }, 'Record');
}

/** Whatever it holds: git's own commands would refuse some of it. */
function write(tree: string, head: Readonly<Record<string, string>>, message: string | Buffer): void {
	const lines = Object.entries(head).map(([name, value]) => `${name} ${value}\n`);
	const parent = repository.git('rev-parse', 'HEAD');
	const top = Buffer.from(`tree ${tree}\nparent ${parent}\n${lines.join('')}\n`);
	const object = Buffer.concat([top, Buffer.from(message)]);
	const name = feed(object, 'hash-object', '-w', '-t', 'commit', '--literally', '--stdin');
	repository.git('update-ref', 'refs/heads/main', name);
}

function blob(text: string): string {
	return feed(text, 'hash-object', '-w', '--stdin');
}

const path = 'Tern/Terms.md';
const file = (text: string): Entry => ({ mode: '100644', object: blob(text), path });

/** After one text and the odd commit comes another text, which must be read as if nothing had been. */
async function assertReadPast(reason: string | null, versionsOfOdd = 0): Promise<void> {
	repository.git('reset', '--quiet', '--mixed');
	repository.git('rm', '-q', '--cached', '--ignore-unmatch', '-r', 'Tern');
	repository.git('update-index', '--add', '--cacheinfo', `100644,${blob('last')},${path}`);
	write(repository.git('write-tree'), { author, committer: author }, 'Record last');
	const { versions, report } = await readHistory(await openRepository(repository.directory));
	const texts: string[] = [];
	const blobs = (versions.get(path) ?? []).flatMap(({ blob }) => blob ?? []);
	for await (const bytes of readBlobs(repository.directory, blobs)) texts.push(bytes.toString());
	assert.deepEqual([texts.at(0), texts.at(-1)], ['one', 'last']);
	assert.deepEqual(report.setAside, reason === null ? {} : { [reason]: 1 });
	assert.equal(report.commits, report.commitsWithVersions + (reason === null ? 0 : 1));
	assert.equal(versions.get(path)?.length, 2 + versionsOfOdd);
	assert.equal(versions.get('Gull/Terms.md')?.length, 1);
}

const place = 'link or submodule in the place of a text';
const name = 'file name that is not UTF-8, or holds control characters';
const date = 'no author date, or one before 1990 or after 2099';

describe('in the place of a text', () => {
	for (const [what, mode] of [
		['a submodule', '160000'],
		['a symbolic link', '120000'],
	] as const)
		test(`${what} is set aside`, async () => {
			const object = mode === '160000' ? repository.git('rev-parse', 'HEAD') : blob('/etc/passwd');
			commit([{ mode, object, path }]);
			await assertReadPast(place);
		});

	test('a submodule that git lacks is set aside', async () => {
		commit([{ mode: '160000', object: '1'.repeat(40), path }]);
		await assertReadPast(place);
	});

	test('a submodule that config says to ignore is set aside', async () => {
		repository.git('config', 'diff.ignoreSubmodules', 'all');
		commit([{ mode: '160000', object: repository.git('rev-parse', 'HEAD'), path }]);
		await assertReadPast(place);
	});

	test('a folder means that the text is gone', async () => {
		commit([{ mode: '100644', object: blob('x'), path: `${path}/Terms.md` }]);
		await assertReadPast(null, 1);
	});

	test('a tree that says it is a file is set aside', async () => {
		const tree = repository.git('rev-parse', 'HEAD:Gull');
		const entry = Buffer.concat([Buffer.from('100644 Terms.md\0'), Buffer.from(tree, 'hex')]);
		const platform = feed(entry, 'hash-object', '-w', '-t', 'tree', '--literally', '--stdin');
		const root = feed(
			`040000 tree ${repository.git('rev-parse', 'HEAD:Gull')}\tGull\n040000 tree ${platform}\tTern\n`,
			'mktree',
		);
		write(root, { author, committer: author }, 'Record');
		await assertReadPast('object that is no file in the place of a text');
	});

	test('more than a page can hold is set aside', async () => {
		commit([file('a'.repeat(16 * 1024 * 1024 + 1))]);
		await assertReadPast('text of more than 16 MiB');
	});

	test('an executable file is a text', async () => {
		commit([{ ...file('two'), mode: '100755' }]);
		await assertReadPast(null, 1);
	});

	test('the same text with another mode is no version', async () => {
		commit([{ ...file('one'), mode: '100755' }]);
		await assertReadPast('mode of a file, and no text');
	});
});

describe('under a name', () => {
	for (const [what, odd] of [
		['that is not UTF-8', Buffer.from('Tern/T\xff.md', 'latin1')],
		['with a line break', 'Tern/Ter\nms.md'],
		['with a control character', 'Tern\u001b[31m/Terms.md'],
	] as const)
		test(`${what} a text is set aside`, async () => {
			commit([file('one'), { ...file('two'), path: odd }]);
			await assertReadPast(name);
		});

	test('that only differs in bytes that are no text two agreements do not become one', async () => {
		commit([
			file('one'),
			{ ...file('two'), path: Buffer.from('Tern/T\xfe.md', 'latin1') },
			{ ...file('three'), path: Buffer.from('Tern/T\xff.md', 'latin1') },
		]);
		await assertReadPast(name);
	});

	test('with a tab, quotes, or three hundred letters a text is read', async () => {
		commit([
			file('one'),
			...['a\tb', '"a" \\n', 'x'.repeat(300)].map((each) => ({ ...file(each), path: `Tern/${each}.md` })),
		]);
		await assertReadPast(null);
	});
});

describe('with an author date', () => {
	for (const [what, line] of [
		['of more seconds than a date has', 'A <a@example.org> 99999999999999 +0000'],
		['of more seconds than a number holds', 'A <a@example.org> 99999999999999999999999 +0000'],
		['in the year 10000', 'A <a@example.org> 253402300800 +0000'],
		['in the year 2100', 'A <a@example.org> 4102444800 +0000'],
		['of the first second', 'A <a@example.org> 0 +0000'],
		['before 1970', 'A <a@example.org> -86400 +0000'],
		['that is no number', 'A <a@example.org> yesterday +0000'],
		['that is left out', 'A <a@example.org>'],
		['without a time zone', 'A <a@example.org> 1704196800'],
		['without an author', ''],
	] as const)
		test(`${what} a text is set aside`, async () => {
			commit([file('two')], { author: line });
			await assertReadPast(date);
		});

	for (const [what, line] of [
		['and no name', ' <> 1704196800 +0000'],
		['in a time zone that is none', 'A <a@example.org> 1704196800 +9999'],
		['of 1990', 'A <a@example.org> 631152000 +0000'],
		['of 2099', 'A <a@example.org> 4102444799 +0000'],
	] as const)
		test(`${what} a text is read`, async () => {
			commit([file('two')], { author: line });
			await assertReadPast(null, 1);
		});

	for (const line of ['A <a@example.org> 99999999999999 +0000', 'A <a@example.org>', ''])
		test(`a text is read whose committer is “${line}”`, async () => {
			commit([file('two')], { committer: line });
			await assertReadPast(null, 1);
		});
});

describe('with a message', () => {
	for (const [what, message] of [
		['of two million letters', 'a'.repeat(2_000_000)],
		['that is not UTF-8', Buffer.from('Gr\xfc\xdfe\n\nX-http-status: 200\n', 'latin1')],
		['that is empty', ''],
		[
			'with NUL and what looks like a change',
			`a\0:000000 100644 ${'0'.repeat(40)} ${'1'.repeat(40)} A\0x/y.md`,
		],
	] as const)
		test(`${what} a text is read`, async () => {
			const tree = repository.git('rev-parse', 'HEAD^{tree}');
			write(tree, { author, committer: author }, message);
			repository.git('update-index', '--add', '--cacheinfo', `100644,${blob('two')},${path}`);
			write(repository.git('write-tree'), { author, committer: author }, message);
			await assertReadPast('empty commit', 1);
		});

	test('in an encoding that makes NUL of what is none, a text is read', async () => {
		const head = { author, committer: author, encoding: 'UTF-7' };
		const message = `a +AAA-:000000 100644 ${'0'.repeat(40)} ${'1'.repeat(40)} A+AAA-x/y.md`;
		repository.git('update-index', '--add', '--cacheinfo', `100644,${blob('two')},${path}`);
		write(repository.git('write-tree'), head, message);
		await assertReadPast(null, 1);
	});
});

test('of a commit that brings a text and a link, the text is read and the link named', async () => {
	commit([file('two'), { mode: '120000', object: blob('/etc/passwd'), path: 'Tern/Privacy.md' }]);
	const { versions, report } = await readHistory(await openRepository(repository.directory));
	assert.equal(versions.get(path)?.length, 2);
	assert.deepEqual(report.setAside, {});
	assert.deepEqual(report.filesSetAside, { [place]: 1 });
});
