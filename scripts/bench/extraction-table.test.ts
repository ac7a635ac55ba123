import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder, writeFiles } from '../../src/samples/temporary-folder.ts';
import { compareExtraction, extractionTable } from './extraction-table.ts';

const folder = temporaryFolder();

const terms =
	'You may fly over our marsh and land where you like, as long as the eggs stay whole and nobody is woken before dawn.';

function putPage(agreement: string, html: string): void {
	writeFiles(folder, {
		[`snapshots/Curlew/${agreement}.html`]: `<body><nav>Home</nav>${html}</body>`,
		[`versions/Curlew/${agreement}.md`]: `${terms}\n`,
	});
}

test('each page is judged by its words, and why it differs is told apart', async () => {
	const pages = {
		Same: `<main><p>${terms.replace('marsh', '<b>marsh</b>')}</p></main>`,
		Stale: `<article><p>${terms}</p></article>`,
		Reworded: `<main><p>${terms.replace('marsh', 'meadow')}</p></main>`,
		Longer: `<main><p>${terms} Even then.</p></main>`,
		Wall: '<main>Checking your browser. Verify that you are human.</main>',
	};
	const rules = { fetch: 'https://curlew.example/', select: 'main' };
	const names = Object.keys(pages);
	const declaration = { name: 'Curlew', terms: Object.fromEntries(names.map((name) => [name, rules])) };
	writeFiles(folder, { 'declarations/Curlew.json': JSON.stringify(declaration) });
	for (const [name, html] of Object.entries(pages)) putPage(name, html);
	const results = await compareExtraction(folder);
	const verdicts = Object.fromEntries(results.map(({ agreement, verdict }) => [agreement, verdict]));
	assert.deepEqual(verdicts, {
		Longer: 'other edition',
		Reworded: 'other edition',
		Same: 'agrees',
		Stale: 'stale selector',
		Wall: 'held back',
	});
	assert.equal(results.find(({ agreement }) => agreement === 'Stale')?.recall, 1);
	assert.match(extractionTable(results), /1 of 1 \(100\.00 %\).*\n.*2 of 2/);
});

test('a history file that is wrong is named, and what else is declared is measured', async () => {
	const own = temporaryFolder({
		'declarations/Heron.json': JSON.stringify({
			name: 'Heron',
			terms: { Same: { fetch: 'https://heron.example/', select: 'main' } },
		}),
		'declarations/Heron.history.json': '{"Same":[{"fetch":"https://heron.example/","ValidUntil":""}]}',
		'snapshots/Heron/Same.html': `<main><p>${terms}</p></main>`,
		'versions/Heron/Same.md': `${terms}\n`,
	});
	const warnings: string[] = [];
	const results = await compareExtraction(own, ({ message }) => warnings.push(message));
	assert.deepEqual(
		results.map(({ verdict }) => verdict),
		['agrees'],
	);
	assert.match(warnings.join(), /Heron\.history\.json.*ValidUntil/s);
});
