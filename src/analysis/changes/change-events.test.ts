/** What an export says came in or went out is proven by both texts: no way of cutting them makes a word of it untrue. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChangeEvent } from '../../model/change-record.ts';
import type { State } from '../../model/ledger.ts';
import { cuts, cutText, sentenceNumbers, sentenceOf } from '../../samples/regrouped-sentences.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { compareStates } from '../ledger/compare-states.ts';
import { changeEvents } from './change-events.ts';

function eventsOf(before: string, after: string): ChangeEvent[] {
	return changeEvents(ledgerOf([before, after]), 0, 1);
}

const telling: ReadonlySet<string> = new Set([
	'added',
	'removed',
	'reworded',
	'number',
	'renamed',
	'repeated',
]);

function told(events: readonly ChangeEvent[]): ChangeEvent[] {
	return events.filter(({ kind }) => telling.has(kind));
}

/** The words of a text in one line, as a reader would search for them. */
function line(text: string): string {
	return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

const nothing = (events: readonly ChangeEvent[]): void => {
	assert.deepEqual(told(events), []);
	assert.deepEqual(
		events.flatMap((event) => [...event.in, ...event.out]),
		[],
	);
};

test('sentences that are cut, joined or moved are no change in the terms', () => {
	const block = fc.tuple(fc.nat(23), fc.nat(23), fc.nat(23));
	fc.assert(
		fc.property(sentenceNumbers, cuts, cuts, block, (numbers, one, other, at) => {
			const [from, length, to] = at.map((each) => each % numbers.length) as [number, number, number];
			const moved = numbers.slice(from, from + length);
			const after = numbers.toSpliced(from, length).toSpliced(to, 0, ...moved);
			nothing(eventsOf(cutText(numbers, one), cutText(after, other)));
		}),
		{ numRuns: 300 },
	);
});

test('nor is a passage that stands twice, cut otherwise', () => {
	fc.assert(
		fc.property(sentenceNumbers, cuts, cuts, fc.nat(23), (numbers, one, other, at) => {
			// One or two sentences say something where they come in, and so does an entry of another list.
			const passage = numbers.slice(at % (numbers.length - 2));
			const whole = cutText(numbers, one);
			const copy = cutText(
				passage,
				other.map((cut) => cut % 2),
			);
			nothing(eventsOf(whole, `${whole}\n\n${copy}`));
		}),
		{ numRuns: 200 },
	);
});

test('a sentence that comes into a clause, or leaves it, is told there though another clause has it too', () => {
	fc.assert(
		fc.property(sentenceNumbers, fc.nat(23), fc.nat(23), (numbers, from, to) => {
			const [asked, host] = [from % numbers.length, to % numbers.length];
			fc.pre(asked !== host);
			const clauses = numbers.map(sentenceOf);
			const fuller = clauses.with(host, `${clauses[host]} ${clauses[asked]}`);
			for (const pair of [[clauses, fuller] as const, [fuller, clauses] as const]) {
				const [before, after] = pair.map((list) => list.join('\n\n')) as [string, string];
				const events = told(eventsOf(before, after));
				assert.deepEqual(
					events.map(({ kind, moved }) => [kind, moved]),
					[['reworded', [clauses[asked]]]],
				);
			}
		}),
		{ numRuns: 200 },
	);
});

test('of the sentences that came in or went out none stands in the other version, and every new one is told', () => {
	const fresh = fc.uniqueArray(fc.integer({ min: 3001, max: 3500 }), { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(sentenceNumbers, cuts, cuts, fresh, fc.nat(23), (numbers, one, other, added, at) => {
			const place = at % numbers.length;
			const after = numbers.toSpliced(place, 1).toSpliced(place, 0, ...added);
			const [before, now] = [cutText(numbers, one), cutText(after, other)];
			const events = eventsOf(before, now);
			const [come, gone] = [events.flatMap((event) => event.in), events.flatMap((event) => event.out)];
			for (const sentence of come) assert.ok(!line(before).includes(line(sentence)), sentence);
			for (const sentence of gone) assert.ok(!line(now).includes(line(sentence)), sentence);
			for (const number of added)
				assert.ok(line(come.join(' ')).includes(line(sentenceOf(number))), sentenceOf(number));
			assert.ok(line(gone.join(' ')).includes(line(sentenceOf(numbers[place] as number))));
		}),
		{ numRuns: 300 },
	);
});

test('an entry that comes into a list is told, though another list has it too; a paragraph that stands twice is not', () => {
	const entry = 'the messages that you send and receive';
	const lists = (...first: readonly string[]): string =>
		['# Safety', 'To keep you safe, we use:', ...first, '# Ads', 'To show ads, we use:', `- ${entry}`].join(
			'\n\n',
		);
	const other = '- the hours at which you are here';
	assert.deepEqual(
		told(eventsOf(lists(other), lists(other, `- ${entry}`))).map(({ kind }) => kind),
		['added'],
	);
	const paragraph = 'Nobody may rely on more than what these rules say.';
	assert.deepEqual(
		told(eventsOf(`${lists(other)}\n\n${paragraph}`, `${paragraph}\n\n${lists(other)}\n\n${paragraph}`)),
		[],
	);
});

test('one of two copies that is reworded is told as reworded', () => {
	const copy = 'We use your letters to provide and curate the help desk.';
	const text = (first: string): string => ['# Adults', first, '# Minors', copy].join('\n\n');
	const [event, ...more] = told(eventsOf(text(copy), text(copy.replace('provide and curate', 'run'))));
	assert.deepEqual([event?.kind, event?.before, more], ['reworded', copy, []]);
});

test('numbers of clauses that stand inside a sentence after a join are no words of it', () => {
	const parts = [
		'Our liability to you has these bounds:',
		'(a) it never exceeds what you paid in that year; and',
		'(b) it never covers:',
		'(i) a loss that nobody could foresee; or',
		'(ii) a loss of profits.',
	];
	assert.deepEqual(told(eventsOf(parts.join('\n\n'), parts.join(' '))), []);
});

test('a clause cut in two with a word changed in one half tells that half', () => {
	const [first, second] = [
		'You may keep the keys that we lend you.',
		'You bring them back within 30 days of our letter.',
	];
	const events = told(eventsOf(`${first} ${second}`, `${first}\n\n${second.replace('30', '14')}`));
	assert.deepEqual(
		events.map(({ kind, in: come, out }) => [kind, come, out]),
		[['number', [second.replace('30', '14')], [second]]],
	);
});

test('of a sentence that was cut short, the old wording went out and none came in', () => {
	const long =
		'We lend you the keys for thirty days, and for as long as you like where you ask us in writing.';
	const short = 'We lend you the keys for thirty days.';
	const [event] = told(eventsOf(`${long} You pay for lost ones.`, `${short} You pay for lost ones.`));
	assert.deepEqual([event?.kind, event?.in, event?.out], ['reworded', [], [long]]);
});

test('a row with another first cell is another row', () => {
	const table = (name: string): string =>
		`| Name | Duty |\n| --- | --- |\n| ${name} | answers letters of users within a week |\n| Cleo | keeps the books of the house |`;
	const events = told(eventsOf(table('Ann'), table('Bob')));
	assert.deepEqual(events.map(({ kind }) => kind).sort(), ['added', 'removed']);
});

test('an item whose words stand in a sentence elsewhere is told where it comes in, one cut out of that sentence is not', () => {
	const rule = 'We may lock the door to keep thieves out of the yard.';
	const item = 'to keep thieves out of the yard';
	const list = (...items: readonly string[]): string =>
		['# Doors', rule, '# Gates', 'We shut the gates:', ...items.map((each) => `- ${each}`)].join('\n\n');
	assert.deepEqual(
		told(eventsOf(list('at dusk and at dawn'), list('at dusk and at dawn', item))).map(({ kind }) => kind),
		['added'],
	);
	const cutOut = `We may lock the door:\n\n- ${item}`;
	assert.deepEqual(
		told(eventsOf(`${rule} Nobody minds.`, `${cutOut}\n\nNobody minds.`)).filter(
			({ kind }) => kind === 'added',
		),
		[],
	);
});

test('an item that goes on in a sentence more than twice its length is reworded, not new', () => {
	const short = '- Break the rules of the house again';
	const long = `${short}, by what you write or by leaving the yard, the gates or the well open at night.`;
	const text = (first: string, second: string): string =>
		['We may ask you to leave where you:', first, second].join('\n\n');
	const events = told(
		eventsOf(text('- Sell the keys to a guest of ours', short), text('- Keep a wolf in the cellar', long)),
	);
	const event = events.find(({ after }) => after === long.slice(2));
	assert.deepEqual([event?.kind, event?.out], ['reworded', []]);
});

test('of a list that counts, each line goes on where it stands, whatever number another line has now', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(9), { minLength: 3, maxLength: 8 }), fc.nat(9), (ages, step) => {
			fc.pre(step > 0);
			const list = (added: number): string =>
				ages
					.map(
						(age, at) =>
							`- Letter ${'abcdefgh'[at]} of a guest\n- to the office ${'abcdefgh'[at]}\n- ${age + added} answers came`,
					)
					.join('\n');
			const events = eventsOf(list(0), list(step));
			assert.deepEqual(
				events.map(({ kind }) => (kind === 'repeated' ? 'number' : kind)),
				ages.map(() => 'number'),
			);
		}),
	);
});

