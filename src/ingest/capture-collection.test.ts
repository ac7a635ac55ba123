import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseMessage } from '../archive/message.ts';
import { systemClock } from '../capture/politeness/clock.ts';
import { type Status, statusSchema } from '../model/status.ts';
import { root } from '../root.ts';
import { acceptHeld } from './accept-held.ts';
import { type CaptureOptions, captureCollection } from './capture-collection.ts';
import type { Outcome } from './outcome.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'clausetrail-run-'));
let server: Server;
let origin = '';
/** Path → HTML, or a status. */
const pages = new Map<string, string | number>();
let fetches = 0;
/** What a request for `/tagged` asks by. */
let onTagged = (_: string | undefined) => {};

before(async () => {
	server = createServer((request, response) => {
		if (request.url !== '/robots.txt') fetches++;
		const page = pages.get(request.url ?? '') ?? 404;
		if (request.url === '/tagged') {
			onTagged(request.headers['if-none-match']);
			response.setHeader('etag', '"v1"');
		}
		if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
		else if (typeof page === 'number') response.writeHead(page).end();
		else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
	server.closeAllConnections();
	server.close();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(() => pages.clear());

const clause =
	'You may use the service as long as you pay all fees that are due. We may change them each year.';
const page = (text: string) =>
	`<html><body><nav>Menu ${Math.random()}</nav><main><p>${text}</p></main></body></html>`;
const monday = new Date('2024-05-06T04:12:00Z');
const tuesday = new Date('2024-05-07T04:12:00Z');

interface Place {
	/** Of the repository. */
	readonly repository: string;
	/** Of the collection. */
	readonly directory: string;
}

let places = 0;
function makePlace(inside = 'archive', git = true): Place {
	const repository = path.join(folder, `place ${++places}`);
	const directory = path.join(repository, inside);
	mkdirSync(path.join(directory, 'declarations'), { recursive: true });
	writeFileSync(
		path.join(directory, 'collection.yml'),
		'name: Tern Watch (test)\ncontact: mail@tern.example\ndelay: 0\nprivateAddresses: true\n',
	);
	if (git) execFileSync('git', ['init', '-q', '-b', 'main', repository]);
	return { repository, directory };
}

function declare(place: Place, platform: string, terms: Readonly<Record<string, unknown>>): void {
	const file = path.join(place.directory, 'declarations', `${platform}.json`);
	writeFileSync(file, JSON.stringify({ name: platform, terms }));
}

/** Without a browser, which would be tried for each page that shows no agreement. */
const terms = (at: string) => ({ fetch: origin + at, select: 'main', executeClientScripts: false });

function git(place: Place, ...args: string[]): string {
	return execFileSync('git', args, { cwd: place.repository, encoding: 'utf8', stdio: 'pipe' });
}

/** Commits that touch a version. */
const commits = (place: Place) =>
	Number(git(place, 'rev-list', '--count', '--all', '--', '*versions/*').trim());
const newestVersion = (place: Place) => git(place, 'log', '-1', '--format=%H', '--', '*versions/*').trim();
const statusOf = (place: Place): Status =>
	statusSchema.parse(JSON.parse(readFileSync(path.join(place.directory, 'status.json'), 'utf8')));

function capture(place: Place, options: Partial<CaptureOptions> = {}): Promise<readonly Outcome[]> {
	return captureCollection({ directory: place.directory, now: monday, mode: 'record', clock, ...options });
}

/** Nobody waits for a second try. */
const clock = { ...systemClock, sleep: async () => {} };

const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ kind }) => kind);

for (const [layout, inside] of [
	['below the root of its repository', 'archive'],
	['at the root of its repository', '.'],
] as const) {
	describe(`a collection ${layout}`, () => {
		const prefix = inside === '.' ? '' : `${inside}/`;

		test('records the first text and each changed one, and an unchanged one never', async () => {
			const place = makePlace(inside);
			declare(place, 'Tern & Co', { 'Terms of Service': terms('/terms') });
			pages.set('/terms', page(clause));
			assert.deepEqual(kinds(await capture(place)), ['recorded']);
			assert.deepEqual(kinds(await capture(place, { now: tuesday })), ['unchanged']);
			assert.equal(commits(place), 1);

			const changed = page(`${clause} You must be 16.`);
			pages.set('/terms', changed);
			const [outcome] = await capture(place, { now: tuesday });
			assert.ok(outcome?.kind === 'recorded' && outcome.change === 'change');
			assert.equal(commits(place), 2);
			assert.equal(outcome.commit, newestVersion(place));

			const version = `${prefix}versions/Tern & Co/Terms of Service.md`;
			const snapshot = `${prefix}snapshots/Tern & Co/Terms of Service.html`;
			const touched = git(place, 'show', '--name-only', '--format=', '-z', newestVersion(place))
				.split('\0')
				.filter(Boolean);
			assert.deepEqual(touched, [snapshot, version]);
			const text = readFileSync(path.join(place.repository, version), 'utf8');
			assert.equal(text, `${clause.replace('due. ', 'due.\n')}\nYou must be 16.\n`);
			assert.equal(readFileSync(path.join(place.repository, snapshot), 'utf8'), changed);
			assert.equal(
				git(place, 'status', '--porcelain', '--', prefix || '.', ':!*declarations*', ':!*collection.yml'),
				'',
			);
		});
	});
}

describe('the commit of a version', () => {
	test('carries its time, its robot and the facts of the fetch', async () => {
		const place = makePlace();
		declare(place, 'Tern', { 'Privacy Policy': terms('/privacy') });
		const html = page(clause);
		pages.set('/privacy', html);
		await capture(place, { now: new Date('2021-02-03T04:05:06.789Z') });
		const format = '--format=%an %aI%x00%cn %cI%x00%B';
		const [author, committer, raw = ''] = git(place, 'log', '-1', format, newestVersion(place)).split('\0');
		assert.equal(author, 'Clausetrail 2021-02-03T04:05:06+00:00');
		assert.equal(committer, author);
		const { subject, origin: kind, evidence } = parseMessage(raw);
		assert.equal(subject, 'First record of Tern Privacy Policy');
		assert.equal(kind, 'record');
		const { snapshotHash, textHash, engine, ...facts } = evidence;
		const sha256 = (input: string) => execFileSync('sha256sum', { input, encoding: 'utf8' }).slice(0, 64);
		assert.equal(snapshotHash, sha256(html));
		assert.equal(textHash, sha256(`${clause.replace('due. ', 'due.\n')}\n`));
		assert.match(engine ?? '', /^\d+\.\d+\.\d+/);
		const contentType = 'text/html; charset=utf-8';
		assert.deepEqual(facts, {
			sources: [`${origin}/privacy`],
			fetcher: 'htmlOnly',
			status: 200,
			contentType,
		});
	});

	test('is technical where the page stayed and the declaration changed', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', `<main><h1>Terms</h1><p>${clause}</p></main>`);
		await capture(place);
		declare(place, 'Tern', { Terms: { ...terms('/terms'), remove: 'h1' } });
		const [outcome] = await capture(place, { now: tuesday });
		assert.ok(outcome?.kind === 'recorded' && outcome.change === 'technical');
		assert.match(
			git(place, 'log', '-1', '--format=%s', newestVersion(place)),
			/^Apply technical or declaration upgrade on Tern Terms$/m,
		);
	});

	test('holds all snapshots of an agreement that is published on several pages', async () => {
		const place = makePlace();
		declare(place, 'Tern', {
			Terms: { combine: [{ fetch: `${origin}/1` }, { fetch: `${origin}/2` }], select: 'main' },
		});
		pages.set('/1', page(`One. ${clause}`));
		pages.set('/2', page(`Two. ${clause}`));
		await capture(place);
		const folder = path.join(place.directory, 'snapshots/Tern');
		assert.deepEqual(readdirSync(folder).sort(), ['Terms #1.html', 'Terms #2.html']);
		assert.match(
			readFileSync(path.join(place.directory, 'versions/Tern/Terms.md'), 'utf8'),
			/^One\..*\n\n- - -\n\nTwo\./s,
		);
		pages.set('/2', 503);
		assert.deepEqual(kinds(await capture(place)), ['failed']);
		assert.equal(commits(place), 1);
	});

	test('leaves what lies staged, edited or untracked as it is', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', page(clause));
		const file = (name: string) => path.join(place.repository, name);
		writeFileSync(file('kept'), 'old');
		git(place, 'add', 'kept');
		git(place, '-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-qm', 'By hand');
		writeFileSync(file('staged'), 'x');
		git(place, 'add', 'staged');
		writeFileSync(file('kept'), 'edited');
		const before = git(place, 'status', '--porcelain', '--', 'kept', 'staged');
		await capture(place);
		assert.equal(commits(place), 1);
		assert.equal(git(place, 'status', '--porcelain', '--', 'kept', 'staged'), before);
		assert.equal(git(place, 'show', 'HEAD:kept'), 'old');
	});

	test('is made although hooks and signing would prevent or change it', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', page(clause));
		git(place, 'config', 'commit.gpgsign', 'true');
		git(place, 'config', 'core.autocrlf', 'true');
		writeFileSync(path.join(place.repository, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 1\n', {
			mode: 0o755,
		});
		assert.deepEqual(kinds(await capture(place)), ['recorded']);
		assert.ok(!git(place, 'show', 'HEAD:archive/versions/Tern/Terms.md').includes('\r'));
		assert.deepEqual(kinds(await capture(place)), ['unchanged']);
	});
});

