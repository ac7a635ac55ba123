import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { parseMessage } from '../archive/message.ts';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { capture, kindsOf } from '../samples/sample-capture.ts';
import {
	clause,
	makeCollection,
	pageOf,
	type SampleCollection,
	tuesday,
} from '../samples/sample-collection.ts';

let web: PageWeb;
before(async () => {
	web = await startPageWeb();
});
after(() => web.close());

let place: SampleCollection;
beforeEach(() => {
	web.clear();
	place = makeCollection();
});
afterEach(() => place.remove());

describe('the commit of a version', () => {
	test('carries its time, its robot and the facts of the fetch', async () => {
		place.declare('Tern', { 'Privacy Policy': web.terms('/privacy') });
		const html = pageOf(clause);
		web.pages.set('/privacy', html);
		await capture(place, { now: new Date('2021-02-03T04:05:06.789Z') });
		const format = '--format=%an %aI%x00%cn %cI%x00%B';
		const [author, committer, raw = ''] = place.git('log', '-1', format, place.newestVersion()).split('\0');
		assert.equal(author, 'Clausetrail 2021-02-03T04:05:06+00:00');
		assert.equal(committer, author);
		const { subject, origin: kind, evidence } = parseMessage(raw);
		assert.equal(subject, 'First record of Tern Privacy Policy');
		assert.equal(kind, 'record');
		const { snapshotHash, textHash, engine, ...facts } = evidence;
		const sha256 = (input: string) => createHash('sha256').update(input).digest('hex');
		assert.equal(snapshotHash, sha256(html));
		assert.equal(textHash, sha256(`${clause.replaceAll('. ', '.\n')}\n`));
		assert.match(engine ?? '', /^\d+\.\d+\.\d+/);
		const contentType = 'text/html; charset=utf-8';
		assert.deepEqual(facts, {
			sources: [`${web.origin}/privacy`],
			fetcher: 'htmlOnly',
			status: 200,
			contentType,
		});
	});

	test('is technical where the page stayed and the declaration changed', async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', `<main><h1>Terms</h1><p>${clause}</p></main>`);
		await capture(place);
		place.declare('Tern', { Terms: { ...web.terms('/terms'), remove: 'h1' } });
		const [outcome] = await capture(place, { now: tuesday });
		assert.ok(outcome?.kind === 'recorded' && outcome.change === 'technical');
		assert.match(
			place.git('log', '-1', '--format=%s', place.newestVersion()),
			/^Apply technical or declaration upgrade on Tern Terms$/m,
		);
	});

	test('holds all snapshots of an agreement that is published on several pages', async () => {
		place.declare('Tern', {
			Terms: { combine: [{ fetch: `${web.origin}/1` }, { fetch: `${web.origin}/2` }], select: 'main' },
		});
		web.pages.set('/1', pageOf(`One. ${clause}`));
		web.pages.set('/2', pageOf(`Two. ${clause}`));
		await capture(place);
		const folder = path.join(place.directory, 'snapshots/Tern');
		assert.deepEqual(readdirSync(folder).sort(), ['Terms #1.html', 'Terms #2.html']);
		assert.match(
			readFileSync(path.join(place.directory, 'versions/Tern/Terms.md'), 'utf8'),
			/^One\..*\n\n- - -\n\nTwo\./s,
		);
		web.pages.set('/2', 503);
		assert.deepEqual(kindsOf(await capture(place)), ['failed']);
		assert.equal(place.versions(), 1);
	});

	test('leaves what lies staged, edited or untracked as it is', async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', pageOf(clause));
		const file = (name: string) => path.join(place.repository, name);
		writeFileSync(file('kept'), 'old');
		place.git('add', 'kept');
		place.commitByHand();
		writeFileSync(file('staged'), 'x');
		place.git('add', 'staged');
		writeFileSync(file('kept'), 'edited');
		const before = place.git('status', '--porcelain', '--', 'kept', 'staged');
		await capture(place);
		assert.equal(place.versions(), 1);
		assert.equal(place.git('status', '--porcelain', '--', 'kept', 'staged'), before);
		assert.equal(place.git('show', 'HEAD:kept'), 'old');
	});

	test('is made although hooks and signing would prevent or change it', async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', pageOf(clause));
		place.git('config', 'commit.gpgsign', 'true');
		place.git('config', 'core.autocrlf', 'true');
		writeFileSync(path.join(place.repository, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 1\n', {
			mode: 0o755,
		});
		assert.deepEqual(kindsOf(await capture(place)), ['recorded']);
		assert.ok(!place.git('show', 'HEAD:archive/versions/Tern/Terms.md').includes('\r'));
		assert.deepEqual(kindsOf(await capture(place)), ['unchanged']);
	});
});
