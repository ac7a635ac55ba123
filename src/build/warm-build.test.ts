/**
 * A build that leaves in place what an earlier one made ends with the very site that a first build writes, whatever came into the archive.
 * This is what every page key is held to: one that leaves out something that its page shows fails here.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { checkSite } from '../../scripts/site-check/site-check.ts';
import { assertSameSite } from '../../scripts/test/same-site.ts';
import { loadArchive } from '../load/load-archive.ts';
import { root } from '../root.ts';
import { writeSmallVocabulary } from '../samples/small-vocabulary.ts';
import { temporaryFolder, writeFiles } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { type BuildReport, buildSite } from './build-site.ts';
import { pageCode, renderingCode } from './page-code/page-code.ts';
import { loadPageProgram } from './page-code/page-program.ts';
import { isOfPlatform } from './rendering/platform-pages.ts';

let folder: string;
let archive: TemporaryRepository;
/** Topics that these texts speak of, and one that they do not. */
let vocabulary: string;

/** Clauses enough that a change of one is neither a loss nor another language. */
const clauses = [
	'# Terms of Service',
	'## 1. Accounts',
	'1.1. You must be thirteen years old to open an account with us and keep it.',
	'1.2. You keep your password secret and tell us at once where somebody else has learned it.',
	'## 2. Your content',
	'2.1. You keep what you write here, and give us a licence to show it to those whom you choose.',
	'2.2. We do not sell what you write, nor do we give it to companies that train models.',
	'## 3. Ending',
	'3.1. Either of us may end this agreement with thirty days of notice in writing.',
	'3.2. Where we end it, you may take your content with you for ninety days.',
];

function text(...edits: readonly (readonly [string, string])[]): string {
	return edits.reduce((before, [from, to]) => before.replace(from, to), clauses.join('\n\n'));
}

function record(day: string, file: string, words: string): void {
	archive.write(`${file}.md`, words);
	archive.commit(`Record new changes of ${file}`, day);
}

const fee = ['thirty days of notice', 'fourteen days of notice'] as const;
const sale = ['We do not sell what you write', 'We may sell what you write'] as const;

before(() => {
	// The first build takes it from the archive, and all others have the same.
	delete process.env.SITE;
	delete process.env.YEAR_PAGES_AFTER;
	folder = temporaryFolder();
	vocabulary = writeSmallVocabulary(path.join(folder, 'vocabulary'), [
		'age-limits',
		'ai-training',
		'export-control',
		'sale-of-data',
		'termination-by-platform',
	]);
	process.env.VOCABULARY = vocabulary;
	archive = makeTemporaryRepository();
	record('2022-03-01', 'Tern/Terms of Service', text());
	record('2022-03-02', 'Tern/Privacy Policy', text(['Terms of Service', 'Privacy Policy']));
	record('2022-05-09', 'Gull/Terms of Service', text());
	// Ninety days old between the next builds.
	record('2023-11-30T18:00:00Z', 'Gull/Terms of Service', text(fee));
	record('2023-11-20', 'Auk/Terms of Service', text());
	record('2024-02-10', 'Tern/Terms of Service', text(fee));
	record('2024-02-28', 'Auk/Terms of Service', text(sale));
});

after(() => {
	archive.remove();
});

function places(outDir: string, cache: string) {
	return { outDir: path.join(folder, outDir), cache: path.join(folder, cache) };
}

function build(outDir: string, cache: string): Promise<BuildReport> {
	return buildSite({ archive: archive.directory, ...places(outDir, cache) });
}

/** As a person would: nothing that an earlier build left in memory is at hand. */
function buildInProcess(name: string, kept: string): BuildReport {
	const { outDir, cache } = places(name, kept);
	const script = path.join(root, 'scripts', 'build.ts');
	const args = [script, '--json', '--out-dir', outDir, '--cache', cache];
	const env = { ...process.env, ARCHIVE: archive.directory };
	const said = execFileSync(process.execPath, args, { env, encoding: 'utf8' });
	return JSON.parse(said.trim().split('\n').at(-1) ?? '') as BuildReport;
}

function assertSame(one: string, other: string): Promise<void> {
	return assertSameSite(path.join(folder, one), path.join(folder, other));
}

