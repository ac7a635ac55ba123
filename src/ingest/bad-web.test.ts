/** A whole web that was as it should be yesterday and answers badly today: no version comes of it. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { badAnswers, badPages, goodPage } from '../../scripts/fault-web/answers.ts';
import { type FaultWeb, startFaultWeb } from '../../scripts/fault-web/start.ts';
import { git } from '../archive/git.ts';
import { systemClock } from '../capture/politeness/clock.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { captureCollection } from './capture-collection.ts';
import type { Outcome } from './outcome.ts';

/** Without those that take the whole time that a page is given. */
const names = [...Object.keys(badAnswers), ...Object.keys(badPages)].filter(
	(name) => !['silent', 'slow drip'].includes(name),
);
const clock = { ...systemClock, sleep: async () => {} };

let web: FaultWeb;
let directory = '';
const outcomes: Outcome[] = [];
before(async () => {
	web = await startFaultWeb();
	directory = temporaryFolder();
	await git(directory, ['init', '--quiet', '--initial-branch=main']);
	await declareAll();
	for (const name of names)
		web.set(name, (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(goodPage));
	const first = await captureOn('2024-05-06T04:12:00Z');
	assert.deepEqual(new Set(first.map(({ kind }) => kind)), new Set(['recorded']));
	for (const name of names) web.unset(name);
	outcomes.push(...(await captureOn('2024-05-07T04:12:00Z')));
});
after(async () => {
	await web.close();
});

/** Each on a host of its own, so that what one server asks for does not hide what another answers. */
async function declareAll(): Promise<void> {
	await mkdir(path.join(directory, 'declarations'));
	await writeFile(path.join(directory, 'collection.yml'), 'delay: 0\ncontact: mail@tern.net\n');
	const rules = { select: 'main', executeClientScripts: false };
	const terms = names.map((name, at) => [
		name,
		{ fetch: `http://host-${at}.example/${encodeURIComponent(name)}`, ...rules },
	]);
	const declaration = { name: 'Tern', terms: Object.fromEntries(terms) };
	await writeFile(path.join(directory, 'declarations', 'Tern.json'), JSON.stringify(declaration));
}

function captureOn(day: string): Promise<readonly Outcome[]> {
	return captureCollection({ directory, now: new Date(day), mode: 'record', proxy: web.origin, clock });
}

describe('a bad answer in place of an agreement', () => {
	for (const [at, name] of names.entries()) {
		test(`is named and not recorded: ${name}`, () => {
			const outcome = outcomes[at];
			assert.equal(outcome?.agreement, name);
			assert.ok(outcome.kind === 'failed' || outcome.kind === 'held', `${outcome.kind}: ${outcome.detail}`);
			const code =
				outcome.kind === 'failed' ? 'code' in outcome.fault && outcome.fault.code : outcome.hold.code;
			assert.ok(typeof code === 'string' && outcome.detail.length > 10, outcome.detail);
		});
	}

	test('leaves every text as it was recorded', async () => {
		const versions = await git(directory, ['log', '--format=%H', '--', 'versions']);
		assert.equal(versions.trim().split('\n').length, names.length);
		await git(directory, ['fsck', '--strict']);
	});
});
