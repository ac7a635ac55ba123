import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { parse } from 'yaml';
import { formatBegun } from '../../scripts/report/begun-provision.ts';
import { readEditorial } from '../archive/editorial.ts';
import { provisionSchema } from '../model/editorial.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { beginProvision, type ProvisionRequest } from './begin-provision.ts';
import { checkEditorial } from './check-editorial.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
	repository.write('collection.yml', 'name: Mine\n');
	record('# Terms\n\n4.1 You pay the fees of your plan a month ahead.\n', '2024-01-01');
	record(text, '2024-03-01');
});
afterEach(() => repository.remove());

const text = [
	'# Terms',
	'4.1 You pay the fees of your plan a month ahead.',
	'4.2 Fees that were paid are not refunded. We answer within ten days.',
	'4.3 Disputes are resolved by binding arbitration and not in court. We answer within ten days.\n',
].join('\n\n');
const quote = { exact: 'Disputes are resolved by binding arbitration' };
const request: ProvisionRequest = {
	platform: 'Tern',
	agreement: 'Terms of Service',
	quote,
	reviewed: '2024-05-01',
};

function record(words: string, day: string): void {
	repository.write('versions/Tern/Terms of Service.md', words);
	repository.commit('Record new changes', day);
}

function begin(fields: Partial<ProvisionRequest> = {}) {
	return beginProvision(repository.directory, { ...request, ...fields });
}

describe('a new provision', () => {
	it('is written with what the archive knows, and tells it', async () => {
		const begun = await begin();
		assert.equal(
			path.relative(repository.directory, begun.file),
			path.join('provisions', 'Tern', 'arbitration.mdx'),
		);
		const fields = headOf(begun.file);
		assert.deepEqual(
			[fields.platform, fields.agreement, fields.topic, fields.quote, fields.reviewed],
			['Tern', 'Terms of Service', 'arbitration', quote.exact, '2024-05-01'],
		);
		const said = formatBegun(begun);
		assert.match(said, /clause +4\.3 Disputes are resolved/);
		assert.match(said, /number +4\.3\n/);
		assert.match(said, /anchor +#c-/);
		assert.match(said, /since {4}2024-03-01 \(these words\), 2024-03-01 \(this clause\)\n/);
		assert.match(said, /today +current/);
	});

	it('is refused by the check until people wrote what only they can, and then accepted', async () => {
		const { file } = await begin();
		const { faults } = await checkEditorial(repository.directory, { versions: 'versions' });
		assert.equal(faults.length, 1);
		assert.match(
			faults[0]?.message ?? '',
			/arbitration\.mdx:4: title: it still says TODO.*lead: .*whyItMatters: /,
		);
		repository.write(
			path.relative(repository.directory, file),
			readFileSync(file, 'utf8')
				.replace(/"?TODO:? ?/g, 'In short ')
				.replace(/^(title|lead|whyItMatters): .*$/gm, '$1: Said.'),
		);
		assert.deepEqual((await checkEditorial(repository.directory, { versions: 'versions' })).faults, []);
	});

	it('has comments that are the optional fields of the schema, each in its form', async () => {
		const { file } = await begin();
		const uncommented = readFileSync(file, 'utf8')
			.replace(/^# Optional.*\n/m, '')
			.replace(/^# /gm, '')
			.replaceAll('TODO', 'Done');
		repository.write(path.relative(repository.directory, file), uncommented);
		const { provisions, faults } = await readEditorial(repository.directory);
		assert.deepEqual(faults, []);
		const known = Object.keys(provisionSchema.shape);
		assert.deepEqual(Object.keys(headOf(file)).sort(), known.sort());
		assert.equal(provisions[0]?.questions.length, 1);
	});

	it('takes title, topic and day as they are asked for', async () => {
		const { file } = await begin({
			title: 'No court: arbitration',
			topic: 'refunds',
			reviewed: '2024-03-02',
		});
		assert.equal(path.basename(file), 'no-court-arbitration.mdx');
		const { title, topic, reviewed } = headOf(file);
		assert.deepEqual([title, topic, reviewed], ['No court: arbitration', 'refunds', '2024-03-02']);
	});

	it('whose words stand several times says which is meant, and is refused with all places until somebody says so', async () => {
		const exact = 'We answer within ten days.';
		await assert.rejects(begin({ quote: { exact } }), (error: Error) => {
			assert.match(error.message, /--prefix or --suffix/);
			assert.match(error.message, /paid are not refunded\. \[the quote\] 4\.3 Disputes/);
			assert.match(error.message, /arbitration and not in court\. \[the quote\]/);
			return true;
		});
		const { file, clauses } = await begin({ quote: { exact, prefix: 'not refunded. ' } });
		assert.match(clauses.join(), /^4\.2 Fees/);
		assert.deepEqual(headOf(file).quote, { exact, prefix: 'not refunded. ' });
	});

	it('never takes the place of another', async () => {
		const { file } = await begin();
		const before = readFileSync(file, 'utf8');
		await assert.rejects(begin({ reviewed: '2024-04-01' }), /there is such a file already/);
		assert.equal(readFileSync(file, 'utf8'), before);
	});

	for (const [kind, fields, message] of [
		[
			'a quote that is nowhere',
			{ quote: { exact: 'Disputes are resolved by rolling dice' } },
			/nearest passage is "4\.3 Disputes/,
		],
		[
			'words that came after the day',
			{ reviewed: '2024-02-01' },
			/does not stand word for word in the text of 2024-02-01; it stands in today's, since the version of 2024-03-01/,
		],
		['a day that is none', { reviewed: 'May' }, /a day such as/],
		['an unknown platform', { platform: 'Turn' }, /Did you mean "Tern"/],
		['an unknown agreement', { agreement: 'Terms' }, /Did you mean "Terms of Service"/],
		['an unknown topic', { topic: 'arbitrations' }, /Did you mean "arbitration"/],
	] as const)
		it(`is not written for ${kind}`, async () => {
			await assert.rejects(begin(fields), message);
			assert.ok(!existsSync(path.join(repository.directory, 'provisions')));
		});
});

function headOf(file: string): Record<string, unknown> {
	return parse((readFileSync(file, 'utf8').split('\n---')[0] ?? '').slice(4));
}