/** Builds over what all builds before have made, and beside it anew. @returns the report of the warm build */
async function buildBothWays(name: string): Promise<BuildReport> {
	const report = await build('warm', 'kept');
	await build(name, `${name}-cache`);
	await assertSame('warm', name);
	return report;
}

test('the first build renders every page, the next one without a new commit hardly any', async () => {
	const first = await buildBothWays('first');
	assert.equal(first.rendered, first.pages);
	const second = await build('warm', 'kept');
	assert.equal(second.pages, first.pages);
	assert.ok(second.rendered < 20, `${second.rendered} pages`);
	await assertSame('warm', 'first');
});

test('a page that a thread rendered from one platform is the page that the whole archive would have given', async () => {
	const archive = await loadArchive();
	const program = await loadPageProgram(await pageCode(archive, await renderingCode()));
	const components = program.components.filter(isOfPlatform);
	assert.ok(components.length > 8, 'the pages of platforms were found');
	for (const component of components) {
		for (const page of await program.pathsOf(component)) {
			const written = readFileSync(path.join(folder, 'warm', page.file));
			assert.ok(written.equals(await program.render(page)), page.file);
		}
	}
});

test('after a commit of the same month that undoes a change, the warm site is the cold one', async () => {
	record('2024-02-29', 'Tern/Terms of Service', text());
	const { rendered, pages } = await buildBothWays('undone');
	assert.ok(rendered < pages * 0.6, `${rendered} of ${pages} pages`);
});

test('after another service changed the same sentence a day later, each page names the other, and the warm site is the cold one', async () => {
	record('2024-02-29', 'Gull/Terms of Service', text(fee, sale));
	await buildBothWays('sister');
	const pageOf = (place: string) => readFileSync(path.join(folder, 'warm', place, 'index.html'), 'utf8');
	const [one, other] = ['auk/terms-of-service/2024-02-28', 'gull/terms-of-service/2024-02-29'] as const;
	assert.ok(pageOf(one).includes(`href="/${other}/"`));
	assert.ok(pageOf(other).includes(`href="/${one}/"`));
});

test('after commits of later months, of new names and of a text that is gone, the warm site is the cold one', async () => {
	record('2024-06-15', 'tern/Terms of Service', text(fee, sale));
	record('2024-06-20', 'Gull/Privacy Policy', text(['Terms of Service', 'Privacy Policy']));
	archive.git('rm', '--quiet', 'Auk/Terms of Service.md');
	archive.commit('Remove Auk', '2025-03-03');
	await buildBothWays('later');
});

test('after a platform got another name, its former addresses lead on, and the warm site is the cold one', async () => {
	const sixty = ['ninety days', 'sixty days'] as const;
	const named = ['Terms of Service', 'Privacy Policy'] as const;
	record('2025-03-10', 'Gull/Terms of Service', text(fee, sale, sixty));
	record('2025-03-11', 'Gull/Privacy Policy', text(sixty, named));
	record('2025-04-01', 'Gannet/Terms of Service', text(fee, sale, sixty));
	record('2025-04-02', 'Gannet/Privacy Policy', text(sixty, named));
	record('2025-04-21', 'Gannet/Privacy Policy', text(named));
	record('2025-04-22', 'Gannet/Terms of Service', text(fee, sale));
	await buildBothWays('renamed');
	const site = path.join(folder, 'warm');
	for (const page of ['', 'terms-of-service/', 'terms-of-service/history/', 'terms-of-service/2023-11-30/']) {
		const html = readFileSync(path.join(site, 'gull', page, 'index.html'), 'utf8');
		assert.ok(html.includes(`content="0; url=/gannet/${page}"`), page);
	}
	for (const file of ['feed.xml', 'terms-of-service/feed.xml', 'changes.json'])
		assert.deepEqual(
			readFileSync(path.join(site, 'gull', file)),
			readFileSync(path.join(site, 'gannet', file)),
		);
	const { faults } = await checkSite(site, '/', 60);
	assert.deepEqual(faults, []);
});

test('after the captures wrote down how they went, the warm site is the cold one', async () => {
	const status = { format: 1, updated: '2025-03-04T04:12:00.000Z', agreements: {} };
	archive.write('status.json', JSON.stringify(status));
	const { rendered, pages } = await buildBothWays('status');
	assert.ok(rendered < pages, `${rendered} of ${pages} pages`);
});

