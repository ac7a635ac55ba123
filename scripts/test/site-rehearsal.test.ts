/**
 * The site workflow as it stands, its `run:` steps run by bash as the runner does: three shards and the job that puts together what they left
 * make the very site that one job makes, and each can go on from what the other kept. Every job has a machine of its own, at one place.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { root } from '../../src/root.ts';
import { writeSmallVocabulary } from '../../src/samples/small-vocabulary.ts';
import { temporaryFolder, writeFiles } from '../../src/samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../../src/samples/temporary-repository.ts';
import { assertSameSite, indexParts } from './same-site.ts';
import { readWorkflow, runStep, type StepResult } from './workflow-steps.ts';

const workflow = readWorkflow('site.yml');
const site = 'https://tern.example/agreements/';
const shards = ['1', '2', '3'];

let home: string;
let origin: TemporaryRepository;
let machine: string;

function text(name: string, ...edits: readonly (readonly [string, string])[]): string {
	const clauses = [
		`# Terms of ${name}`,
		'## 1. Members',
		'1.1. You become a member by paying the fee of the year before the first boat leaves.',
		'1.2. Members may bring one guest to the island, who stays no longer than they do.',
		'## 2. Boats',
		'2.1. We are not liable for boats that leave late because of wind, ice or fog.',
		'2.2. You may carry your own boat ashore where the birds do not breed.',
		'## 3. Ending',
		`3.1. ${name} may end a membership with thirty days of notice in writing.`,
	];
	return edits.reduce((before, [from, to]) => before.replace(from, to), clauses.join('\n\n'));
}

function record(day: string, platform: string, words: string, agreement = 'Terms of Service'): void {
	origin.write(`archive/versions/${platform}/${agreement}.md`, words);
	origin.commit(`Record new changes of ${platform} ${agreement}`, day);
}

const guest = ['one guest', 'two guests'] as const;
const ice = ['wind, ice or fog', 'wind or fog'] as const;

before(() => {
	home = temporaryFolder();
	machine = path.join(home, 'machine');
	process.env.VOCABULARY = writeSmallVocabulary(path.join(home, 'vocabulary'), [
		'liability-limit',
		'termination-by-platform',
	]);
	origin = makeTemporaryRepository();
	origin.write('archive/collection.yml', `site: ${site}\n`);
	origin.write('.gitignore', 'node_modules\nsrc\nscripts\npackage.json\ndist\n.astro\n');
	for (const [at, name] of ['Auk', 'Gull', 'Puffin', 'Skua', 'Tern'].entries())
		record(`2023-01-1${at}`, name, text(name));
	record('2023-02-01', 'Auk', text('Auk privacy'), 'Privacy Policy');
	for (const [at, edit] of [guest, ice].entries()) record(`2023-03-0${at + 1}`, 'Tern', text('Tern', edit));
	// The same at two platforms within two days, whose pages two shards make.
	record('2023-05-01', 'Gull', text('Gull', ice));
	record('2023-05-02', 'Skua', text('Skua', ice));
});

/** What the runner keeps between the jobs of a run, and between runs. */
const place = (name: string) => path.join(home, name);

/** A machine with a fresh clone, the program in it, and what the cache holds. */
function startJob(cache: string | null): void {
	for (const used of [machine, place('temp')]) rmSync(used, { recursive: true, force: true });
	execFileSync('git', ['clone', '--quiet', origin.directory, machine]);
	for (const part of ['src', 'scripts', 'node_modules', 'package.json'])
		symlinkSync(path.join(root, part), path.join(machine, part));
	if (cache !== null) execFileSync('cp', ['-a', `${place(cache)}/.`, machine]);
}

function saveCache(cache: string): void {
	mkdirSync(place(cache), { recursive: true });
	execFileSync('cp', ['-a', path.join(machine, 'dist'), path.join(machine, '.astro'), place(cache)]);
}

async function step(job: string, name: string, given: Record<string, string>): Promise<StepResult> {
	return runStep(workflow, [job, name], { home, cwd: machine }, { SITE: site, ...given });
}

async function passes(job: string, name: string, given: Record<string, string>): Promise<string> {
	const { status, said } = await step(job, name, given);
	assert.equal(status, 0, said);
	return said;
}

/** Both stages of all shards. @returns what they said */
async function runShards(artefacts: string, cache: string | null): Promise<string> {
	let said = '';
	for (const [job, name, left] of [
		['analyse', 'Analyse', 'site-analysed'],
		['render', 'Render', 'site-rendered'],
	] as const) {
		for (const SHARD of shards) {
			startJob(cache);
			if (job === 'render') cpSync(place(artefacts), place('temp/shards'), { recursive: true });
			said += await passes(job, name, { SHARD, SHARDS: String(shards.length) });
			cpSync(place('temp/shard'), path.join(place(artefacts), `${left}-${SHARD}`), { recursive: true });
		}
	}
	return said;
}

/** @param artefacts of shards, or null for a build by one job. @returns what it said */
async function build(to: string, artefacts: string | null, cache: string | null): Promise<string> {
	startJob(cache);
	if (artefacts !== null) cpSync(place(artefacts), place('temp/shards'), { recursive: true });
	const given = { IS_SPREAD: String(artefacts !== null), DATASET: 'beside' };
	const said = await passes('build', 'Build and check', given);
	saveCache(to);
	return said;
}

