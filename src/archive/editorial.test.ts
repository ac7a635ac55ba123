import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { readEditorial } from './editorial.ts';

/** What is wrong with one provision: the line and the words. */
async function faultOf(text: string, name = 'Tern/grant.mdx') {
	const directory = temporaryFolder({ [`provisions/${name}`]: text });
	const { provisions, faults } = await readEditorial(directory);
	assert.equal(provisions.length + faults.length, 1);
	const where = faults[0]?.where.slice(path.join(directory, 'provisions/').length);
	return { where, what: faults[0]?.what, remedy: faults[0]?.remedy };
}

const fields = [
	'platform: Tern',
	'agreement: Terms of Service',
	'title: What you grant',
	'topic: content-licence',
	'quote: You grant us a licence',
	'reviewed: 2024-02-01',
	'lead: Tern may show it.',
	'whyItMatters: It is yours.',
];

function page(lines: readonly string[], body = ''): string {
	return `---\n${lines.join('\n')}\n---\n${body}`;
}

function instead(field: string, line: string): readonly string[] {
	return fields.map((each) => (each.startsWith(`${field}:`) ? line : each));
}

describe('reading what people wrote', () => {
	it('finds nothing where there is no folder', async () => {
		const nothing = {
			...{ provisions: [], posts: [], notes: [], pages: [] },
			...{ drafts: [], faults: [], remarks: [] },
		};
		assert.deepEqual(await readEditorial(temporaryFolder({})), nothing);
		assert.deepEqual(await readEditorial(path.join(temporaryFolder(), 'nowhere')), nothing);
	});

	it('reads provisions of all folders, posts and notes, and passes over other files', async () => {
		const directory = temporaryFolder({
			'provisions/Tern/grant.mdx': page(fields, '\n\n## Why\n\nText.\n'),
			'provisions/Gull/Deep/grant.mdx': page(fields),
			'provisions/Tern/.grant.mdx': 'an editor’s copy',
			'provisions/README.md': 'how we write',
			'posts/first.mdx': page(['title: One', 'published: 2024-03-01', 'author: A', 'lead: Short.'], 'Hello.'),
			'notes/Any Name is no address.mdx': 'no head',
			'notes/tern.mdx': page([
				'platform: Tern',
				'agreement: Terms of Service',
				'change: 2024-03-01-2',
				'author: A',
				'written: 2024-03-02',
				'summary: New.',
			]),
		});
		const { provisions, posts, notes, faults } = await readEditorial(directory);
		assert.deepEqual(
			provisions.map(({ file, slug, body, quote }) => [file, slug, body, quote.exact]),
			[
				['provisions/Gull/Deep/grant.mdx', 'grant', '', 'You grant us a licence'],
				['provisions/Tern/grant.mdx', 'grant', '## Why\n\nText.', 'You grant us a licence'],
			],
		);
		assert.deepEqual([posts[0]?.slug, posts[0]?.body, posts[0]?.bodyLine], ['first', 'Hello.', 7]);
		assert.equal(notes[0]?.change, '2024-03-01-2');
		assert.equal(faults.length, 1, 'a file that is wrong costs itself and no other');
	});

	it('takes a provision or note that nobody has signed for a draft, whatever else it says', async () => {
		const directory = temporaryFolder({
			'provisions/Tern/grant.mdx': page([...instead('reviewed', 'reviewed: # the day'), 'unknown: yes']),
			'notes/tern.mdx': page(['platform: Tern', 'written:']),
			'posts/first.mdx': page(['reviewed:']),
		});
		const { provisions, notes, drafts, faults } = await readEditorial(directory);
		assert.deepEqual([provisions, notes], [[], []]);
		assert.deepEqual(drafts, [
			{ file: 'provisions/Tern/grant.mdx', field: 'reviewed' },
			{ file: 'notes/tern.mdx', field: 'written' },
		]);
		assert.equal(faults.length, 1, 'a post is signed by its author');
	});

	it('knows the line at which a body begins', async () => {
		for (const blank of ['', '\n', '\n\n\n']) {
			const { provisions } = await readEditorial(
				temporaryFolder({ 'provisions/Tern/grant.mdx': page(fields, `${blank}Body.\n`) }),
			);
			assert.equal(provisions[0]?.bodyLine, fields.length + 3 + blank.length);
		}
	});

	it('reads files of Windows: a mark at the beginning, CRLF line ends', async () => {
		const text = `\ufeff${page(fields, '\nBody.\n')}`.replaceAll('\n', '\r\n');
		const { provisions, faults } = await readEditorial(
			temporaryFolder({ 'provisions/Tern/grant.mdx': text }),
		);
		assert.deepEqual(faults, []);
		const [read] = provisions;
		assert.deepEqual(
			[read?.platform, read?.whyItMatters, read?.body, read?.bodyLine],
			['Tern', 'It is yours.', 'Body.', fields.length + 4],
		);
	});

	it('takes days as YAML reads them, and refuses those that there are not', async () => {
		const read = await readEditorial(
			temporaryFolder({ 'provisions/Tern/grant.mdx': page(instead('reviewed', 'reviewed: "2024-02-29"')) }),
		);
		assert.equal(read.provisions[0]?.reviewed, '2024-02-29');
		for (const day of ['2024-13-01', 'May', '2024', '2024-2-1', '[]'])
			assert.match(
				(await faultOf(page(instead('reviewed', `reviewed: ${day}`)))).what ?? '',
				/^reviewed/,
				day,
			);
	});

	for (const text of ['', 'Just text.\n', 'One.\n---\nplatform: Tern\n---\n'])
		it(`asks for a head where there is none: ${JSON.stringify(text)}`, async () => {
			assert.equal((await faultOf(text)).what, 'it has no head');
		});

	it('tells a head that never ends from none', async () => {
		assert.equal((await faultOf('---\nplatform: Tern\n')).what, 'its head never ends');
	});

	it('remarks on words that YAML takes for something else', async () => {
		const { provisions, remarks } = await readEditorial(
			temporaryFolder({
				'provisions/Tern/grant.mdx': page([
					...instead('title', 'title: Clause #3'),
					'author: &co Company # who wrote it',
				]),
			}),
		);
		assert.deepEqual([provisions[0]?.title, provisions[0]?.author], ['Clause', 'Company']);
		assert.deepEqual(
			remarks.map((remark) => remark.replace(/ is read.*/, '')),
			[
				'provisions/Tern/grant.mdx:4: title: what stands behind #3',
				'provisions/Tern/grant.mdx:10: author: &co',
			],
		);
	});

	it('names every wrong field, and the line of the first', async () => {
		const { where, what, remedy } = await faultOf(
			page([...instead('lead', 'lead: ""'), 'exposure:', '  level: huge', '  reason: Big.']),
		);
		assert.equal(where, 'Tern/grant.mdx:8');
		assert.match(what ?? '', /lead: say it in words.*exposure › level/);
		assert.match(remedy ?? '', /CONTRIBUTING/);
	});

	it('names a field that is missing, one that is unknown, and one that nobody wrote yet', async () => {
		const missing = await faultOf(page(fields.slice(1)));
		assert.match(missing.what ?? '', /^platform/);
		const unknown = await faultOf(page([...fields, 'regulation: gdpr']));
		assert.equal(unknown.where, 'Tern/grant.mdx:10');
		assert.match(unknown.what ?? '', /regulation/);
		const unwritten = await faultOf(page(instead('lead', 'lead: "TODO: one sentence"')));
		assert.equal(unwritten.where, 'Tern/grant.mdx:8');
		assert.match(unwritten.what ?? '', /TODO/);
	});

	it('says what a quote can be', async () => {
		for (const quote of ['', '[]', '3', '""']) {
			const { where, what } = await faultOf(page(instead('quote', `quote: ${quote}`)));
			assert.equal(where, 'Tern/grant.mdx:6');
			assert.match(what ?? '', /^quote: words of the clause are expected, or exact with/, quote);
		}
	});

	it('gives the line of what is no YAML', async () => {
		const { where, what } = await faultOf(page(instead('topic', 'topic: "open')));
		assert.match(what ?? '', /not YAML: the quote that begins here is never closed/);
		assert.equal(where, 'Tern/grant.mdx:5');
	});

	for (const name of ['Grant.mdx', 'grant us.mdx', 'grant--us.mdx', '-grant.mdx', 'grän.mdx', 'grant.en.mdx'])
		it(`refuses a name that makes no address: ${name}`, async () => {
			assert.match((await faultOf(page(fields), `Tern/${name}`)).what ?? '', /becomes an address/);
		});

	it('is not brought down by YAML that swells or means to reach the program', async () => {
		const lists = ['a: &a [x, x, x, x, x, x, x, x, x]'];
		for (let at = 0; at < 9; at++) {
			const [own, before] = [String.fromCharCode(98 + at), String.fromCharCode(97 + at)];
			lists.push(`${own}: &${own} [${Array(9).fill(`*${before}`).join(', ')}]`);
		}
		const hostile = [
			page([...fields, ...lists]),
			page([...fields, '__proto__:', '  polluted: yes']),
			page(instead('title', 'title: &a [*a]')),
			page(instead('title', 'title: {}')),
		];
		for (const text of hostile) assert.notEqual((await faultOf(text)).what, undefined, text);
		assert.equal(({} as { polluted?: unknown }).polluted, undefined);
		const text = page(instead('title', 'title: !!js/function "function () {}"'));
		const { provisions } = await readEditorial(temporaryFolder({ 'provisions/Tern/grant.mdx': text }));
		assert.equal(provisions[0]?.title, 'function () {}', 'words, not a function');
	});

	it('tells a text or a fault of any file, and never fails', async () => {
		const piece = fc.oneof(
			fc.constantFrom('---\n', 'a: ', '&a ', '*a', '\n', '- ', '"', '\r\n', ...fields),
			fc.string(),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece), async (pieces) => {
				await faultOf(pieces.join(''));
				await faultOf(page([...fields, pieces.join('')]));
			}),
			{ numRuns: 60 },
		);
	});
});
