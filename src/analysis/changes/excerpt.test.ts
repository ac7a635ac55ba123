/** The excerpt of a change: the clause that says most, cut to what can be read at a glance. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Agreement } from '../../model/archive.ts';
import { history } from '../../samples/invented-history.ts';
import { type Capture, agreementOf as captured } from '../../samples/sample-agreement.ts';
import { excerpt } from './excerpt.ts';

/** A month apart. */
function agreementOf(texts: readonly string[]): Agreement {
	return captured(
		...texts.map((text, month): Capture => [`2024-${String(month + 1).padStart(2, '0')}-01`, text]),
	);
}

/** The excerpt of the change from one text to the other, with marks as in `git --word-diff`. */
function marked(before: string, after: string): string {
	const agreement = agreementOf([before, after]);
	const cut = excerpt(agreement, agreement.changes[1] as Agreement['changes'][number]);
	const marks = { same: ['', ''], ins: ['{+', '+}'], del: ['[-', '-]'] } as const;
	return (cut?.edits ?? []).map(({ kind, text }) => marks[kind].join(text)).join('');
}

const filler = 'The service is provided to you as it stands, and we may alter it as it grows.';

/** A page of several paragraphs in which the given ones stand in their places. */
function page(top: string, middle: string, bottom: string): string {
	return [
		top,
		'# Terms of Service',
		filler,
		'You are bound by these terms once you use the service.',
		middle,
		'We keep what you give us for as long as we need it.',
		bottom,
	]
		.filter((text) => text !== '')
		.join('\n\n');
}

const fee = 'We may change any fee on thirty days of notice to you.';
const otherFee = 'We may change any fee on ten days of notice to you.';

for (const [what, old, fresh] of [
	['a line that dates the page', 'Last updated: 3 March 2024', 'Last updated: 9 November 2026'],
	[
		'a line that dates the page and is worded otherwise',
		'Last updated: 3 March 2024',
		'This version is effective as of 9 November 2026 for all new users',
	],
	['a heading', '## About these terms and you', '## What these terms say about everybody who uses them'],
	[
		'a menu',
		'[Home](/a)\n\n[Prices](/b)',
		'[Home](/a)\n\n[What it costs for all of your people](/c)\n\n[Jobs for everybody who wants one](/d)',
	],
	[
		'a notice of the new edition',
		'',
		'We have updated our Terms of Service. Read the previous version of our terms here, and see what is new.',
	],
] as const) {
	test(`a reworded clause is shown rather than ${what}`, () => {
		assert.match(marked(page(old, fee, ''), page(fresh, otherFee, '')), /\[- thirty-\]\{\+ ten\+\} days/);
	});
}

test('where nothing but a heading changed, the heading is shown', () => {
	assert.equal(marked(`# Fees\n\n${filler}`, `# Prices\n\n${filler}`), '{+Prices+}');
});

test('of two reworded clauses the one with more words changed is shown', () => {
	const shown = marked(
		page('', fee, 'You may leave when you like.'),
		page('', otherFee, 'You may leave when you like, unless you owe us money or a prize.'),
	);
	assert.match(shown, /unless you owe us money/);
});

test('a change without a telling word has no excerpt', () => {
	assert.equal(marked('See [the fees](/a) of today.', 'See [the fees](/b) of today.'), '');
	const first = agreementOf(['One.']);
	assert.equal(excerpt(first, first.changes[0] as Agreement['changes'][number]), null);
});

test('a long deletion leaves room for the words that replaced it', () => {
	const gone = Array.from({ length: 40 }, (_, at) => `gone${at}`).join(' ');
	const come = Array.from({ length: 40 }, (_, at) => `come${at}`).join(' ');
	const frame = (words: string): string =>
		`${filler} You agree that we may ${words} whenever we like to. ${filler}`;
	const shown = marked(frame(gone), frame(come));
	assert.match(shown, /\[-.* gone0 .*…-\]\{\+.* come0 come1 .*…\+\}/);
});

test('nothing is read on after a mark that is cut', () => {
	const come = Array.from({ length: 40 }, (_, at) => `come${at}`).join(' ');
	const shown = marked(
		'You may leave after thirty days. We keep what you gave us.',
		`You may leave after thirty days, ${come}. We keep what you gave us.`,
	);
	assert.match(shown, /come\d+ …\+\}$/);
});

test('after the last mark the sentence is read to its end where that is near', () => {
	const rest =
		'Whoever reads on finds many more words here, and none of them is of any interest to anybody at all.';
	const shown = marked(`You may leave after thirty days. ${rest}`, `You may leave after ten days. ${rest}`);
	assert.equal(shown, 'You may leave after[- thirty-]{+ ten+} days. …');
});

test('an excerpt is short, shows a mark where a word changed, and invents no word', () => {
	fc.assert(
		fc.property(history, (texts) => {
			const agreement = agreementOf(texts);
			for (const change of agreement.changes) {
				const edits = excerpt(agreement, change)?.edits;
				if (edits === undefined) continue;
				const words = edits.map(({ text }) => text).join('');
				assert.ok(words.length <= 300, `${words.length} characters`);
				assert.ok(
					edits.some(({ kind }) => kind !== 'same'),
					words,
				);
				const known = `${texts[change.base]} ${texts[change.index]}`;
				// Edits may stand without a blank between them: the page sets it.
				const shown = edits.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
				for (const word of shown) assert.ok(known.includes(word), word);
			}
		}),
	);
});

test('a text without blanks is cut between its characters', () => {
	const old = `我们可以${'更改𠮷费用'.repeat(90)}。`;
	const shown = marked(old, `我们不可以${'更改𠮷费用'.repeat(40)}通知您${'更改𠮷费用'.repeat(50)}。`);
	assert.ok(shown.isWellFormed(), shown);
	assert.ok(shown.length < 400);
});

test('where a name alone was replaced throughout, one of its places is shown', () => {
	const named = (name: string): string =>
		page(
			`This is what you and ${name} agree upon when you open an account with ${name}.`,
			`Letters to ${name} go to the harbour office of ${name} in Ardal.`,
			`The boats of ${name} are insured by a house of its own.`,
		);
	assert.match(
		marked(named('Auk Lines'), named('Gannet Ferries')),
		/\[-.*Auk Lines-\]\{\+.*Gannet Ferries\+\}/,
	);
});
