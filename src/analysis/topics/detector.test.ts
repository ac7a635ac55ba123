import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readVocabulary } from '../../archive/vocabulary.ts';
import { Fault } from '../../model/fault.ts';
import type { Topic, TopicRule, TopicWordLists } from '../../model/topic.ts';
import { root } from '../../root.ts';
import { topicDetector } from './detector.ts';

const vocabulary = await readVocabulary(path.join(root, 'src', 'content'));

function topic(find: readonly string[], unless: readonly string[] = [], lists: TopicWordLists = {}): Topic {
	const rule: TopicRule = { find: [...find], unless: [...unless], stances: [] };
	return {
		id: 'sample',
		file: 'src/content/topics/sample.yml',
		name: 'Sample',
		definition: 'An invented topic.',
		counts: ['This.'],
		countsNot: ['That.'],
		weight: 1,
		counterparts: { claudette: [], opp115: [], cuad: [] },
		claimed: false,
		stances: [],
		rules: { en: rule },
		lists: { en: lists },
	};
}

/** The decisive words that a rule finds in an English sentence; null where it finds nothing. */
function decisive(sentence: string, ...rule: Parameters<typeof topic>): string[] | null {
	const text = `${sentence}.`;
	const [hit] = topicDetector([topic(...rule)])(text, 'en');
	return hit === undefined ? null : hit.marks.map(([start, end]) => text.slice(start, end));
}

test('words, stems and optional parts follow each other; case and the form of quotes do not matter', () => {
	const rule = ["we don't [ever] terminat*"];
	assert.deepEqual(decisive('Here WE DON’T TERMINATE your account.', rule), ['WE DON’T TERMINATE']);
	assert.deepEqual(decisive('We don\'t ever "terminate" it', rule), ['We don\'t ever "terminate']);
	assert.equal(decisive('We do not terminate it', rule), null);
});

test('a hyphen in text or pattern parts words', () => {
	assert.notEqual(decisive('a royalty-free licence', ['royalty free']), null);
	assert.notEqual(decisive('a royalty free licence', ['royalty-free']), null);
});

test('a gap skips at most so many words, which are not decisive', () => {
	const text = 'We may at our sole discretion terminate';
	assert.deepEqual(decisive(text, ['may ...4 terminate']), ['may', 'terminate']);
	assert.equal(decisive(text, ['may ...3 terminate']), null);
});

test('a gap may be kept from skipping certain words', () => {
	const rule = ['may ...9!(if | when*) end'];
	assert.deepEqual(decisive('We may at any time end it', rule), ['may', 'end']);
	assert.equal(decisive('We may help you if you end it', rule), null);
});

test('alternatives may hold several words, and a word may be one that is not', () => {
	const rule = ['!(you | users) (may | reserve the right to) end'];
	assert.deepEqual(decisive('Acme may end it', rule), ['Acme may end']);
	assert.deepEqual(decisive('We reserve the right to end it', rule), ['We reserve the right to end']);
	assert.equal(decisive('You may end it', rule), null);
});

test('a sentence must match all that & joins and nothing that follows &!', () => {
	const rule = ['arbitration & court &! small claims'];
	assert.deepEqual(decisive('No court, but arbitration.', rule), ['arbitration']);
	assert.equal(decisive('Arbitration, or a court for small claims.', rule), null);
	assert.equal(decisive('A court decides. Arbitration is none.', rule), null);
});

test('what “unless” matches takes back its sentence alone', () => {
	const rule = ['refund*'];
	assert.equal(decisive('No refund for gifts.', rule, ['gift*']), null);
	assert.deepEqual(decisive('No refund for gifts. A refund for all else.', rule, ['gift*']), ['refund']);
});

test('a word list stands for its patterns, <number> for any number', () => {
	const lists = { notice: ['notify', 'give [prior] notice'] };
	const rule = ['<notice> ... <number> days'];
	assert.deepEqual(decisive('We give prior notice of at least 30 days', rule, [], lists), [
		'give prior notice',
		'30 days',
	]);
});

