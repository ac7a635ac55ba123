import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Change } from '../../model/change.ts';
import type { AgreementTopics, TopicFinding } from '../../model/topic.ts';
import { history } from '../../samples/invented-history.ts';
import { built, sampleVersion } from '../../samples/sample-agreement.ts';
import { sampleTopics, sidedTopic } from '../../samples/sample-topics.ts';
import { describeChanges } from '../changes/describe-changes.ts';
import { clauseTopics } from './clause-topics.ts';
import { topicDetector } from './detector.ts';
import { topicFindings } from './findings.ts';

const detect = topicDetector(sampleTopics);

type Step = readonly [day: string, ...clauses: readonly string[]];

function analysed(
	steps: readonly Step[],
	language = 'en',
): { topics: AgreementTopics; changes: readonly Change[] } {
	const versions = steps.map(([day], index) => sampleVersion(day, index));
	const analysis = built(steps.map(([, ...clauses]) => clauses.join('\n\n')));
	const judged = clauseTopics(analysis.ledger, language, detect);
	const topics = topicFindings({ ledger: analysis.ledger, versions }, judged);
	return { topics, changes: describeChanges(versions, analysis, judged.ofEvents, sampleTopics) };
}

function findings(...steps: readonly Step[]): readonly TopicFinding[] {
	return analysed(steps).topics.findings;
}

function times(found: readonly TopicFinding[]): unknown[] {
	return found.map(({ topic, since, reworded, until }) => [topic, since, reworded, until]);
}

const keep = 'You keep all rights in the content that you write and give to us.';
const court = '7.1 An arbitrator whom both of us choose decides every dispute about this agreement.';
const pay = 'You pay within thirty days of our bill, whatever you have written to us before.';
const store = 'We store your content on computers that stand in Ireland and in Portugal.';

describe('what an agreement says on a topic', () => {
	test('is found with number, section, quote and the change that brought it in', () => {
		const found = findings(['2024-01-01', keep], ['2025-01-01', keep, '## 7. Disputes', court]);
		assert.deepEqual(
			found.map(({ clause, anchor, ...finding }) => finding),
			[
				{
					topic: 'arbitration',
					stance: null,
					number: '7.1',
					section: 'Disputes',
					quote: court.slice('7.1 '.length),
					marks: [[3, 13]],
					since: 1,
					reworded: null,
					until: null,
				},
			],
		);
		assert.match(found[0]?.anchor ?? '', /^c-/);
	});

	test('is found in a clause of another language than the agreement’s by the rules of its own', () => {
		const french = 'Vous payez dans les trente jours de la facture que nous vous avons envoyée.';
		const { topics } = analysed([['2024-01-01', french, pay, '- arbitrator']], 'fr');
		assert.deepEqual(
			topics.findings.map(({ quote }) => quote),
			[pay],
		);
	});

	test('comes in the order of the document, headings and lists of links left out', () => {
		const found = findings(['2024-01-01', '## Fees', pay, '[Fee list](https://acme.example/fees)', court]);
		assert.deepEqual(
			found.map(({ topic }) => topic),
			['fees', 'arbitration'],
		);
	});

	test('counts since the words came to the topic, not since the clause stands, and tells when they were reworded', () => {
		const found = findings(
			['2023-01-01', pay.replace('pay', 'answer'), keep],
			['2024-01-01', pay, keep],
			['2025-01-01', pay.replace('thirty', 'fourteen'), keep],
		);
		assert.deepEqual(times(found), [['fees', 1, 2, null]]);
	});

	test('stands through a failed capture and through an excursion of some days', () => {
		const found = findings(
			['2024-01-01', pay, keep],
			['2024-06-01', 'Checking your browser.'],
			['2024-06-03', pay, keep],
			['2024-08-01', pay.replace('bill', 'invoice'), keep],
			['2024-08-05', pay, keep],
		);
		assert.deepEqual(times(found), [['fees', 0, null, null]]);
	});

	test('is found in a list that only makes sense with the words that begin it', () => {
		const [item] = findings([
			'2024-01-01',
			keep,
			'We never sell:\n\n- data on what you read and on whom you follow here.\n- anything else',
		]);
		assert.equal(item?.topic, 'sale-of-data');
		assert.equal(item?.quote, 'We never sell: data on what you read and on whom you follow here.');
		assert.deepEqual(
			item?.marks.map(([start, end]) => item.quote.slice(start, end)),
			['sell: data'],
		);
	});
});

