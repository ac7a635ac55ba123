import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import { history, versionText } from '../../samples/invented-history.ts';
import { longBlock } from '../../samples/long-block.ts';
import { built as builtOf } from '../../samples/sample-agreement.ts';
import { wholeKey } from '../../text/fingerprint.ts';
import { splitChunk } from '../clauses/clause-splitter.ts';
import { anchorName } from './anchors.ts';
import type { BuiltLedger } from './build-ledger.ts';
import { compareStates } from './compare-states.ts';

function build(...versions: readonly string[]): BuiltLedger {
	return builtOf(versions);
}

function visible(ledger: Ledger, index: number): string[] {
	return Array.from(ledger.states[index]?.texts ?? [], (id) => (ledger.texts[id] as ClauseText).visible);
}

function anchors(ledger: Ledger, index: number): string[] {
	return Array.from(ledger.states[index]?.clauses ?? [], (id) => ledger.clauses[id]?.anchor ?? '');
}

function kinds({ ledger }: BuiltLedger, from = 0, to = 1): string[] {
	return compareStates(ledger, ledger.states[from] as State, ledger.states[to] as State).map(
		({ kind }) => kind,
	);
}

test('the events between any two versions turn the one into the other', () => {
	fc.assert(
		fc.property(history, fc.nat(9), fc.nat(9), (versions, one, other) => {
			const { ledger } = build(...versions);
			const before = ledger.states[one % versions.length] as State;
			const after = ledger.states[other % versions.length] as State;
			const result = applyEvents(before, compareStates(ledger, before, after));
			assert.deepEqual(result.clauses, [...after.clauses]);
			assert.deepEqual(result.texts, [...after.texts]);
		}),
		{ numRuns: 400 },
	);
});

test('a version holds exactly the clauses that its text has, cut chunk by chunk', () => {
	fc.assert(
		fc.property(history, (versions) => {
			const { ledger } = build(...versions);
			for (const [index, text] of versions.entries()) {
				const expected = text
					.split('\n\n')
					.flatMap((chunk) => splitChunk(chunk).map(({ markdown }) => markdown));
				const found = Array.from(ledger.states[index]?.texts ?? [], (id) => ledger.texts[id]?.markdown);
				assert.deepEqual(found, expected);
			}
		}),
		{ numRuns: 300 },
	);
});

test('a clause stands in exactly the versions of its spans, and once in each', () => {
	fc.assert(
		fc.property(history, (versions) => {
			const { ledger } = build(...versions);
			for (const [clause, { spans }] of ledger.clauses.entries()) {
				const times = ledger.states.map((state) => state.clauses.filter((id) => id === clause).length);
				const expected = versions.map((_, at) =>
					spans.some(({ first, last }) => first <= at && at <= last) ? 1 : 0,
				);
				assert.deepEqual(times, expected);
			}
		}),
	);
});

test('the ledger of the first versions is the beginning of the ledger of all', () => {
	fc.assert(
		fc.property(history, (versions) => {
			const whole = build(...versions);
			const part = build(...versions.slice(0, -1));
			for (const index of part.ledger.states.keys()) {
				assert.deepEqual(anchors(part.ledger, index), anchors(whole.ledger, index));
			}
			assert.deepEqual(part.prints, whole.prints.slice(0, -1));
		}),
	);
});

test('building twice gives the same ledger', () => {
	fc.assert(
		fc.property(history, (versions) => {
			assert.deepEqual(build(...versions), build(...versions));
		}),
	);
});

test('a clause keeps its anchor while it is reworded, renumbered and moved', () => {
	const built = build(
		'# Terms\n\n1.1 We may change any fee on thirty days of notice.\n\n1.2 You own your content.',
		'# Terms\n\n1.1 You own your content.\n\n1.2 We may change any fee on ten days of notice to you.',
	);
	const [before, after] = [anchors(built.ledger, 0), anchors(built.ledger, 1)];
	assert.deepEqual(after, [before[0], before[2], before[1]]);
});

test('a number taken over by another clause does not pass on its identity', () => {
	const built = build(
		'109.1 Talent content is kept for ninety days.',
		'1.1 Nothing else.',
		'109.1 The firewall charges robots.',
	);
	assert.notEqual(anchors(built.ledger, 0)[0], anchors(built.ledger, 2)[0]);
});

