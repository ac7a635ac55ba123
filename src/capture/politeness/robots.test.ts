import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isAllowed, parseRobots } from './robots.ts';

const allows = (text: string, path: string) =>
	isAllowed(parseRobots(text, 'Clausetrail'), `https://tern.example${path}`);

describe('robots.txt', () => {
	for (const [text, path, expected] of [
		['', '/terms', true],
		['User-agent: *\nDisallow: /', '/terms', false],
		['User-agent: *\nDisallow:', '/terms', true],
		['user-AGENT : *\r\nDISALLOW : /a # all of it\r\n', '/ab', false],
		['\ufeffUser-agent: *\rDisallow: /a', '/ab', false],
		['Disallow: /', '/terms', true],
		['<!doctype html><p>Disallow: /</p>', '/', true],
		// The program's own group replaces the one for everybody; it may be written anyhow and in several places.
		['User-agent: clauseTRAIL/2.0\nAllow: /\n\nUser-agent: *\nDisallow: /', '/terms', true],
		[
			'User-agent: *\nAllow: /\n\nUser-agent: Clausetrail\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\nUser-agent: clausetrail\nDisallow: /b',
			'/b',
			false,
		],
		['User-agent: Clausetrailer\nDisallow: /', '/terms', true],
		['User-agent: Clause\nDisallow: /', '/terms', true],
		[
			'User-agent: a\nUser-agent: Clausetrail\nSitemap: https://x.example/\nUser-agent: b\nDisallow: /',
			'/terms',
			false,
		],
		['User-agent: msnbot\nCrawl-delay: 120\nUser-agent: Clausetrail\nDisallow: /a', '/b', true],
		// The longest pattern decides, and allowing wins where two are as long.
		['User-agent: *\nDisallow: /\nAllow: /legal/', '/legal/terms', true],
		['User-agent: *\nAllow: /legal/\nDisallow: /legal/terms', '/legal/terms', false],
		['User-agent: *\nDisallow: /page\nAllow: /page', '/page', true],
		['User-agent: *\nAllow: /p\nDisallow: /*.html', '/page.html', false],
		// Signs.
		['User-agent: *\nDisallow: /*.pdf$', '/a/terms.pdf', false],
		['User-agent: *\nDisallow: /*.pdf$', '/a/terms.pdf?v=2', true],
		['User-agent: *\nDisallow: /$', '/', false],
		['User-agent: *\nDisallow: /$', '/terms', true],
		['User-agent: *\nDisallow: /a*b*c', '/a-c-b', true],
		['User-agent: *\nDisallow: /a*b*c', '/a-b-c-d', false],
		['User-agent: *\nDisallow: /*a$', '/ba', false],
		['User-agent: *\nDisallow: /ba*a$', '/ba', true],
		['User-agent: *\nDisallow: /?lang=', '/?lang=de', false],
		['User-agent: *\nDisallow: /price$s', '/price$s', false],
		['User-agent: *\nDisallow: /a%2ab', '/a*b', false],
		['User-agent: *\nDisallow: /a%2Ab', '/axb', true],
		// One spelling for one path.
		['User-agent: *\nDisallow: /%7Etern/caf%c3%a9', '/~tern/café', false],
		['User-agent: *\nDisallow: /café', '/caf%C3%A9', false],
		['User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
		['User-agent: *\nDisallow: /', '/robots.txt', true],
		// What crawlers forgive.
		...['Useragent', 'User agent', 'user_agent', 'USER-AGENTS', 'User - Agent'].map(
			(agent) => [`${agent}: *\nDisallow: /`, '/terms', false] as const,
		),
		...['Dissallow', 'Disalow', 'Dissalow', 'Disallaw', 'Diasllow', 'Disalllow', 'Disallowed'].map(
			(field) => [`User-agent: *\n${field}: /`, '/terms', false] as const,
		),
		['User-agent *\nDisallow /terms', '/terms', false],
		['user agent Clausetrail\ndisallow\t/terms', '/terms', false],
		['User-agent: *\nDisallow everything under /terms', '/terms', true],
		['User-agent: *\nDisallowance is no rule /terms', '/terms', true],
		['User-agent: *\nDisallow: /\nAlow: /terms\nAlllow: /terms', '/terms', false],
		['User-agent: *\rDissallow: /a\r\rUseragent: Clausetrail\rDisalow: /b', '/b', false],
		['\ufeffUseragent: Clausetrail\nDisallow: /\nUser-agent: *\nAllow: /', '/terms', false],
		['Useragent: x\nUser agent: Clausetrail\nDisallow /a', '/a', false],
		['Useragent: Clausetrail\nAllow: /\n\nUser-agent: *\nDisallow: /', '/terms', true],
	] as const) {
		test(`${JSON.stringify(text)} ${expected ? 'allows' : 'forbids'} ${path}`, () => {
			assert.equal(allows(text, path), expected);
		});
	}

	test('may ask for rest between requests, in the group that counts', () => {
		const text =
			'User-agent: *\nCrawl-delay: 7\n\nUser-agent: Clausetrail\nCrawl-delay: 2.5\nCrawl-delay: soon';
		assert.equal(parseRobots(text, 'Clausetrail').crawlDelay, 2.5);
		assert.equal(parseRobots(text, 'Other').crawlDelay, 7);
		for (const [said, seconds] of [
			['-1', null],
			['Infinity', null],
			['.5', 0.5],
			['1,5', 1.5],
			['10 seconds', 10],
			['1e9', 1],
			['', null],
		] as const)
			for (const field of ['Crawl-delay', 'crawldelay', 'Crawl delay'])
				assert.equal(parseRobots(`User-agent: *\n${field}: ${said}`, 'Other').crawlDelay, seconds);
	});

	test('of any kind is read without an error, and forbidding all forbids all', () => {
		const line = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.tuple(fc.constantFrom('User-agent', 'Allow', 'Disallow', 'Crawl-delay'), fc.string())
				.map(([field, value]) => `${field}: ${value}`),
		);
		const path = fc.webPath();
		fc.assert(
			fc.property(fc.array(line), path, (lines, at) => {
				assert.equal(typeof allows(lines.join('\n'), `/${at}`), 'boolean');
				const own = 'User-agent: Clausetrail\nDisallow: /';
				assert.equal(allows(own, `/x${at}`), false);
			}),
		);
	});

	test('with many signs is matched in no time', () => {
		const text = `User-agent: *\nDisallow: /${'*a'.repeat(4000)}$`;
		assert.equal(allows(text, `/${'a'.repeat(8000)}b`), true);
	});
});
