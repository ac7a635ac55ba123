import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceStartsIn } from './block-sentences.ts';

function cut(markdown: string, wanted: 'all' | 'glued' = 'all'): string {
	const starts = sentenceStartsIn(markdown).filter(({ at, glued }) => at > 0 && (wanted === 'all' || glued));
	return starts.reduceRight((text, { at }) => `${text.slice(0, at)}¦${text.slice(at)}`, markdown);
}

/** As they are to be cut: each stands here with its cuts. */
const cases = [
	'We host it. ¦You pay. ¦Who else? ¦Nobody.',
	'We host it.\n¦“You” pay (or not). ¦(Perhaps.) ¦**Both** pay.',
	'See No. 5 of Art. 6, i.e. The Rules of Tern Ltd. Of course. ¦Yes.',
	'We owe nothing. ¦4.2. Fees are due. ¦(A) Cards. ¦7 days are enough.',
	'Plan B. The U.S.A. Market and J. Smith end nothing. ¦This does.',
	'Costs €2.50 a month, or 3.5 GB. ¦Sie gilt ab 1. Januar. ¦Ende.',
	'您保留权利。¦我们可以存储。¦完',
	'تحتفظ بحقوقك؟ ¦نعم. ¦لا.',
];

test('a block is cut where a sentence ends, and not behind an abbreviation or a number', () => {
	for (const marked of cases) assert.equal(cut(marked.replaceAll('¦', '')), marked);
});

const glued = [
	'It stops the API.¦Last updated in May.',
	'Sold by Tern Inc.¦The fee is due.',
	'They are “ours”.¦You may not sell them (nor lend).¦6.2 Ownership of works.',
	'At https://tern.example/Terms.Html and www.tern.example.Or not, ask hans@Tern.Example please.',
	'In the U.S.A and on Tern.Com we say v2.0.1 of window.Location is ours.',
];

test('a stop without a blank behind it ends a sentence where a capitalised word follows, in no address and no acronym', () => {
	for (const marked of glued.slice(0, 4)) assert.equal(cut(marked.replaceAll('¦', ''), 'glued'), marked);
	assert.doesNotMatch(cut(glued[4] as string), /U\.¦|Tern\.¦|v2\.¦/);
});

test('nothing is cut inside links, emphasis and code', () => {
	for (const markdown of [
		'See [our terms. And more](/terms. And) here',
		'**One thing. Another thing** here',
		'Type `a. B` here',
	])
		assert.equal(cut(markdown), markdown);
	assert.equal(
		cut('**One thing. Another.** And [a link](/x). [Next](/y).'),
		'**One thing. Another.** ¦And [a link](/x). ¦[Next](/y).',
	);
});
