/** What machines are told of a provision: its quote where it is to be found, in types that fit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Archive, Provision } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { type ProvisionSketch, withProvisions } from '../../samples/sample-provision.ts';
import { provisionFeed } from '../feeds/provision-feed.ts';
import { annotationOf, jsonForScript, schemaOf } from './provision-data.ts';

const ending = 'We may end your account at once.';
const clause = `Before that we say nothing. ${ending} After that we say nothing either.`;

function explained(
	fields: ProvisionSketch['fields'] = {},
	...texts: readonly string[]
): [Archive, Provision] {
	const archive = withProvisions(sampleArchive({ Tern: { Terms: texts.length === 0 ? [clause] : texts } }), {
		platform: 'Tern',
		agreement: 'Terms',
		slug: 'ending',
		quote: ending,
		reviewed: '2024-01-05',
		fields,
	});
	return [archive, archive.provisions[0] as Provision];
}

test('the annotation finds the quote by its words and what stands around them, as of the text that was read', () => {
	const [, provision] = explained({ author: 'R. Amsel' });
	const { target, creator, body } = annotationOf(provision) as {
		target: Record<string, Record<string, string>>;
		creator: object;
		body: { id: string };
	};
	assert.deepEqual(target.selector, {
		type: 'TextQuoteSelector',
		exact: ending,
		prefix: 'Before that we say nothing. ',
		suffix: ' After that we say nothing either.',
	});
	assert.equal(target.source, 'http://localhost:4321/tern/terms/');
	assert.deepEqual(target.state, { type: 'TimeState', sourceDate: '2024-01-01T00:00:00.000Z' });
	assert.deepEqual(creator, { type: 'Person', name: 'R. Amsel' });
	assert.equal(body.id, 'http://localhost:4321/tern/provisions/ending/');
});

test('what its author wrote around the quote goes before what the clause says', () => {
	const [, provision] = explained({ quote: { exact: ending, prefix: 'nothing. ' } });
	const { target } = annotationOf(provision) as { target: { selector: { prefix: string } } };
	assert.equal(target.selector.prefix, 'nothing. ');
});

test('the types say what the page is: an article with a quotation and questions, no verdict and no law', () => {
	const [archive, provision] = explained({ questions: [{ question: 'Why?', answer: 'Because.' }] });
	const graph = (schemaOf(archive, provision) as { '@graph': Record<string, unknown>[] })['@graph'];
	assert.deepEqual(
		graph.map((node) => node['@type']),
		['WebPage', 'Article', 'Quotation', 'FAQPage'],
	);
	const questions = graph[3]?.mainEntity as { name: string }[];
	assert.deepEqual(
		questions.map(({ name }) => name),
		['Why?', 'Is Clausetrail connected with Tern?'],
	);
	assert.doesNotMatch(JSON.stringify(graph), /ClaimReview|Legislation/);
});

test('no word of it ends the script element that it stands in', () => {
	const json = jsonForScript({ title: '</script><script>alert(1)//<!--' });
	assert.doesNotMatch(json, /</);
	assert.deepEqual(JSON.parse(json), { title: '</script><script>alert(1)//<!--' });
});

test('the feed tells of the review and of what happened to the clause, newest first', () => {
	const [archive, provision] = explained({}, clause, clause.replace('at once', 'within <b>a week'));
	const feed = provisionFeed(archive, provision);
	const titles = [...feed.matchAll(/<title><!\[CDATA\[(.*?)\]\]>/g)].map(([, title]) => title).slice(1);
	assert.deepEqual(titles, [
		'Reworded: Your account may end at once',
		'Reviewed 5 January 2024: Your account may end at once',
		'In the first record: Your account may end at once',
	]);
	assert.match(feed, /<link>http:\/\/localhost:4321\/tern\/terms\/2024-02-01\/#c-/);
	assert.doesNotMatch(feed, /<b>a week/);
});

test('a later review is a new item, and its older ones stay known', () => {
	const identities = ['2024-01-05', '2024-01-09'].map((reviewed) => {
		const [archive, provision] = explained({ reviewed });
		return [...provisionFeed(archive, provision).matchAll(/<guid[^>]*>(.*?)</g)].map(([, guid]) => guid);
	});
	assert.equal(identities[0]?.length, 2);
	assert.equal(new Set(identities.flat()).size, 3);
});
