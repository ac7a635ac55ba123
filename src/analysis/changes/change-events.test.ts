/** What an export says came in or went out is proven by both texts: no way of cutting them makes a word of it untrue. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChangeEvent } from '../../model/change-record.ts';
import { cuts, cutText, sentenceNumbers, sentenceOf } from '../../samples/regrouped-sentences.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
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

test('sentences that are cut, joined, moved or doubled are no change in the terms', () => {
	const block = fc.tuple(fc.nat(23), fc.nat(23), fc.nat(23));
	fc.assert(
		fc.property(sentenceNumbers, cuts, cuts, block, fc.boolean(), (numbers, one, other, at, doubled) => {
			const [from, length, to] = at.map((each) => each % numbers.length) as [number, number, number];
			const moved = numbers.slice(from, from + length);
			const rest = doubled ? numbers : numbers.toSpliced(from, length);
			const after = rest.toSpliced(to, 0, ...moved);
			// An entry that another list has too says something where it comes in.
			const cut = doubled ? other.map((each) => each % 2) : other;
			const events = eventsOf(cutText(numbers, one), cutText(after, cut));
			assert.deepEqual(told(events), []);
			assert.deepEqual(
				events.flatMap((event) => [...event.in, ...event.out]),
				[],
			);
		}),
		{ numRuns: 300 },
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
