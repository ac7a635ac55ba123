/** Invented sentences put into paragraphs, list items and headings in many ways, for property tests of what is compared across them. */
import fc from 'fast-check';

const subjects = ['we', 'you', 'the shop', 'a partner', 'your heirs', 'the court', 'our bank', 'a guest'];
const verbs = ['keep', 'sell', 'delete', 'publish', 'lend', 'insure', 'refund', 'inspect'];
const objects = [
	'the keys',
	'these files',
	'all fees',
	'old letters',
	'the photos',
	'your notes',
	'any copies',
];
const times = [
	'at night',
	'for a year',
	'within 30 days',
	'in writing',
	'before noon',
	'once a month',
	'on request',
];

/** The sentence of a number: other numbers, other sentences, of eight words and more. */
export function sentenceOf(number: number): string {
	const pick = (list: readonly string[], step: number): string =>
		list[Math.floor(number / step) % list.length] as string;
	const words = `${pick(subjects, 1)} ${pick(verbs, 8)} ${pick(objects, 64)} ${pick(times, 448)} under rule r${number}`;
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Numbers of different sentences. */
export const sentenceNumbers: fc.Arbitrary<number[]> = fc.uniqueArray(fc.nat(3000), {
	minLength: 4,
	maxLength: 24,
});

/** How a text is cut: for each place where it might be, 0 goes on, 1 begins a paragraph, 2 an item. */
export const cuts: fc.Arbitrary<number[]> = fc.array(fc.nat(2), { minLength: 24, maxLength: 24 });

/** Markdown of these sentences in this order, cut so. */
export function cutText(numbers: readonly number[], cut: readonly number[]): string {
	return numbers
		.map((number, at) => {
			const before = at === 0 ? '' : ([' ', '\n\n', '\n\n- '][cut[at % cut.length] as number] as string);
			return `${before}${sentenceOf(number)}`;
		})
		.join('');
}