test('older changes share the page of their year, their addresses lead there, feeds know them as before, and the warm site is the cold one', async () => {
	const site = path.join(folder, 'warm');
	const read = (file: string) => readFileSync(path.join(site, file), 'utf8');
	const feed = 'gannet/terms-of-service/feed.xml';
	const identities = () => read(feed).match(/<guid.*?<\/guid>/g);
	const before = identities();
	process.env.YEAR_PAGES_AFTER = '1';
	await buildBothWays('years');
	assert.match(read('gannet/terms-of-service/2023/index.html'), /<section [^>]*id="2023-11-30"/);
	const former = read('gannet/terms-of-service/2023-11-30/index.html');
	assert.ok(former.includes('content="0; url=../2023/#2023-11-30"'));
	assert.ok(former.length < 400, `${former.length} bytes`);
	assert.ok(
		read('gull/terms-of-service/2023-11-30/index.html').includes(
			'/gannet/terms-of-service/2023/#2023-11-30"',
		),
	);
	assert.ok(read('gannet/terms-of-service/2024-02-29/index.html').includes('<h1'), 'a page of its own');
	for (const page of ['changes/2023-11/', 'gannet/terms-of-service/history/'])
		assert.ok(read(`${page}index.html`).includes('href="/gannet/terms-of-service/2023/#2023-11-30"'), page);
	assert.deepEqual(identities(), before);
	assert.ok(read(feed).includes('/gannet/terms-of-service/2023/#2023-11-30</link>'));
	const { faults } = await checkSite(site, '/', 80);
	assert.deepEqual(faults, []);
	delete process.env.YEAR_PAGES_AFTER;
	await build('warm', 'kept');
	await assertSame('warm', 'status');
});

function explain(body: string): void {
	const head = {
		platform: 'Gull',
		agreement: 'Terms of Service',
		title: 'They may end it within two weeks',
		topic: 'termination-by-platform',
		quote: 'Either of us may end this agreement with fourteen days of notice in writing.',
		reviewed: '2024-01-10',
		lead: 'Either side may end it in two weeks.',
		whyItMatters: 'Two weeks are short.',
		regulations: [{ regulation: 'gdpr', citation: 'Article 20', touches: 'What you take with you.' }],
	};
	archive.write('provisions/Gull/notice.mdx', `---\n${JSON.stringify(head)}\n---\n\n${body}\n`);
}

test('after somebody explained a clause, and wrote one word more of it, the warm site is the cold one', async () => {
	explain('It was thirty days **once**.');
	await buildBothWays('explained');
	explain('It was thirty days *once*, and nobody said why.');
	const { rendered, pages } = await buildBothWays('explained-again');
	assert.ok(rendered < pages * 0.5, `${rendered} of ${pages} pages`);
});

/** The vocabulary of all other builds, in which one topic has another name and this rule alone. */
function vocabularyThatFinds(words: string): string {
	const content = path.join(folder, 'content');
	cpSync(vocabulary, content, { recursive: true });
	writeFileSync(
		path.join(content, 'topics', 'export-control.yml'),
		[
			'name: Keeping quiet',
			'definition: Something is to be told to nobody.',
			'counts: [A password.]',
			'countsNot: [Anything else.]',
			'weight: 1',
			'counterparts: {}',
			`rules: { en: { find: [${words}] } }`,
		].join('\n'),
	);
	return content;
}

test('after a topic got another name and another rule, what shows it is rendered anew, and nothing else', async () => {
	process.env.VOCABULARY = vocabularyThatFinds('keep your password secret');
	const { rendered, pages } = await buildBothWays('topic');
	assert.ok(rendered < pages * 0.7, `${rendered} of ${pages} pages`);
	const platform = readFileSync(path.join(folder, 'warm', 'tern', 'index.html'), 'utf8');
	assert.match(platform, /Keeping quiet/);
	process.env.VOCABULARY = vocabulary;
	await build('warm', 'kept');
});

test('after a history was rewritten, the warm site is the cold one', async () => {
	archive.git('reset', '--quiet', '--hard', 'HEAD~1');
	record('2025-03-03', 'Auk/Terms of Service', text(fee));
	await buildBothWays('rewritten');
});

