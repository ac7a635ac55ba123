import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import {
	bibtexCitation,
	type Cited,
	citationHtml,
	citeBoxHtml,
	cslCitation,
	plainCitation,
} from './citation.ts';

const cited: Cited = {
	key: 'versolette-terms-of-service-2026-06-16',
	title: 'Terms of Service: change of 16 June 2026',
	platform: 'Versolette',
	archive: 'Clausetrail',
	address: 'https://clausetrail.example/versolette/terms-of-service/2026-06-16/',
	fetched: '2026-06-16T04:12:07Z',
	commit: '9f3c21e0b7d4418a6c55e2f09a1d7be3360f8c42',
	hash: { name: 'SHA-256 of the text', value: 'e3d0a91b' },
	language: 'en',
};

test('a plain citation names platform, title, archive, day, address, commit and hash', () => {
	assert.equal(
		plainCitation(cited),
		'Versolette, “Terms of Service: change of 16 June 2026”, Clausetrail, fetched 16 June 2026, https://clausetrail.example/versolette/terms-of-service/2026-06-16/ (commit 9f3c21e0b7d4418a6c55e2f09a1d7be3360f8c42, SHA-256 of the text e3d0a91b).',
	);
});

test('a text that was taken away is cited by its commit alone', () => {
	assert.match(plainCitation({ ...cited, hash: null }), /\(commit [0-9a-f]{40}\)\.$/);
});

test('BibTeX keeps a corporate name whole and gives the month as the macro that styles translate', () => {
	const entry = bibtexCitation({ ...cited, platform: 'Smith and Sons, Ltd' });
	assert.match(entry, /^@misc\{versolette-terms-of-service-2026-06-16,\n/);
	assert.match(entry, /author = \{\{Smith and Sons, Ltd\}\},/);
	assert.match(entry, /month = jun,/);
	assert.match(entry, /day = \{16\},/);
});

test('BibTeX specials in a name are spelled out, and the address stays as it is', () => {
	const address = 'https://clausetrail.example/a%20b/#c-1_2';
	const entry = bibtexCitation({ ...cited, platform: String.raw`R&D_{50%} \ #1 $~^<|>`, address });
	assert.ok(
		entry.includes(
			String.raw`{{R\&D\_\textbraceleft{}50\%\textbraceright{} \textbackslash{} \#1 \$\textasciitilde{}\textasciicircum{}\textless{}\textbar{}\textgreater{}}}`,
		),
		entry,
	);
	assert.ok(entry.includes(`url = {${address}},`), entry);
});

test('no name can break out of its BibTeX field or its CSL entry', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (platform, title) => {
			const hostile = { ...cited, platform, title };
			const entry = bibtexCitation(hostile);
			let depth = 0;
			let closed = 0;
			for (const sign of entry) {
				if (sign === '{') depth++;
				if (sign === '}' && --depth === 0) closed++;
				assert.ok(depth >= 0);
			}
			assert.equal(closed, 1);
			assert.ok(entry.endsWith('}'));
			assert.equal(entry.split('\n').length, bibtexCitation(cited).split('\n').length);
			const [item, ...rest] = JSON.parse(cslCitation(hostile));
			assert.deepEqual(Object.keys(item), Object.keys(JSON.parse(cslCitation(cited))[0]));
			assert.equal(rest.length, 0);
		}),
	);
});

test('CSL-JSON says who, what, where and when', () => {
	const [entry] = JSON.parse(cslCitation(cited));
	assert.deepEqual(entry.author, [{ literal: 'Versolette' }]);
	assert.equal(entry['container-title'], 'Clausetrail');
	assert.deepEqual(entry.issued, { 'date-parts': [[2026, 6, 16]] });
	assert.equal(entry.URL, cited.address);
	assert.equal(entry.accessed, undefined);
});

test('a page holds the plain form, and what all forms are made of, whatever a name says', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (name) => {
			const hostile = { ...cited, platform: `${name}'"<&quot;` };
			const $ = load(citeBoxHtml(hostile));
			assert.equal($('pre').text().trim(), plainCitation(hostile).trim());
			const data = JSON.parse($('details').attr('data-cited') ?? '') as Cited;
			assert.equal(citationHtml(data), citationHtml(hostile));
			assert.equal($('body').children().length, 1);
		}),
	);
});