describe('a run', () => {
	test('goes on past failures, each named, and records none of them', async () => {
		const place = makePlace();
		declare(place, 'Tern', {
			Fine: terms('/fine'),
			Gone: terms('/gone'),
			Later: terms('/later'),
			Wall: terms('/wall'),
			Empty: terms('/empty'),
			Elsewhere: { ...terms('/fine'), select: '.terms' },
			Paper: { fetch: `${origin}/terms.pdf` },
		});
		declare(place, 'Broken', { Terms: { fetch: 'nowhere' } });
		declare(place, 'Unreachable', { Terms: { ...terms(''), fetch: 'http://127.0.0.1:9/' } });
		pages.set('/fine', page(clause));
		pages.set('/later', 503);
		pages.set('/wall', page('Checking your browser before you proceed. Please enable JavaScript.'));
		pages.set('/empty', page(''));
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
		assert.equal(commits(place), 1);
	});

	test('that is dry writes nothing, not even an object', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', page(clause));
		const [outcome] = await capture(place, { mode: 'dry-run' });
		assert.ok(outcome?.kind === 'recorded' && outcome.commit === null);
		assert.equal(git(place, 'count-objects').trim(), '0 objects, 0 kilobytes');
		assert.ok(!existsSync(path.join(place.directory, 'versions')));
	});

	test('may be for one platform or one agreement, and says what there is where it is not found', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/a'), Privacy: terms('/b') });
		declare(place, 'Skua', { Terms: terms('/c') });
		for (const at of ['/a', '/b', '/c']) pages.set(at, page(clause));
		fetches = 0;
		assert.equal((await capture(place, { platform: 'Tern', agreement: 'Privacy' })).length, 1);
		assert.equal((await capture(place, { agreement: 'Terms' })).length, 2);
		// Each was new, so each was confirmed by a second fetch.
		assert.equal(fetches, 6);
		await assert.rejects(capture(place, { platform: 'tern' }), /declared as tern\n.*Skua, Tern/s);
		await assert.rejects(capture(place, { platform: 'Tern', agreement: 'X' }), /Tern › X\n.*Terms, Privacy/s);
	});

	test('asks one host one thing at a time', async () => {
		const place = makePlace();
		let [open, most] = [0, 0];
		const slow = createServer((_, response) => {
			most = Math.max(most, ++open);
			setTimeout(() => {
				open--;
				response.writeHead(200, { 'content-type': 'text/html' }).end(page(clause));
			}, 10);
		});
		await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
		const address = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
		for (const platform of ['Tern', 'Skua', 'Knot'])
			declare(place, platform, {
				A: { fetch: address, select: 'main' },
				B: { fetch: address, select: 'main' },
			});
		assert.equal((await capture(place)).length, 6);
		slow.close();
		assert.equal(most, 1);
	});

	for (const [name, spoil, message] of [
		[
			'a folder without git',
			(place: Place) => rmSync(path.join(place.repository, '.git'), { recursive: true }),
			/git init/,
		],
		[
			'no collection.yml',
			(place: Place) => rmSync(path.join(place.directory, 'collection.yml')),
			/collection\.yml/,
		],
		[
			'no declaration',
			(place: Place) => rmSync(path.join(place.directory, 'declarations'), { recursive: true }),
			/no declaration/,
		],
		[
			'versions in another repository',
			(place: Place) =>
				writeFileSync(path.join(place.directory, 'collection.yml'), 'versions: ../../elsewhere\n'),
			/another git repository/,
		],
		['no branch', detach, /git switch/],
	] as const) {
		test(`refuses ${name} with a remedy`, async () => {
			const place = makePlace();
			declare(place, 'Tern', { Terms: terms('/terms') });
			pages.set('/terms', page(clause));
			spoil(place);
			await assert.rejects(capture(place), message);
		});
	}

	test('stops where git fails, and loses nothing', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', page(clause));
		writeFileSync(path.join(place.repository, '.git/refs/heads/main.lock'), '');
		await assert.rejects(capture(place), /fast-import/);
		assert.equal(commits(place), 0);
		rmSync(path.join(place.repository, '.git/refs/heads/main.lock'));
		assert.deepEqual(kinds(await capture(place)), ['recorded']);
	});

	test('refuses to write where somebody else committed meanwhile', async () => {
		const place = makePlace();
		declare(place, 'Tern', { A: terms('/a'), B: terms('/b') });
		pages.set('/a', page(clause));
		pages.set('/b', page(clause));
		const byHand = [
			'-c',
			'user.name=A',
			'-c',
			'user.email=a@b.example',
			'commit',
			'-q',
			'--allow-empty',
			'-m',
			'By hand',
		];
		await assert.rejects(capture(place, { onOutcome: () => git(place, ...byHand) }), /fast-import/);
		assert.equal(commits(place), 1);
		// Whichever of the two came first.
		assert.deepEqual(kinds(await capture(place)).toSorted(), ['recorded', 'unchanged']);
	});
});

