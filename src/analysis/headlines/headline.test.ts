/** What happened between two texts, in a sentence: by the rules that ship with the machine. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readVocabulary } from '../../archive/vocabulary.ts';
import type { Change } from '../../model/change.ts';
import { root } from '../../root.ts';
import { history } from '../../samples/invented-history.ts';
import { built, sampleVersion } from '../../samples/sample-agreement.ts';
import { sentence } from '../changes/change-summary.ts';
import { describeChanges } from '../changes/describe-changes.ts';
import { clauseTopics } from '../topics/clause-topics.ts';
import { topicDetector } from '../topics/detector.ts';
import { topicFindings } from '../topics/findings.ts';
import { tellChanges } from './tell-changes.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const detect = topicDetector(topics);

function changesOf(texts: readonly string[]): readonly Change[] {
	const versions = texts.map((_, at) => sampleVersion(`${2000 + at}-01-01`, at));
	const analysed = built(texts);
	const { ledger } = analysed;
	const judged = clauseTopics(ledger, 'en', detect);
	const found = topicFindings({ ledger, versions }, judged);
	const changes = describeChanges(versions, analysed, judged.ofEvents, topics);
	return tellChanges({ ledger, topics: found, changes }, judged, topics);
}

const frame = [
	'The ferry company runs boats between the islands on every day of the year.',
	'You keep your ticket until you have left the boat and the pier behind you.',
	'A boat that is late waits for those who come from another boat of ours.',
	'Dogs travel below deck, and bicycles travel where the crew puts them.',
	'The crew decides who boards first when the sea is rough or the boat is full.',
];

/** The change from one of these clauses to the other, among others that stay. */
function told(before: readonly string[], after: readonly string[]): string {
	const page = (clauses: readonly string[]): string =>
		[...frame.slice(0, 3), ...clauses, ...frame.slice(3)].join('\n\n');
	return sentence(changesOf([page(before), page(after)])[1] as Change);
}

test('a side that turned is told first, by what it is now and what it was', () => {
	assert.equal(
		told(
			['## Machines', 'We never use your letters to train machine learning models.'],
			[
				'## Machines',
				'We use your letters to train machine learning models unless you opt out in the settings.',
			],
		),
		'Now trains models on what you write unless you opt out; before, does not',
	);
});

test('a side that was taken needs a sentence that came in, not one that was worded otherwise', () => {
	const known = 'We use your letters to train machine learning models and to answer them.';
	assert.match(told([], [known]), /^Now trains models on what you write or do/);
	assert.doesNotMatch(told([known], [known.replace('answer', 'reply to')]), /[Nn]ow trains|no longer/);
	assert.match(told([known], []), /^No longer says that it trains models on what you write or do/);
});

test('a sentence that comes late to its point is quoted, and turns no side', () => {
	const late =
		'Where a traveller has written to us in the course of a year and has left a letter in the box on the pier, we may use that letter to train machine learning models.';
	assert.match(told([], [late]), /^Adds “Where a traveller/);
	assert.match(told([late], []), /^Drops “Where a traveller/);
});

test('one sentence that names a topic and takes no side is quoted, and no topic that came in', () => {
	assert.match(
		told([], ['The law of the islands governs what a passenger and the crew owe each other in a storm.']),
		/“|law/,
	);
	assert.doesNotMatch(
		told([], ['Arbitration is a word that our crew has heard of in a bar on an island.']),
		/First words/,
	);
});

test('words that went in one place and came in another replace nothing', () => {
	const [before, after] = [
		'Please use the page to see our personal offers for crossings in the winter.',
		'Please use the page to see or buy our offers for crossings in the winter.',
	];
	assert.doesNotMatch(told([before as string], [after as string]), /becomes/);
});

test('a promise that went out is quoted', () => {
	assert.equal(
		told(['We will never show your picture to another traveller.'], []),
		'No longer says “We will never show your picture to another traveller”',
	);
	assert.doesNotMatch(
		told(['We are not responsible for the weather over the islands.'], []),
		/No longer says “/,
	);
});

test('a number that changed is told with its unit and its title', () => {
	const notice = (days: string) => `We tell you of new fares ${days} before they begin to hold.`;
	assert.equal(told(['## Fares', notice('30 days')], ['## Fares', notice('14 days')]), 'Fares: 30 → 14 days');
	assert.equal(told([notice('one month')], [notice('$20')]).includes('→'), false);
	const fare = (sum: string) => `A crossing costs ${sum} for each traveller and nothing for a child.`;
	assert.equal(told(['## Fares', fare('€4.50')], ['## Fares', fare('€5.00')]), 'Fares: €4.50 → €5.00');
});

test('a day or a number of a clause that changed is no measure', () => {
	const dated = (year: string) =>
		`What was agreed before May 2, ${year} holds as section 4.${year.at(-1)} says.`;
	assert.doesNotMatch(told([dated('2021')], [dated('2023')]), /→/);
});

test('a section that came in or went out is named by its title', () => {
	const lost = [
		'## Lost luggage',
		'Luggage that nobody asks for within a year belongs to the crew of the boat.',
	];
	assert.match(told([], lost), /^Adds “Lost luggage”/);
	assert.match(told(lost, []), /^Drops “Lost luggage”/);
});

test('entries of a list are named, the first two of many', () => {
	const list = (names: readonly string[]) => [
		'## Piers',
		'Our boats call at these piers on the days that the timetable tells:',
		names.map((name) => `- ${name}`).join('\n'),
	];
	const old = ['Ardal', 'Bremnes', 'Coll'];
	const change = changesOf([
		[...frame, ...list(old)].join('\n\n'),
		[
			...frame,
			...list([...old, 'Dunvik', 'Eigg', 'Fetlar', 'Gigha']),
			'The pier of Gigha is closed while storms blow from the north.',
		].join('\n\n'),
	])[1] as Change;
	assert.match(sentence(change), /Dunvik, Eigg and 2 more/);
});

test('a sentence of which many words changed is named by its beginning', () => {
	const [before, after] = [
		'The crew asks each traveller on board for a ticket, and shows the way to those who have none.',
		'The crew asks every guest on board for a pass, and shows the pier to those who hold none.',
	];
	assert.equal(
		told([before as string], [after as string]),
		'Rewords “The crew asks every guest on board for a …”',
	);
});

test('where no rule can tell what happened, it is counted', () => {
	assert.equal(
		told(
			['| Pier | 4 |\n| --- | --- |\n| Coll | 7 |'],
			['| Pier | 4 |\n| --- | --- |\n| Coll | 8 |'],
		).includes('“'),
		false,
	);
});

test('a headline has eighteen words at most, and quotes nothing that does not stand in one of the texts', () => {
	const plain = (text: string): string => text.replace(/[“”„"]/g, '').replace(/\s+/g, ' ');
	fc.assert(
		fc.property(history, (texts) => {
			for (const change of changesOf(texts)) {
				if (change.headline.length === 0) continue;
				const said = sentence(change);
				assert.ok(said.split(/\s+/).length <= 24, said);
				const known = plain(`${texts[change.base]} ${texts[change.index]}`);
				for (const [, quote = ''] of said.matchAll(/“([^”]*)”/g))
					assert.ok(known.includes(quote.replace(/ …$/, '')), `${quote} | ${said}`);
			}
		}),
		{ numRuns: 60 },
	);
});
