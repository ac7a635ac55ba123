/** Random sentences that a page runs together to one long paragraph, for property tests. */
import fc from 'fast-check';

const words =
	'account agreement claim clause content court data dispute fee law licence limit loss notice order party payment person price refund request right service share term user work year'.split(
		' ',
	);

const sentence: fc.Arbitrary<string> = fc
	.array(fc.constantFrom(...words), { minLength: 11, maxLength: 28 })
	.map((list) => `We say that ${list.join(' ')} shall stand.`);

/** At least 600 words; joined by blanks, they are one block. */
export const longBlock: fc.Arbitrary<string[]> = fc.array(sentence, { minLength: 40, maxLength: 90 });
export const blockSentence = sentence;
