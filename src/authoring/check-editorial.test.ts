import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { root } from '../root.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { checkEditorial } from './check-editorial.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
});
afterEach(() => repository.remove());
const elsewhere = temporaryFolder();

const grant = 'You grant us a licence to show your content to the people whom you choose.';
const wide = 'You grant us a licence to show your content and to train our models on it, for ever.';

function record(file: string, text: string, day: string): void {
	repository.write(
		`versions/${file}`,
		`# Terms\n\nYou pay the fees of your plan a month ahead.\n\n${text}\n`,
	);
	repository.commit('Record new changes', day);
}

function provision(fields: Readonly<Record<string, string>>): string {
	const all = {
		platform: 'Tern',
		agreement: 'Terms of Service',
		title: 'What you grant',
		topic: 'content-licence',
		quote: grant,
		reviewed: '2024-02-01',
		lead: 'Tern may show what you post.',
		whyItMatters: 'It is yours.',
		...fields,
	};
	const head = Object.entries(all).map(([field, value]) => `${field}: ${value}`);
	return `---\n${head.join('\n')}\n---\n`;
}

function check() {
	return checkEditorial(repository.directory, { versions: 'versions' });
}

describe('the check of what people wrote', () => {
	it('asks no git where nothing was written', async () => {
		assert.deepEqual(await checkEditorial(elsewhere, { versions: 'versions' }), {
			texts: 0,
			faults: [],
			remarks: [],
		});
	});

	it('tells what is wrong with the collection’s own words and pages, though nothing else was written', async () => {
		const directory = temporaryFolder({
			'topics/loot.yml': 'name: Loot boxes\n',
			'pages/imprint.mdx': '---\ntitle: Imprint\n---\n',
		});
		const { texts, faults } = await checkEditorial(directory, { versions: 'versions' });
		assert.equal(texts, 0);
		assert.deepEqual(
			faults.map(({ where }) => path.relative(directory, where)),
			['topics/loot.yml:1', 'pages/imprint.mdx:1'],
		);
	});

	it('finds no fault and has no remark where every quote stands', async () => {
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		repository.write('provisions/Tern/grant.mdx', provision({}));
		assert.deepEqual(await check(), { texts: 1, faults: [], remarks: [] });
	});

	it('takes no review of a day that is still to come', async () => {
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		repository.write('provisions/Tern/grant.mdx', provision({ reviewed: '9999-02-01' }));
		const { faults } = await check();
		assert.equal(faults.length, 1);
		assert.match(faults[0]?.where ?? '', /grant\.mdx:7$/);
		assert.match(faults[0]?.what ?? '', /9999-02-01 is still to come/);
	});

	it('lists the faults of all files at once, each with its line', async () => {
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		record('Gull/Privacy Policy.md', grant, '2024-01-02');
		repository.write('provisions/Tern/body.mdx', `${provision({})}\nOne.\n\n<script>x</script>\n`);
		repository.write('provisions/Tern/field.mdx', provision({ reviewed: 'May' }));
		repository.write('provisions/Tern/quote.mdx', provision({ quote: grant.replace('show', 'sell') }));
		repository.write('provisions/Tern/topic.mdx', provision({ topic: 'content-licences' }));
		repository.write(
			'notes/gull.mdx',
			'---\nplatform: Gul\nagreement: Terms\nchange: 2024-01-02\nauthor: A\nwritten: 2024-01-03\nsummary: New.\n---\n',
		);
		const { texts, faults } = await check();
		assert.equal(texts, 4);
		assert.deepEqual(faults.map(({ where }) => path.relative(repository.directory, where)).sort(), [
			'notes/gull.mdx:2',
			'provisions/Tern/body.mdx:14',
			'provisions/Tern/field.mdx:7',
			'provisions/Tern/quote.mdx:6',
			'provisions/Tern/topic.mdx:5',
		]);
		const said = faults.map(({ message }) => message).join('\n');
		assert.match(said, /nearest passage is "You grant us a licence to show your content/);
		assert.match(
			said,
			/there is no "Gul"\n {2}Did you mean "Gull"/,
			'an agreement that no text names is proposed',
		);
		assert.match(said, /Did you mean "content-licence"/);
	});

	it('names the sections of words that stand several times, and what tells them apart', async () => {
		const answer = 'We answer within ten days.';
		record(
			'Tern/Terms of Service.md',
			`## 1. Refunds\n\n${answer}\n\n## 2. Complaints\n\n${answer}`,
			'2024-01-01',
		);
		repository.write('provisions/Tern/twice.mdx', provision({ quote: answer }));
		const { faults } = await check();
		assert.match(
			faults[0]?.message ?? '',
			/stand 2 times .*\n.* quote\.exact with quote\.prefix "[^"]*Refunds" \(in “1\. Refunds”\), or quote\.prefix "[^"]*Complaints" \(in “2\. Complaints”\)\.$/,
		);
	});

	it('says what differs, however far in a long quote', async () => {
		const long = `You may show ${'to whom you like '.repeat(30)}what you keep for 12–18 months.`;
		record('Tern/Terms of Service.md', `# Terms\n\n${long}\n`, '2024-01-01');
		repository.write('provisions/Tern/dash.mdx', provision({ quote: long.replace('–', '-') }));
		const { faults } = await check();
		assert.match(
			faults[0]?.what ?? '',
			/"… .*12-18 months\." does not stand .* nearest passage is "… .*12–18 months\.", last held by .*; it differs in a dash: – against -$/,
		);
	});

	it('names links of posts, notes and provisions that lead to no page, or to no place on one', async () => {
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		record('Tern/Terms of Service.md', wide, '2024-03-05');
		record('Gull/Privacy Policy.md', grant, '2024-01-02');
		const head = (fields: string) => `---\n${fields}\n---\n`;
		const post = head('title: Fees\npublished: 2024-05-01\nauthor: A\nlead: L.');
		const note = head(
			'platform: Tern\nagreement: Terms of Service\nchange: 2024-03-05\nauthor: A\nwritten: 2024-03-06\nsummary: New.',
		);
		const there = [
			'/',
			'/tern/',
			'/gull/privacy-policy/history/',
			'/tern/terms-of-service/2024-03-05/',
			'/digest/2024-W10/',
			'/changes/2024-03/',
			'/topics/content-licence/',
			'/gull/on/content-licence/#the-text',
			'/tern/provisions/grant/#the-text',
			'/posts/fees/?from=here',
			'/posts/feed.json',
			'/status/#gaps',
			'/methodology/#topics',
			'/changes/2024-03/#d-2024-03-05',
			'/tern/terms-of-service/2024-03-05/#evidence',
			'/tern/terms-of-service/history/#terms',
			'/tern/feed.json',
			'/tern/terms-of-service/ledger.json.gz',
			'/tern/terms-of-service/timemap.link',
			'/gull/on/content-licence/feed.json',
			'/gull/topics.json.gz',
			'/digest/2024-W10/feed.json',
			'/data/parquet/changes.parquet',
			'/api/v1/agreements/tern/terms-of-service.json',
			'/api/v1/changes/2024-03.json',
			'https://example.org/nowhere',
		];
		const dead = [
			'/tern/terms-of-service/2024-03-06/',
			'/tern/terms-of-service',
			'/tern/privacy-policy/',
			'/teal/',
			'/digest/2024-W11/',
			'/changes/2024-02/',
			'/topics/licences/',
			'/gull/on/arbitration/',
			'/posts/fines/',
			'/tern/terms-of-service/#c-none',
			'#below',
			'/tern/feed.atom',
			'/data/parquet/changes.csv',
			'/api/v1/changes/2024-02.json',
		];
		const lines = (links: readonly string[]) => links.map((link) => `[a](${link})\n`).join('\n');
		repository.write('posts/fees.mdx', `${post}${lines(there)}\n${lines(dead)}`);
		repository.write('notes/tern.mdx', `${note}\n[a][b]\n\n[b]: /terms/\n`);
		repository.write('provisions/Tern/grant.mdx', `${provision({})}\n[a](/tern/provisions/grants/)\n`);
		const { faults } = await check();
		const first = post.split('\n').length + 2 * there.length;
		const places = faults.map(({ where }) => path.relative(repository.directory, where));
		assert.deepEqual(places, [
			'provisions/Tern/grant.mdx:12',
			...dead.map((_, at) => `posts/fees.mdx:${first + 2 * at}`),
			'notes/tern.mdx:12',
		]);
		assert.match(
			faults[2]?.message ?? '',
			/no page \/tern\/terms-of-service, but one .*with a slash at its end/,
		);
	});

	it('knows feeds, data and answers under the former names of a platform and an agreement', async () => {
		record('Auk/Old Terms.md', grant, '2024-01-01');
		record('Tern/Terms.md', wide, '2024-03-05');
		const terms = { fetch: 'https://tern.example/terms', select: 'main', formerly: ['Old Terms'] };
		repository.write(
			'declarations/Tern.json',
			JSON.stringify({ name: 'Tern', formerly: ['Auk'], terms: { Terms: terms } }),
		);
		const there = [
			'/auk/',
			'/auk/feed.xml',
			'/auk/changes.json',
			'/api/v1/platforms/auk.json',
			'/auk/old-terms/feed.json',
			'/auk/old-terms/ledger.json.gz',
		];
		const post = '---\ntitle: Fees\npublished: 2024-05-01\nauthor: A\nlead: L.\n---\n';
		const dead = ['/auk/older-terms/feed.xml', '/tern/old-terms/feed.xml', '/auks/feed.xml'];
		repository.write(
			'posts/fees.mdx',
			`${post}${[...there, ...dead].map((link) => `[a](${link})`).join('\n\n')}\n`,
		);
		const { faults } = await check();
		assert.deepEqual(
			faults.map(({ what }) => what.replace(/.* /, '')),
			dead,
		);
	});

	it('takes a link that begins with the address of the site itself for one of its links', async () => {
		record('Tern/Terms.md', grant, '2024-01-01');
		const post = '---\ntitle: Fees\npublished: 2024-05-01\nauthor: A\nlead: L.\n---\n';
		const links = [
			'https://watch.example/tern/',
			'https://watch.example/teal/',
			'https://other.example/teal/',
		];
		repository.write('posts/fees.mdx', `${post}${links.map((link) => `[a](${link})`).join('\n\n')}\n`);
		for (const site of ['https://watch.example/', 'https://watch.example']) {
			const { faults } = await checkEditorial(repository.directory, { versions: 'versions', site });
			assert.deepEqual(
				faults.map(({ what }) => what.replace(/.* /, '')),
				['/teal/'],
			);
		}
	});

	it('calls answers of the API dead where the collection leaves them out', async () => {
		record('Tern/Terms.md', grant, '2024-01-01');
		const post = '---\ntitle: Fees\npublished: 2024-05-01\nauthor: A\nlead: L.\n---\n';
		repository.write('posts/fees.mdx', `${post}[a](/api/v1/index.json)\n`);
		const dead = [true, false].map(async (api) => {
			const { faults } = await checkEditorial(repository.directory, { versions: 'versions', api });
			return faults.length;
		});
		assert.deepEqual(await Promise.all(dead), [0, 1]);
	});

	it('knows the page of a year, and that addresses of its changes lead there, whichever clause they name', async () => {
		record('Tern/Terms of Service.md', grant, '2022-01-01');
		record('Tern/Terms of Service.md', wide, '2022-03-05');
		record('Gull/Privacy Policy.md', grant, '2024-01-02');
		const post = '---\ntitle: Fees\npublished: 2024-05-01\nauthor: A\nlead: L.\n---\n';
		const terms = '/tern/terms-of-service';
		const there = [`${terms}/2022/#2022-03-05`, `${terms}/2022-03-05/`, `${terms}/2022/`];
		const dead = [`${terms}/2022/#2022-03-06`, `${terms}/2021/`];
		repository.write('posts/fees.mdx', post + [...there, ...dead].map((link) => `[a](${link})\n`).join('\n'));
		const { faults } = await checkEditorial(repository.directory, {
			versions: 'versions',
			yearPagesAfter: 1,
		});
		const lines = faults.map(({ where }) => Number(where.split(':').at(-1)));
		assert.deepEqual(lines, [13, 15]);
	});

	it('refuses a day that no calendar has, and a change that no day has', async () => {
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		repository.write('provisions/Tern/grant.mdx', provision({ reviewed: '2024-02-30' }));
		repository.write('posts/a.mdx', '---\ntitle: A\npublished: 2023-02-29\nauthor: A\nlead: L.\n---\n');
		const note =
			'platform: Tern\nagreement: Terms of Service\nchange: 2024-01-03\nauthor: A\nwritten: 2024-06-31';
		repository.write('notes/a.mdx', `---\n${note}\nsummary: New.\n---\n`);
		repository.write('notes/b.mdx', `---\n${note.replace('06-31', '06-30')}\nsummary: New.\n---\n`);
		const { faults } = await check();
		assert.deepEqual(faults.map(({ where }) => path.relative(repository.directory, where)).sort(), [
			'notes/a.mdx:6',
			'notes/b.mdx:4',
			'posts/a.mdx:3',
			'provisions/Tern/grant.mdx:7',
		]);
	});

	it('remarks on wordings that moved on since their review, with the change, and on no other', async () => {
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		record('Tern/Terms of Service.md', wide, '2024-03-05');
		repository.write('provisions/Tern/before.mdx', provision({}));
		repository.write(
			'provisions/Tern/knowing.mdx',
			provision({ reviewed: '2024-04-01', quotedAsOf: '2024-02-01' }),
		);
		repository.write('provisions/Tern/today.mdx', provision({ reviewed: '2024-04-01', quote: wide }));
		const { faults, remarks } = await check();
		assert.deepEqual(faults, []);
		assert.deepEqual(remarks, [
			'provisions/Tern/before.mdx: its words were reviewed on 2024-02-01 and moved on on 2024-03-05 (change 2024-03-05 of Tern/Terms of Service.md); today: reworded',
		]);
	});

	it('fails for a fault, and not for a wording that moved on', () => {
		repository.write('collection.yml', 'name: Mine\n');
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		record('Tern/Terms of Service.md', wide, '2024-03-05');
		const command = path.join(root, 'scripts', 'check.ts');
		const run = () =>
			spawnSync(process.execPath, [command, '--archive', repository.directory], { encoding: 'utf8' });
		repository.write('provisions/Tern/grant.mdx', provision({}));
		const moved = run();
		assert.deepEqual(
			[moved.status, /^Note: .*moved on on 2024-03-05/m.test(moved.stdout)],
			[0, true],
			moved.stderr,
		);
		repository.write('provisions/Tern/grant.mdx', provision({ reviewed: '2024-04-01' }));
		const wrong = run();
		assert.deepEqual([wrong.status, /grant\.mdx:6: quote: /.test(wrong.stdout)], [1, true], wrong.stderr);
	});

	it('says that quotes were not checked where there is no whole history, and checks the rest', async () => {
		record('Tern/Terms of Service.md', grant, '2024-01-01');
		record('Tern/Terms of Service.md', wide, '2024-03-05');
		const text = provision({ topic: 'licences', quote: 'Nowhere.' });
		repository.write('provisions/Tern/grant.mdx', text);
		repository.commit('Explain a clause', '2024-03-06');
		const clone = path.join(elsewhere, 'clone');
		repository.git('clone', '--quiet', '--depth', '1', `file://${repository.directory}`, clone);
		for (const [directory, collection, reason] of [
			[clone, { versions: 'versions' }, /^quotes and links were not checked.*shallow/],
			[repository.directory, null, /^quotes and links were not checked.*collection\.yml/],
		] as const) {
			const { faults, remarks } = await checkEditorial(directory, collection);
			assert.deepEqual(
				faults.map(({ what }) => what),
				['topic: there is no "licences"'],
			);
			assert.match(remarks.join(), reason);
		}
	});
});
