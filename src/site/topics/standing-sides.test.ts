/** Who has what and who takes which side, where some agreements are followed no longer. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { topicSpreads } from '../../analysis/topics/topic-spread.ts';
import { voicesOf } from '../../analysis/topics/voices.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Retirement } from '../../model/retirement.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics, sidedTopic } from '../../samples/sample-topics.ts';
import { platformStances } from '../dataset/topic-tables.ts';
import { sidesFile } from '../matrix/sides-file.ts';
import { onPage } from '../on/on-page.ts';
import { adoptionOf, growthOf } from './adoption.ts';
import { sidesOn } from './sides.ts';
import { topicPage } from './topic-page.ts';
import { topicsFile } from './topics-json.ts';

const trains = 'On our servers we train models on everything that you have written to us.';
const never = 'Rest assured that we never train models on anything that you have written.';
const rest = 'You keep all rights in the content that you write and give to us here.';
const topics = [...sampleTopics, sidedTopic];
const sketched = sampleArchive(
	{
		Auk: { 'Terms of Service': [`${trains}\n\n${rest}`] },
		Gull: { 'Developer Terms': [`${trains}\n\n${rest}`], 'Terms of Service': [rest, rest] },
		Tern: { 'Terms of Service': [`${never}\n\n${rest}`], 'Terms of Use': [`${trains}\n\n${rest}`] },
	},
	topics,
);

/** @param paths of the agreements that are followed no longer */
function without(...paths: readonly string[]): Archive {
	const retired = { day: '2024-01-20', why: '' };
	const platforms = sketched.platforms.map((platform) => ({
		...platform,
		agreements: platform.agreements.map((agreement) =>
			paths.includes(agreement.path) ? { ...agreement, retired } : agreement,
		),
	}));
	const voices = voicesOf(platforms, topics);
	return { ...sketched, platforms, voices, spread: topicSpreads(platforms, topics) };
}

const all = without();
const two = without('Auk/Terms of Service.md', 'Gull/Developer Terms.md');

function takers(archive: Archive): string[] {
	return sidesOn(archive, sidedTopic).own.map(({ platform, stance }) => `${platform.name} ${stance?.id}`);
}

describe('an agreement that is followed no longer', () => {
	test('leaves the counts of who has what, and what is read of it leaves those of all', () => {
		assert.deepEqual(
			[all, two].map((archive) => archive.spread.get(sidedTopic.id)),
			[
				{ with: 3, of: 3 },
				{ with: 1, of: 2 },
			],
		);
		assert.equal(adoptionOf(two, sidedTopic).with, 1);
		assert.deepEqual(
			growthOf(two, sidedTopic).map(({ with: having, of }) => `${having} of ${of}`),
			['1 of 2', '1 of 2'],
		);
	});

	test('takes no side beside others: on the page of the topic, in the matrix, in data', () => {
		assert.deepEqual(
			[takers(all), takers(two)],
			[['Auk trains', 'Gull trains', 'Tern trains'], ['Tern trains']],
		);
		assert.deepEqual(
			[...two.voices.values()].flat().map(({ platform }) => platform.name),
			['Tern'],
		);
		assert.deepEqual(
			sidesFile(two).platforms.map(([name]) => name),
			['Gull', 'Tern'],
		);
		const rows = [...(platformStances.ofArchive?.(two) ?? [])];
		assert.deepEqual(
			rows.map(({ platform }) => platform),
			['tern'],
		);
	});

	test('is told of on the page of the topic by number', () => {
		assert.deepEqual([topicPage(all, sidedTopic).over, topicPage(two, sidedTopic).over], [0, 2]);
	});

	test('keeps its words on the page of its own platform, and in its data', () => {
		const [auk, gull] = two.platforms as [Platform, Platform];
		for (const platform of [auk, gull]) {
			assert.equal(onPage(two, platform, sidedTopic).sides[0]?.stance?.id, 'trains');
			assert.equal(topicsFile(two, platform).topics[sidedTopic.id]?.found.length, 1);
		}
	});

	test('stands behind what its platform says elsewhere, and since when it does', () => {
		const archive = without('Tern/Terms of Use.md');
		assert.deepEqual(takers(archive), ['Auk trains', 'Gull trains', 'Tern does-not']);
		const tern = archive.platforms[2] as Platform;
		assert.deepEqual(
			onPage(archive, tern, sidedTopic).sides.map(({ stance }) => stance?.id),
			['does-not'],
		);
		assert.equal(topicsFile(archive, tern).topics[sidedTopic.id]?.found.length, 2);
	});

	test('took its side until it was followed no longer, and bridges nothing that another began later', () => {
		const months = [rest, rest, rest, rest, `${trains}\n\n${rest}`];
		const archive = sampleArchive(
			{ Tern: { 'Terms of Service': months, 'Terms of Use': [`${trains}\n\n${rest}`] } },
			topics,
		);
		const [tern] = archive.platforms as [Platform];
		const [service, use] = tern.agreements as [Agreement, Agreement];
		const since = (retired: Retirement | null): string | undefined => {
			const platform = { name: 'Tern', slug: 'tern', agreements: [service, { ...use, retired }] };
			return onPage({ ...archive, platforms: [platform] }, platform, sidedTopic).since?.day;
		};
		assert.deepEqual(
			[null, { day: '2024-02-10', why: '' }].map((retired) => since(retired)),
			['2024-01-01', '2024-05-01'],
		);
	});
});
