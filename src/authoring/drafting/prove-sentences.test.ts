import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { topicDetector } from '../../analysis/topics/detector.ts';
import { collectionVocabulary } from '../../load/collection-vocabulary.ts';
import { temporaryFolder } from '../../samples/temporary-folder.ts';
import { type Evidence, proveSentences } from './prove-sentences.ts';

const { topics } = await collectionVocabulary(temporaryFolder());
const trains = 'We may use your content to train our machine learning models.';
const refunds = 'Fees are refunded within thirty days of a written request.';
const evidence: Evidence = {
	texts: [trains, refunds, '3.2 We never sell “personal data” to anybody.'],
	language: 'en',
	platform: 'Tern',
	topics,
	detect: topicDetector(topics),
};

function whyCut(sentence: string, quote: string): string | undefined {
	return proveSentences([{ sentence, quote }], evidence).cut[0]?.why;
}

describe('the gate of drafted sentences', () => {
	for (const [sentence, quote] of [
		['Tern may train its models on what you write.', trains],
		['You get your money back 30 days after you asked.', 'refunded within thirty days of a written request'],
		['Tern does not sell data on people.', 'We never sell "personal data" to anybody'],
	] as const)
		it(`keeps what is carried: ${sentence}`, () => {
			assert.equal(whyCut(sentence, quote), undefined);
		});

	for (const [what, sentence, quote, why] of [
		['words that stand nowhere', 'Tern sells data.', 'We sell personal data to everybody', /does not stand/],
		['a quote that ends inside a word', 'Tern sells.', 'We may use your cont', /does not stand/],
		['a number that nobody stated', 'You get it back within 14 days.', refunds, /does not say 14/],
		[
			'a spelled number that nobody stated',
			'You get it back within fourteen days.',
			refunds,
			/does not say 14/,
		],
		['the contrary', 'Tern does not train its machine learning models on your content.', trains, /does not/],
		['a quote of two words', 'Tern trains.', 'We may', /shorter than/],
		['several sentences on one quote', 'Tern trains on it. It also sells it.', trains, /several sentences/],
		['nothing', ' ', trains, /says nothing/],
	] as const)
		it(`cuts ${what}`, () => {
			assert.match(whyCut(sentence, quote) ?? 'kept', why);
		});

	it('keeps or cuts each claim, and keeps none whose quote stands nowhere', () => {
		const words = fc.constantFrom('We', 'may', 'your', 'content', 'train', 'sell', 'never', '30', '.', ' ');
		const claim = fc.record({
			sentence: fc.array(words).map((all) => all.join(' ')),
			quote: fc.array(words).map((all) => all.join(' ')),
		});
		fc.assert(
			fc.property(fc.array(claim, { maxLength: 5 }), (claims) => {
				const { kept, cut } = proveSentences(claims, evidence);
				assert.equal(kept.length + cut.length, claims.length);
				for (const { quote } of kept)
					assert.ok(evidence.texts.some((text) => text.includes(quote.replace(/\s+/g, ' ').trim())));
			}),
			{ numRuns: 200 },
		);
	});
});
