import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type SampleLine, type SamplePicture, samplePdf } from '../../samples/pdf-sample.ts';
import { createPageReader } from '../extract/page-text.ts';
import { pageOf } from '../page.ts';
import type { PdfItem } from './pdf-items.ts';
import { linesInOrder } from './pdf-layout.ts';
import { withoutRunningLines } from './pdf-running-lines.ts';
import { htmlOfLines } from './pdf-to-html.ts';

const address = 'https://curlew.example/terms.pdf';
const source = { address, select: [], remove: [], filters: [] };

type SamplePage = readonly (SampleLine | SamplePicture)[];

const reader = createPageReader({ time: 60_000, memory: 256 }, 1);
const readPages = (...pages: readonly SamplePage[]) =>
	reader(pageOf(samplePdf(pages), address, 'application/pdf'), source, 'reading');
const textOf = async (...pages: readonly SamplePage[]) => (await readPages(...pages)).text;

/** Lines of 10 points, one every `step`, the first at `y`. */
function linesAt(x: number, y: number, texts: readonly string[], step = 12): SampleLine[] {
	return texts.map((text, at) => ({ text, x, y: y - step * at }));
}

const across = 'Whoever keeps a curlew agrees to these rules, which go across the whole page and end';
const left = [
	'Nobody may take the eggs of a',
	'curlew from its nest, nor sell',
	'them at a market or by post.',
];
const right = [
	'The keeper pays for the food of',
	'each bird, and for the water it',
	'bathes in on every Sunday.',
];

describe('lines at the edge of pages', () => {
	const body = (number: number): SampleLine[] =>
		linesAt(50, 700, [
			`Part ${['one', 'two', 'three', 'four'][number - 1]} of the rules.`,
			'It holds for every bird.',
		]);
	const pages = (edge: (number: number) => SampleLine[]) =>
		textOf(...[1, 2, 3, 4].map((number) => [...edge(number), ...body(number)]));
	const foot = (text: string, x = 50): SampleLine => ({ text, x, y: 40 });

	for (const [name, line] of [
		['a fee that differs', (at: number) => `The late fee is ${at * 5} EUR for each month.`],
		['a fee that rises by one', (at: number) => `Late fee: ${at + 3} EUR`],
		['a term that rises by one', (at: number) => `Notice: ${at + 3} days`],
		['a sentence', () => 'This annex takes precedence over the general rules.'],
		['a number that counts no pages', (at: number) => `Annex ${at}`],
		['numbers that are not in a row', (at: number) => `${at * at + 4}`],
	] as const) {
		test(`stay where they carry terms: ${name}`, async () => {
			const text = await pages((at) => [foot(line(at))]);
			for (const at of [1, 2, 3, 4])
				assert.equal(text.split(line(at)).length - 1, name === 'a sentence' ? 4 : 1);
		});
	}

	test('stay where a sentence runs over two of them', async () => {
		const text = await pages(() =>
			linesAt(50, 50, ['This annex takes precedence over', 'all the other rules.']),
		);
		assert.equal(text.split('This annex takes precedence over all the other rules.').length - 1, 4);
	});

	test('stay where they stand in another place on each page, or close to the body', async () => {
		assert.match(await pages((at) => [{ text: 'Curlew Ltd', x: 50, y: 40 + 30 * at }]), /Curlew Ltd/);
		assert.match(await pages(() => [{ text: 'Curlew Ltd', x: 50, y: 676 }]), /Curlew Ltd/);
	});

	for (const [name, edge] of [
		['page numbers', (at) => [foot(`${at}`)]],
		['page numbers that begin later', (at) => [foot(`Page ${at + 11} of 40`)]],
		['page numbers and a title beside them', (at) => [foot('Rules of Curlew Ltd'), foot(`${at}`, 500)]],
		['page numbers behind a bar', (at) => [foot(`Rules of Curlew Ltd | ${at}`)]],
		['Roman page numbers', (at) => [foot(['i', 'ii', 'iii', 'iv'][at - 1] ?? '')]],
		[
			'on left pages others than on right ones',
			(at) => [foot(at % 2 === 0 ? 'Curlew Ltd' : 'Rules', at % 2 === 0 ? 50 : 400)],
		],
		['notices of rights', () => [foot('© 2024 Curlew Ltd. All rights reserved.')]],
		[
			'stamps that stand upright in the margin',
			() => [{ text: 'Curlew Ltd 2024', x: 20, y: 300, angle: 90 }],
		],
	] as const satisfies readonly (readonly [string, (at: number) => SampleLine[]])[]) {
		test(`are none of the text: ${name}`, async () => assert.equal(await pages(edge), await pages(() => [])));
	}
});

