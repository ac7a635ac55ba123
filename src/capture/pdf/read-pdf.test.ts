import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Source } from '../../model/declaration.ts';
import {
	encryption,
	riddles,
	type SampleLine,
	type SamplePicture,
	samplePdf,
} from '../../samples/pdf-sample.ts';
import { CaptureFault } from '../capture-fault.ts';
import { textOfPage } from '../extract/page-text.ts';
import { pageOf } from '../page.ts';
import { readPdf } from './read-pdf.ts';

const address = 'https://curlew.example/terms.pdf';
const source: Source = { address, select: [], remove: [], filters: [] };

function textOf(bytes: Buffer): Promise<string> {
	return textOfPage(pageOf(bytes, address, 'application/pdf'), source);
}

/** Full lines of 10 points, one every 12, the first at `top`. */
function paragraph(top: number, ...texts: readonly string[]): SampleLine[] {
	return texts.map((text, at) => ({ text, x: 50, y: top - 12 * at }));
}

const full = 'These words are here to fill the line from its left margin to its right one, and';

describe('the text of a PDF', () => {
	test('is headings, paragraphs and lists, one sentence a line', async () => {
		const text = await textOf(
			samplePdf([
				[
					{ text: 'Terms of Flight', x: 50, y: 740, size: 20 },
					...paragraph(700, full, 'they end here. Then a second', 'sentence follows.'),
					...paragraph(640, 'A paragraph that stands apart (from the first).'),
					{ text: '•', x: 60, y: 600 },
					{ text: 'One rule.', x: 75, y: 600 },
					{ text: '•', x: 60, y: 588 },
					{ text: 'Another <b> rule.', x: 75, y: 588 },
					{ text: '1.', x: 50, y: 560 },
					{ text: 'Scope', x: 75, y: 560 },
				],
			]),
		);
		assert.equal(
			text,
			[
				'# Terms of Flight\n',
				`${full} they end here.\nThen a second sentence follows.\n`,
				'A paragraph that stands apart (from the first).\n',
				'- One rule.\n- Another \\<b> rule.\n',
				'1\\. Scope\n',
			].join('\n'),
		);
	});

	test('goes on over a page, without its running head and its number', async () => {
		const page = (number: number, ...texts: readonly string[]): SampleLine[] => [
			{ text: `Page ${number} of 2`, x: 500, y: 30 },
			{ text: 'Curlew Ltd, terms', x: 50, y: 780 },
			...paragraph(740, ...texts),
		];
		const text = await textOf(samplePdf([page(1, 'First.', full), page(2, 'they end there.', 'Last.')]));
		assert.equal(text, `First.\n\n${full} they end there.\n\nLast.\n`);
	});

	test('is read whatever a server wrote before and after the file', async () => {
		for (const before of ['\r\n', '<!-- a line of markup -->\n', 'x'.repeat(900)]) {
			const bytes = Buffer.concat([Buffer.from(before), whole, Buffer.from('</body></html>\n'.repeat(400))]);
			assert.equal(await textOf(bytes), 'Some words.\n');
		}
	});

	test('joins words that were divided, and leaves their hyphen to those that have one', async () => {
		const lines = paragraph(
			700,
			`${full} arbi-`,
			'tration, a word of a third-',
			'party. Arbitration, third-party.',
		);
		assert.match(await textOf(samplePdf([lines])), /and arbitration, a word of a third-party\.\n/);
	});
});

describe('what stands on a page without being drawn with it', () => {
	const box = { x: 150, y: 670, width: 200, height: 14 };
	const label = (y: number, text: string): SampleLine => ({ text, x: 50, y });

	test('is read where it stands: filled fields, choices, and words laid upon the page', async () => {
		const text = await textOf(
			samplePdf([
				[
					...paragraph(740, 'The rules of this form hold for everybody who signs it.'),
					label(700, 'The fee is'),
					{ kind: 'field', value: '25 EUR (a month).', ...box, x: 98, y: 697 },
					label(660, 'The court is in'),
					{ kind: 'choice', value: 'Galway.', ...box, x: 118, y: 657 },
					{ kind: 'words', value: 'Keys must not be lent.', ...box, x: 50, y: 617 },
					...paragraph(580, 'This is the last rule.'),
				],
			]),
		);
		assert.equal(
			text,
			[
				'The rules of this form hold for everybody who signs it.',
				'The fee is 25 EUR (a month).',
				'The court is in Galway.',
				'Keys must not be lent.',
				'This is the last rule.\n',
			].join('\n\n'),
		);
	});

	test('is passed over where readers of the page do not see it', async () => {
		const text = await textOf(
			samplePdf([
				[
					...paragraph(740, 'Some words.'),
					{ kind: 'field', value: 'A value that nobody sees.', ...box, isHidden: true },
					{ kind: 'note', value: 'To our lawyer: is this right?', ...box, y: 600 },
					{ kind: 'field', value: '', ...box, y: 550 },
				],
			]),
		);
		assert.equal(text, 'Some words.\n');
	});
});

const scan: SamplePicture = { x: 50, y: 50, width: 500, height: 700 };
const picture = samplePdf([[scan], [scan]]);
const whole = samplePdf([paragraph(700, 'Some words.')]);

describe('a PDF without a text to be had', () => {
	for (const [name, bytes, code] of [
		['of pictures alone', picture, 'pdf-without-text'],
		['of blank pages', samplePdf([[], []]), 'pdf-without-text'],
		[
			'of pictures for the most part, each with a stamp',
			samplePdf([
				paragraph(700, 'Some words of the agreement.'),
				...['1', '2'].map((number) => [
					scan,
					{ text: `Scan ${number}, archive of Curlew Ltd`, x: 50, y: 20 },
				]),
			]),
			'pdf-without-text',
		],
		[
			'that asks for a password',
			samplePdf([paragraph(700, 'Some words.')], { trailer: encryption }),
			'pdf-encrypted',
		],
		['that breaks off', whole.subarray(0, 60), 'pdf-unreadable'],
		['of nothing but its mark', Buffer.from('%PDF-1.7\n'), 'pdf-unreadable'],
		[
			'in a font that names no letters',
			samplePdf([paragraph(700, 'Some words.')], { letters: riddles }),
			'pdf-without-text',
		],
	] as const) {
		test(`is a named fault: ${name}`, async () => {
			await assert.rejects(textOf(bytes), (fault) => {
				assert.ok(fault instanceof CaptureFault);
				assert.equal(fault.code, code);
				assert.equal(fault.where, address);
				return true;
			});
		});
	}

	test('is given up after its time', async () => {
		const fault = await readPdf(whole, address, { time: 1, memory: 64 }).catch((error: unknown) => error);
		assert.ok(fault instanceof CaptureFault && fault.code === 'pdf-unreadable');
	});

	test('is one of the named faults, or a text, whatever byte is changed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
				const bytes = Buffer.from(whole);
				bytes[at] = value;
				const outcome = await textOf(bytes).catch((error: unknown) => error);
				assert.ok(typeof outcome === 'string' || outcome instanceof CaptureFault);
			}),
			{ numRuns: 10 },
		);
	});
});