function detach(place: Place): void {
	git(place, '-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-q', '--allow-empty', '-m', 'x');
	git(place, 'switch', '-q', '--detach');
}

describe('a run that asks whether a page changed', () => {
	test('reads it again only where it did, where another part is asked for, and after a week', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/tagged') });
		const asked: (string | undefined)[] = [];
		onTagged = (etag) => asked.push(etag);
		pages.set('/tagged', page(clause));
		const [first] = await capture(place);
		assert.equal(first?.kind, 'recorded');
		const [second] = await capture(place, { now: tuesday });
		assert.deepEqual([second?.kind, second?.detail], ['unchanged', 'unchanged, as the server says']);
		assert.equal(statusOf(place).agreements['Tern/Terms']?.confirmed, tuesday.toISOString());

		const other = { ...terms('/tagged'), remove: 'nav' };
		declare(place, 'Tern', { Terms: other });
		assert.match((await capture(place, { now: tuesday }))[0]?.detail ?? '', /text as recorded/);
		await capture(place, { now: new Date('2024-05-14T04:12:01Z') });
		assert.deepEqual(asked, [undefined, undefined, '"v1"', undefined, undefined]);
	});

	test('knows the page that was read before, but not where the text was taken back by hand', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', page(clause));
		await capture(place);
		const again = async (now: Date) => (await capture(place, { now }))[0];
		assert.equal((await again(tuesday))?.detail, 'page as it was read before');
		const kept = pages.get('/terms') as string;
		pages.set('/terms', page(clause));
		assert.equal((await again(tuesday))?.detail, 'text as recorded');
		pages.set('/terms', kept);
		assert.equal((await again(tuesday))?.detail, 'text as recorded');
		const later = new Date('2024-05-20T04:12:00Z');
		assert.equal((await again(later))?.detail, 'page as it was read before');

		writeFileSync(path.join(place.directory, 'versions', 'Tern', 'Terms.md'), 'Nothing.\n');
		git(place, 'add', '--all');
		git(place, '-c', 'user.name=T', '-c', 'user.email=t@tern.example', 'commit', '-qm', 'Take it back');
		assert.equal((await again(later))?.kind, 'recorded');
	});
});

