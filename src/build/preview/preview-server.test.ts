/** What somebody sees who writes: a real server for a small archive, its files edited, broken and mended. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { temporaryFolder } from '../../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../../samples/temporary-repository.ts';
import { type Preview, startPreview } from './preview-server.ts';

let repository: TemporaryRepository;
let preview: Preview;

const text = [
	'# Terms of Service',
	'## 1. Your content',
	'1.1. You keep what you write here, and give us a licence to show it to those whom you choose.',
	'1.2. We do not sell what you write, nor do we give it to companies that train models.',
	'## 2. Ending',
	'2.1. You may leave after thirty days of notice in writing.',
].join('\n\n');

before(async () => {
	delete process.env.SITE;
	repository = makeTemporaryRepository();
	repository.write('archive/collection.yml', 'name: Tern watch\n');
	repository.write('archive/versions/Tern/Terms of Service.md', text);
	write('provisions/Tern/leaving.mdx', provision({ lead: 'You may leave.' }));
	repository.commit('First record of Tern Terms of Service', '2024-01-01');
	const cache = temporaryFolder();
	preview = await startPreview({ archive: path.join(repository.directory, 'archive'), port: 0, cache });
});

after(async () => {
	await preview?.stop();
	repository.remove();
});

function provision(fields: Readonly<Record<string, string>>, body = ''): string {
	const usual = {
		platform: 'Tern',
		agreement: 'Terms of Service',
		title: 'Leaving',
		reviewed: '2024-01-15',
		lead: 'You may leave.',
		whyItMatters: 'You are free.',
		topic: 'termination-by-platform',
		quote: 'after thirty days of notice',
	};
	const lines = Object.entries({ ...usual, ...fields }).map(([name, value]) => `${name}: ${value}`);
	return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

function write(file: string, words: string): void {
	repository.write(`archive/${file}`, words);
}

interface Shown {
	readonly status: number;
	readonly html: string;
}

async function show(page: string): Promise<Shown> {
	const answer = await fetch(new URL(page, preview.address), { headers: { accept: 'text/html' } });
	return { status: answer.status, html: await answer.text() };
}

/** Asks for the page again and again until it is so; how long that may take is for the whole run to say. */
async function until(page: string, isSo: (shown: Shown) => boolean): Promise<Shown> {
	for (;;) {
		const shown = await show(page);
		if (isSo(shown)) return shown;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

const says = (words: string | RegExp) => (shown: Shown) =>
	shown.status === 200 && (typeof words === 'string' ? shown.html.includes(words) : words.test(shown.html));
const isMended = ({ status, html }: Shown) => status === 200 && !html.includes('preview-fault');
const leaving = '/tern/provisions/leaving/';

test('a page is shown as soon as the archive is read, and until then what is being done', async () => {
	const first = await show('/');
	if (first.status !== 200) {
		assert.equal(first.status, 503);
		assert.match(first.html, /The archive is being/);
	}
	await until('/', says('Tern watch'));
	await until(leaving, says('You may leave.'));
});

test('an edit of a provision is on its page: its head, and its text', async () => {
	write('provisions/Tern/leaving.mdx', provision({ lead: 'You may leave soon.' }));
	await until(leaving, says('You may leave soon.'));
	write('provisions/Tern/leaving.mdx', provision({}, 'Thirty days **are** a month.'));
	await until(leaving, says('Thirty days <strong>are</strong> a month.'));
	write('provisions/Tern/leaving.mdx', provision({}, 'Thirty days are *four* weeks.'));
	await until(leaving, says('Thirty days are <em>four</em> weeks.'));
});

test('posts, pages, notes and topics that are written are there, edited they are anew, and gone they are gone', async () => {
	const post = (lead: string) =>
		`---\ntitle: On leaving\npublished: 2024-02-01\nauthor: A. Auk\nlead: ${lead}\n---\n\nHello *there*.\n`;
	write('posts/on-leaving.mdx', post('It is short.'));
	await until('/posts/on-leaving/', says(/It is short\.[\s\S]*Hello <em>there<\/em>/));
	write('posts/on-leaving.mdx', post('It is long.'));
	await until('/posts/on-leaving/', says('It is long.'));
	rmSync(path.join(repository.directory, 'archive/posts/on-leaving.mdx'));
	await until('/posts/on-leaving/', ({ status }) => status === 404);

	write(
		'pages/imprint.mdx',
		'---\ntitle: Imprint\nlead: Who we are.\nupdated: 2024-02-01\n---\n\nWe are auks.\n',
	);
	await until('/pages/imprint/', says('We are auks.'));
	await until('/', says('>Imprint<'));

	const note =
		'---\nplatform: Tern\nagreement: Terms of Service\nchange: 2024-01-01\nauthor: A. Auk\nwritten: 2024-02-01\nsummary: It all began here.\n---\n';
	write('notes/began.mdx', note);
	await until('/tern/terms-of-service/2024-01-01/', says('It all began here.'));
});

test('words of a topic are on its page', async () => {
	const page = await until('/topics/termination-by-platform/', ({ status }) => status === 200);
	assert.doesNotMatch(page.html, /How a bird leaves/);
	const file = new URL('../../content/topics/termination-by-platform.yml', import.meta.url);
	const shipped = readFileSync(file, 'utf8');
	write('topics/termination-by-platform.yml', shipped.replace(/^name: .*$/m, 'name: How a bird leaves'));
	await until('/topics/termination-by-platform/', says('How a bird leaves'));
});

test('a fault is told with file, line and remedy on the page, the rest stays, and once it is mended the page is back', async () => {
	write('provisions/Tern/leaving.mdx', provision({ quote: 'after sixty days of notice' }));
	// A file that is being written may be read half written: what is told then goes by.
	const told = await until(leaving, ({ html }) => html.includes('provisions/Tern/leaving.mdx:9'));
	assert.match(told.html, /does not stand word for word/);
	const home = await until('/', says('leaving.mdx:9'));
	assert.match(home.html, /Tern watch/);
	write('provisions/Tern/leaving.mdx', provision({}));
	await until(leaving, (shown) => says('You may leave.')(shown) && isMended(shown));
	await until('/', isMended);
});

test('a head that is no YAML, and a collection that is none, are told and mended', async () => {
	write('provisions/Tern/leaving.mdx', provision({ title: 'Leaving: and more' }));
	await until('/', says('leaving.mdx:4'));
	write('provisions/Tern/leaving.mdx', provision({}));
	await until('/', isMended);
	write('collection.yml', 'nam: Tern watch\n');
	await until('/', says('collection.yml:1'));
	write('collection.yml', 'name: Tern watchers\n');
	await until('/', (shown) => says('Tern watchers')(shown) && isMended(shown));
});

test('what is recorded meanwhile is shown', async () => {
	repository.write('archive/versions/Tern/Terms of Service.md', text.replace('thirty', 'sixty'));
	repository.commit('Record new changes of Tern Terms of Service', '2024-03-01');
	await until('/tern/terms-of-service/2024-03-01/', says('sixty'));
});
