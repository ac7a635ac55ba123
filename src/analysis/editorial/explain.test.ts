import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Platform } from '../../model/archive.ts';
import {
	type Note,
	noteSchema,
	type Post,
	type ProvisionText,
	postSchema,
	provisionSchema,
} from '../../model/editorial.ts';
import { agreementOf, type Capture } from '../../samples/sample-agreement.ts';
import { type EditorialTexts, explain, type Spoken } from './explain.ts';

const grant = 'You grant us a licence to show your content.';
const former = `# Terms\n\nYou pay the fees of your plan a month ahead.\n\n${grant}\n`;
const later = former.replace('a month ahead', 'a whole year ahead');

const platforms = [
	platformOf('Tern', { 'Terms of Service': [former, later], 'Privacy Policy': [former] }),
	platformOf('Arctic Gull', { 'Terms of Service': [former] }),
];
const topics = [{ id: 'content-licence' }, { id: 'refunds' }];
const regulations = [{ id: 'gdpr' }, { id: 'dsa' }];
const spoken: Spoken = { platforms, topics, regulations };

describe('what people wrote, brought together with the archive', () => {
	it('comes by platform, then by title, each with its agreement and the history of its quote', () => {
		const { provisions, complaints } = explained({
			provisions: [
				provision({ title: 'What you grant' }, 'Tern/b'),
				provision({ title: 'A grant', agreement: 'Privacy Policy' }, 'Tern/a'),
				provision({ title: 'Zeal', platform: 'Arctic Gull' }, 'Gull/z'),
			],
		});
		assert.deepEqual(complaints, []);
		assert.deepEqual(
			provisions.map(({ platform, agreement, title, history }) => [
				platform.name,
				agreement.name,
				title,
				history.state,
			]),
			[
				['Arctic Gull', 'Terms of Service', 'Zeal', 'current'],
				['Tern', 'Privacy Policy', 'A grant', 'current'],
				['Tern', 'Terms of Service', 'What you grant', 'current'],
			],
		);
	});

	it('quotes no text that is too long to be followed, and names the day of one that is', () => {
		const long = platformOf('Tern', { 'Terms of Service': [former, null, later] });
		const quoted = (reviewed: string) =>
			explain(texts({ provisions: [provision({ reviewed })] }), { ...spoken, platforms: [long] }).complaints;
		assert.match(
			quoted('2024-02-15')[0]?.what ?? '',
			/2024-02-01 .* too long for its clauses to be followed/,
		);
		assert.deepEqual(quoted('2024-03-15'), []);
	});

	for (const [kind, fields, what, remedy] of [
		['a platform', { platform: 'Turn' }, 'platform: there is no "Turn"', /^Did you mean "Tern"/],
		[
			'an agreement',
			{ agreement: 'Terms' },
			'agreement: there is no "Terms"',
			/^Did you mean "Terms of Service"/,
		],
		['a topic', { topic: 'refund' }, 'topic: there is no "refund"', /^Did you mean "refunds"/],
		[
			'a regulation',
			{ regulations: [{ regulation: 'gdp', citation: 'Art. 6', touches: 'All.' }] },
			'regulations: there is no "gdp"',
			/^Did you mean "gdpr"/,
		],
	] as const)
		it(`must not name ${kind} that there is not`, () => {
			const { provisions, complaints } = explained({ provisions: [provision(fields)] });
			assert.deepEqual(provisions, []);
			assert.deepEqual([complaints.length, complaints[0]?.what], [1, what]);
			assert.match(complaints[0]?.remedy ?? '', remedy);
		});

	it('is told every fault of a file at once, and one file does not hide the faults of another', () => {
		const { provisions, complaints } = explained({
			provisions: [
				provision({ topic: 'refund', quote: 'You never pay.' }, 'Tern/a'),
				provision({}, 'Tern/b'),
				provision({ platform: 'Turn' }, 'Tern/c'),
			],
		});
		assert.deepEqual(
			provisions.map(({ slug }) => slug),
			['b'],
		);
		assert.deepEqual(
			complaints.map(({ file, what }) => [file, what.split(':')[0]]),
			[
				['provisions/Tern/a.mdx', 'topic'],
				['provisions/Tern/a.mdx', 'quote'],
				['provisions/Tern/c.mdx', 'platform'],
			],
		);
	});

	it('looks for a quote in the text of the day that it names', () => {
		const quote = 'a month ahead';
		const now = explained({ provisions: [provision({ quote, reviewed: '2024-03-01' })] });
		assert.match(
			now.complaints[0]?.what ?? '',
			/does not stand.*2024-03-01.*last held it is that of 2024-01-01/,
		);
		const then = explained({
			provisions: [provision({ quote, reviewed: '2024-03-01', quotedAsOf: '2024-01-15' })],
		});
		assert.deepEqual([then.complaints, then.provisions[0]?.history.state], [[], 'reworded']);
	});

	it('may not ask for one address twice, whatever the folders are', () => {
		const { complaints } = explained({
			provisions: [
				provision({}, 'Tern/grant'),
				provision({}, 'Elsewhere/grant'),
				provision({ platform: 'Arctic Gull' }, 'Gull/grant'),
			],
		});
		assert.deepEqual(
			complaints.map(({ file, what }) => [file, what]),
			[['provisions/Elsewhere/grant.mdx', 'its address is that of provisions/Tern/grant.mdx already']],
		);
	});

	it('must lead from posts to provisions and topics that there are', () => {
		const { complaints } = explained({
			provisions: [provision({}, 'Tern/grant')],
			posts: [
				post({ provisions: ['Tern/grant'], topics: ['refunds'] }, 'sound'),
				post({ provisions: ['Tern/grants'], topics: ['fees'] }, 'wrong'),
			],
		});
		assert.deepEqual(
			complaints.map(({ file, what, remedy }) => [file, what, /"(?:Tern\/grant|refunds)"/.test(remedy)]),
			[
				['posts/wrong.mdx', 'topics: there is no "fees"', true],
				['posts/wrong.mdx', 'provisions: there is no "Tern/grants"', true],
			],
		);
	});

	it('keeps a note on a change that has no page, or none any more: it stands on its row of the history', () => {
		const pages = spoken.platforms?.map((platform) => ({
			...platform,
			agreements: platform.agreements.map((agreement) => ({
				...agreement,
				changes: agreement.changes.map((change) => ({ ...change, class: 'cosmetic' as const })),
			})),
		}));
		const { complaints } = explain(texts({ notes: [note({})] }), { ...spoken, platforms: pages ?? null });
		assert.deepEqual(complaints, []);
	});

	it('is told of a post that speaks of a draft', () => {
		const { complaints } = explained({
			posts: [post({ provisions: ['Tern/grant'] })],
			drafts: [{ file: 'provisions/Tern/grant.mdx', field: 'reviewed' }],
		});
		assert.deepEqual(
			complaints.map(({ what, remedy }) => [what, remedy.slice(0, 16)]),
			[['provisions: provisions/Tern/grant.mdx is a draft, and published nowhere', 'Fill in reviewed']],
		);
	});

	it('must put notes on changes that are recorded', () => {
		const { complaints } = explained({
			notes: [
				note({}, 'sound'),
				note({ change: '2024-02-02' }, 'day'),
				note({ platform: 'Gull' }, 'platform'),
				note({ agreement: 'Privacy' }, 'agreement'),
			],
		});
		assert.deepEqual(
			complaints.map(({ file, what, remedy }) => [file, what, remedy.split(' or ')[0]]),
			[
				['notes/day.mdx', 'change: there is no "2024-02-02"', 'Did you mean "2024-02-01"'],
				['notes/platform.mdx', 'platform: there is no "Gull"', 'Did you mean "Arctic Gull"'],
				['notes/agreement.mdx', 'agreement: there is no "Privacy"', 'Did you mean "Privacy Policy"'],
			],
		);
	});

	it('is led to by the line of the field, or of the list that holds it', () => {
		const { complaints } = explained({
			provisions: [provision({ quote: 'Nothing of the kind.' }, 'Tern/quote')],
			posts: [post({ topics: ['refunds', 'fees'] }), post({ topics: ['fees'] }, 'one')],
			notes: [note({ change: '2024-02-02' })],
		});
		assert.deepEqual(
			complaints.map(({ line }) => line),
			[6, 8, 7, undefined],
		);
	});

	it('may hold no program, be it provision, post or note', () => {
		const body = 'One.\n\n<script>x</script>';
		const { complaints } = explained({
			provisions: [{ ...provision({}), body }],
			posts: [{ ...post({}), body }],
			notes: [{ ...note({}), body }],
		});
		assert.deepEqual(
			complaints.map(({ line }) => line),
			[11, 11, 11],
		);
	});

	it('proposes the names of agreements that were not read as well', () => {
		const names = new Map([
			['Tern', ['Terms of Service', 'Developer Terms']],
			['Auk', ['Imprint']],
		]);
		const { complaints } = explain(
			texts({
				provisions: [
					provision({ platform: 'Auks' }),
					provision({ agreement: 'Developer Term' }, 'Tern/other'),
				],
			}),
			{ ...spoken, names },
		);
		assert.match(complaints[0]?.remedy ?? '', /^Did you mean "Auk"/);
		assert.match(complaints[1]?.remedy ?? '', /^Did you mean "Developer Terms"/);
	});

	it('is judged without an archive by all that needs none', () => {
		const { provisions, complaints } = explain(
			texts({
				provisions: [provision({ platform: 'Turn', topic: 'refund' })],
				notes: [note({ change: '1999-01-01' })],
			}),
			{ ...spoken, platforms: null },
		);
		assert.deepEqual(provisions, []);
		assert.deepEqual(
			complaints.map(({ what }) => what),
			['topic: there is no "refund"'],
		);
	});
});