test('few words without a stop at their end are a title, which is on no topic', () => {
	const detect = topicDetector([topic(['arbitration'])]);
	assert.deepEqual(detect('14. Binding arbitration', 'en'), []);
	assert.equal(detect('Binding arbitration is agreed.', 'en').length, 1);
	assert.equal(detect('Arbitration decides all disputes between us and any of you', 'en').length, 1);
});

test('a few capitalised words before a stop are a title too, unless they hold a verb or deny', () => {
	const detect = topicDetector([topic(['arbitration', 'refunds', 'scraping'])]);
	for (const title of [
		'Binding Arbitration. We like it.',
		'Refunds and Returns.',
		'The Rules of Arbitration.',
	])
		assert.deepEqual(detect(title, 'en'), [], title);
	for (const said of [
		'No Refunds.',
		'Scraping Prohibited.',
		'We Give Refunds.',
		'Binding arbitration.',
		'ARBITRATION BINDS.',
		'Prohibition of Scraping.',
	])
		assert.equal(detect(said, 'en').length, 1, said);
});

test('abbreviations, initials and addresses end no sentence', () => {
	const rule = ['acme ...12 terminate'];
	for (const text of [
		'Acme Inc. May terminate',
		'Acme, No. 5 of U.S. Law, may terminate',
		'acme.com may terminate',
	])
		assert.notEqual(decisive(text, rule), null, text);
	assert.equal(decisive('This is Acme. We may terminate', rule), null);
	assert.equal(decisive('Is it “Acme?” We may terminate', rule), null);
});

test('a pattern that cannot be read is a fault that names the file', () => {
	for (const pattern of [
		'(a',
		'a)',
		'a |',
		'[a',
		'<nowhere>',
		'a ...99 b',
		'!(a b) c',
		'a !',
		'a ...3!',
		'a ...3!(b c) d',
		'... ...',
		'a.b',
		'!a',
		'a & ',
		'<self>',
	])
		assert.throws(
			() => topicDetector([topic([pattern], [], { self: ['<self>'] })]),
			(error) => error instanceof Fault && error.where === 'src/content/topics/sample.yml',
			pattern,
		);
});

test('a language without rules finds nothing', () => {
	const detect = topicDetector([topic(['refund'])]);
	assert.deepEqual(detect('A refund.', 'fr'), []);
	assert.deepEqual(detect('A refund.', 'und'), []);
	assert.equal(detect('A refund.', 'en-GB').length, 1);
});

const words = fc.constantFrom(
	'we',
	'may',
	'terminate',
	'not',
	'arbitration',
	'.',
	'Your',
	'content',
	'(',
	'’',
	'契',
	'u.s.',
	'\n',
);
const texts = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(words).map((each) => each.join(' ')),
);

test('marks are in order, within the text and about words, on any text', () => {
	const detect = topicDetector(vocabulary.topics);
	fc.assert(
		fc.property(texts, (text) => {
			for (const { marks } of detect(text, 'en')) {
				assert.ok(marks.length > 0);
				for (const [at, [start, end]] of marks.entries()) {
					assert.ok(start < end && end <= text.length);
					assert.ok(at === 0 || start >= (marks[at - 1]?.[1] ?? 0));
				}
			}
		}),
	);
});

test('clauses are judged alone: what one holds changes nothing for the next', () => {
	fc.assert(
		fc.property(texts, texts, (before, text) => {
			const detect = topicDetector(vocabulary.topics);
			const alone = detect(text, 'en');
			detect(before, 'en');
			assert.deepEqual(detect(text, 'en'), alone);
		}),
		{ numRuns: 20 },
	);
});

test('a sentence without an end that leads every pattern astray is judged all the same', () => {
	// Tried from each word anew, and each gap in each way, this would not end.
	const detect = topicDetector([
		topic([`${Array(12).fill('(we | may)').join(' ...40 ')} ...40 terminate`]),
		...vocabulary.topics,
	]);
	const text = 'we may reserve the right to change liable content law of the court '.repeat(4000);
	assert.ok(!detect(text, 'en').some(({ topic }) => topic === 'sample'));
});
