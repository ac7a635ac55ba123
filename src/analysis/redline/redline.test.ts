/** The redline as data: it can be read as the new version and as the old one, and shows beside a change what explains it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { history } from '../../samples/invented-history.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { buildLedger } from '../ledger/build-ledger.ts';
import { redline } from './redline.ts';

type ChangeBlock = Extract<RedlineBlock, { kind: 'change' }>;
type Standing = readonly [clause: number, text: number];

function ledgerOf(versions: readonly string[]): Ledger {
	return buildLedger(versions.map((text) => ({ name: text, bytes: Buffer.from(text) }))).ledger;
}

function redlineOf(before: string, after: string): { ledger: Ledger; blocks: RedlineBlock[] } {
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

function changes(before: string, after: string): ChangeBlock[] {
	return redlineOf(before, after).blocks.filter((block) => block.kind === 'change');
}

/** Clauses with their texts as the blocks tell the new version. */
function readNew(blocks: readonly RedlineBlock[]): Standing[] {
	return blocks.flatMap((block): Standing[] => {
		if (block.kind !== 'change') return kept(block);
		return block.event.after === null ? [] : [[block.event.clause, block.event.after]];
	});
}

/** The same for the old version: a moved clause is read where it departed. */
function readOld(blocks: readonly RedlineBlock[]): Standing[] {
	return blocks.flatMap((block): Standing[] => {
		if (block.kind === 'departed') return [[block.clause, block.text]];
		if (block.kind !== 'change') return kept(block);
		const { before, clause, moved } = block.event;
		return before === null || moved ? [] : [[clause, before]];
	});
}

function kept(block: Exclude<RedlineBlock, ChangeBlock>): Standing[] {
	if (block.kind === 'collapsed')
		return block.clauses.map((clause, at): Standing => [clause, block.texts[at] as number]);
	return block.kind === 'context' ? [[block.clause, block.text]] : [];
}

function standing(state: State): Standing[] {
	return [...state.clauses].map((clause, at): Standing => [clause, state.texts[at] as number]);
}

function byClause(list: readonly Standing[]): Standing[] {
	return list.toSorted(([one], [other]) => one - other);
}

const anyTwo = fc.tuple(history, fc.nat(9), fc.nat(9)).map(([versions, one, other]) => {
	const ledger = ledgerOf(versions);
	const [before, after] = [one, other].map((at) => ledger.states[at % versions.length]) as [State, State];
	return { ledger, before, after, blocks: redline(ledger, before, after) };
});

test('read without what went, a redline is the new version, clause by clause', () => {
	fc.assert(
		fc.property(anyTwo, ({ after, blocks }) => assert.deepEqual(readNew(blocks), standing(after))),
		{ numRuns: 400 },
	);
});

test('read without what came, a redline holds each clause of the old version once, in its old words', () => {
	fc.assert(
		fc.property(anyTwo, ({ before, blocks }) =>
			assert.deepEqual(byClause(readOld(blocks)), byClause(standing(before))),
		),
		{ numRuns: 400 },
	);
});

test('where nothing moved, a redline without what came is the old version in its order', () => {
	fc.assert(
		fc.property(anyTwo, ({ before, blocks }) => {
			fc.pre(!blocks.some(({ kind }) => kind === 'departed'));
			assert.deepEqual(readOld(blocks), standing(before));
		}),
		{ numRuns: 400 },
	);
});

test('the word edits of a clause make its old and its new words, its number left out', () => {
	fc.assert(
		fc.property(anyTwo, ({ ledger, blocks }) => {
			for (const block of blocks) {
				if (block.kind !== 'change' || block.edits === null) continue;
				const { before, after } = block.event;
				const side = (dropped: string): string =>
					(block.edits ?? []).map(({ kind, text }) => (kind === dropped ? '' : text)).join('');
				const words = (id: number | null): string => withoutNumber(ledger.texts[id as number] as ClauseText);
				assert.deepEqual([side('ins'), side('del')].map(letters), [before, after].map(words).map(letters));
			}
		}),
	);
});

/** White space between marks is set for the eye. */
function letters(text: string): string {
	return text.replace(/\s+/g, '');
}

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

test('a clause of which little survives is called rewritten, one of which most does is not', () => {
	const old = 'Any dispute between you and us goes to the courts of your country alone.';
	const [little] = changes(
		old,
		'Any dispute about money goes first to an arbiter whom we name and pay, in writing.',
	);
	assert.deepEqual([little?.event.kind, little?.rewritten], ['reworded', true]);
	const [most] = changes(old, old.replace('your country', 'our country'));
	assert.deepEqual([most?.event.kind, most?.rewritten], ['reworded', false]);
});

test('a clause that was only added to, or only cut, is not called rewritten however much that is', () => {
	const short = 'We use your data to provide the service.';
	const long = `${short} If you pay with a card, we also use it to find out whether the payment is yours and likely to succeed at the shop.`;
	const both = [...changes(short, long), ...changes(long, short)];
	assert.deepEqual(
		both.map(({ event, rewritten }) => [event.kind, rewritten]),
		[
			['reworded', false],
			['reworded', false],
		],
	);
});

test('a heading is never called rewritten: its few words are read at a glance', () => {
	const [heading] = changes(
		'# What we do with all of your content\n\nWe keep it.',
		'# What others see of all of their shares\n\nWe keep it.',
	);
	assert.equal(heading?.rewritten, false);
});

test('the number of a clause is never among its word edits', () => {
	const [block] = changes(
		'4.2 We may end the service on thirty days of notice.',
		'5.1 We may end the service on ten days of notice.',
	);
	assert.equal(block?.event.renumbered, true);
	assert.deepEqual(
		block?.edits?.map(({ kind, text }) => `${kind}${text}`),
		['sameWe may end the service on', 'del thirty', 'ins ten', 'same days of notice.'],
	);
});

test('a mark that stands alone after the number belongs to the number, not to the words', () => {
	const [block] = changes('# Article 4 : Fees of every kind', '# Article 5 : Costs of every kind');
	assert.deepEqual(
		block?.edits?.map(({ kind, text }) => `${kind}${text}`),
		['delFees', 'insCosts', 'same of every kind'],
	);
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

test('links that lead elsewhere are paired, old with new, and links that stay are left out', () => {
	const [block] = changes(
		'See [the fees](https://a.example/1), [the rules](https://a.example/2) and [us](https://a.example/3).',
		'See [the fees](https://a.example/1), [the rules](https://b.example/2) and [us](https://b.example/3).',
	);
	assert.deepEqual(block?.relinked, [
		{ before: 'https://a.example/2', after: 'https://b.example/2' },
		{ before: 'https://a.example/3', after: 'https://b.example/3' },
	]);
});

test('links that came or went beside words that stayed are told each alone: nobody can say which is which', () => {
	const [block] = changes(
		'See [the fees](https://a.example/1) and all the rules of the house.',
		'See [the fees](https://b.example/1) and all [the rules](https://b.example/2) of the house.',
	);
	assert.deepEqual(block?.relinked, [
		{ before: 'https://a.example/1', after: '' },
		{ before: '', after: 'https://b.example/1' },
		{ before: '', after: 'https://b.example/2' },
	]);
});

test('links that came or went with other words are seen in those words', () => {
	const [block] = changes(
		'See [the fees](https://a.example/1) and all the rules of the house.',
		'See [the fees](https://a.example/1) and all [our rules](https://b.example/2) of the house.',
	);
	assert.deepEqual([block?.event.kind, block?.relinked], ['reworded', []]);
});
