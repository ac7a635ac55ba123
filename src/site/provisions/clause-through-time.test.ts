/** The clause of a provision through time tells of this clause alone, in the order of time, each turn linked to its change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blame } from '../../analysis/history/blame.ts';
import type { Archive, Provision } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { withProvisions } from '../../samples/sample-provision.ts';
import { spanOf } from '../overview/spans.ts';
import {
	type ClauseTime,
	clauseTime,
	nearestToday,
	timeMarks,
	timeStretches,
	todayAgainstQuoted,
} from './clause-through-time.ts';
import { explainedBy } from './explained.ts';
import { clauseStood, wordsStood } from './quote-facts.ts';
import { quoteStanding } from './quote-standing.ts';

const keep = 'You keep all rights in the content that you put here.';
const ending = 'We may end your account at once, without telling you before we do.';
const milder = ending.replace('at once', 'within a week');

/** The clause is explained as it stands in the first of the texts that hold it. */
function explained(...texts: readonly string[]): Archive & { readonly provision: Provision } {
	const archive = sampleArchive({ Tern: { Terms: texts } });
	const holding = texts.findIndex((text) => text.includes(ending));
	const reviewed = `2024-0${holding + 1}-05`;
	const sketch = {
		platform: 'Tern',
		agreement: 'Terms',
		slug: 'ending',
		quote: ending,
		reviewed,
	};
	const full = withProvisions(archive, sketch);
	return { ...full, provision: full.provisions[0] as Provision };
}

function timeOf(...texts: readonly string[]): ClauseTime {
	return clauseTime(explained(...texts).provision);
}

