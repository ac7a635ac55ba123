/** Platforms by topics, from invented agreements that the real analysis read to the cells of the table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics, sidedTopic } from '../../samples/sample-topics.ts';
import { type Matrix, type MatrixCell, readMatrix } from './matrix.ts';
import { matrixHeadHtml, matrixRowsHtml } from './matrix-html.ts';
import { addressOfQuestion, answerOfMatrix, askedOfMatrix, type MatrixQuestion } from './matrix-question.ts';
import { sheetsOf } from './matrix-sheets.ts';
import { sidesFile } from './sides-file.ts';
import type { MatrixKind, SidesFile } from './sides-format.ts';

const trains = 'On our servers we train models on everything that you have written to us.';
const never = 'Rest assured that they never train models on anything that you have written.';
const ban = 'While you are with us you must not train models on anything that you find here.';
const talk = 'The training of models is told of in a document that we keep elsewhere.';
const pay = 'You pay within thirty days of our bill, whatever you have written to us before.';
const court = 'An arbitrator whom both of us choose decides every dispute about this agreement.';
const rest = [
	'We store your content on computers that stand in Ireland and in Portugal.',
	'You keep all rights in the content that you write and give to us here.',
	'You tell us at once where somebody else has learned your password.',
];

function text(...clauses: readonly string[]): string {
	return [...clauses, ...rest].join('\n\n');
}

/** Versions are a month apart, from January 2024 to February 2025. */
const months = 14;
function always(...clauses: readonly string[]): string[] {
	return [text(...clauses)];
}

const sketched = sampleArchive(
	{
		'<b>Gull': { 'Terms of Service': always(talk) },
		Auk: { 'Terms of Service': always(trains, ban), 'Privacy Policy': always(never) },
		// Took it up in the second month, more than a year before the newest version; reworded its fees in the last.
		Razorbill: {
			'Terms of Service': [
				text(pay),
				...Array.from({ length: months - 2 }, () => text(trains, pay)),
				text(trains, pay.replace('thirty', 'nine')),
			],
		},
		// Dropped arbitration in the fourth month of 2024.
		Tern: { 'Terms of Service': [text(court, pay), text(court, pay), text(court, pay), text(pay)] },
		Zilpzalp: {
			Nutzungsbedingungen: ['Wir trainieren keine Modelle mit dem, was Sie bei uns geschrieben haben.'],
		},
	},
	[...sampleTopics, sidedTopic],
);
/** What no rule reads. */
const foreign = (platform: Platform): Platform => ({
	...platform,
	agreements: platform.agreements.map((agreement) => ({ ...agreement, language: 'de' })),
});
const archive = {
	...sketched,
	platforms: sketched.platforms.map((each) => (each.name === 'Zilpzalp' ? foreign(each) : each)),
};
const file = JSON.parse(JSON.stringify(sidesFile(archive))) as SidesFile;
const matrix = readMatrix(file);
const usual = matrix.topics.map(({ id }) => id);

function cell(platform: string, topic: string, kind: MatrixKind = 'all'): MatrixCell | undefined {
	const at = matrix.topics.findIndex(({ id }) => id === topic);
	return matrix.platforms.find(({ slug }) => slug === platform)?.cells.get(kind)?.[at];
}

function words(...asked: Parameters<typeof cell>): string[] | undefined {
	return cell(...asked)?.lines.map((line) => line.words);
}

function asked(query: string, of: Matrix = matrix): MatrixQuestion {
	return askedOfMatrix(new URLSearchParams(query), of, usual);
}

function rows(query: string): string[] {
	return answerOfMatrix(matrix, asked(query)).rows.map(({ slug }) => slug);
}

test('the weightiest topics come first, of equal ones those that most platforms have', () => {
	assert.deepEqual(usual, ['training', 'arbitration', 'sale-of-data', 'fees']);
});

test('a cell says the side of the platform, and beside it what it forbids the person', () => {
	assert.deepEqual(words('auk', 'training'), ['trains', 'you must not']);
	assert.deepEqual(words('b-gull', 'training'), ['mentions it']);
	assert.deepEqual(words('tern', 'training'), []);
	assert.deepEqual(words('zilpzalp', 'training'), ['unread']);
});

test('a cell of one kind of agreement knows the agreements of that kind alone, and a platform without one has none', () => {
	assert.deepEqual(words('auk', 'training', 'privacy'), ['does not']);
	assert.deepEqual(words('auk', 'training', 'terms'), ['trains', 'you must not']);
	assert.equal(cell('tern', 'training', 'privacy'), undefined);
});

