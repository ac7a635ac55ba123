/** Random histories of an invented agreement, for property tests. */
import fc from 'fast-check';

const wordList =
	'account agree any arbitration availability back charge claim clause content data delete end fee give hold if keep law licence may model must not notice only pay person price refund right service share stop term text thirty train use we when will words write you your'.split(
		' ',
	);
const words = fc.array(fc.constantFrom(...wordList), { minLength: 1, maxLength: 12 });
const number = fc.constantFrom('', '', '1. ', '4.2 ', '(a) ', '10.1.2. ');
const block = fc
	.tuple(fc.constantFrom('', '', '## ', '- ', '    - '), number, words, fc.nat(40))
	.map(
		([mark, no, list, age]) =>
			`${mark}${mark === '' ? no : ''}${list.join(' ')}${age > 35 ? ` ${age}` : ''}.`,
	);

/** One version as Markdown. */
export const versionText: fc.Arbitrary<string> = fc
	.array(block, { maxLength: 14 })
	.map((blocks) => blocks.join('\n\n'));

type Edit = (blocks: readonly string[]) => string[];

const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.tuple(fc.nat(20), block).map(
		([at, fresh]): Edit =>
			(blocks) =>
				blocks.toSpliced(at, 0, fresh),
	),
	fc.nat(20).map(
		(at): Edit =>
			(blocks) =>
				blocks.toSpliced(at, 1),
	),
	fc.tuple(fc.nat(20), fc.nat(20)).map(
		([from, to]): Edit =>
			(blocks) => {
				const [moved] = blocks.slice(from, from + 1);
				return moved === undefined ? [...blocks] : blocks.toSpliced(from, 1).toSpliced(to, 0, moved);
			},
	),
	fc.tuple(fc.nat(20), fc.constantFrom(...wordList)).map(
		([at, word]): Edit =>
			(blocks) =>
				blocks.map((text, index) => (index === at ? text.replace(/ \w+/, ` ${word}`) : text)),
	),
);

/** Versions that grow out of each other by edits, now and then by a return to an earlier one or a wholly new text. */
export const history: fc.Arbitrary<string[]> = fc
	.tuple(versionText, fc.array(fc.oneof(edit, edit, edit, edit, fc.nat(9), versionText), { maxLength: 9 }))
	.map(([first, steps]) => {
		const versions = [first];
		for (const step of steps) versions.push(nextVersion(versions, step));
		return versions;
	});

function nextVersion(versions: readonly string[], step: Edit | number | string): string {
	if (typeof step === 'string') return step;
	if (typeof step === 'number') return versions[step % versions.length] as string;
	const blocks = (versions.at(-1) as string).split('\n\n').filter((text) => text !== '');
	return step(blocks).join('\n\n');
}
