import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { WordEdit } from '../../model/redline.ts';
import { countWordEdits, wordEdits } from './word-edits.ts';

const sentence = fc
	.array(
		fc.constantFrom(
			'we',
			'may',
			'charge',
			'$5.00',
			'a',
			'fee,',
			'“fee”',
			'thirty (30)',
			'days',
			'利用者は',
			'x.y',
		),
		{
			maxLength: 14,
		},
	)
	.map((parts) => parts.join(' '));

function without(kind: WordEdit['kind'], edits: readonly WordEdit[]): string {
	const kept = edits.filter((edit) => edit.kind !== kind);
	return kept.map(({ text }) => text).join('');
}

function marked(before: string, after: string): string {
	const marks = { same: ['', ''], del: ['[-', '-]'], ins: ['{+', '+}'] } as const;
	return wordEdits(before, after)
		.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
		.join('');
}

test('without the insertions the edits give the old words, without the deletions the new ones', () => {
	fc.assert(
		fc.property(fc.oneof(sentence, fc.string()), fc.oneof(sentence, fc.string()), (before, after) => {
			const plain = (text: string): string =>
				text
					.replace(/[‘’ʼ]/g, "'")
					.replace(/[“”„«»]/g, '"')
					.replace(/[‐-―]/g, '-')
					.replace(/\s+/g, '');
			const edits = wordEdits(before, after);
			assert.equal(plain(without('ins', edits)), plain(before));
			assert.equal(without('del', edits), after.trimEnd());
		}),
		{ numRuns: 1000 },
	);
});

test('equal texts have no edit', () => {
	fc.assert(
		fc.property(sentence, (text) => {
			assert.ok(wordEdits(text, text).every(({ kind }) => kind === 'same'));
		}),
	);
});

test('a deletion stands before the insertion that replaces it', () => {
	assert.equal(marked('within 60 days of', 'within 30 days of'), 'within[- 60-]{+ 30+} days of');
});

test('amounts and sections are single words', () => {
	assert.equal(marked('pay $5.00 under 4.2', 'pay $6.00 under 4.2'), 'pay[- $5.00-]{+ $6.00+} under 4.2');
});

test('one or two words that survive between replaced ones are shown as replaced', () => {
	assert.equal(
		marked('solely to provide the Service to you here', 'to secure and improve the Service, and models here'),
		'[-solely to provide the Service to you-]{+to secure and improve the Service, and models+} here',
	);
});

test('Chinese and Japanese are marked by word, not by line', () => {
	assert.equal(marked('利用者は料金を払う', '利用者は税金を払う'), '利用者は[-料金-]{+税金+}を払う');
});

test('words are counted without case and punctuation', () => {
	assert.deepEqual(countWordEdits('We may, charge', 'we may charge you'), { wordsIn: 1, wordsOut: 0 });
});

test('words cut off at the beginning leave no gap and are not glued to what stays', () => {
	assert.equal(marked('Corporate Privacy Policy', 'Privacy Policy'), '[-Corporate -]Privacy Policy');
});

test('words between a lone insertion and a lone deletion are shown as what stays', () => {
	assert.equal(
		marked('Acme Inc. https:// www.tern.example', 'Ann Lee, Editor Acme Inc. www.tern.example'),
		'{+Ann Lee, Editor+} Acme Inc.[- https://-] www.tern.example',
	);
	assert.equal(
		marked('in Section 3 (a) above.', 'in Section 3 above. You can turn it off.'),
		'in Section 3[- (a)-] above{+. You can turn it off+}.',
	);
});