test('how long ago something was is another day in its place, and nothing moved', () => {
	const list = (...ages: readonly string[]): string =>
		ages
			.map((age, at) => `- Letter ${'abcdefgh'[at]}\n- to the office ${'abcdefgh'[at]}\n- ${age}`)
			.join('\n');
	const events = eventsOf(
		list('5 hours ago', '1 day ago', '2 days ago'),
		list('1 day ago', '2 days ago', '3 days ago'),
	);
	assert.deepEqual(
		events.map(({ kind }) => kind),
		['redated', 'redated', 'redated'],
	);
});

test('what a later cell says goes on in its own row', () => {
	const rule = (purpose: string): string => `To ${purpose} the house for everybody who lives in it.`;
	const table = (...rows: readonly (readonly [string, string])[]): string =>
		['| Why | What |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
	const [names, letters, fees] = ['names of the guests', 'letters of the guests', 'fees of the guests'];
	const before = table(
		[rule('warm'), `${names}, ${letters}, ${fees}`],
		[rule('clean'), `${names}, ${letters}`],
		[rule('paint and to repair'), `${names}, ${letters}, ${fees}`],
	);
	const after = table(
		[rule('warm'), `${names}, ${letters}, ${fees}`],
		[rule('clean and air'), `${names}, ${letters}`],
	);
	const events = told(eventsOf(before, after));
	const clean = events.find((event) => event.after?.includes('clean'));
	assert.deepEqual([clean?.kind, clean?.out], ['reworded', [rule('clean')]]);
});

test('the heads of alike tables that get a column go on in their order', () => {
	const table = (head: string, ...rows: readonly string[]): string =>
		[
			`| ${head} |`,
			head.replace(/[^|]+/g, ' --- ').replace(/^|$/g, '|'),
			...rows.map((row) => `| ${row} |`),
		].join('\n');
	const text = (head: string, extra: readonly string[]): string =>
		[
			'# Keys',
			table(head, 'front door | brass'),
			...extra,
			'# Wells',
			table(head, 'north well | deep'),
			'# Yards',
			table(head, 'back yard | green'),
		].join('\n\n');
	const ledger = ledgerOf([
		text('What | How it is', []),
		text('What | How it is called | How it is', [
			'A guest may ask for a key.',
			'A guest gives it back.',
			'A lost key costs money.',
		]),
	]);
	const [old, fresh] = ledger.states as readonly [State, State];
	assert.ok(compareStates(ledger, old, fresh).every(({ moved }) => !moved));
});

test('a slip in a line of a day is told as reworded, though a day alone says nothing', () => {
	const text = (day: string): string => ['# Rules', day, 'Nobody may lock the well.'].join('\n\n');
	const [event, ...more] = told(eventsOf(text('March 3, of2025'), text('March 3, 2025')));
	assert.deepEqual([event?.kind, more], ['reworded', []]);
});