describe('a run that meets another text', () => {
	const long = Array.from(
		{ length: 40 },
		(_, at) => `Clause ${at}: you may use part ${at} of the service as long as you pay what is due for it.`,
	);
	const wednesday = new Date('2024-05-08T04:12:00Z');

	async function begin(): Promise<Place> {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', page(long.join('</p><p>')));
		await capture(place);
		return place;
	}

	test('holds back one that lost most of its words, and believes it a day later', async () => {
		const place = await begin();
		pages.set('/terms', page([...long.slice(0, 4), 'Read 7 times.'].join('</p><p>')));
		const [first] = await capture(place, { now: tuesday });
		assert.ok(first?.kind === 'held' && first.hold.code === 'lost');
		assert.equal(commits(place), 1);
		assert.equal(git(place, 'log', '-1', '--format=%s').trim(), 'Record status: 1 checked, 1 held');
		const entry = statusOf(place).agreements['Tern/Terms'];
		assert.equal(entry?.held?.code, 'lost');
		assert.equal(entry?.confirmed, monday.toISOString());

		// The same text, though a number in it has moved on.
		pages.set('/terms', page([...long.slice(0, 4), 'Read 8 times.'].join('</p><p>')));
		assert.deepEqual(kinds(await capture(place, { now: wednesday })), ['recorded']);
		const trailer = git(
			place,
			'log',
			'-1',
			'--format=%(trailers:key=X-accepted,valueonly)',
			newestVersion(place),
		);
		assert.match(trailer, /^by rule \(lost\), the same text since 2024-05-07\n/);
		assert.equal(statusOf(place).agreements['Tern/Terms']?.held, undefined);
	});

	test('forgets it where the recorded text is back', async () => {
		const place = await begin();
		pages.set('/terms', page(long.slice(0, 4).join('</p><p>')));
		await capture(place, { now: tuesday });
		pages.set('/terms', page(long.join('</p><p>')));
		assert.deepEqual(kinds(await capture(place, { now: wednesday })), ['unchanged']);
		assert.equal(statusOf(place).agreements['Tern/Terms']?.held, undefined);
	});

	test('holds back a text that it had until yesterday', async () => {
		const place = await begin();
		pages.set('/terms', page([...long, 'One more.'].join('</p><p>')));
		assert.deepEqual(kinds(await capture(place, { now: tuesday })), ['recorded']);
		pages.set('/terms', page(long.join('</p><p>')));
		const [outcome] = await capture(place, { now: wednesday });
		assert.ok(outcome?.kind === 'held' && outcome.hold.code === 'alternating');
	});

	test('holds back the text of another agreement of the platform', async () => {
		const place = await begin();
		const other = long.map((_, at) => `We keep record ${at} of your visits for a month and delete it then.`);
		declare(place, 'Tern', { Terms: terms('/terms'), Privacy: terms('/privacy') });
		pages.set('/privacy', page(other.join('</p><p>')));
		await capture(place);
		pages.set('/terms', page(other.join('</p><p>')));
		const [outcome] = await capture(place, { now: tuesday, agreement: 'Terms' });
		assert.ok(outcome?.kind === 'held' && outcome.hold.code === 'foreign');
		assert.match(outcome.detail, /Privacy/);
	});

	test('records none that differs at each fetch, and one whose links alone do', async () => {
		const place = makePlace();
		const answers = (mark: () => string) =>
			createServer((_, response) => {
				response.writeHead(200, { 'content-type': 'text/html' }).end(page(long.join('</p><p>') + mark()));
			});
		let count = 0;
		const [restless, linked] = await Promise.all(
			[answers(() => `Read ${++count} times.`), answers(() => `<a href="/?${++count}">more</a>`)].map(listen),
		);
		declare(place, 'Tern', {
			Restless: { fetch: restless?.address, select: 'main' },
			Linked: { fetch: linked?.address, select: 'main' },
		});
		const outcomes = await capture(place);
		assert.deepEqual(kinds(outcomes), ['held', 'recorded']);
		assert.ok(outcomes[0]?.kind === 'held' && outcomes[0].hold.code === 'unsteady');
		assert.deepEqual(kinds(await capture(place, { now: tuesday })), ['held', 'unchanged']);
		for (const each of [restless, linked]) each?.close();
	});

	test('records a text that only a person can believe once that person did', async () => {
		const place = await begin();
		const other = long.map((_, at) => `We keep record ${at} of your visits for a month and delete it then.`);
		declare(place, 'Tern', { Terms: terms('/terms'), Privacy: terms('/privacy') });
		pages.set('/privacy', page(other.join('</p><p>')));
		await capture(place);
		pages.set('/terms', page([...other, 'Read 7 times.'].join('</p><p>')));
		const asked = { directory: place.directory, platform: 'Tern', agreement: 'Terms', now: tuesday };
		await assert.rejects(acceptHeld(asked), /nothing is held of Tern › Terms/);
		await capture(place, { now: tuesday });
		assert.equal((await acceptHeld({ ...asked, note: 'one text for both' })).code, 'foreign');
		pages.set('/terms', page([...other, 'Read 8 times.'].join('</p><p>')));
		const outcomes = await capture(place, { now: wednesday, agreement: 'Terms' });
		assert.deepEqual(kinds(outcomes), ['recorded']);
		const { evidence } = parseMessage(git(place, 'log', '-1', '--format=%B', newestVersion(place)));
		assert.equal(evidence.accepted, 'by hand on 2024-05-07 (foreign): one text for both');
		assert.equal(statusOf(place).agreements['Tern/Terms']?.accepted, undefined);
	});

	test('counts failures and keeps what stands', async () => {
		const place = await begin();
		pages.set('/terms', 503);
		for (const now of [tuesday, wednesday]) await capture(place, { now });
		const entry = statusOf(place).agreements['Tern/Terms'];
		assert.equal(entry?.failures, 2);
		assert.equal(entry?.failing?.since, tuesday.toISOString());
		assert.match(entry?.failing?.reason ?? '', /503/);
		assert.equal(entry?.recorded, monday.toISOString());
	});
});

