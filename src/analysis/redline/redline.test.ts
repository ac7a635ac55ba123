/** The redline as data: it can be read as the new version and as the old one, and shows beside a change what explains it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Ledger, State } from '../../model/ledger.ts';
import type { ChangeBlock, RedlineBlock } from '../../model/redline.ts';
import { history } from '../../samples/invented-history.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { redline } from './redline.ts';

type Placed = readonly [clause: number, text: number];

function redlineOf(before: string, after: string): { ledger: Ledger; blocks: readonly RedlineBlock[] } {
	const ledger = ledgerOf([before, after]);
	return { ledger, blocks: redline(ledger, ledger.states[0] as State, ledger.states[1] as State) };
}

/** One line a block: its kind and its words, as a reader meets them. */
function outline(before: string, after: string): string[] {
	const { ledger, blocks } = redlineOf(before, after);
	const words = (id: number | null): string => ledger.texts[id ?? -1]?.visible ?? '';
	return blocks.map((block) => {
		if (block.kind === 'collapsed') return `collapsed ${block.texts.map(words).join(' | ')}`;
		if (block.kind !== 'change') return `${block.kind} ${words(block.text)}`;
		return `${block.event.kind} ${words(block.event.after ?? block.event.before)}`;
	});
}

/** Clauses with their texts as the blocks tell the new version. */
function readNew(blocks: readonly RedlineBlock[]): Placed[] {
	return blocks.flatMap((block): Placed[] => {
		if (block.kind !== 'change') return kept(block);
		return block.event.after === null ? [] : [[block.event.clause, block.event.after]];
	});
}

/** The same for the old version: a moved clause is read where it departed. */
function readOld(blocks: readonly RedlineBlock[]): Placed[] {
	return blocks.flatMap((block): Placed[] => {
		if (block.kind === 'departed') return [[block.clause, block.text]];
		if (block.kind !== 'change') return kept(block);
		const { before, clause, moved } = block.event;
		return before === null || moved ? [] : [[clause, before]];
	});
}

function kept(block: Exclude<RedlineBlock, ChangeBlock>): Placed[] {
	if (block.kind === 'collapsed')
		return block.clauses.map((clause, at): Placed => [clause, block.texts[at] as number]);
	return block.kind === 'context' ? [[block.clause, block.text]] : [];
}

function placed(state: State): Placed[] {
	return [...state.clauses].map((clause, at): Placed => [clause, state.texts[at] as number]);
}

function byClause(list: readonly Placed[]): Placed[] {
	return list.toSorted(([one], [other]) => one - other);
}

const anyTwo = fc.tuple(history, fc.nat(9), fc.nat(9)).map(([versions, one, other]) => {
	const ledger = ledgerOf(versions);
	const [before, after] = [one, other].map((at) => ledger.states[at % versions.length]) as [State, State];
	return { ledger, before, after, blocks: redline(ledger, before, after) };
});

test('read without what went, a redline is the new version, clause by clause', () => {
	fc.assert(
		fc.property(anyTwo, ({ after, blocks }) => assert.deepEqual(readNew(blocks), placed(after))),
		{ numRuns: 400 },
	);
});

test('read without what came, a redline holds each clause of the old version once, in its old words', () => {
	fc.assert(
		fc.property(anyTwo, ({ before, blocks }) =>
			assert.deepEqual(byClause(readOld(blocks)), byClause(placed(before))),
		),
		{ numRuns: 400 },
	);
});

test('where nothing moved, a redline without what came is the old version in its order', () => {
	fc.assert(
		fc.property(anyTwo, ({ before, blocks }) => {
			fc.pre(!blocks.some(({ kind }) => kind === 'departed'));
			assert.deepEqual(readOld(blocks), placed(before));
		}),
		{ numRuns: 400 },
	);
});

test('removed clauses stand where they stood, between the clauses that stay', () => {
	assert.deepEqual(
		outline(
			'Ads are shown.\n\nBills are sent.\n\nCats are kept.\n\nDogs are fed.\n\nEggs are sold.',
			'Ads are shown.\n\nCats are kept.\n\nEggs are sold.',
		),
		[
			'context Ads are shown.',
			'removed Bills are sent.',
			'context Cats are kept.',
			'removed Dogs are fed.',
			'collapsed Eggs are sold.',
		],
	);
});

test('removed clauses at the beginning and at the end stand there, in their order', () => {
	assert.deepEqual(
		outline('Ads are shown.\n\nBills are sent.\n\nCats are kept.\n\nDogs are fed.', 'Cats are kept.'),
		['removed Ads are shown.', 'removed Bills are sent.', 'context Cats are kept.', 'removed Dogs are fed.'],
	);
});

test('a clause that moved away from the beginning leaves its mark there', () => {
	assert.deepEqual(
		outline(
			'Ads are shown.\n\nBills are sent.\n\nCats are kept.',
			'Bills are sent.\n\nCats are kept.\n\nAds are shown.',
		),
		[
			'departed Ads are shown.',
			'collapsed Bills are sent.',
			'context Cats are kept.',
			'moved Ads are shown.',
		],
	);
});

const section =
	'## Your content\n\nYou keep what is yours.\n\nWe store it in many places.\n\nWe may show it to the people you choose.';

test('beside a changed clause stand the heading above it and the clause before it, and no other', () => {
	const fresh = section.replace('the people you choose', 'anyone we choose');
	assert.deepEqual(outline(`Welcome.\n\n${section}\n\nEnd.`, `Welcome.\n\n${fresh}\n\nEnd.`), [
		'collapsed Welcome.',
		'context Your content',
		'collapsed You keep what is yours.',
		'context We store it in many places.',
		'reworded We may show it to anyone we choose.',
		'collapsed End.',
	]);
});

test('a removed clause is shown below its heading', () => {
	assert.deepEqual(outline(section, section.replace('We store it in many places.\n\n', '')).slice(0, 3), [
		'context Your content',
		'context You keep what is yours.',
		'removed We store it in many places.',
	]);
});

test('a moved clause says where it stood and where it stands, by number and heading', () => {
	const old = '# Fees\n\n1. You pay in advance.\n\n# Ending\n\n2. You may leave at any time you like.';
	const fresh = '# Fees\n\n# Ending\n\n2. You may leave at any time you like.\n\n3. You pay in advance.';
	const { blocks } = redlineOf(old, fresh);
	const moved = blocks.find((block) => block.kind === 'change' && block.event.moved) as ChangeBlock;
	const departed = blocks.find(({ kind }) => kind === 'departed') as Extract<
		RedlineBlock,
		{ kind: 'departed' }
	>;
	assert.deepEqual([moved.cameFrom?.section, departed.to.section], ['Fees', 'Ending']);
});
