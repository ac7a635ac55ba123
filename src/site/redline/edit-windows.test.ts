import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ClauseEdit } from '../../model/redline.ts';
import { countWords } from '../../text/words.ts';
import { narrowWindows, type Shown, sentenceWindows } from './edit-windows.ts';

const sentence = (at: number): string => `Sentence ${at} of this clause says what nobody changed.`;
const run = (from: number, to: number): string =>
	Array.from({ length: to - from }, (_, at) => sentence(from + at)).join(' ');

function told(shown: readonly Shown[]): string {
	return shown.map((part) => (part.kind === 'gap' ? `[${part.of} ${part.words}]` : part.text)).join('');
}

describe('a long clause', () => {
	test('shows its edited sentence with one on each side, and how many words are left out', () => {
		const shown = sentenceWindows([
			{ kind: 'same', text: `${run(1, 20)} Here we may change ` },
			{ kind: 'del', text: 'one' },
			{ kind: 'ins', text: 'another' },
			{ kind: 'same', text: ` word. ${run(20, 40)}` },
		]);
		assert.equal(
			told(shown),
			`${sentence(1)} ${sentence(2)} Sentence 3 of this clause says what nobody [same 136] ${sentence(19)} Here we may change oneanother word. ${sentence(20)} [same 171]`,
		);
	});

	test('shows one sentence beside one that came in whole', () => {
		const shown = sentenceWindows([
			{ kind: 'same', text: `${run(1, 20)} ` },
			{ kind: 'ins', text: 'This came in. ' },
			{ kind: 'same', text: run(20, 40) },
		]);
		assert.match(told(shown), /\] Sentence 19 [^[]*This came in\. Sentence 20 [^[]*changed\. \[same 171\]$/);
	});

	test('is cut inside a sentence that is longer than a window', () => {
		const endless = 'and more of the same '.repeat(400);
		const shown = sentenceWindows([
			{ kind: 'ins', text: 'new ' },
			{ kind: 'same', text: endless },
			{ kind: 'del', text: 'old' },
		]);
		assert.ok(told(shown).length < 700);
		assert.match(told(shown), /^new and more .*\[same \d+\].* old$/);
	});

	test('of a few sentences is shown whole', () => {
		const edits: ClauseEdit[] = [
			{ kind: 'same', text: `${run(1, 5)} ` },
			{ kind: 'ins', text: 'New.' },
		];
		assert.deepEqual(sentenceWindows(edits), edits);
	});
});

const someEdits = fc.array(
	fc.record({
		kind: fc.constantFrom<ClauseEdit['kind'][]>('same', 'ins', 'del', 'came'),
		text: fc
			.array(fc.constantFrom('fees', 'are due.', 'We', 'may', '日本語', '😀', 'terms!'), {
				minLength: 1,
				maxLength: 300,
			})
			.map((words) => `${words.join(' ')} `),
	}),
	{ maxLength: 8 },
);

describe('of any edits', () => {
	const room = { beside: 40, run: 90, all: 200 };
	const ways: Readonly<Record<string, (edits: readonly ClauseEdit[]) => readonly Shown[]>> = {
		'whole sentences beside them': sentenceWindows,
		'a few words beside them': (edits) => narrowWindows(edits, room),
	};

	for (const [name, windows] of Object.entries(ways))
		test(`with ${name}, each word is shown or counted`, () => {
			fc.assert(
				fc.property(someEdits, (edits) => {
					const words = (parts: readonly Shown[]): number =>
						parts.reduce((sum, part) => sum + (part.kind === 'gap' ? part.words : countWords(part.text)), 0);
					assert.equal(words(windows(edits)), words(edits));
				}),
			);
		});

	test('few enough are shown to fit the room, and at least the first that is marked', () => {
		fc.assert(
			fc.property(someEdits, (edits) => {
				const shown = narrowWindows(edits, room);
				const marks = (parts: readonly Shown[]): boolean =>
					parts.some(({ kind }) => kind === 'ins' || kind === 'del');
				assert.equal(marks(shown), marks(edits));
				if (!marks(edits.slice(0, 2))) return;
				const length = shown.reduce((sum, part) => sum + (part.kind === 'gap' ? 0 : part.text.length), 0);
				assert.ok(length <= room.all + 4 * room.run, `${length}`);
			}),
		);
	});
});
