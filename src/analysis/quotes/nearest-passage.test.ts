import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { likenessTo, nearestPassage } from './nearest-passage.ts';

const terms = [
	'# Terms',
	'1. You pay the fees of your plan a month ahead. Fees that were paid are not refunded. We may raise them.',
	'4.3 Disputes are settled in Leith. The law of Scotland governs these terms, version 2.0 of May.\n',
].join('\n\n');

describe('the passage that comes nearest to a quote', () => {
	it('is the sentence, not the paragraph that holds it', () => {
		const nearest = nearestPassage(ledgerOf([terms]), 'Fees that you paid are never refunded');
		assert.equal(nearest?.words, 'Fees that were paid are not refunded.');
		assert.ok(nearest.alike > 0.5 && nearest.alike < 1);
	});

	it('is as many sentences as the quote has', () => {
		const quote = 'Fees that were paid are not refunded. We may lower them.';
		assert.equal(
			nearestPassage(ledgerOf([terms]), quote)?.words,
			'Fees that were paid are not refunded. We may raise them.',
		);
	});

	it('is cut neither in the number of its clause nor in that of an edition', () => {
		const words = (quote: string) => nearestPassage(ledgerOf([terms]), quote)?.words;
		assert.equal(words('4.3 Disputes are settled in Perth'), '4.3 Disputes are settled in Leith.');
		assert.equal(
			words('The law of Wales governs these terms, version 2.0 of May'),
			'The law of Scotland governs these terms, version 2.0 of May.',
		);
	});

	it('may stand in a former version', () => {
		const ledger = ledgerOf([terms, '# Terms\n\nEverything is new.\n']);
		const nearest = nearestPassage(ledger, 'Disputes are settled in Perth');
		assert.ok(ledger.states[0]?.texts.includes(nearest?.text ?? -1));
		assert.ok(!ledger.states[1]?.texts.includes(nearest?.text ?? -1));
	});

	it('is none where no word is shared', () => {
		assert.equal(nearestPassage(ledgerOf([terms]), 'zebra quagga'), null);
		assert.equal(nearestPassage(ledgerOf([terms]), ''), null);
	});

	it('is as like as it says, and stands in the text that it names, whatever text and quote are', () => {
		const some = fc.oneof(
			fc
				.array(fc.constantFrom('fees', 'paid', 'are', '4.3', '.', '; ', 'We', '...', '\n\n', '?'))
				.map((parts) => parts.join(' ')),
			fc.string(),
		);
		fc.assert(
			fc.property(some, some, (text, quote) => {
				const ledger = ledgerOf([text]);
				const nearest = nearestPassage(ledger, quote);
				if (nearest === null) return;
				assert.ok(ledger.texts[nearest.text]?.visible.includes(nearest.words));
				assert.equal(nearest.alike, likenessTo(quote)(nearest.words));
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