test('each wording is linked to its change at the clause, the newest first', () => {
	const { steps, rewordings } = timeOf(
		`${keep}\n\n${ending}`,
		`${keep} Always.\n\n${ending}`,
		`${keep}\n\n${milder}`,
	);
	assert.deepEqual(
		steps.map(({ label, change }) => [label, change.day]),
		[
			['Reworded', '2024-03-01'],
			['In the first record', '2024-01-01'],
		],
	);
	assert.equal(rewordings, 1);
	assert.match(steps[0]?.href ?? '', /^\/tern\/terms\/2024-03-01\/#c-/);
	assert.match(steps[0]?.html ?? '', /<del[^>]*>at once<\/del>.*<ins[^>]*>within a week/);
	assert.match(steps[1]?.html ?? '', /at once, without telling you/);
	assert.equal(steps[0]?.until, 'Stands today.');
});

test('a clause that never changed is shown in full all the same', () => {
	const { steps, rewordings } = timeOf(`${keep}\n\n${ending}`);
	assert.equal(rewordings, 0);
	assert.equal(steps[0]?.html, ending);
	assert.equal(steps[0]?.until, 'Stands today, not a word changed.');
});

test('a clause that came in later was first seen then', () => {
	const { provision } = explained(keep, `${keep}\n\n${ending}`);
	const [first] = clauseTime(provision).steps;
	assert.deepEqual([first?.label, first?.change.day], ['First seen', '2024-02-01']);
});

/** The edition of a year, which has clauses of its own beside those of the one before. */
function edition(year: number, ...clauses: readonly string[]): string {
	return [`# Terms of ${year}`, keep, ...clauses, `These terms of ${year} are governed by Scots law.`].join(
		'\n\n',
	);
}

/** What a provision's page says of the age of words and clause: in the panel, and below it. */
function agesOf(provision: Provision): readonly string[] {
	const time = clauseTime(provision);
	const { label, change, until, before } = time.steps.at(-1) as (typeof time.steps)[number];
	return [
		wordsStood(provision, quoteStanding(provision)),
		clauseStood(provision, time),
		`${label}, ${change.day}: ${until} ${before}`.trim(),
	];
}

test('words that went on in another edition, beside which the old one stood, are older than their clause', () => {
	const notice = 'Notices reach us by letter alone, at the address of our house in Leith.';
	const [old, fresh] = [edition(2023, ending), edition(2024, ending, notice)];
	const said = [
		'since 1 January 2024, at first in another clause',
		'since 1 February 2024, never reworded',
		'Now in another clause, 2024-02-01: Stands today, not a word changed. These words stood in another clause before, since 1 January 2024.',
	];
	const archive = sampleArchive({ Tern: { Terms: [old, `${fresh}\n\n${old}`, fresh] } });
	for (const reviewed of ['2024-01-05', '2024-03-05']) {
		const sketch = { platform: 'Tern', agreement: 'Terms', slug: 'ending', quote: ending, reviewed };
		const [provision] = withProvisions(archive, sketch).provisions;
		assert.deepEqual(agesOf(provision as Provision), said);
	}
});

test('words that came back say when they stood and since when they stand again', () => {
	const { provision } = explained(`${keep}\n\n${ending}`, keep, keep, `${keep}\n\n${ending}`);
	const [words, clause] = agesOf(provision);
	assert.equal(words, 'from 1 January 2024 until 1 February 2024, again since 1 April 2024');
	assert.equal(clause, 'since 1 April 2024, never reworded');
});

test('the age of a clause is that which the page of its agreement tells', () => {
	const versions = fc.array(fc.constantFrom([], [ending], [milder], [ending, milder]), { maxLength: 6 });
	fc.assert(
		fc.property(versions, (later) => {
			const texts = [[ending], ...later].map((clauses) => [keep, ...clauses].join('\n\n'));
			const { provision } = explained(...texts);
			const { since, rewordings } = clauseTime(provision);
			const { clauses } = provision.history;
			const today = blame(provision.agreement).find(({ clause }) => clauses.includes(clause));
			if (today === undefined) return;
			assert.equal(since, today.since.index);
			assert.equal(rewordings === 0, today.reworded === null);
		}),
	);
});

test('the axis is drawn where the clause stood, with a mark for each turn', () => {
	const { provision, latest } = explained(`${keep}\n\n${ending}`, keep, keep, `${keep}\n\n${ending}`);
	const span = spanOf([provision.agreement], latest ?? '');
	const [before, after] = timeStretches(provision, span);
	const marks = timeMarks(clauseTime(provision), span);
	assert.deepEqual(
		marks.map(({ step }) => step.kind),
		['came', 'left', 'returned'],
	);
	assert.equal(before?.to, marks[1]?.at);
	assert.equal(after?.from, marks[2]?.at);
	assert.equal(after?.to, 100);
});

test('today’s wording is set against the one that was read, whatever stood between', () => {
	const between = ending.replace('your account', 'this agreement');
	const { provision } = explained(ending, between, milder);
	const [only] = todayAgainstQuoted(provision);
	assert.match(only?.html ?? '', /<del[^>]*>at once<\/del> <ins[^>]*>within a week/);
	assert.doesNotMatch(only?.html ?? '', /this agreement/);
	assert.deepEqual(todayAgainstQuoted(explained(ending).provision), []);
});

test('where the clause is gone and another says nearly the same, that one is shown', () => {
	const { provision } = explained(`${keep}\n\n${ending}`, keep);
	assert.equal(nearestToday(provision), null);
	const other = 'Without telling you before, we may at once end the account that you have with us.';
	const moved = explained(`${keep}\n\n${ending}`, `${keep}\n\n${other}`).provision;
	const elsewhere = { ...moved, history: { ...moved.history, clauses: [99] } };
	assert.equal(nearestToday(elsewhere)?.words, other);
	assert.equal(nearestToday(explained(ending, milder).provision), null);
});

test('a change names the provision whose clause it touches, and no other change does', () => {
	const archive = explained(`${keep}\n\n${ending}`, `${keep} Always.\n\n${ending}`, `${keep}\n\n${milder}`);
	const { platform, agreement } = archive.provision;
	const touching = agreement.changes.filter(
		(change) => explainedBy(archive, { platform, agreement, change }).length > 0,
	);
	assert.deepEqual(
		touching.map(({ day }) => day),
		['2024-01-01', '2024-03-01'],
	);
});