test('a file that somebody altered, lost or put into the site is made as it was, and so is what of the cache is damaged', async () => {
	const page = path.join(folder, 'warm', 'tern', 'index.html');
	writeFileSync(page, readFileSync(page, 'utf8').replace('Tern', 'Turn'));
	rmSync(path.join(folder, 'warm', 'auk', 'terms-of-service', 'feed.xml'));
	writeFiles(path.join(folder, 'warm'), { 'raven/index.html': '<p>Nobody made this.</p>' });
	for (const name of readdirSync(path.join(folder, 'kept', 'ledgers')))
		writeFileSync(path.join(folder, 'kept', 'ledgers', name), 'half a led');
	writeFileSync(path.join(folder, 'warm', 'pagefind', 'pagefind-entry.json'), '{}');
	const { rendered, pages } = buildInProcess('warm', 'kept');
	assert.ok(rendered < pages, `${rendered} of ${pages} pages`);
	await assertSame('warm', 'rewritten');
});

test('where the list of what was made is lost, or tells of another folder, the site is made anew', async () => {
	writeFileSync(path.join(folder, 'kept', 'site.json'), '{"format":1,"outDir":');
	const damaged = buildInProcess('warm', 'kept');
	assert.equal(damaged.rendered, damaged.pages);
	await assertSame('warm', 'rewritten');
	const elsewhere = buildInProcess('elsewhere', 'kept');
	assert.equal(elsewhere.rendered, elsewhere.pages);
	await assertSame('elsewhere', 'rewritten');
});

/** Something that happens to an archive between two builds. */
type Step = () => void;

const someEdits = [
	fee,
	sale,
	['ninety days', 'sixty days'],
	['thirteen years old', 'sixteen years old'],
	['## 3. Ending', '## 3. How it ends'],
	['1.2. You keep your password secret and tell us at once where somebody else has learned it.\n\n', ''],
] as const;
const someText = fc.subarray([...someEdits]).map((edits) => text(...edits));
const someAgreement = fc.constantFrom(
	'Tern/Terms of Service',
	'Tern/Privacy Policy',
	'Gannet/Terms of Service',
	'Auk/Terms of Service',
	'Wren/Community Rules',
);

/** Of the commits that these steps make: some months apart or on the same day, now and then back in time. */
let today = Date.UTC(2025, 5, 1);
function laterDay(days: number): string {
	today += days * 86_400_000;
	return new Date(today).toISOString();
}

const recording = fc
	.array(fc.tuple(someAgreement, someText, fc.integer({ min: -3, max: 70 })), { minLength: 1, maxLength: 3 })
	.map(
		(all): Step =>
			() => {
				for (const [file, words, days] of all) record(laterDay(days), file, words);
			},
	);
const removing = someAgreement.map(
	(file): Step =>
		() => {
			archive.git('rm', '--quiet', '--ignore-unmatch', `${file}.md`);
			archive.commit(`Remove ${file}`, laterDay(1));
		},
);
const rewriting = fc.tuple(fc.integer({ min: 1, max: 2 }), recording).map(
	([back, then]): Step =>
		() => {
			archive.git('reset', '--quiet', '--hard', `HEAD~${back}`);
			then();
		},
);
const explaining = fc.constantFrom('Said *anew*.', 'Said **otherwise**.').map(
	(body): Step =>
		() => {
			explain(body);
			archive.commit('Explain', laterDay(0));
		},
);
const judging = fc.constantFrom('keep your password', 'take your content').map(
	(rule): Step =>
		() => {
			process.env.VOCABULARY = vocabularyThatFinds(rule);
		},
);
const gathering = fc.constantFrom('0', '1').map(
	(years): Step =>
		() => {
			process.env.YEAR_PAGES_AFTER = years;
		},
);
/** Six kinds in any order, one of them left out. */
const someSteps = fc
	.tuple(recording, removing, rewriting, explaining, judging, gathering)
	.chain((steps) => fc.shuffledSubarray(steps, { minLength: 5, maxLength: 5 }));

test('whatever happens between builds, in any order, the warm site is the cold one', async () => {
	// The same on every machine and in every run: what fails can be looked at.
	const [steps = []] = fc.sample(someSteps, { seed: 17, numRuns: 1 });
	for (const [at, step] of steps.entries()) {
		step();
		await buildBothWays(`sequence-${at}`);
	}
	delete process.env.VOCABULARY;
	delete process.env.YEAR_PAGES_AFTER;
});