async function listen(server: Server): Promise<{ address: string; close: () => void }> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return { address, close: () => server.close() };
}

describe('a killed run', () => {
	test('leaves an archive that the next run completes', async () => {
		const place = makePlace();
		const names = Array.from({ length: 12 }, (_, at) => `Terms ${at}`);
		declare(place, 'Tern', Object.fromEntries(names.map((name, at) => [name, terms(`/${at}`)])));
		for (let round = 0; round < 6; round++) {
			for (const at of names.keys()) pages.set(`/${at}`, page(`${clause} Round ${round}.`));
			const child = startCapture(place);
			// Asked for at once: a run that is done before it is killed tells so only once.
			const closed = once(child, 'close');
			await sleep(250 + round * 120);
			child.kill('SIGKILL');
			await closed;
			await settleGit(place);
		}
		await capture(place);
		git(place, 'fsck', '--strict');
		assert.deepEqual(
			kinds(await capture(place)),
			names.map(() => 'unchanged'),
		);
		assert.equal(git(place, 'status', '--porcelain', '--', 'archive/versions', 'archive/snapshots'), '');
		const touched = git(place, 'log', '--format=%x00', '--name-only').split('\0').slice(1);
		for (const files of touched.map((names) => names.trim().split('\n'))) {
			const isStatus = files[0] === 'archive/status.json';
			assert.equal(files.length, isStatus ? 1 : 2);
		}
	});

	test('between a commit and the working tree is completed first', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms') });
		pages.set('/terms', page(clause));
		await capture(place);
		const version = path.join(place.directory, 'versions/Tern/Terms.md');
		const text = readFileSync(version, 'utf8');
		writeFileSync(version, 'An older text.\n');
		writeFileSync(
			path.join(place.repository, '.git/clausetrail-recording'),
			'archive/versions/Tern/Terms.md\0archive/snap',
		);
		pages.set('/terms', 503);
		await capture(place);
		assert.equal(readFileSync(version, 'utf8'), text);
		assert.ok(!existsSync(path.join(place.repository, '.git/clausetrail-recording')));
	});
});