describe('text that is drawn twice stands once', () => {
	test('as a whole', async () =>
		assert.equal(
			await textOf([...linesAt(50, 700, ['Keys and fees']), ...linesAt(50.4, 700.2, ['Keys and fees'])]),
			'Keys and fees\n',
		));

	test('letter by letter', async () => {
		// All of one width.
		const letters = [...'paged'].flatMap((text, at) =>
			[0, 0.4].map((by) => ({ text, x: 50 + 5.56 * at + by, y: 700 })),
		);
		assert.equal(await textOf(letters), 'paged\n');
	});

	test('but not a word that is written twice', async () =>
		assert.equal(await textOf([...linesAt(50, 700, ['no']), ...linesAt(64, 700, ['no'])]), 'no no\n'));
});

describe('columns', () => {
	const expected = [
		`${across} here.\n`,
		'Nobody may take the eggs of a curlew from its nest, nor sell them at a market or by post.\n',
		'The keeper pays for the food of each bird, and for the water it bathes in on every Sunday.\n',
	].join('\n');
	const head = linesAt(50, 760, [across, 'here.']);
	const [one, two] = [linesAt(50, 700, left), linesAt(330, 700, right)];

	test('are read one after the other, in whatever order they are drawn', async () => {
		const byRow = one.flatMap((line, at) => [line, two[at] as SampleLine]);
		for (const body of [[...one, ...two], byRow, [...two, ...one], byRow.toReversed()])
			assert.equal(await textOf([...head, ...body]), expected);
	});

	test('need not share their baselines', async () =>
		assert.equal(await textOf([...head, ...one, ...linesAt(330, 695, right)]), expected));

	test('end where a line goes across', async () => {
		const text = await textOf([...one, ...two, ...linesAt(50, 640, [across, 'here.'])]);
		assert.ok(text.indexOf('Nobody') < text.indexOf('The keeper'));
		assert.ok(text.indexOf('The keeper') < text.indexOf('Whoever'));
	});

	test('may be of different length', async () => {
		const more = linesAt(50, 664, ['A second rule of the left side', 'that stands there alone.']);
		const text = await textOf([...one.flatMap((line, at) => [line, two[at] as SampleLine]), ...more]);
		assert.match(text, /by post\. *\n+A second rule of the left side that stands there alone\.\n+The keeper/);
	});
});

describe('clauses that count on', () => {
	const rules = ['1. Take no eggs from a nest.', 'It is not yours.', '2. Sell none.', 'Nor give them.'];
	const others = ['3. Pay for the food of', 'each of the birds.'];

	test('down one column and the next are columns, however short', async () => {
		const text = await textOf([...linesAt(50, 700, rules), ...linesAt(320, 700, others)]);
		assert.equal(text.match(/\d(?=\\\.)/g)?.join(''), '123');
		assert.doesNotMatch(text, /\|/);
	});

	test('from row to row are a table', async () => {
		const cells = [
			['1. Eggs', '2. Nests'],
			['3. Food', '4. Water'],
			['5. Air', '6. Rings'],
		];
		const text = await textOf(
			cells.flatMap((row, at) =>
				row.map((cell, column) => ({ text: cell, x: 50 + 200 * column, y: 700 - 20 * at })),
			),
		);
		assert.match(text, /\| 1\\\. Eggs \| 2\\\. Nests \|/);
	});
});

describe('tables', () => {
	const rows = [
		['Plan', 'Fee', 'Notice'],
		['Small', '5 EUR', '30 days'],
		['Large', '9 EUR', '90 days'],
	];
	const cells = rows.map((row, at) =>
		row.map((text, column) => ({ text, x: 50 + 150 * column, y: 700 - 20 * at })),
	);
	const expected = '| Plan | Fee | Notice |\n| Small | 5 EUR | 30 days |\n| Large | 9 EUR | 90 days |\n';

	test('are rows, in whatever order their cells are drawn', async () => {
		const byColumn = [0, 1, 2].flatMap((column) => cells.map((row) => row[column] as SampleLine));
		for (const body of [cells.flat(), byColumn]) {
			const text = await textOf([...linesAt(50, 760, [across, 'here.']), ...body]);
			assert.ok(text.endsWith(expected), text);
		}
	});

	test('may have cells of several lines', async () => {
		const text = await textOf([
			...linesAt(50, 700, ['Egg']),
			...linesAt(150, 700, ['what a bird lays, as long as nobody has taken it from', 'its nest']),
			...linesAt(50, 664, ['Nest']),
			...linesAt(150, 664, ['the place in which an egg is laid, or a place that may', 'become one']),
			...linesAt(50, 628, ['Curlew']),
			...linesAt(150, 628, ['a bird']),
		]);
		assert.match(
			text,
			/\| Egg \| what a bird lays, as long as nobody has taken it from its nest \|\n\| Nest \|/,
		);
	});
});

