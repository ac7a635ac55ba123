import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { checkVocabulary, readVocabulary } from './vocabulary.ts';

/** A vocabulary of these files beside a topic `refunds` and a regulation `law` that touches it. */
function vocabulary(files: Readonly<Record<string, string>> = {}): string {
	const directory = temporaryFolder({
		'topics/refunds.yml': topic('Refunds'),
		'regulations/law.yml': regulation('Law'),
		...files,
	});
	mkdirSync(path.join(directory, 'word-lists'), { recursive: true });
	return directory;
}

function topic(name: string, weight = '2'): string {
	return [
		`name: ${name}`,
		'definition: What is paid back.',
		'counts: [A refund.]',
		'countsNot: [A fee.]',
		`weight: ${weight}`,
		'counterparts: {}',
		'rules:',
		'  en:',
		'    find: [refund]\n',
	].join('\n');
}

function stance(reason: string): string {
	return [
		'stances:',
		'  - id: gives',
		'    name: gives it',
		'    side: affirms',
		'    one: gives it back',
		'    many: give it back',
		`    exposure: { level: low, reason: "${reason}" }\n`,
	].join('\n');
}

function regulation(short: string, touched = 'refunds', address = 'https://law.example/'): string {
	return [
		`name: The ${short}`,
		`short: ${short}`,
		'jurisdiction: Arcadia',
		'citation: Act 1',
		`address: ${address}`,
		'checked: { on: 2024-05-06, beside: memory }',
		'touches: Money.',
		'topics:',
		`  - topic: ${touched}`,
		'    citation: s. 1',
		'    asks: Pay back.\n',
	].join('\n');
}

describe('reading the vocabulary', () => {
	it('gives topics by name and regulations by short name, whatever their files are called', async () => {
		const { topics, regulations } = await readVocabulary(
			vocabulary({
				'topics/a.yml': topic('Survival'),
				'topics/z.yml': topic('Arbitration'),
				'topics/notes.txt': 'no topic',
				'regulations/z.yml': regulation('Act'),
			}),
		);
		assert.deepEqual(
			topics.map(({ id, name }) => [id, name]),
			[
				['z', 'Arbitration'],
				['refunds', 'Refunds'],
				['a', 'Survival'],
			],
		);
		assert.deepEqual(
			regulations.map(({ id, short }) => [id, short]),
			[
				['z', 'Act'],
				['law', 'Law'],
			],
		);
	});

	it('gives every topic the word lists of each language', async () => {
		const { topics } = await readVocabulary(vocabulary({ 'word-lists/en.yml': 'money: [fee, price]\n' }));
		assert.deepEqual(topics[0]?.lists, { en: { money: ['fee', 'price'] } });
	});

	for (const [kind, file, text, where, what] of [
		['a topic of no weight', 'topics/refunds.yml', topic('Refunds', '4'), 'topics/refunds.yml:5', /^weight/],
		['a topic that is no YAML', 'topics/refunds.yml', 'name: "R', 'topics/refunds.yml:1', /not YAML/],
		['a list of no words', 'word-lists/en.yml', 'fine: [a]\nmoney: []\n', 'word-lists/en.yml:2', /^money/],
		[
			'a regulation that is not published safely',
			'regulations/law.yml',
			regulation('Law', 'refunds', 'http://law.example/'),
			'regulations/law.yml:5',
			/^address/,
		],
		[
			'a regulation that touches no topic there is',
			'regulations/law.yml',
			regulation('Law', 'refund'),
			'regulations/law.yml:9',
			/refund is no topic/,
		],
		[
			'a topic that leans on a regulation there is not',
			'topics/refunds.yml',
			`${topic('Refunds')}${stance('The act asks for it. [lex, s. 1]')}`,
			'topics/refunds.yml:16',
			/lex, …\] names no regulation/,
		],
		[
			'a topic that says what the law is without a source',
			'topics/refunds.yml',
			`${topic('Refunds')}${stance('It is unlawful.')}`,
			'topics/refunds.yml:16',
			/“It is unlawful\.” speaks of law/,
		],
	] as const)
		it(`refuses ${kind}, with its file and line`, async () => {
			const directory = vocabulary({ [file]: text });
			await assert.rejects(
				readVocabulary(directory),
				(fault: { where: string; what: string; remedy: string }) => {
					assert.equal(path.relative(directory, fault.where), where);
					assert.match(fault.what, what);
					assert.notEqual(fault.remedy, '');
					return true;
				},
			);
		});

	it('puts what a collection has beside the words of the machine, or in the place of a file of the same name', async () => {
		const [shipped, own] = [
			vocabulary(),
			vocabulary({ 'topics/refunds.yml': topic('Money back'), 'topics/loot.yml': topic('Loot boxes') }),
		];
		const { topics, regulations, faults } = await checkVocabulary(
			{ directory: shipped, name: 'src/content/' },
			{ directory: own, name: '' },
		);
		assert.deepEqual(faults, []);
		assert.deepEqual(
			topics.map(({ id, name, file }) => [id, name, file]),
			[
				['loot', 'Loot boxes', 'topics/loot.yml'],
				['refunds', 'Money back', 'topics/refunds.yml'],
			],
		);
		assert.deepEqual(
			regulations.map(({ id }) => id),
			['law'],
		);
	});

	it('does not take a folder of the machine that is missing for an empty one', async () => {
		await assert.rejects(readVocabulary(path.join(vocabulary(), 'nowhere')), /it cannot be read \(ENOENT\)/);
	});

	it('lets a file that is wrong cost itself, and names every one', async () => {
		const own = vocabulary({
			'topics/refunds.yml': topic('Money back', '9'),
			'topics/loot.yml': 'name: [',
			'regulations/other.yml': regulation('Other', 'nothing'),
		});
		const { topics, faults } = await checkVocabulary(
			{ directory: vocabulary(), name: 'src/content/' },
			{ directory: own, name: '' },
		);
		assert.deepEqual(
			topics.map(({ name }) => name),
			['Refunds'],
			'the machine’s stands',
		);
		assert.deepEqual(faults.map(({ where }) => path.relative(own, where)).sort(), [
			'regulations/other.yml:9',
			'topics/loot.yml:1',
			'topics/refunds.yml:5',
		]);
	});
});
