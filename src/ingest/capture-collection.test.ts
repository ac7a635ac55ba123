import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { capture, kindsOf } from '../samples/sample-capture.ts';
import {
	clause,
	clauses,
	makeCollection,
	monday,
	pageOf,
	type SampleCollection,
	tuesday,
} from '../samples/sample-collection.ts';
import type { Outcome } from './outcome.ts';

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

for (const [layout, inside] of [
	['below the root of its repository', 'archive'],
	['at the root of its repository', '.'],
] as const) {
	describe(`a collection ${layout}`, () => {
		const prefix = inside === '.' ? '' : `${inside}/`;
		beforeEach(() => {
			place.remove();
			place = makeCollection(inside);
		});

		test('captures all the same where a history file is wrong, and says so', async () => {
			place.declare('Tern', { Terms: web.terms('/terms') });
			web.pages.set('/terms', pageOf(clause));
			const history = path.join(place.directory, 'declarations', 'Tern.history.json');
			writeFileSync(
				history,
				JSON.stringify({ Terms: [{ ...web.terms('/old'), ValidUntil: '2023-04-05T06:07:08Z' }] }),
			);
			const warnings: string[] = [];
			const outcomes = await capture(place, { onWarning: ({ message }) => warnings.push(message) });
			assert.deepEqual(kindsOf(outcomes), ['recorded']);
			assert.equal(warnings.length, 1);
			assert.match(warnings[0] ?? '', /Tern\.history\.json.*ValidUntil/s);
		});

		test('records the first text and each changed one, and an unchanged one never', async () => {
			place.declare('Tern & Co', { 'Terms of Service': web.terms('/terms') });
			web.pages.set('/terms', pageOf(clause));
			assert.deepEqual(kindsOf(await capture(place)), ['recorded']);
			assert.deepEqual(kindsOf(await capture(place, { now: tuesday })), ['unchanged']);
			assert.equal(place.versions(), 1);

			const changed = pageOf(`${clause} You must be 16.`);
			web.pages.set('/terms', changed);
			const [outcome] = await capture(place, { now: tuesday });
			assert.ok(outcome?.kind === 'recorded' && outcome.change === 'change');
			assert.equal(place.versions(), 2);
			assert.equal(outcome.commit, place.newestVersion());

			const version = `${prefix}versions/Tern & Co/Terms of Service.md`;
			const snapshot = `${prefix}snapshots/Tern & Co/Terms of Service.html`;
			const touched = place
				.git('show', '--name-only', '--format=', '-z', place.newestVersion())
				.split('\0')
				.filter(Boolean);
			assert.deepEqual(touched, [snapshot, version]);
			const text = readFileSync(path.join(place.repository, version), 'utf8');
			assert.equal(text, `${clause.replaceAll('. ', '.\n')}\nYou must be 16.\n`);
			assert.equal(readFileSync(path.join(place.repository, snapshot), 'utf8'), changed);
			assert.equal(
				place.git('status', '--porcelain', '--', prefix || '.', ':!*declarations*', ':!*collection.yml'),
				'',
			);
		});
	});
}