function startCapture(place: Place): ChildProcess {
	const script = path.join(root, 'scripts', 'capture.ts');
	const args = [script, '--archive', place.directory, '--now', '2024-05-06T04:12:00Z'];
	const { http_proxy, HTTP_PROXY, ...env } = process.env;
	return spawn(process.execPath, args, { stdio: 'ignore', env });
}

/** A git process that outlives its killed parent ends by itself; its locks are gone then. */
async function settleGit(place: Place): Promise<void> {
	const locks = ['index.lock', 'HEAD.lock', 'refs/heads/main.lock'].map((name) =>
		path.join(place.repository, '.git', name),
	);
	for (let tries = 0; tries < 50 && locks.some((lock) => existsSync(lock)); tries++) await sleep(20);
	await sleep(20);
}

describe('npm run capture', () => {
	function run(place: Place, ...args: string[]): Promise<{ status: number | null; out: string }> {
		const child = spawn(
			process.execPath,
			[path.join(root, 'scripts', 'capture.ts'), '--archive', place.directory, ...args],
			{
				env: { ...process.env, http_proxy: '', HTTP_PROXY: '' },
			},
		);
		let out = '';
		child.stdout.on('data', (chunk: Buffer) => (out += chunk));
		child.stderr.on('data', (chunk: Buffer) => (out += chunk));
		return new Promise((resolve) => child.once('close', (status) => resolve({ status, out })));
	}

	test('ends with a table and says by its exit code how it went', async () => {
		const place = makePlace();
		declare(place, 'Tern', { Terms: terms('/terms'), Gone: terms('/gone') });
		pages.set('/terms', page(clause));
		const first = await run(place, '--now', '2024-05-06');
		assert.equal(first.status, 1);
		assert.match(first.out, /recorded {2}Tern › Terms {2}first record [0-9a-f]{10}\n/);
		assert.match(
			first.out,
			/failed {4}Tern › Gone {3}the server answered with status 404\n.*\/gone\n.*declaration\.\n/,
		);
		assert.match(first.out, /1 recorded, 0 unchanged, 0 held, 1 failed\n$/);
		assert.equal((await run(place, '--agreement', 'Terms')).status, 0);
		assert.equal(commits(place), 1);
	});

	for (const args of [
		['--now', 'yesterday'],
		['--now', '2024-13-01'],
		['--nonsense'],
		['--platform', 'Nobody'],
	]) {
		test(`ends with 2 where it cannot run: ${args.join(' ')}`, async () => {
			const place = makePlace();
			declare(place, 'Tern', { Terms: terms('/terms') });
			const { status, out } = await run(place, ...args);
			assert.equal(status, 2);
			assert.ok(out.includes(args.at(-1) as string) && !out.includes(' at '));
		});
	}
});
