/** What topic pages, platform pages and their data say, on invented agreements that the real analysis read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { topicSpreads } from '../../analysis/topics/topic-spread.ts';
import type { Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics, sidedTopic } from '../../samples/sample-topics.ts';
import { adoptionOf, growthOf } from './adoption.ts';
import { platformTopics } from './platform-topics.ts';
import { movesOn } from './topic-moves.ts';
import { topicPage } from './topic-page.ts';
import { listedTopics, topicsInMotion } from './topics-list.ts';

const keep = 'You keep all rights in the content that you write and give to us here.';
const pay = 'You pay within thirty days of our bill, whatever you have written to us before.';
const charge = pay.replace('thirty', 'fourteen');
const court = '7.1 An arbitrator whom both of us choose decides every dispute about this agreement.';
const store = 'We store your content on computers that stand in Ireland and in Portugal.';
const rest = Array.from(
	{ length: 6 },
	(_, at) => `${store.slice(0, -1)}, on floor ${'abcdef'[at]} of each house.`,
);

function text(...clauses: readonly string[]): string {
	return [...clauses, ...rest].join('\n\n');
}

/** Versions a month apart from 2024-01-01: five months. */
const archive = sampleArchive(
	{
		// Reworded its clause on fees last.
		Auk: {
			'Terms of Service': [
				text(keep, pay),
				text(keep, pay),
				text(keep, pay),
				text(keep, pay),
				text(keep, charge),
			],
		},
		// Took fees up in the third month, and has a second agreement.
		Gull: {
			'Terms of Service': [text(keep), text(keep), text(keep, pay)],
			'Privacy Policy': [text(store)],
		},
		// Dropped arbitration in the fourth.
		Tern: {
			'Terms of Service': [
				text(keep, court, pay),
				text(keep, court, pay),
				text(keep, court, pay),
				text(keep, pay),
			],
		},
	},
	sampleTopics,
);
const [arbitration, fees, sale] = sampleTopics as readonly [Topic, Topic, Topic];

function platform(name: string, of: Archive = archive): Platform {
	return of.platforms.find((each) => each.name === name) as Platform;
}

describe('adoption', () => {
	test('counts platforms today and month by month, and those that took a topic up within 90 days', () => {
		assert.deepEqual(adoptionOf(archive, fees), { with: 3, of: 3, recent: 1, yearAgo: null });
		assert.deepEqual(adoptionOf(archive, arbitration), { with: 0, of: 3, recent: 0, yearAgo: null });
		const months = growthOf(archive, fees).map(({ month, with: having, of }) => [month, having, of]);
		assert.deepEqual(months, [
			['2024-01', 2, 3],
			['2024-02', 2, 3],
			['2024-03', 3, 3],
			['2024-04', 3, 3],
			['2024-05', 3, 3],
		]);
	});

	test('tells how it was a year ago where there was an archive then', () => {
		const texts = Array.from({ length: 15 }, (_, month) => text(keep, ...(month < 6 ? [] : [pay])));
		const old = sampleArchive({ Auk: { Terms: texts } }, sampleTopics);
		assert.deepEqual(adoptionOf(old, fees).yearAgo, { with: 0, of: 1, now: 1 });
	});

	test('leaves out platforms whose agreements no rule can read', () => {
		const german = {
			...platform('Auk'),
			agreements: platform('Auk').agreements.map((each) => ({ ...each, language: 'de' })),
		};
		const platforms = [german, platform('Gull')];
		const mixed = { ...archive, platforms, spread: topicSpreads(platforms, sampleTopics) };
		assert.equal(adoptionOf(mixed, fees).of, 1);
	});
});