describe('ordinary text stays whole', () => {
	test('where its numbers hang in the margin', async () => {
		const text = await textOf(
			[1, 2, 3].flatMap((number, at) => [
				{ text: `${number}.`, x: 50, y: 700 - 36 * at },
				...linesAt(80, 700 - 36 * at, [
					'Whoever keeps a curlew agrees to these rules, which go across the',
					'whole page and end here.',
				]),
			]),
		);
		assert.equal(text.match(/^\d\\\. Whoever keeps .* end here\.$/gm)?.length, 3);
	});

	test('where its lines are drawn out to the margin', async () => {
		const words = (y: number, xs: readonly number[]) =>
			['Rules', 'for', 'keepers'].map((text, at) => ({ text, x: xs[at] ?? 0, y }));
		const text = await textOf([
			...words(700, [50, 90, 120]),
			...words(688, [50, 91, 121]),
			...linesAt(50, 676, [across]),
		]);
		assert.doesNotMatch(text, /\|/);
		assert.match(text, /^Rules for keepers Rules for keepers Whoever/);
	});
});

describe('marks and letters', () => {
	test('a raised mark is no digit of the number before it', async () => {
		const text = await textOf([
			{ text: 'The fee is EUR 25', x: 50, y: 700 },
			{ text: '1', x: 129.5, y: 704, size: 6 },
			{ text: 'for each bird.', x: 136, y: 700 },
		]);
		assert.equal(text, 'The fee is EUR 25¹ for each bird.\n');
	});

	test('words that are set wide are words', async () => {
		const text = await textOf([
			{ text: 'RULES OF CURLEWS', x: 50, y: 720, spacing: 3 },
			...linesAt(50, 690, [across, across, 'here. The rules of curlews hold.']),
		]);
		assert.equal(text, `RULES OF CURLEWS\n\n${across} ${across} here.\nThe rules of curlews hold.\n`);
	});

	test('words that are set wide are words, known elsewhere or not', async () => {
		const text = await textOf([
			{ text: 'Nobody may sell eggs.', x: 50, y: 720, spacing: 2 },
			...linesAt(50, 690, [across, 'here. Of classes a b c d and 1 2 3 4 5 6 the rules are one.']),
		]);
		assert.match(text, /^Nobody may sell eggs\.$/m);
		assert.match(text, /Of classes a b c d and 1 2 3 4 5 6 the rules/);
	});

	test('pieces that a gap parts are two words', async () =>
		assert.equal(await textOf([...linesAt(50, 700, ['no']), ...linesAt(63.5, 700, ['fee'])]), 'no fee\n'));

	test('a page that lies on its side is read', async () => {
		const text = await textOf(
			[0, 1].map((at) => ({
				text: ['The first line of the table', 'and its second line.'][at] ?? '',
				x: 100 + 12 * at,
				y: 100,
				angle: 90,
			})),
		);
		assert.equal(text, 'The first line of the table and its second line.\n');
	});
});

test('pages that are pictures among others are a warning', async () => {
	const scan = { x: 50, y: 50, width: 500, height: 700 };
	const page = linesAt(50, 700, ['A page with words that speak of the rules.']);
	const { text, warnings } = await readPages(page, [scan], page, [
		...linesAt(50, 700, ['Another page, on which a picture stands below the words.']),
		scan,
	]);
	assert.match(text, /A page with words/);
	assert.deepEqual(warnings, [
		'1 of the 4 pages of this PDF is a picture without text (page 2): what it says is not in the text',
	]);
});

test('the time grows as the text does', { timeout: 120_000 }, () => {
	const item = (text: string, left: number, baseline: number, order: number): PdfItem => ({
		text,
		left,
		right: left + 4,
		baseline,
		size: 10,
		rightToLeft: false,
		afterBlank: false,
		order,
	});
	const shapes: readonly ((at: number) => readonly [string, number, number])[] = [
		(at) => ['a', at * 5, 100],
		(at) => ['a', 50, at * 12],
		(at) => [at % 2 === 0 ? 'a' : 'A b', (at % 2) * 300, Math.floor(at / 2) * 12],
		(at) => ['1.', (at % 30) * 40, Math.floor(at / 30) * 12],
		(at) => ['a ', at * 0.5, 100],
		(at) => ['A a a a a.', (at % 200) * 200, Math.floor(at / 200) * 3],
	];
	for (const [index, shape] of shapes.entries()) {
		const took = (count: number) => {
			const items = Array.from({ length: count }, (_, at) => item(...shape(at), at));
			return quickest(() =>
				htmlOfLines(linesInOrder(withoutRunningLines([{ page: 0, angle: 0, items }], 1))),
			);
		};
		const [half, all] = [took(4000), took(8000)];
		assert.ok(all < 3.5 * half + 100, `shape ${index}: ${half} ms, then ${all} ms`);
	}
});

/** In milliseconds: of three times, as others use the machine too. */
function quickest(work: () => unknown): number {
	return Math.min(
		...[1, 2, 3].map(() => {
			const start = process.cpuUsage();
			work();
			return process.cpuUsage(start).user / 1000;
		}),
	);
}