test('a side leads to the page of platform and topic, a clause without one to itself, what went out to its change', () => {
	assert.equal(cell('auk', 'training')?.place, 'on/training/');
	assert.match(cell('b-gull', 'training')?.place ?? '', /^terms-of-service\/#c-/);
	assert.deepEqual(
		[words('tern', 'arbitration'), cell('tern', 'arbitration')?.place, cell('tern', 'arbitration')?.changed],
		[['taken out'], 'terms-of-service/2024-04-01/', 'Apr 2024'],
	);
	assert.equal(cell('auk', 'arbitration')?.place, null);
});

test('a month is told where a clause with that side came in, was reworded or went out within a year', () => {
	assert.equal(cell('razorbill', 'fees')?.changed, 'Feb 2025');
	assert.equal(cell('razorbill', 'training')?.changed, '', 'it came in a year and a day ago');
	assert.equal(cell('auk', 'training')?.changed, '', 'a first record is no change');
});

test('rows are filtered by platform, by kind of agreement, and by what is new in the topics that are shown', () => {
	assert.deepEqual(rows('platforms=tern,auk,nobody'), ['auk', 'tern']);
	assert.deepEqual(answerOfMatrix(matrix, asked('platforms=tern,nobody')).unknown, ['nobody']);
	assert.deepEqual(rows('kind=privacy'), ['auk']);
	assert.deepEqual(rows('changed=1'), ['razorbill', 'tern']);
	assert.deepEqual(rows('changed=1&topics=fees'), ['razorbill']);
});

test('rows are sorted by a topic in the order of its sides, backwards on demand, equal ones by name', () => {
	assert.deepEqual(rows('sort=training'), ['auk', 'razorbill', 'b-gull', 'tern', 'zilpzalp']);
	assert.deepEqual(rows('sort=training&down=1'), ['zilpzalp', 'tern', 'b-gull', 'auk', 'razorbill']);
	assert.deepEqual(rows('down=1'), rows('').toReversed());
});

test('any address is a question, and a question is an address again', () => {
	const part = fc.constantFrom('platforms', 'topics', 'kind', 'changed', 'sort', 'down');
	const value = fc.oneof(
		fc.string(),
		fc.constantFrom('auk,tern', 'fees,training', 'all', '1', 'terms', 'fees'),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(part, value)), (pairs) => {
			const question = asked(new URLSearchParams(pairs).toString());
			const address = addressOfQuestion(question, usual, usual.length);
			assert.deepEqual(asked(address), question);
			assert.ok(answerOfMatrix(matrix, question).topics.length > 0);
		}),
	);
	assert.equal(addressOfQuestion(asked(''), usual, usual.length), '?');
	assert.equal(
		addressOfQuestion(
			asked('platforms=auk,tern&topics=fees&kind=terms&changed=1&sort=fees&down=1'),
			usual,
			4,
		),
		'?platforms=auk,tern&topics=fees&kind=terms&changed=1&sort=fees&down=1',
	);
});

test('names of an archive are words in the table, and nothing acts', () => {
	const answer = answerOfMatrix(matrix, asked('sort=fees'));
	const html = `<table>${matrixHeadHtml(answer.topics, { sort: 'fees', down: false }, '/base/', true)}${matrixRowsHtml(answer.rows, '/base/')}</table>`;
	const $ = load(html);
	assert.equal($('tr').length, 1 + matrix.platforms.length);
	assert.equal($('th[aria-sort] a').text(), 'Fees');
	assert.deepEqual(
		$('tr')
			.toArray()
			.map((row) => $(row).children().length),
		Array(1 + matrix.platforms.length).fill(5),
	);
	assert.deepEqual(
		$('bdi')
			.toArray()
			.map((name) => $(name).text()),
		answer.rows.map(({ name }) => name),
	);
	assert.equal($('bdi *').length, 0);
	assert.equal($('td:has(a[href="/base/auk/on/training/"])').find('i').length, 2);
});

test('a file of a later format is refused in a sentence', () => {
	assert.throws(() => readMatrix({ ...file, format: 2 } as never), /load it anew/);
});

test('sheets hold every topic of every platform once, in parts that a page can bear', () => {
	const [platform] = matrix.platforms;
	const [topic] = matrix.topics;
	if (platform === undefined || topic === undefined) throw new Error('the sample has both');
	for (const [platforms, topics] of [
		[0, 0],
		[1, 1],
		[369, 44],
		[1201, 13],
	] as const) {
		const cells = new Map([
			['all' as const, Array.from({ length: topics }, () => platform.cells.get('all')?.[0] as never)],
		]);
		const large: Matrix = {
			topics: Array.from({ length: topics }, (_, at) => ({ ...topic, id: `t${at}` })),
			platforms: Array.from({ length: platforms }, (_, at) => ({ ...platform, slug: `p${at}`, cells })),
		};
		const sheets = sheetsOf(large);
		assert.deepEqual(
			sheets.map(({ number }) => number),
			sheets.map((_, at) => at + 1),
		);
		assert.ok(sheets.every((sheet) => sheet.topics.length <= 12 && sheet.rows.length <= 1000));
		const met = sheets.flatMap((sheet) =>
			sheet.rows.flatMap(({ slug, cells: own }) => {
				assert.equal(own.length, sheet.topics.length);
				return sheet.topics.map(({ id }) => `${slug} ${id}`);
			}),
		);
		assert.equal(met.length, platforms * topics);
		assert.equal(new Set(met).size, met.length);
	}
});