function texts(some: Partial<EditorialTexts>): EditorialTexts {
	return { provisions: [], posts: [], notes: [], pages: [], drafts: [], ...some };
}

function explained(some: Partial<EditorialTexts>) {
	return explain(texts(some), spoken);
}

function provision(fields: Readonly<Record<string, unknown>>, name = 'Tern/grant'): ProvisionText {
	const head = {
		platform: 'Tern',
		agreement: 'Terms of Service',
		title: 'What you grant',
		topic: 'content-licence',
		quote: grant,
		reviewed: '2024-03-01',
		lead: 'Tern may show it.',
		whyItMatters: 'It is yours.',
		...fields,
	};
	const slug = name.split('/')[1] as string;
	return {
		...provisionSchema.parse(head),
		slug,
		file: `provisions/${name}.mdx`,
		body: '',
		bodyLine: 9,
		fieldLines: { quote: 6, topics: 7, 'topics.1': 8 },
	};
}

function post(fields: Readonly<Record<string, unknown>>, slug = 'post'): Post {
	const head = { title: 'Post', published: '2024-03-01', author: 'A', lead: 'Short.', ...fields };
	return {
		...postSchema.parse(head),
		slug,
		file: `posts/${slug}.mdx`,
		body: '',
		bodyLine: 9,
		fieldLines: { quote: 6, topics: 7, 'topics.1': 8 },
	};
}

function note(fields: Readonly<Record<string, unknown>>, name = 'note'): Note {
	const head = {
		platform: 'Tern',
		agreement: 'Terms of Service',
		change: '2024-02-01',
		author: 'A',
		written: '2024-02-02',
		summary: 'New.',
		...fields,
	};
	return {
		...noteSchema.parse(head),
		file: `notes/${name}.mdx`,
		body: '',
		bodyLine: 9,
		fieldLines: { quote: 6, topics: 7, 'topics.1': 8 },
	};
}

/** Versions a month apart from 2024-01-01 on. */
function platformOf(
	name: string,
	agreements: Readonly<Record<string, readonly (string | null)[]>>,
): Platform {
	const slug = (words: string): string => words.toLowerCase().replaceAll(' ', '-');
	return {
		name,
		slug: slug(name),
		agreements: Object.entries(agreements).map(([title, words]) => {
			const path = `${name}/${title}.md`;
			const months = words.map((text, month): Capture => [`2024-0${month + 1}-01`, text]);
			return { ...agreementOf(...months), name: title, slug: slug(title), path };
		}),
	};
}