/** Beside what one program makes of the archive as it stands, with nothing kept. */
async function assertAsAnew(made: string): Promise<void> {
	const outDir = path.join(temporaryFolder(), 'dist');
	const archive = path.join(origin.directory, 'archive');
	const env = { ...process.env, ARCHIVE: archive, SITE: site, DATASET: 'beside' };
	const run = (script: string, ...args: readonly string[]) =>
		execFileSync(process.execPath, [path.join(root, 'scripts', script), ...args], { env });
	run('build.ts', '--out-dir', outDir);
	run('export.ts', '--tables', '--out', temporaryFolder(), '--beside', outDir);
	await assertSameSite(path.join(place(made), 'dist'), outDir, new URL(site).pathname);
}

/** @param commits that the archive is said to have */
async function plan(
	commits: number,
	given: Record<string, string>,
): Promise<StepResult & { output: string }> {
	const folder = temporaryFolder();
	writeFiles(folder, { output: '', 'bin/git': `#!/bin/sh\necho ${commits}\n` });
	chmodSync(path.join(folder, 'bin/git'), 0o755);
	const result = await runStep(workflow, ['plan', 'Plan'], { home: folder, cwd: folder }, given);
	return { ...result, output: readFileSync(path.join(folder, 'output'), 'utf8') };
}

test('the plan spreads a large archive of which nothing is kept, and what the variable says; it refuses anything else', async () => {
	for (const [commits, given, shards] of [
		[100_000, {}, '[1]'],
		[100_001, {}, '[1,2,3]'],
		[100_001, { KEPT: 'site-0-1' }, '[1]'],
		[9_000_000, {}, `[${Array.from({ length: 20 }, (_, at) => at + 1)}]`],
		[7, { SHARDS: '2', KEPT: 'site-0-1' }, '[1,2]'],
		[900_000, { SHARDS: '1' }, '[1]'],
	] as const) {
		const { status, output } = await plan(commits, given);
		assert.equal(status, 0);
		assert.match(output, new RegExp(`^shards=\\${shards.slice(0, -1)}\\]\nis-spread=${shards !== '[1]'}\n`));
	}
	for (const SHARDS of ['0', '21', 'x', '1;ls']) {
		const { status, said } = await plan(7, { SHARDS });
		assert.equal(status, 1, SHARDS);
		assert.match(said, /::error::The repository variable SITE_SHARDS/);
	}
});

test('three shards and one job make the same site, and each goes on from what the other kept', async (context) => {
	await context.test('with nothing kept', async () => {
		const said = await runShards('artefacts', null);
		for (const shard of shards) assert.match(said, new RegExp(`Shard ${shard} of 3 has [1-9]\\d* platforms`));
		await build('spread', 'artefacts', null);
		await assertAsAnew('spread');
		assert.deepEqual(indexParts(path.join(place('spread'), 'dist')).folders, ['part-1/', 'part-2/']);
	});

	await context.test(
		'over what the other kept: one job after a commit, then shards after another',
		async () => {
			record('2023-05-20', 'Auk', text('Auk', guest));
			const alone = await build('then-alone', null, 'spread');
			const [, pages, rendered] = /(\d+) pages \((\d+) rendered\)/.exec(alone) ?? [];
			assert.ok(Number(rendered) < Number(pages) * 0.6, alone);
			const { folders } = indexParts(path.join(place('then-alone'), 'dist'));
			assert.deepEqual(folders, ['part-1/', 'part-2/', 'delta/']);
			record('2023-05-21', 'Puffin', text('Puffin', ice));
			const said = await runShards('artefacts-since', 'then-alone');
			assert.equal([...said.matchAll(/: 1 analysed anew/g)].length, 1, said);
			assert.equal([...said.matchAll(/: 0 analysed anew/g)].length, 2, said);
			await build('then-spread', 'artefacts-since', 'then-alone');
			await assertAsAnew('then-spread');
		},
	);

	await context.test('shards that were given what is kept, and a job that was not', async () => {
		await build('without', 'artefacts-since', null);
		const [first, second] = ['without', 'then-spread'].map((name) => path.join(place(name), 'dist'));
		await assertSameSite(first as string, second as string, new URL(site).pathname);
	});

	await context.test('of which one is missing or of another commit, nothing is built', async () => {
		for (const [change, complaint] of [
			[
				() => rmSync(place('temp/shards/site-rendered-2'), { recursive: true }),
				/shard 2 of the 3 that render is missing/,
			],
			[
				() => record('2023-08-01', 'Puffin', text('Puffin')),
				/had the archive at [0-9a-f]{40}, and here it is at [0-9a-f]{40}/,
			],
		] as const) {
			startJob(null);
			cpSync(place('artefacts-since'), place('temp/shards'), { recursive: true });
			change();
			execFileSync('git', ['-C', machine, 'pull', '--quiet']);
			const { status, said } = await step('build', 'Build and check', { IS_SPREAD: 'true' });
			assert.equal(status, 1);
			assert.match(said, complaint);
			assert.ok(!existsSync(path.join(machine, 'dist')));
		}
	});
});