test('what differs is named by its kind', () => {
	const old = '1. We keep your data for thirty days after the end of the contract.';
	assert.deepEqual(kinds(build(old, '2. We keep your data for thirty days after the end of the contract.')), [
		'renumbered',
	]);
	assert.deepEqual(kinds(build('Wait 30 days, please.', 'Wait 60 days, please.')), ['number']);
	assert.deepEqual(kinds(build('Up to £500 a year.', 'Up to €500 a year.')), ['number']);
	assert.deepEqual(kinds(build('See [our fees](/a) today', 'See [our fees](/b) today')), ['relinked']);
	assert.deepEqual(kinds(build('See “our” fees', 'See **"our"** fees')), ['restyled']);
	assert.deepEqual(kinds(build('One.\n\nTwo.\n\nThree.', 'Two.\n\nThree.\n\nOne.')), ['moved']);
	assert.deepEqual(kinds(build('One.', 'One.\n\nTwo.')), ['added']);
	assert.deepEqual(kinds(build('One.\n\nTwo.', 'Two.')), ['removed']);
});

test('a number alone in its place is that number changed', () => {
	assert.deepEqual(kinds(build('The fee is\n\n$1.00\n\na month.', 'The fee is\n\n$2.50\n\na month.')), [
		'number',
	]);
});

test('of lines that differ in a number alone, those go on that kept their place', () => {
	const list = (...numbers: number[]) =>
		['Blog', 'Help', 'Jobs'].map((title, at) => `${title}\n\n${numbers[at]} comments`).join('\n\n');
	const built = build(list(5, 1, 6), `4 comments\n\n${list(7, 8, 9)}`);
	assert.deepEqual(kinds(built), ['added', 'number', 'number', 'number']);
});

test('two short lines in different places that share a few words are two lines', () => {
	const [first, last] = ['We begin with what holds for all.', 'We end with what holds for none.'];
	const built = build(
		[first, 'Delete my account', 'Some line.', last].join('\n\n'),
		[first, 'Some line.', last, 'My account is expired'].join('\n\n'),
	);
	assert.deepEqual(kinds(built), ['removed', 'added']);
	const longer = build(
		[first, '# Account Holders', last].join('\n\n'),
		[first, 'A new clause of many words.', '# Account Holders and Profile Users', last].join('\n\n'),
	);
	assert.deepEqual(kinds(longer), ['added', 'reworded']);
});

test('of two clauses in the same words, that one stays which stands as it was', () => {
	const both = 'Intro.\n\nArticle 1: Scope\n\n1.1 Scope\n\nIt holds for all orders in our shop.';
	const one = 'Intro.\n\n1.1 Scope\n\nIt holds for all orders in this shop.';
	assert.deepEqual(kinds(build(both, one)), ['regrouped', 'reworded']);
	assert.deepEqual(kinds(build(one, both)), ['regrouped', 'reworded']);
});

test('a clause rewritten in its place is that clause, though one elsewhere is a little more like it', () => {
	const [number, window] = ['Mobile number, for example 1987', 'Opens a new window or tab'];
	const built = build(
		['Fees', window, 'Help', 'Thanks', number].join('\n\n'),
		['Fees', 'Help', 'Thanks', `${number} ${window}`].join('\n\n'),
	);
	const last = (index: number) => anchors(built.ledger, index).at(-1);
	assert.equal(last(1), last(0));
});

test('clauses lost by a failed capture are the same clauses when they are back', () => {
	const full = Array.from({ length: 12 }, (_, at) => `Clause ${'abcdefghijkl'[at]} says what holds.`).join(
		'\n\n',
	);
	const { ledger } = build(full, 'Please enable cookies.', full.replace('what holds', 'what holds now'));
	assert.deepEqual(anchors(ledger, 0), anchors(ledger, 2));
});

test('clauses of a text that is short for good are followed from version to version', () => {
	const full = Array.from({ length: 40 }, (_, at) => `Clause ${at} of the long text says what holds.`).join(
		'\n\n',
	);
	const fees = (days: string) => `We may change any fee on ${days} days of notice to you.`;
	const menu = ['Help', 'Blog', 'Help', 'Blog'].join('\n\n');
	const built = build(
		full,
		`${menu}\n\n${fees('ten')}`,
		`${menu}\n\n${fees('twenty')}`,
		`Jobs\n\n${menu}\n\n${fees('twenty')}`,
	);
	assert.deepEqual(kinds(built, 1, 2), ['reworded']);
	assert.deepEqual(kinds(built, 2, 3), ['added']);
});

test('the first piece of a block that is cut has the anchor that the whole block would have', () => {
	fc.assert(
		fc.property(longBlock, fc.constantFrom('', '4.2 ', '- '), (sentences, mark) => {
			const block = sentences.join(' ');
			const { ledger } = build(`# Terms\n\n${mark}${block}\n\nThe end.`);
			assert.equal(anchors(ledger, 0)[1], anchorName(wholeKey(block)));
			assert.ok(anchors(ledger, 0).length > 5);
		}),
	);
});

