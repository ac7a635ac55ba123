import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ClauseText } from '../../model/ledger.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { normaliseQuote } from '../../text/normalise-quotes.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { likenessTo, nearestPassage } from './nearest-passage.ts';

const terms = [
	'# Terms',
	'1. You pay the fees of your plan a month ahead. Fees that were paid are not refunded. We may raise them.',
	'4.3 Disputes are settled in Leith. The law of Scotland governs these terms, version 2.0 of May.\n',
].join('\n\n');

/** The nearest passage, and each difference as passage and quote have it. */
function told(texts: readonly string[], quote: string, version = texts.length - 1): unknown[] {
	const nearest = nearestPassage(ledgerOf(texts), quote, version);
	return [nearest?.words, nearest?.differences.map((each) => [each.passage, each.quote])];
}

const fees = 'Fees that were paid are not refunded.';

describe('the passage that comes nearest to a quote', () => {
	for (const [kind, quote, words, differences] of [
		[
			'another dash',
			'Plans – from 12-18 months – end',
			'Plans — from 12–18 months — end by themselves.',
			[
				['—', '–'],
				['–', '-'],
				['—', '–'],
			],
		],
		[
			'another case',
			'reddit may show Advertisements',
			'Reddit may show advertisements beside what you write.',
			[
				['Reddit', 'reddit'],
				['advertisements', 'Advertisements'],
			],
		],
		[
			'another word',
			'We may terminate your account for any reason',
			'We may end your account for any reason, or for none.',
			[['end', 'terminate']],
		],
		[
			'a word less',
			'We may end your account for reason',
			'We may end your account for any reason, or for none.',
			[['any', '']],
		],
		[
			'a word more',
			'We may never end your account',
			'We may end your account for any reason, or for none.',
			[['', 'never']],
		],
		['another blank', 'your e mail address', 'We write to your e-mail address.', [['-', '']]],
		[
			'another blank alone',
			'Plans —from 12–18 months — end',
			'Plans — from 12–18 months — end by themselves.',
			[['— from', '—from']],
		],
		[
			'another number',
			'fees of 1,000.60 euros',
			'They are fees of 1,000.50 euros.',
			[['1,000.50', '1,000.60']],
		],
		['another stop', `${fees.slice(0, -1)};`, fees, [['.', ';']]],
		[
			'a word that its sentence has twice',
			'you keep for ever is Ours',
			'If you like, what you keep for ever is yours.',
			[['yours', 'Ours']],
		],
		[
			'another word at either end',
			'You may end your account for any cause',
			'We may end your account for any reason, or for none.',
			[
				['We', 'You'],
				['reason', 'cause'],
			],
		],
		[
			'a number left out of two clauses',
			'These are plans: small, for one Person',
			'These are plans: small, for one person',
			[['person', 'Person']],
		],
	] as const)
		it(`is named with what differs: ${kind}`, () => {
			const page = [
				'# Terms of Reddit',
				'We may end your account for any reason, or for none. We may warn you. You may end it for a reason.',
				`1. Reddit may show advertisements beside what you write. ${fees} Plans — from 12–18 months — end by themselves.`,
				'2. We write to your e-mail address. They are fees of 1,000.50 euros. If you like, what you keep for ever is yours.',
				'These are plans:\n\n(1) small, for one person\n\n(2) large, for many\n',
			].join('\n\n');
			const [found, differs] = told([page], quote);
			assert.deepEqual([String(found).replace(/^\d\. /, ''), differs], [words, differences]);
		});

	it('is the sentence, not the paragraph that holds it', () => {
		assert.equal(told([terms], 'Fees that you paid are never refunded')[0], fees);
	});

	it('is as many sentences as the quote has', () => {
		const quote = `${fees} We may lower them.`;
		assert.deepEqual(told([terms], quote), [`${fees} We may raise them.`, [['raise', 'lower']]]);
	});

	it('is cut neither in the number of its clause nor in that of an edition', () => {
		assert.equal(told([terms], '4.3 Disputes are settled in Perth')[0], '4.3 Disputes are settled in Leith.');
		assert.equal(
			told([terms], 'The law of Wales governs these terms, version 2.0 of May')[0],
			'The law of Scotland governs these terms, version 2.0 of May.',
		);
	});

	it('is that of the day, then that of today, before one of another version that is as near', () => {
		const stood = (words: string) => `# Terms\n\nThe courts of ${words} decide.\n`;
		const texts = [stood('Perth – or Wick –'), stood('Leith – or Ayr –'), stood('Troon – or Oban –')];
		for (const [version, town] of [
			[0, 'Perth'],
			[1, 'Leith'],
			[2, 'Troon'],
		] as const)
			assert.match(String(told(texts, 'The courts of Rome decide', version)[0]), new RegExp(town));
		assert.match(
			String(told(texts, 'courts of Troon - or Oban', 0)[0]),
			/Troon/,
			'the same letters go before',
		);
	});

	it('may stand in a former version', () => {
		const quote = 'Disputes are settled in Perth';
		assert.equal(
			told([terms, '# Terms\n\nEverything is new.\n'], quote)[0],
			'4.3 Disputes are settled in Leith.',
		);
	});

	it('is none where no word is shared', () => {
		assert.equal(nearestPassage(ledgerOf([terms]), 'zebra quagga', 0), null);
		assert.equal(nearestPassage(ledgerOf([terms]), '', 0), null);
	});

	it('stands in the clauses that it names, and its differences in it, whatever text and quote are', () => {
		const some = fc.oneof(
			fc
				.array(fc.constantFrom('fees', 'Paid', 'are', '4.3', '.', '; ', 'We', '...', '\n\n', '?', '– ', '-'))
				.map((parts) => parts.join(' ')),
			fc.string({ unit: 'binary' }),
		);
		fc.assert(
			fc.property(some, some, (text, quote) => {
				const ledger = ledgerOf([text]);
				const nearest = nearestPassage(ledger, quote, 0);
				if (nearest === null) return;
				const clauses = nearest.texts.map((each) => ledger.texts[each]?.visible ?? '').join(' ');
				const numberless = nearest.texts
					.map((each) => withoutNumber(ledger.texts[each] as ClauseText))
					.join(' ');
				assert.ok(clauses.includes(nearest.words) || numberless.includes(nearest.words));
				for (const { passage, inPassage } of nearest.differences)
					assert.ok(normaliseQuote(nearest.words.slice(inPassage)).startsWith(passage));
			}),
		);
	});
});

describe('the likeness of two texts', () => {
	it('is whole for the same words, none for other ones, and the same both ways', () => {
		assert.equal(likenessTo('fees are paid')('Paid are fees!'), 1);
		assert.equal(likenessTo('fees are paid')('zebra'), 0);
		assert.equal(likenessTo('')(''), 0);
		fc.assert(
			fc.property(fc.lorem(), fc.lorem(), (one, other) => {
				assert.equal(likenessTo(one)(other), likenessTo(other)(one));
			}),
		);
	});
});
