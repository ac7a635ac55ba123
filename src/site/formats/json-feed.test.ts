import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { writeBriefJsonFeed, writeJsonFeed } from './json-feed.ts';
import { writeFeed } from './rss.ts';

const channel = {
	title: 'Tern',
	description: 'What changed',
	page: '/tern/',
	self: '/tern/feed.xml',
	asOf: null,
};
const item = {
	title: 'Fees <b>rise</b>\u0000',
	lead: 'A fee came in.',
	page: '/tern/terms/2024-02-01/',
	identity: 'Tern/Terms.md 2024-02-01',
	categories: ['Tern'],
	date: '2024-02-01T00:00:00Z',
	body: '<p>A fee came in.</p>',
};

test('a feed in JSON has what version 1.1 asks for, and lies beside the one in RSS', () => {
	const feed = JSON.parse(writeJsonFeed(channel, [item]));
	assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
	assert.equal(feed.feed_url, 'http://localhost:4321/tern/feed.json');
	assert.equal(feed.home_page_url, 'http://localhost:4321/tern/');
	assert.deepEqual(feed.items, [
		{
			id: item.identity,
			url: 'http://localhost:4321/tern/terms/2024-02-01/',
			title: 'Fees <b>rise</b>',
			summary: item.lead,
			content_html: item.body,
			date_published: '2024-02-01T00:00:00.000Z',
			tags: ['Tern'],
		},
	]);
});

test('a brief feed tells no more than the lead of each item', () => {
	const [told] = JSON.parse(writeBriefJsonFeed(channel, [item])).items;
	assert.equal(told.content_text, item.lead);
	assert.equal(told.content_html, undefined);
});

test('a feed without an item is a feed', () => {
	assert.deepEqual(JSON.parse(writeJsonFeed(channel, [])).items, []);
});

test('what happened to several clauses at once has a name each, the same in both forms, and keeps it where the feed is cut', () => {
	const items = [item, { ...item, identity: 'Tern/Terms.md 2024-01-01' }, item, item];
	const names = (shown: typeof items): string[] =>
		JSON.parse(writeJsonFeed(channel, shown)).items.map(({ id }: { id: string }) => id);
	const all = names(items);
	assert.equal(new Set(all).size, items.length);
	assert.equal(all[0], item.identity);
	assert.deepEqual(names(items.slice(0, 3)), all.slice(0, 3));
	const $ = load(writeFeed(channel, items), { xml: true });
	assert.deepEqual(
		[...$('item > guid')].map((guid) => $(guid).text()),
		all,
	);
});
