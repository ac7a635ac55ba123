import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	compareFetches,
	compareWithOthers,
	compareWithRecorded,
	differInLinksAlone,
	shownText,
} from './compare-texts.ts';

const terms = linesOf(
	(at) => `Clause ${at}: you may use part ${at} of the service if you agree to pay for it.`,
);
const privacy = linesOf((at) => `We keep record ${at} of your visits for a month and delete it after that.`);

function linesOf(line: (at: number) => string): string {
	return Array.from({ length: 40 }, (_, at) => line(at)).join('\n');
}

test('a text that keeps the recorded one and adds to it meets no doubt', () => {
	assert.deepEqual(compareWithRecorded(`${terms}\nYou must be sixteen.`, terms, ''), {
		hold: null,
		isReplaced: false,
	});
});

test('a text of other words is told to be a replacement, and whose text it is where another agreement has it', () => {
	assert.equal(compareWithRecorded(privacy, terms, '').isReplaced, true);
	const others = [
		{ agreement: 'Cookie Policy', text: linesOf((at) => `Cookie ${at} stays here until you leave.`) },
		{ agreement: 'Privacy Policy', text: privacy },
	];
	const hold = compareWithOthers(`${privacy}\nRead 7 times.`, others);
	assert.deepEqual(hold, { code: 'foreign', reason: 'the page shows the text of Privacy Policy' });
	assert.equal(compareWithOthers(privacy, others.slice(0, 1)), null);
});

test('two fetches are steady where their links alone turn, and unsteady where a word does', () => {
	const fetched = (target: string, word: string) => `${terms}\n\n[${word}](https://tern.example/?${target})`;
	assert.equal(compareFetches(fetched('1', 'More'), fetched('2', 'More')), null);
	assert.equal(compareFetches(fetched('1', 'More'), fetched('1', 'Less'))?.code, 'unsteady');
	assert.ok(differInLinksAlone(fetched('1', 'More'), fetched('2', 'More')));
	assert.ok(!differInLinksAlone(fetched('1', 'More'), terms));
});

test('a shown text is known by its bytes, and by its letters where a counter moved on', () => {
	const [one, other] = [shownText('Read 7 times.'), shownText('Read 8 times.')];
	assert.notEqual(one.textHash, other.textHash);
	assert.equal(one.letters, other.letters);
});
