/** Posts reach readers elsewhere whole and safe, and are news for ninety days of the archive's own clock. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import type { Archive, Provision } from '../../model/archive.ts';
import type { Post } from '../../model/editorial.ts';
import type { Topic } from '../../model/topic.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { postUrl } from '../addresses/urls.ts';
import { postKey } from '../page-keys.ts';
import { bodyHtml, newsOf, postsFeed, subjectsOf } from './posts.ts';

const environment: { SITE?: string } = process.env;

beforeEach(() => {
	environment.SITE = 'https://example.org/clausetrail/';
});

afterEach(() => {
	delete environment.SITE;
});

const post: Post = {
	slug: 'fourteen-days',
	title: 'Fourteen days & <no> more',
	published: '2026-06-10',
	author: 'R. Amsel',
	lead: 'Notice became shorter.',
	provisions: ['Acme/notice', 'Acme/gone'],
	topics: ['notices', 'gone'],
	file: 'posts/fourteen-days.mdx',
	body: '',
	bodyLine: 9,
	fieldLines: {},
};

function withPosts(...posts: Post[]): Archive {
	return { ...sampleArchive({}), posts, latest: '2026-06-16T05:00:00Z' };
}

function drawn(body: string) {
	return load(bodyHtml(body, postUrl(post.slug)));
}

test('an item holds the whole post, its day and a name that no move alters', () => {
	const body = '## What to do\n\nRead *all* of it:\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |';
	const $ = load(postsFeed(withPosts({ ...post, body })), { xml: true });
	assert.equal($('item').length, 1);
	assert.equal($('item title').text(), 'Fourteen days & ‹no› more');
	assert.equal($('guid').text(), 'post fourteen-days');
	assert.equal($('pubDate').text(), 'Wed, 10 Jun 2026 00:00:00 GMT');
	const html = load($('content\\:encoded').text());
	assert.equal(html('p').first().text(), post.lead);
	assert.equal(html('h3').text(), 'What to do');
	assert.deepEqual([html('em').length, html('li').length, html('td').length], [1, 2, 2]);
});

test('every link of a body leads somewhere from anywhere', () => {
	const $ = drawn(
		'[home](/versolette/terms/?a=1&b=2) [beside](../other/) [here](#part) [web](https://acme.example/?x=1&y=2)',
	);
	assert.deepEqual(
		$('a')
			.toArray()
			.map((link) => $(link).attr('href')),
		[
			'https://example.org/clausetrail/versolette/terms/?a=1&b=2',
			'https://example.org/clausetrail/posts/other/',
			'https://example.org/clausetrail/posts/fourteen-days/#part',
			'https://acme.example/?x=1&y=2',
		],
	);
});

test('comments of MDX are left out, what looks like one in code is not', () => {
	const $ = drawn(
		'Before {/* unseen */} after.\n\n{/* nor\n\nthis */}\n\nThe sign `{/* seen */}` and\n\n```\n{/* shown */}\n```',
	);
	assert.doesNotMatch($.text(), /unseen|nor|this/);
	assert.match($('p').first().text(), /^Before\s+after\.$/);
	assert.equal($('p code').text(), '{/* seen */}');
	assert.match($('pre').text(), /\{\/\* shown \*\/\}/);
});

test('no script, handler, picture or unsafe address survives, whatever a body holds', () => {
	const parts = [
		'<script>alert(1)</script>',
		'[a](javascript:alert(1))',
		'![p](https://evil.example/p.png)',
		'<a href="//evil.example">x</a>',
		'<img src=x onerror=alert(1)>',
		'</p><style>p{}</style>',
		'`',
		'{',
		'}',
		'\n\n',
		'](',
		'<a href="',
	];
	fc.assert(
		fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 12 }), (pieces) => {
			const $ = drawn(pieces.join(''));
			assert.equal($('script, style, img, iframe').length, 0);
			for (const element of $('body *').toArray())
				for (const name of Object.keys($(element).attr() ?? {})) assert.match(name, /^(href|start)$/);
			for (const link of $('a[href]').toArray())
				assert.match($(link).attr('href') ?? '', /^(https?:|mailto:)/i);
		}),
	);
});

test('the newest post is news for ninety days before the newest version, and not after', () => {
	const on = (published: string) => newsOf(withPosts({ ...post, published }))?.published ?? null;
	assert.equal(on('2026-06-10'), '2026-06-10');
	assert.equal(on('2026-03-19'), '2026-03-19');
	assert.equal(on('2026-03-18'), null);
	assert.equal(on('2026-06-20'), '2026-06-20');
	assert.equal(newsOf(withPosts()), null);
});

test('beside a post stand the provisions and topics that are there, and its page’s key holds their names', () => {
	const notice = {
		slug: 'notice',
		title: 'Notice',
		platform: { name: 'Acme', slug: 'acme' },
		agreement: { name: 'Terms' },
	};
	const archive = {
		...withPosts(post),
		provisions: [notice as Provision],
		topics: [{ id: 'notices', name: 'Notices' } as Topic],
	};
	const { provisions, topics } = subjectsOf(archive, post);
	assert.deepEqual(
		[provisions.map(({ slug }) => slug), topics.map(({ id }) => id)],
		[['notice'], ['notices']],
	);
	const renamed = { ...archive, topics: [{ id: 'notices', name: 'Notice periods' } as Topic] };
	assert.notEqual(postKey(renamed, post), postKey(archive, post));
	assert.notEqual(postKey(archive, { ...post, body: 'More.', bodyLine: 9 }), postKey(archive, post));
});
