/** Each fault that a built site can have is found, and a sound site has none. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { temporaryFolder, writeFiles } from '../../src/samples/temporary-folder.ts';
import { samplePages } from './html-rules.ts';
import { checkSite } from './site-check.ts';

let directory: string;

beforeEach(() => {
	directory = temporaryFolder();
});

function write(file: string, body: string, head = ''): void {
	const html = `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`;
	writeFiles(directory, { [file]: file.endsWith('.html') ? html : body });
}

async function faultsOf(body: string, head = ''): Promise<string[]> {
	write('index.html', body, head);
	const { faults } = await checkSite(directory, '/trail/', 100);
	return faults.map(({ what }) => what);
}

test('a sound site has no fault', async () => {
	write('acme/index.html', '<p id="c-1">Clause</p><p><a href="../">Home</a> <a href="#c-1">1</a></p>');
	write('site.css', 'p { background: url(data:image/png;base64,AA) }');
	const faults = await faultsOf(
		'<p><a href="/trail/acme/#c-1">Acme</a> <a href="/trail/?q=1">Home</a> <a href="https://example.org/">source</a></p>',
		'<link rel="stylesheet" href="/trail/site.css"><link rel="canonical" href="https://example.org/trail/">',
	);
	assert.deepEqual(faults, []);
});

test('a place on a page that sends its reader on is none that could be missing', async () => {
	write('old/index.html', '<a href="/trail/">On</a>', '<meta http-equiv="refresh" content="0; url=/trail/">');
	assert.deepEqual(await faultsOf('<a href="/trail/old/#c-1">x</a>'), []);
});

describe('a fault is found:', () => {
	test('a link to nothing', async () => {
		assert.deepEqual(await faultsOf('<a href="/trail/nobody/">x</a>'), ['leads to nothing: /trail/nobody/']);
	});

	test('a link outside the base path', async () => {
		write('acme/index.html', '');
		assert.deepEqual(await faultsOf('<a href="/acme/">x</a>'), ['leads to nothing: /acme/']);
	});

	test('a link to a folder without its slash', async () => {
		write('acme/index.html', '');
		assert.deepEqual(await faultsOf('<a href="/trail/acme">x</a>'), ['leads to nothing: /trail/acme']);
	});

	test('an anchor that is not there, here and on another page', async () => {
		write('acme/index.html', '<p id="c-1">Clause</p>');
		assert.deepEqual(await faultsOf('<a href="#gone">x</a> <a href="/trail/acme/#c-2">y</a>'), [
			'has no anchor #gone',
			'leads to a missing anchor: acme/index.html#c-2',
		]);
	});

	for (const [name, body, head] of [
		['an image of another host', '<img src="https://tracker.example/a.png" alt="x">', ''],
		['an image of another host without scheme', '<img src="//tracker.example/a.png" alt="x">', ''],
		['a style sheet of another host', '', '<link rel="stylesheet" href="https://cdn.example/a.css">'],
		['a script in the page', '<script>alert(1)</script>', ''],
		['a style in the page', '', '<style>p { color: red }</style>'],
		['a style attribute', '<p style="color: red">x</p>', ''],
		['an event handler', '<p onclick="alert(1)">x</p>', ''],
		['an address that acts', '<a href="JavaScript:alert(1)">x</a>', ''],
		['an address that acts, hidden by a tab', '<a href="java\tscript:alert(1)">x</a>', ''],
		['a frame', '<iframe title="x" src="/trail/"></iframe>', ''],
		['two elements of one id', '<p id="a">x</p><p id="a">y</p>', ''],
		['HTML that is none', '<ul><p>x</p></ul>', ''],
	] as const) {
		test(name, async () => {
			assert.notDeepEqual(await faultsOf(body, head), []);
		});
	}

	test('a style sheet that asks another host', async () => {
		write('site.css', '@import "https://cdn.example/a.css";');
		assert.deepEqual(await faultsOf('<p>x</p>'), ['asks another host: @import "https://cdn.example/a.css']);
	});
});

test('only what acts by itself or asks another host stops a site from being published', async () => {
	write('site.css', '@import "https://cdn.example/a.css";');
	write(
		'index.html',
		'<a href="#gone">x</a> <a href="/trail/nobody/">y</a> <script>alert(1)</script><ul><p>z</p></ul>',
	);
	const { faults } = await checkSite(directory, '/trail/', 100);
	const [stopping, others] = [true, false].map((stops) => faults.filter((fault) => fault.stops === stops));
	assert.equal(stopping?.length, 2);
	assert.ok((others?.length ?? 0) >= 3);
});

test('a sample holds pages of every kind, and is the same when drawn again', () => {
	const changes = Array.from({ length: 500 }, (_, index) => `acme/terms-${index}/2026-06-16/index.html`);
	const pages = [...changes, 'index.html', 'acme/index.html', 'acme/terms-1/history/index.html'];
	const sample = samplePages(pages, 20);
	assert.equal(sample.length, 20);
	for (const rare of ['index.html', 'acme/index.html', 'acme/terms-1/history/index.html'])
		assert.ok(sample.includes(rare));
	assert.deepEqual(sample, samplePages(pages, 20));
});