describe('a topic that went out', () => {
	test('keeps its last clause, with the change that ended it', () => {
		const found = findings(
			['2023-01-01', pay, keep, court],
			['2024-01-01', keep, store],
			['2025-01-01', keep],
		);
		assert.deepEqual(times(found), [
			['fees', 0, null, 1],
			['arbitration', 0, null, 1],
		]);
	});

	test('was out as well where only its words left the topic', () => {
		const found = findings(['2023-01-01', pay, keep], ['2024-01-01', pay.replace('pay', 'answer'), keep]);
		assert.deepEqual(times(found), [['fees', 0, null, 1]]);
	});

	test('is not kept where another clause of today is on it, nor where it was there for some days alone', () => {
		const other = 'A fee is due whenever an order of yours is sent out by one of our sellers.';
		assert.deepEqual(times(findings(['2023-01-01', pay, keep], ['2024-01-01', keep, other])), [
			['fees', 1, null, null],
		]);
		const brief = findings(['2023-01-01', keep], ['2023-06-01', keep, court], ['2023-06-09', keep]);
		assert.deepEqual(brief, []);
	});
});

test('the time of a topic is that of all its clauses together', () => {
	const { topics } = analysed([
		['2022-01-01', keep],
		['2023-01-01', keep, pay],
		['2023-06-01', 'Checking your browser.'],
		['2023-06-02', keep, pay],
		['2024-01-01', keep, court, 'A fee is due whenever one of your orders is sent.'],
		['2025-01-01', keep],
	]);
	assert.deepEqual(topics.spans, { arbitration: [{ first: 4, last: 4 }], fees: [{ first: 1, last: 4 }] });
});

test('a change names the topics of what it touched, the weightiest first, and a folded one none', () => {
	const { changes } = analysed([
		['2023-01-01', keep, pay, store],
		['2023-06-01', keep, pay.replace('thirty', 'fourteen'), store, court],
		['2024-01-01', keep, `**${pay.replace('thirty', 'fourteen')}**`, store, court],
		['2024-02-01', `${keep} So do your heirs.`, pay.replace('thirty', 'fourteen'), store, court],
		['2025-01-01', `${keep} So do your heirs.`, store],
	]);
	assert.deepEqual(
		changes.map(({ topics }) => topics),
		[[], ['arbitration', 'fees'], [], [], ['arbitration', 'fees']],
	);
});

test('whatever the history, every finding of today stands in the text of today, and its times are in order', () => {
	fc.assert(
		fc.property(history, (texts) => {
			const days = texts.map((text, index): Step => [`20${10 + index}-01-01`, text]);
			const { topics, changes } = analysed(days);
			for (const { topic, since, reworded, until, quote, marks } of topics.findings) {
				assert.ok(since < (until ?? changes.length));
				assert.ok(reworded === null || (reworded > since && reworded < (until ?? changes.length)));
				assert.ok(marks.length > 0 && marks.every(([start, end]) => end > start && end <= quote.length));
				const covers = topics.spans[topic]?.some(({ first, last }) => first <= since && last >= since);
				assert.ok(covers);
				const today = topics.spans[topic]?.at(-1)?.last === texts.length - 1;
				assert.equal(today, until === null);
			}
		}),
	);
});

describe('the sides that an agreement took', () => {
	const trains = 'We may train models on what you write to us and to others.';
	const never = 'We never train models on what you write to us and to others.';
	const sided = topicDetector([sidedTopic]);

	function stays(...steps: readonly Step[]): unknown[] {
		const versions = steps.map(([day], index) => sampleVersion(day, index));
		const { ledger } = built(steps.map(([, ...clauses]) => clauses.join('\n\n')));
		const found = topicFindings({ ledger, versions }, clauseTopics(ledger, 'en', sided));
		return (found.stays.training ?? []).map(({ stance, first, last }) => [stance, first, last]);
	}

	test('are kept with the versions in which a clause took them, those that it gave up as well', () => {
		const turned = stays(['2023-01-01', never, keep], ['2024-01-01', trains, keep], ['2025-01-01', trains]);
		assert.deepEqual(turned, [
			['does-not', 0, 0],
			['trains', 1, 2],
		]);
	});

	test('go on through a failed capture, and leave out what stood for some days alone', () => {
		const failed = stays(['2024-01-01', trains], ['2024-06-01', keep], ['2024-06-03', trains]);
		assert.deepEqual(failed, [['trains', 0, 2]]);
		const brief = stays(['2024-01-01', keep], ['2024-06-01', keep, never], ['2024-06-05', keep]);
		assert.deepEqual(brief, []);
	});

	test('tell of a clause that takes none, too', () => {
		assert.deepEqual(stays(['2024-01-01', 'Training of models is a subject that we follow closely.']), [
			[null, 0, 0],
		]);
	});
});
