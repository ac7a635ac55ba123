/**
 * The same archive reads the same under whatever config and environment, none of which can have a program run; and what git itself cannot
 * be kept from reading otherwise is refused.
 */
import assert from 'node:assert/strict';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { collectionSchema } from '../model/collection.ts';
import { Fault } from '../model/fault.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { readBlobs } from './blobs.ts';
import { git } from './git.ts';
import { readHistory } from './history.ts';
import { openRecorder } from './recorder.ts';
import { openRepository } from './repository.ts';

let template: TemporaryRepository;
let plain: unknown;
before(async () => {
	template = makeTemporaryRepository();
	makeArchive(template);
	plain = await everythingIn(template.directory);
});
after(() => template.remove());

/** First record in the first commit, side branch and merge, a rename, a deletion, a submodule, names that git would quote. */
function makeArchive(archive: TemporaryRepository): void {
	const text = (name: string, words: string) => archive.write(`archive/versions/${name}.md`, words);
	text('Tern/Terms', 'one');
	text('Bücher "Laden"/AGB', 'eins');
	archive.write('archive/snapshots/Tern/Terms.html', '<p>one');
	archive.commit('First record of Tern Terms', '2024-01-01');
	archive.git('checkout', '--quiet', '-b', 'side');
	text('Gull/Terms', 'side');
	archive.commit('Größe\n\nX-http-status: 200', '2024-01-02');
	archive.git('checkout', '--quiet', 'main');
	text('Tern/Terms', 'two');
	archive.commit('Record new changes of Tern Terms', '2024-01-03');
	archive.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
	archive.git('mv', 'archive/versions/Tern/Terms.md', 'archive/versions/Tern/Terms of Use.md');
	archive.commit('Rename', '2024-01-04');
	archive.git(
		'update-index',
		'--add',
		'--cacheinfo',
		`160000,${'1'.repeat(40)},archive/versions/Gull/Sub.md`,
	);
	archive.git('commit', '--quiet', '-m', 'Add a submodule');
	archive.git('rm', '-q', 'archive/versions/Gull/Terms.md');
	archive.git('commit', '--quiet', '-m', 'Withdraw');
}

/** What every reading command gets of it, by both ways in which git is run. */
async function everythingIn(root: string): Promise<unknown> {
	const directory = path.join(root, 'archive');
	const repository = await openRepository(path.join(directory, 'versions'));
	const { versions, report } = await readHistory(repository);
	const blobs = [...versions.values()].flat().flatMap(({ blob }) => blob ?? []);
	const texts: string[] = [];
	for await (const bytes of readBlobs(repository.directory, blobs)) texts.push(bytes.toString());
	const recorder = await openRecorder(directory, collectionSchema.parse({}), 'dry-run');
	const recorded = await recorder.recordedText('Tern', 'Terms of Use');
	const names = ['Tern', 'Gull', 'Bücher "Laden"'].map((name) => recorder.recordedAgreements(name));
	const { prefix, head } = repository;
	return { prefix, head, versions: [...versions], report, texts, recorded: recorded?.toString(), names };
}