test('a long block is followed piece by piece: an edit touches the clauses around it, and all keep their anchors', () => {
	fc.assert(
		fc.property(longBlock, (sentences) => {
			const edited = sentences.with(-3, (sentences.at(-3) as string).replace('We say', 'They say'));
			const built = build(sentences.join(' '), edited.join(' '));
			const [before, after] = [anchors(built.ledger, 0), anchors(built.ledger, 1)];
			assert.equal(after[0], before[0]);
			assert.ok(kinds(built).length <= 6, String(kinds(built)));
		}),
		{ seed: 14 },
	);
});

test('headings, items, rows, quotes and numbers come out as clauses of their kind', () => {
	const { ledger } = build(
		'Title\n=====\n\n> quoted words\n\n- one\n  - two\n\n| a | b |\n| --- | --- |\n| c | d |\n\n* * *\n\n4.2. Text',
	);
	const texts = Array.from(ledger.states[0]?.texts ?? [], (id) => ledger.texts[id] as ClauseText);
	assert.deepEqual(
		texts.map(({ kind, depth, visible: words, number }) => [kind, depth, words, number]),
		[
			['heading', 1, 'Title', ''],
			['paragraph', 0, 'quoted words', ''],
			['item', 1, 'one', ''],
			['item', 2, 'two', ''],
			['row', 0, 'a | b', ''],
			['row', 0, 'c | d', ''],
			['paragraph', 0, '4.2. Text', '4.2.'],
		],
	);
});

test('lists of every usual style lie within each other as deep as they were written', () => {
	const list = (...marks: readonly string[]) =>
		marks.map((mark, at) => `${mark}item ${'abcde'[at]}`).join('\n');
	const depths = (text: string) => build(text).ledger.texts.map(({ depth }) => depth);
	assert.deepEqual(depths(list('- ', '  - ', '    - ', '  - ')), [1, 2, 3, 2]);
	assert.deepEqual(depths(list('*   ', '    *   ', '        *   ', '*   ')), [1, 2, 3, 1]);
	assert.deepEqual(depths(list('1.  ', '    1.  ', '    2.  ')), [1, 2, 2]);
	for (const style of [
		['1. ', '   - ', '     - ', '       1. '],
		['10. ', '    - ', '      1. ', '         - '],
	]) {
		const nested = depths(list(...style));
		assert.deepEqual(
			nested,
			nested.toSorted((one, other) => one - other),
		);
		assert.equal(new Set(nested).size, nested.length);
	}
});

test('pictures and empty links, of which a reader sees nothing, are no clauses', () => {
	const old = 'Fees\n\n![](/logo.png)\n\nWe may change any fee.';
	const fresh = 'Fees\n\n[](https://a.example)[](https://b.example)\n\nWe may change any fee.\n\n<br>';
	assert.deepEqual(kinds(build(old, fresh)), []);
});

test('any text at all gives a ledger', () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), versionText), { minLength: 1 }),
			(versions) => {
				const { ledger } = build(...versions);
				assert.equal(ledger.states.length, versions.length);
				for (const index of versions.keys())
					assert.ok(visible(ledger, index).every((words) => typeof words === 'string'));
			},
		),
	);
});

/** What the events leave out has not changed: it keeps its turn, and all else comes from the events. */
function applyEvents(before: State, events: readonly ClauseEvent[]): { clauses: number[]; texts: number[] } {
	const touched = new Set(events.map(({ clause }) => clause));
	const kept = Array.from(before.clauses, (clause, at) => ({ clause, text: before.texts[at] as number }))
		// A clause that stays in its place keeps its turn; all others come from the events.
		.filter(
			({ clause }) =>
				!touched.has(clause) || events.some((event) => event.clause === clause && isSteady(event)),
		);
	const placed = events.filter((event) => event.at !== null && !isSteady(event));
	const reworded = new Map(events.filter(isSteady).map((event) => [event.clause, event.after as number]));
	const result = kept.map(({ clause, text }) => ({ clause, text: reworded.get(clause) ?? text }));
	for (const { at, clause, after } of placed)
		result.splice(at as number, 0, { clause, text: after as number });
	return { clauses: result.map(({ clause }) => clause), texts: result.map(({ text }) => text) };
}

function isSteady({ before, after, moved }: ClauseEvent): boolean {
	return before !== null && after !== null && !moved;
}
