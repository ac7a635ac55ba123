import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collectionSchema } from '../model/collection.ts';
import { clientOptionsOf, contactRemark, proxiesOf } from './client-options.ts';

const agentOf = (fields: unknown, environment = {}) =>
	clientOptionsOf(collectionSchema.parse(fields), environment).userAgent;
const inWorkflow = { GITHUB_SERVER_URL: 'https://git.example.org', GITHUB_REPOSITORY: 'tern/watch' };

describe('what the robot calls itself', () => {
	for (const [fields, environment, expected] of [
		[{ name: 'Tern', contact: 'mail@tern.net' }, inWorkflow, /\(Tern; \+mail@tern\.net\)$/],
		[{ name: 'Tern', site: 'https://tern.net/' }, inWorkflow, /\(Tern; \+https:\/\/tern\.net\/\)$/],
		[{ name: 'Tern' }, inWorkflow, /\(Tern; \+https:\/\/git\.example\.org\/tern\/watch\)$/],
		[
			{ site: 'https://example.github.io/clausetrail/' },
			{ GITHUB_REPOSITORY: 'a/b' },
			/\+https:\/\/github\.com\/a\/b\)$/,
		],
		[{ name: 'Tern' }, {}, /\+http:\/\/localhost:4321\/\)$/],
		[{ name: 'Größe (Übung)\r\nX: y \\', contact: 'a@b.net' }, {}, /\(Groe Ubung[^\r\n()\\]*; \+a@b\.net\)$/],
	] as const) {
		test(`names ${JSON.stringify(fields)} and a way to its maintainer`, () => {
			const agent = agentOf(fields, environment);
			assert.match(agent, expected);
			assert.match(agent, /^Clausetrail\/\d+\.\d+\.\d+ [\x20-\x7e]*$/);
		});
	}
});

test('whoever left no way to be reached is told', () => {
	assert.match(contactRemark(collectionSchema.parse({})) ?? '', /localhost.*site or contact/);
	assert.equal(contactRemark(collectionSchema.parse({ contact: 'a@b.net' })), null);
	assert.equal(contactRemark(collectionSchema.parse({ site: 'https://tern.net/' })), null);
});

test('what a collection says of delay and robots reaches the capture', () => {
	const robots = [{ host: 'tern.net', reason: 'They agreed by mail.' }];
	const options = clientOptionsOf(collectionSchema.parse({ delay: 0.5, robots, privateAddresses: true }), {});
	assert.deepEqual(
		[options.delay, options.robotsPassedOver, options.privateAddresses],
		[500, ['tern.net'], true],
	);
	for (const wrong of [
		{ host: 'https://tern.net/', reason: 'x' },
		{ host: 'tern.net', reason: ' ' },
	])
		assert.equal(collectionSchema.safeParse({ robots: [wrong] }).success, false);
});

test('proxies are read as other programs read them', () => {
	const environment = {
		http_proxy: 'http://a:1',
		HTTP_PROXY: 'http://b:1',
		HTTPS_PROXY: 'http://c:1',
		no_proxy: '',
	};
	assert.deepEqual(proxiesOf(environment), { http: 'http://a:1', https: 'http://c:1', except: undefined });
});