describe('the page of a topic', () => {
	test('quotes each platform once, the newest words first, with its agreement, permalink and ages', () => {
		const { quotes, agreements } = topicPage(archive, fees);
		assert.deepEqual(
			quotes.map(({ platform: name, ages }) => [name, ...ages.map(({ words }) => words)]),
			[
				['Auk', 'since Jan 2024', 'reworded May 2024'],
				['Gull', 'since Mar 2024'],
				['Tern', 'since Jan 2024'],
			],
		);
		assert.equal(agreements, 3);
		const [auk] = quotes;
		assert.match(auk?.html ?? '', /^You <mark>pay<\/mark> within fourteen days/);
		assert.match(auk?.place.href ?? '', /\/auk\/terms-of-service\/#c-/);
		assert.match(auk?.ages[1]?.href ?? '', /\/auk\/terms-of-service\/2024-05-01\/$/);
		assert.deepEqual(
			auk?.ages.map(({ recent }) => recent),
			[false, true],
		);
	});

	test('tells who took it up, dropped it and reworded it, each with the change', () => {
		const { added, reworded } = movesOn(archive, fees, 5);
		assert.deepEqual(
			[...added, ...reworded].map(({ platform: name, day, href }) => [
				name,
				day,
				/\/\d{4}-\d\d-\d\d\/$/.test(href),
			]),
			[
				['Gull', '2024-03-01', true],
				['Auk', '2024-05-01', true],
			],
		);
		const { dropped } = movesOn(archive, arbitration, 5);
		assert.deepEqual(
			dropped.map(({ platform: name, day, place }) => [name, day, place.number]),
			[['Tern', '2024-04-01', '7.1']],
		);
	});

	test('calls nothing dropped that went with most of the text', () => {
		const lost = sampleArchive({ Auk: { Terms: [text(keep, pay), 'Checking your browser.'] } }, sampleTopics);
		assert.equal(lost.entries[0]?.change.class, 'lost');
		assert.deepEqual(movesOn(lost, fees, 5).dropped, []);
		const [gone] = platformTopics(lost, platform('Auk', lost)).gone;
		assert.match(gone?.words ?? '', /^Not in the text captured since 1 February 2024/);
	});

	test('names platforms beyond a number without their words, so that it stays light', () => {
		const many = sampleArchive(
			Object.fromEntries(
				Array.from({ length: 160 }, (_, at) => [`Platform ${at}`, { Terms: [text(keep, pay)] }]),
			),
			sampleTopics,
		);
		const { quotes } = topicPage(many, fees);
		assert.equal(quotes.length, 160);
		assert.equal(quotes.filter(({ html }) => html !== '').length, 150);
	});

	test('shows the rule with the lists that it names, and what others call the topic', () => {
		const listed: Topic = {
			...fees,
			counterparts: { claudette: ['ch'], opp115: [], cuad: ['Price Restrictions'] },
			rules: { en: { find: ['<money> is due'], unless: [], stances: [] } },
			lists: { en: { money: ['fee', 'charge'], other: ['never'] } },
		};
		const page = topicPage(sampleArchive({}, [listed]), listed);
		assert.deepEqual(page.rules, [
			{ language: 'English', rule: listed.rules.en, lists: [{ name: 'money', words: ['fee', 'charge'] }] },
		]);
		assert.deepEqual(
			page.counterparts.map(({ vocabulary, words }) => [vocabulary, words]),
			[
				['CLAUDETTE', 'unilateral change (ch)'],
				['CUAD', 'Price Restrictions'],
			],
		);
	});
});

test('each platform with a clause on a topic stands under one bar, one that only forbids it too', () => {
	const train = 'We may train our models on what you write to anybody here.';
	const ban = 'You must not train any models on what stands on our pages.';
	const sided = sampleArchive(
		{
			Auk: { 'Terms of Service': [text(train, ban)] },
			Gull: { 'Terms of Service': [text(ban)] },
			Tern: { 'Terms of Service': [text(keep)] },
		},
		[sidedTopic],
	);
	const { bars, silent } = topicPage(sided, sidedTopic);
	assert.deepEqual(
		bars.map(({ words }) => words),
		['1 trains models on it', '1 only forbids you to train models on its content'],
	);
	assert.equal(silent, 1);
});

test('a platform says what it has, what went out and what was never found', () => {
	const { rows, gone, never, facts, agreements, versions } = platformTopics(archive, platform('Tern'));
	assert.deepEqual(
		rows.map(({ id, on, more }) => [id, on, more]),
		[['fees', 'On 3 of 3 platforms', 0]],
	);
	assert.deepEqual(
		gone.map(({ id, from, until, recent, words, changeHref }) => [
			id,
			from,
			until,
			recent,
			words,
			changeHref,
		]),
		[
			[
				'arbitration',
				'Jan 2024',
				'Apr 2024',
				true,
				'Taken out on 1 April 2024',
				'/tern/terms-of-service/2024-04-01/',
			],
		],
	);
	assert.deepEqual(
		never.map(({ name }) => name),
		['Sale of data'],
	);
	assert.deepEqual(
		facts.map(({ name, words }) => [name, words]),
		[
			['Arbitration', 'nothing found'],
			['Sale of data', 'nothing found'],
		],
	);
	assert.deepEqual([agreements, versions], [1, 4]);
});

test('what a platform does stands before what it only mentions, however much that weighs', () => {
	const heavy: Topic = { ...fees, weight: sidedTopic.weight + 1 };
	const train = 'We may train our models on what you write to anybody here.';
	const order = (...clauses: readonly string[]) => {
		const sample = sampleArchive({ Auk: { 'Terms of Service': [text(...clauses)] } }, [heavy, sidedTopic]);
		return platformTopics(sample, sample.platforms[0] as Platform).rows.map(({ id }) => id);
	};
	assert.deepEqual(order(pay, train), [sidedTopic.id, heavy.id]);
	assert.deepEqual(order(pay), [heavy.id]);
});

test('a platform that no rule can read says for which languages there are rules', () => {
	const dutch = { ...fees, id: 'prijzen', rules: { nl: fees.rules.en } } as Topic;
	const said = [sampleTopics, [...sampleTopics, dutch]].map((topics) => {
		const { name, slug, agreements } = platform('Gull');
		const french = agreements.map((agreement) => ({ ...agreement, language: 'fr' }));
		return platformTopics({ ...archive, topics }, { name, slug, agreements: french });
	});
	assert.deepEqual(
		said.map(({ agreements, languages, topics }) => [agreements, languages, topics]),
		[
			[0, ['English'], 3],
			[0, ['English', 'Dutch'], 4],
		],
	);
});

test('all topics tell what moved last, and those of the last 90 days which are being rewritten', () => {
	assert.deepEqual(
		listedTopics(archive).map(({ topic, newest }) => [topic.id, newest?.kind, newest?.platform]),
		[
			['arbitration', 'Dropped', 'Tern'],
			['fees', 'Reworded', 'Auk'],
			['sale-of-data', undefined, undefined],
		],
	);
	assert.deepEqual(
		topicsInMotion(archive, 5).map(({ topic, changes }) => [topic.id, changes]),
		[
			['fees', 2],
			['arbitration', 1],
		],
	);
	assert.deepEqual(topicsInMotion(sampleArchive({}, sampleTopics), 5), []);
	assert.equal(adoptionOf(sampleArchive({}, sampleTopics), sale).of, 0);
});
