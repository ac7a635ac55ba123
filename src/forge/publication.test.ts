import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type LoopbackGitHub, startGitHub } from '../samples/loopback-github.ts';
import { askPublication, type Publication } from './publication.ts';

let github: LoopbackGitHub;
beforeEach(async () => {
	github = await startGitHub();
	github.answers.set('', { private: false, default_branch: 'trunk' });
	github.answers.set('/pages', { html_url: 'https://tern.example/archive/', build_type: 'workflow' });
	github.answers.set('/actions/workflows/capture.yml', { state: 'active' });
});
afterEach(() => github.close());

function ask(branch = 'trunk'): Promise<Publication> {
	return askPublication({ api: github.api, owner: 'tern', repo: 'archive', token: 'secret' }, branch);
}

describe('the site', () => {
	test('is published from the default branch, whatever it is called, and there is nothing to say', async () => {
		assert.deepEqual(await ask(), { site: 'https://tern.example/archive', notices: [] });
	});

	test('is not published from another branch', async () => {
		const { site, notices } = await ask('main');
		assert.equal(site, null);
		assert.match(notices.join(), /default branch, trunk/);
	});

	test('has its own domain, and should be served encrypted alone', async () => {
		const pages = { html_url: 'http://terms.example/', build_type: 'workflow', cname: 'terms.example' };
		github.answers.set('/pages', { ...pages, https_enforced: false });
		const { site, notices } = await ask();
		assert.equal(site, 'http://terms.example');
		assert.match(notices.join(), /^terms\.example is served without encryption.*Enforce HTTPS/);
		github.answers.set('/pages', { ...pages, https_enforced: true });
		assert.deepEqual((await ask()).notices, []);
	});

	for (const [what, facts, pages, said] of [
		['Pages that are not enabled', { private: false }, 404, /no Pages yet.*Source: GitHub Actions/],
		['a private repository', { private: true }, 404, /is private and has no Pages.*make it public/],
		[
			'Pages that take a branch',
			{ private: false },
			{ html_url: 'https://tern.example/', build_type: 'legacy' },
			/take a branch/,
		],
	] as const) {
		test(`is not published where there are ${what}, which is said and no failure`, async () => {
			github.answers.set('', { ...facts, default_branch: 'trunk' });
			github.answers.set('/pages', pages);
			const { site, notices } = await ask();
			assert.equal(site, null);
			assert.match(notices.join(), said);
		});
	}

	test('of a private repository whose plan has Pages is published', async () => {
		github.answers.set('', { private: true, default_branch: 'trunk' });
		assert.equal((await ask()).site, 'https://tern.example/archive');
	});
});

test('a capture that GitHub does not start is told, with where to enable it', async () => {
	for (const [state, said] of [
		['disabled_fork', /of a fork.*Enable workflow/],
		['disabled_inactivity', /60 days/],
		['disabled_manually', /somebody disabled it/],
		['deleted', /its state is deleted/],
	] as const) {
		github.answers.set('/actions/workflows/capture.yml', { state });
		const { site, notices } = await ask();
		assert.notEqual(site, null);
		assert.match(notices.join(), said);
	}
	github.answers.set('/actions/workflows/capture.yml', 403);
	assert.deepEqual((await ask()).notices, []);
});

test('an answer that is none stops the run: what is not known is not published', async () => {
	github.answers.set('/pages', 401);
	await assert.rejects(ask(), /says 401/);
});