describe('a run', () => {
	test('goes on past failures, each named, and records none of them', async () => {
		place.declare('Tern', {
			Fine: web.terms('/fine'),
			Gone: web.terms('/gone'),
			Later: web.terms('/later'),
			Wall: web.terms('/wall'),
			Empty: web.terms('/empty'),
			Elsewhere: { ...web.terms('/fine'), select: '.terms' },
			Paper: { fetch: `${web.origin}/terms.pdf` },
		});
		place.declare('Broken', { Terms: { fetch: 'nowhere' } });
		place.declare('Unreachable', { Terms: { ...web.terms(''), fetch: 'http://127.0.0.1:9/' } });
		web.pages.set('/fine', pageOf(clause));
		web.pages.set('/later', 503);
		web.pages.set('/wall', pageOf('Checking your browser before you proceed. Please enable JavaScript.'));
		web.pages.set('/empty', pageOf(''));
		const seen: Outcome[] = [];
		const outcomes = await capture(place, { onOutcome: (outcome) => seen.push(outcome) });
		const named = outcomes.map((each) => [each.platform, each.agreement, each.kind, each.detail]);
		assert.deepEqual(
			named.map(([platform, agreement, kind]) => `${platform} ${agreement} ${kind}`),
			[
				'Broken  failed',
				'Tern Fine recorded',
				...['Gone', 'Later', 'Wall', 'Empty', 'Elsewhere', 'Paper'].map((name) => `Tern ${name} failed`),
				'Unreachable Terms failed',
			],
		);
		const reasons = [
			/fetch: an address/,
			/first record/,
			/404/,
			/503/,
			/wall/,
			/no text/,
			/matches nothing/,
			/404/,
			/refuses the connection/,
		];
		for (const [at, reason] of reasons.entries()) assert.match(named[at]?.[3] ?? '', reason);
		assert.deepEqual(new Set(seen), new Set(outcomes));
		assert.equal(place.versions(), 1);
	});

	test('is not stopped by a text that is made to hang whoever judges it', async () => {
		const dashes = '<p>—</p>'.repeat(20_000);
		const hostile = {
			'/dashes': `<main>${dashes}</main>`,
			'/brackets': `<main><p>${clause}</p>${'<p>](</p>'.repeat(20_000)}</main>`,
			'/same': `<main><p>${clause}</p>${'<p>a</p>'.repeat(20_000)}</main>`,
			'/marks': `<main><p>${clause}</p><p>${'__a'.repeat(20_000)}</p></main>`,
		};
		const names = ['Fine', ...Object.keys(hostile).map((at) => at.slice(1))];
		place.declare('Tern', Object.fromEntries(names.map((name) => [name, web.terms(`/${name}`)])));
		for (const name of names) web.pages.set(`/${name}`, pageOf(clause, ...clauses));
		assert.deepEqual(kindsOf(await capture(place)), new Array(5).fill('recorded'));
		for (const [at, page] of Object.entries(hostile)) web.pages.set(at, page);
		web.pages.set('/Fine', pageOf(clause, ...clauses, 'And more.'));
		const outcomes = await capture(place, { now: tuesday });
		assert.equal(outcomes[0]?.kind, 'recorded');
		assert.equal(outcomes[1]?.detail, 'the selected part of the page holds no text');
		for (const { kind } of outcomes.slice(2)) assert.ok(kind !== 'unchanged');
		assert.equal(place.status().agreements['Tern/Fine']?.checked, tuesday.toISOString());
	});

	test('that is dry writes nothing, not even an object', async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', pageOf(clause));
		const [outcome] = await capture(place, { mode: 'dry-run' });
		assert.ok(outcome?.kind === 'recorded' && outcome.commit === null);
		assert.equal(place.git('count-objects').trim(), '0 objects, 0 kilobytes');
		assert.ok(!existsSync(path.join(place.directory, 'versions')));
	});

	test('may be for one platform or one agreement, and says what there is where it is not found', async () => {
		place.declare('Tern', { Terms: web.terms('/a'), Privacy: web.terms('/b') });
		place.declare('Skua', { Terms: web.terms('/c') });
		for (const at of ['/a', '/b', '/c']) web.pages.set(at, pageOf(clause));
		assert.equal((await capture(place, { platform: 'Tern', agreement: 'Privacy' })).length, 1);
		assert.equal((await capture(place, { agreement: 'Terms' })).length, 2);
		// Each was new, so each was confirmed by a second fetch.
		assert.deepEqual(web.asked.toSorted(), ['/a', '/a', '/b', '/b', '/c', '/c']);
		await assert.rejects(capture(place, { platform: 'tern' }), /declared as tern\n.*Skua, Tern/s);
		await assert.rejects(capture(place, { platform: 'Tern', agreement: 'X' }), /Tern › X\n.*Terms, Privacy/s);
	});

	test('passes over what is retired, and keeps when that, and what is declared no longer, was last looked at', async () => {
		const [a, b] = [web.terms('/a'), web.terms('/b')];
		place.declare('Tern', { Terms: a, Privacy: b });
		place.declare('Skua', { Terms: web.terms('/c') });
		for (const at of ['/a', '/b', '/c']) web.pages.set(at, pageOf(clause));
		await capture(place);
		web.clear();
		web.pages.set('/a', pageOf(clause));
		place.declare('Tern', { Terms: a, Privacy: { ...b, retired: '2024-05-06' } });
		removeFrom(place.directory, path.join('declarations', 'Skua.json'));
		assert.deepEqual(kindsOf(await capture(place, { now: tuesday })), ['unchanged']);
		const at = monday.toISOString();
		const over = { checked: at, confirmed: at, recorded: at, retired: true, failures: 0 };
		const { 'Tern/Privacy': privacy, 'Skua/Terms': skua } = place.status().agreements;
		assert.deepEqual([privacy, skua], [over, over]);
		await assert.rejects(
			capture(place, { platform: 'Tern', agreement: 'Privacy' }),
			/Tern › Privacy is declared as retired, since 2024-05-06/,
		);
		web.pages.set('/b', pageOf(clause));
		place.declare('Tern', { Terms: a, Privacy: b });
		await capture(place, { now: tuesday });
		assert.equal(place.status().agreements['Tern/Privacy']?.retired, undefined);
	});

	test('forgets the status of what goes on under another name', async () => {
		place.declare('Skua', { Terms: web.terms('/c'), Rules: web.terms('/d') });
		for (const at of ['/c', '/d']) web.pages.set(at, pageOf(clause));
		await capture(place);
		removeFrom(place.directory, path.join('declarations', 'Skua.json'));
		place.declare('Great Skua', { Terms: { ...web.terms('/c'), formerly: ['Skua/Terms'] } });
		await capture(place, { now: tuesday });
		assert.deepEqual(Object.keys(place.status().agreements), ['Great Skua/Terms', 'Skua/Rules']);
	});

	test('asks one host one thing at a time', async () => {
		let [open, most] = [0, 0];
		const slow = (response: ServerResponse) => {
			most = Math.max(most, ++open);
			setTimeout(() => {
				open--;
				response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(clause));
			}, 10);
		};
		for (const at of ['/robots.txt', '/terms']) web.pages.set(at, slow);
		for (const platform of ['Tern', 'Skua', 'Knot'])
			place.declare(platform, { A: web.terms('/terms'), B: web.terms('/terms') });
		assert.equal((await capture(place)).length, 6);
		assert.equal(most, 1);
	});

	for (const [name, spoil, message] of [
		['a folder without git', () => removeFrom(place.repository, '.git'), /git init/],
		['no collection.yml', () => removeFrom(place.directory, 'collection.yml'), /collection\.yml/],
		['no declaration', () => removeFrom(place.directory, 'declarations'), /no declaration/],
		['versions in another repository', keepVersionsElsewhere, /another git repository/],
		['no branch', detach, /git switch/],
	] as const) {
		test(`refuses ${name} with a remedy`, async () => {
			place.declare('Tern', { Terms: web.terms('/terms') });
			web.pages.set('/terms', pageOf(clause));
			spoil();
			await assert.rejects(capture(place), message);
		});
	}

	test('stops where git fails, and loses nothing', async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', pageOf(clause));
		writeFileSync(path.join(place.repository, '.git/refs/heads/main.lock'), '');
		await assert.rejects(capture(place), /fast-import/);
		assert.equal(place.versions(), 0);
		rmSync(path.join(place.repository, '.git/refs/heads/main.lock'));
		assert.deepEqual(kindsOf(await capture(place)), ['recorded']);
	});

	test('refuses to write where somebody else committed meanwhile', async () => {
		place.declare('Tern', { A: web.terms('/a'), B: web.terms('/b') });
		web.pages.set('/a', pageOf(clause));
		web.pages.set('/b', pageOf(clause));
		await assert.rejects(capture(place, { onOutcome: place.commitByHand }), /fast-import/);
		assert.equal(place.versions(), 1);
		// Whichever of the two came first.
		assert.deepEqual(kindsOf(await capture(place)).toSorted(), ['recorded', 'unchanged']);
	});
});

function removeFrom(folder: string, name: string): void {
	rmSync(path.join(folder, name), { recursive: true });
}

function keepVersionsElsewhere(): void {
	writeFileSync(path.join(place.directory, 'collection.yml'), 'versions: ../../elsewhere\n');
}

function detach(): void {
	place.commitByHand();
	place.git('switch', '-q', '--detach');
}