let repository: TemporaryRepository;
let trap: string;
beforeEach(() => {
	const directory = mkdtempSync(path.join(tmpdir(), 'clausetrail-settings-'));
	cpSync(template.directory, directory, { recursive: true });
	repository = { ...template, directory };
	trap = path.join(directory, '.git', 'trap');
	writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> "${trap}.sprung"\nexit 1\n`);
	chmodSync(trap, 0o755);
});
afterEach(() => rmSync(repository.directory, { recursive: true, force: true }));

function configure(...pairs: readonly (readonly [string, string])[]): void {
	const lines = pairs.map(([key, value]) => {
		const [, section = '', sub, name = ''] = /^([^.]+)(?:\.(.+))?\.([^.]+)$/.exec(key) ?? [];
		return `[${section}${sub === undefined ? '' : ` "${sub}"`}]\n\t${name} = ${JSON.stringify(value)}\n`;
	});
	writeFileSync(path.join(repository.directory, '.git', 'config'), lines.join(''), { flag: 'a' });
}

async function withEnvironment<Result>(
	variables: Readonly<Record<string, string>>,
	work: () => Promise<Result>,
): Promise<Result> {
	const before = { ...process.env };
	Object.assign(process.env, variables);
	try {
		return await work();
	} finally {
		for (const name of Object.keys(variables)) delete process.env[name];
		Object.assign(process.env, before);
	}
}

async function assertAsPlain(variables: Readonly<Record<string, string>> = {}): Promise<void> {
	const read = await withEnvironment(variables, () => everythingIn(repository.directory));
	assert.deepEqual(read, plain);
	assert.ok(!existsSync(`${trap}.sprung`), 'a program was run');
}

/** Settings that change what git tells by itself. */
const settings: readonly (readonly [string, string])[] = [
	['diff.relative', 'true'],
	['log.showRoot', 'false'],
	['log.showSignature', 'true'],
	['log.follow', 'true'],
	['log.diffMerges', 'off'],
	['log.diffMerges', 'combined'],
	['format.pretty', 'oneline'],
	['notes.displayRef', 'refs/notes/*'],
	['diff.renames', 'copies'],
	['diff.orderFile', 'nowhere'],
	['diff.ignoreSubmodules', 'all'],
	['core.abbrev', '4'],
	['color.ui', 'always'],
	['i18n.logOutputEncoding', 'ISO-8859-1'],
	['i18n.commitEncoding', 'UTF-16'],
	['submodule.recurse', 'true'],
	['transfer.hideRefs', 'refs/heads'],
];

/** Settings that a command less well asked would heed. */
const others: readonly (readonly [string, string])[] = [
	['log.date', 'relative'],
	['log.decorate', 'full'],
	['log.mailmap', 'false'],
	['log.abbrevCommit', 'true'],
	['log.excludeDecoration', '*'],
	['format.notes', 'true'],
	['diff.noprefix', 'true'],
	['diff.mnemonicPrefix', 'true'],
	['diff.submodule', 'log'],
	['diff.algorithm', 'histogram'],
	['diff.wordRegex', '.'],
	['core.quotePath', 'true'],
	['core.autocrlf', 'true'],
	['core.ignoreCase', 'true'],
	['core.sparseCheckout', 'true'],
	['core.useReplaceRefs', 'true'],
	['core.commitGraph', 'true'],
	['color.diff', 'always'],
	['alias.log', 'status'],
];

/** Settings by which git runs a program, each set to one that leaves a trace. */
const programs = [
	'core.fsmonitor',
	'core.pager',
	'pager.log',
	'core.editor',
	'core.sshCommand',
	'core.gitProxy',
	'core.askPass',
	'core.alternateRefsCommand',
	'credential.helper',
	'diff.external',
	'diff.trap.command',
	'diff.trap.textconv',
	'filter.trap.clean',
	'filter.trap.smudge',
	'filter.trap.process',
	'merge.trap.driver',
	'gpg.program',
	'interactive.diffFilter',
	'uploadpack.packObjectsHook',
];

/** Variables that point git elsewhere, or have it tell something else. */
const variables: readonly Readonly<Record<string, string>>[] = [
	{ GIT_DIR: '/nowhere' },
	{ GIT_WORK_TREE: '/' },
	{ GIT_COMMON_DIR: '/nowhere' },
	{ GIT_INDEX_FILE: '/nowhere' },
	{ GIT_OBJECT_DIRECTORY: '/nowhere' },
	{ GIT_CEILING_DIRECTORIES: tmpdir() },
	{ GIT_NAMESPACE: 'other' },
	{ GIT_REPLACE_REF_BASE: 'refs/other' },
	{ GIT_SHALLOW_FILE: '/etc/hostname' },
	{ GIT_GRAFT_FILE: '/etc/hostname' },
	{ GIT_CONFIG: '/nowhere' },
	{ GIT_CONFIG_PARAMETERS: "'diff.relative=true'" },
	{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'diff.relative', GIT_CONFIG_VALUE_0: 'true' },
	{ GIT_LITERAL_PATHSPECS: '1' },
	{ GIT_ICASE_PATHSPECS: '1' },
	{ GIT_NOGLOB_PATHSPECS: '1' },
	{ GIT_DIFF_OPTS: '-u0' },
	{ GIT_EXEC_PATH: '/nowhere' },
	{ GIT_TRACE: '1', GIT_TRACE_SETUP: '1' },
	{ GIT_FLUSH: '1' },
	{ LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' },
	{ EDITOR: '/nowhere', PAGER: '/nowhere', PREFIX: '/nowhere', SSH_ASKPASS: '/nowhere' },
];

describe('an archive is the same', () => {
	for (const [key, value] of settings)
		test(`with ${key} = ${value}`, async () => {
			configure([key, value]);
			await assertAsPlain();
		});

	test('with all of these at once, as the user’s own and as the system’s', async () => {
		const file = path.join(repository.directory, '.git', 'others');
		configure(...settings, ...others);
		cpSync(path.join(repository.directory, '.git', 'config'), file);
		await assertAsPlain({ GIT_CONFIG_GLOBAL: file, GIT_CONFIG_SYSTEM: file });
	});

	for (const each of variables)
		test(`with ${Object.entries(each)
			.map(([name, value]) => `${name}=${value}`)
			.join(' ')}`, async () => {
			await assertAsPlain(each);
		});

	for (const name of [
		'GIT_EXTERNAL_DIFF',
		'GIT_PAGER',
		'GIT_SSH_COMMAND',
		'GIT_ASKPASS',
		'GIT_PROXY_COMMAND',
	])
		test(`with a program as ${name}`, async () => {
			await assertAsPlain({ [name]: trap });
		});

	test('whatever programs its config names', async () => {
		const attributes = path.join(repository.directory, '.git', 'info', 'attributes');
		mkdirSync(path.dirname(attributes), { recursive: true });
		writeFileSync(attributes, '* diff=trap filter=trap merge=trap\n');
		configure(...programs.map((key) => [key, trap] as const), ['log.showSignature', 'true']);
		await assertAsPlain();
	});

	test('whatever hooks it has', async () => {
		for (const folder of ['hooks', 'other-hooks'])
			for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc']) {
				const file = path.join(repository.directory, '.git', folder, hook);
				mkdirSync(path.dirname(file), { recursive: true });
				cpSync(trap, file);
			}
		configure(['core.hooksPath', '.git/other-hooks']);
		await assertAsPlain();
	});

	test('where refs say that one commit replaces another', async () => {
		await git(repository.directory, ['replace', 'HEAD~2', 'HEAD~3']);
		await assertAsPlain();
	});

	test('where a graph of commits was written, right or wrong', async () => {
		await git(repository.directory, ['commit-graph', 'write', '--reachable']);
		await assertAsPlain();
	});

	test('where a file for grafts holds none', async () => {
		mkdirSync(path.join(repository.directory, '.git', 'info'), { recursive: true });
		writeFileSync(path.join(repository.directory, '.git', 'info', 'grafts'), '# none\n\n');
		await assertAsPlain();
	});

	test('where it is reached by a link', async () => {
		const link = path.join(trap, '..', 'link');
		symlinkSync(path.join(repository.directory, 'archive'), link);
		const { versions } = await readHistory(await openRepository(path.join(link, 'versions')));
		assert.deepEqual([...versions], (plain as { versions: unknown }).versions);
	});

	test('where it is owned by another user who is trusted, and is refused where nobody said so', {
		skip: process.getuid?.() !== 0 && 'only the superuser can give a folder away',
	}, async () => {
		for (const part of ['.', '.git']) chownSync(path.join(repository.directory, part), 12345, 12345);
		const config = path.join(repository.directory, '.git', 'global');
		writeFileSync(config, '');
		const nobody = { GIT_CONFIG_GLOBAL: config, GIT_CONFIG_SYSTEM: config };
		const reading = () => withEnvironment(nobody, () => everythingIn(repository.directory));
		await assert.rejects(reading, /dubious ownership/);
		const trusted = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
		await assertAsPlain({ ...nobody, ...trusted });
		writeFileSync(config, '[safe]\n\tdirectory = *\n');
		await assertAsPlain(nobody);
	});
});

describe('an archive is refused, and nothing is run,', () => {
	async function assertRefused(remedy: RegExp): Promise<void> {
		await assert.rejects(
			everythingIn(repository.directory),
			(error) => error instanceof Fault && remedy.test(error.remedy),
		);
		assert.ok(!existsSync(`${trap}.sprung`), 'a program was run');
	}

	for (const [what, file] of [
		['a text', 'archive/versions/Tern/Terms of Use.md'],
		['a folder', 'archive/versions/Tern'],
	] as const)
		test(`that lacks ${what} and names who would bring it`, async () => {
			const object = (await git(repository.directory, ['rev-parse', `HEAD:${file}`])).trim();
			rmSync(path.join(repository.directory, '.git', 'objects', object.slice(0, 2), object.slice(2)));
			configure(
				['core.repositoryFormatVersion', '1'],
				['extensions.partialClone', 'origin'],
				['remote.origin.url', template.directory],
				['remote.origin.promisor', 'true'],
				['remote.origin.uploadpack', trap],
			);
			await assertRefused(/git fsck/);
		});

	test('that has grafts', async () => {
		const head = (await git(repository.directory, ['rev-parse', 'HEAD'])).trim();
		mkdirSync(path.join(repository.directory, '.git', 'info'), { recursive: true });
		writeFileSync(path.join(repository.directory, '.git', 'info', 'grafts'), `# cut\n${head}\n`);
		await assertRefused(/Delete the file/);
	});

	test('whose files git looks for elsewhere', async () => {
		configure(['core.worktree', tmpdir()]);
		await assertRefused(/core.worktree/);
	});

	test('that says it has no files', async () => {
		configure(['core.bare', 'true']);
		await assertRefused(/core.bare/);
	});

	test('whose branch was cut off by a full disk', async () => {
		writeFileSync(path.join(repository.directory, '.git', 'refs', 'heads', 'main'), '');
		await assertRefused(/git reflog/);
	});

	test('whose branch does not exist while others do', async () => {
		await git(repository.directory, ['symbolic-ref', 'HEAD', 'refs/heads/master']);
		await assertRefused(/git switch/);
	});
});
