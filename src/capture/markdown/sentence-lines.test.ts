import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { breakSentences, sentencesOf } from './sentence-lines.ts';

/** [what is shown, paragraph with a `|` where a line must end] */
const paragraphs: readonly (readonly [string, string])[] = [
	['two sentences', 'You may leave. |We may too.'],
	['questions, exclamations and quotes', 'May I? |“Yes.” |He said so! |Good.'],
	['abbreviations', 'Fees, e.g. for parcels, i.e. boxes, are due. |See Art. 5 and No. 12 below.'],
	['“No.” as an answer', 'Can I opt out? |No. |You cannot.'],
	['companies', 'Tern Inc. (“Tern”) and Skua Ltd. own it. |It is held by Tern Inc. |You agree.'],
	['initials and acronyms', 'Write to J. Smith in the U.S. Senate. |It is a U.S. |The end.'],
	['numbers of clauses', '4.2. You may leave. |4.3 We may too. |Section 4. Fees. |They are due.'],
	['letters of items', '(a) Fees are due. |Pay them.'],
	['prices and versions', 'It costs $3.50 with version 2.1.0. |It is sold.'],
	['names with a mark', 'Yahoo! services are theirs. |Ours are ours.'],
	[
		'German dates and abbreviations',
		'Das gilt z. B. ab dem 1. Januar 2024. |Siehe § 3 Abs. 2 und Nr. 4. |Ende.',
	],
	['sentences inside links', 'Read [our terms. All of them](https://t.example/a.b). |Then sign.'],
	['sentences inside emphasis', '**Stop. Read this.** |Then *sign. Here*. |Done.'],
	[
		'a sentence that begins with markup',
		'Stop. |**Read** it. |[Sign](https://t.example/) it. |\\[Seal\\] it.',
	],
	['code', 'Use `a. B` here. |Or there.'],
	['scripts without spaces', '利用者は同意します。|「はい。」|以上。'],
	['what would become a list', 'The sum. - A dash. |Five per cent.'],
];

describe('one sentence a line', () => {
	for (const [name, paragraph] of paragraphs) {
		test(`knows ${name}`, () => {
			const text = paragraph.replaceAll('|', '');
			const expected = paragraph.split('|').map((sentence) => sentence.trim());
			assert.deepEqual(sentencesOf(text), expected);
		});
	}

	test('hangs the lines of list items and quotes under their first', () => {
		const source = '- One. Two.\n  - Three. Four.\n10. Five. Six.\n\n> Seven. Eight.';
		const laidOut = '- One.\n  Two.\n  - Three.\n    Four.\n10. Five.\n    Six.\n\n> Seven.\n> Eight.';
		assert.equal(breakSentences(source), laidOut);
	});

	test('leaves headings, table rows, rules and code alone', () => {
		const source = '## 1. Scope. Of this.\n\n| A. B. | C. D. |\n| --- | --- |\n\n---\n\n```\nx. Y. Z.\n```';
		assert.equal(breakSentences(source), source);
	});

	test('keeps a hard line break at the end of its line', () => {
		assert.equal(breakSentences('Tern. Skua.  \nPlover. Knot.'), 'Tern.\nSkua.  \nPlover.\nKnot.');
	});
});

const piece = fc.oneof(
	fc.constantFrom(
		...[
			'You may leave.',
			'No. 5',
			'e.g.',
			'Inc.',
			'4.2.',
			'4.',
			'(a)',
			'- ',
			'# ',
			'> ',
			'|',
			'**',
			'*',
			'`',
			'  \n',
			'\n',
		],
		...[
			'[terms. All](https://t.example/)',
			'\\[',
			'1. ',
			'Yes!',
			'§ 3',
			'。',
			'“Quoted.”',
			'\n\n',
			'  ',
			'\\',
			'<b>',
			'---',
			'~~~',
		],
	),
	fc.string({ maxLength: 8 }),
);
const markdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' '));
/** All signs but the quote marks that stand before each line of a quote. */
const signs = (text: string) => text.replace(/[\s>]/g, '');

describe('laying out any text', () => {
	test('changes white space alone', () => {
		fc.assert(
			fc.property(markdown, (text) => {
				assert.equal(signs(breakSentences(text)), signs(text));
			}),
			{ numRuns: 500 },
		);
	});

	test('breaks after a full stop of Chinese, whatever letter follows it, and once more alike', () => {
		assert.equal(breakSentences('。à'), '。\nà');
		assert.equal(breakSentences('。\nà'), '。\nà');
	});

	test('twice gives what once gave', () => {
		fc.assert(
			fc.property(markdown, (text) => {
				const once = breakSentences(text);
				assert.equal(breakSentences(once), once);
			}),
			{ numRuns: 2000 },
		);
	});
});
