import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import { onFeed } from './on-feed.ts';

const trains = 'We may train models on what you <b>write</b> to us and to all others who read it here.';
const never = trains.replace('may', 'never');
const rest = Array.from(
	{ length: 6 },
	(_, at) => `You keep all rights in what you write on page ${at} of it.`,
);
const text = (...clauses: readonly string[]): string => [...clauses, ...rest].join('\n\n');
const archive = sampleArchive({ Acme: { Terms: [text(never), text(trains), text(trains), text()] } }, [
	sidedTopic,
]);

const $ = load(onFeed(archive, archive.platforms[0] as Platform, sidedTopic), { xml: true });

test('the feed of a platform on a topic tells each change of its clauses, the newest first, with the sides that began and ended', () => {
	const leads = [...$('item > description')].map((one) => $(one).text());
	assert.deepEqual(leads, [
		'Terms, 1 April 2024: went out (no longer trains models on it).',
		'Terms, 1 February 2024: reworded (now trains models on it; before: does not train models on it).',
		'Terms, 1 January 2024: in the first record (now does not train models on it).',
	]);
	assert.equal($('channel > title').text(), 'Training at Acme');
});

test('its items lead to the changes, are told apart, and hold archived words escaped', () => {
	const ids = [...$('item > guid')].map((one) => $(one).text());
	assert.equal(new Set(ids).size, 3);
	assert.match($('item > link').eq(1).text(), /\/acme\/terms\/2024-02-01\//);
	const body = load($('item > content\\:encoded').eq(1).text());
	assert.deepEqual([body('del').text(), body('ins').text()], ['never', 'may']);
});
