import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { readDecisions } from '../archive/decisions.ts';
import { formatStatus } from '../archive/status-file.ts';
import { planIssues } from '../ingest/plan-issues.ts';
import type { Status } from '../model/status.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { decideFromEvent, type Reply } from './decide-from-event.ts';
import { readAnswer } from './issue-answer.ts';

const now = new Date('2026-06-16T04:12:00.000Z');
const at = now.toISOString();
const letters = 'a'.repeat(64);

/** @param shown hash of the held text */
function statusWith(shown: string): Status {
	const held = { since: at, last: at, times: 9, code: 'lost', reason: 'Most is gone.', letters: shown };
	const page = { address: 'https://tern.example/terms', differs: ['+ ``` @all'] };
	const entry = { checked: at, failures: 0, held: { ...held, ...page } };
	return { format: 1, updated: at, agreements: { 'Tern & Co/Terms of Service': entry } };
}

let archive: TemporaryRepository;
beforeEach(() => {
	archive = makeTemporaryRepository();
	archive.write('collection.yml', '');
	archive.write('status.json', formatStatus(statusWith(letters)));
	archive.commit('Begin', at);
});
afterEach(() => archive.remove());

/** Of the issue that a capture opened of that status. */
function comment(body: string, status = statusWith(letters)): unknown {
	const [step] = planIssues(status, new Map(), [], 1);
	const issue = { number: 1, body: step?.kind === 'open' ? step.body : '' };
	return { action: 'created', issue, comment: { body, user: { login: 'gull' } } };
}

function form(inputs: Readonly<Record<string, string>>): unknown {
	const named = { platform: 'Tern & Co', agreement: 'Terms of Service', decision: 'accept' };
	return { inputs: { ...named, ...inputs }, sender: { login: 'gull' } };
}

function decide(event: unknown): Promise<Reply> {
	return decideFromEvent(archive.directory, event, now);
}

async function decided() {
	return (await readDecisions(archive.directory)).decisions.get('Tern & Co/Terms of Service') ?? [];
}

describe('a comment', () => {
	test('accepts the text that its issue shows, in a commit of its own file alone', async () => {
		const { words, closes } = await decide(comment('/accept they rewrote it\n\nSee their blog.'));
		assert.match(words, /^Accepted: `Tern & Co › Terms of Service` \(text `aaaaaaaaaaaa`\), as `gull` says/);
		assert.equal(closes, false);
		const told = { letters, decision: 'accept', by: 'gull', on: at, note: 'they rewrote it' };
		assert.deepEqual(await decided(), [told]);
		const files = archive.git('show', '--format=%s', '--name-only', 'HEAD').split('\n').filter(Boolean);
		assert.deepEqual(files, [
			'Accept held text of Tern & Co Terms of Service',
			'decisions/Tern & Co/Terms of Service.json',
		]);
	});

	test('rejects it, which closes the issue, and may take that back', async () => {
		const rejected = await decide(comment('/reject'));
		assert.match(rejected.words, /^Rejected: .*recorded at no time/);
		assert.equal(rejected.closes, true);
		await decide(comment('/accept'));
		assert.deepEqual(
			(await decided()).map(({ decision }) => decision),
			['accept'],
		);
	});

	test('that says the same twice changes nothing', async () => {
		await decide(comment('/accept'));
		const before = archive.git('rev-parse', 'HEAD');
		assert.equal((await decide(comment('/accept'))).isDecided, true);
		assert.equal(archive.git('rev-parse', 'HEAD'), before);
	});

	test('on a text that is held no longer decides nothing, and shows the one that is', async () => {
		archive.write('status.json', formatStatus(statusWith('b'.repeat(64))));
		archive.commit('Record status', at);
		const { words, isDecided } = await decide(comment('/accept'));
		assert.equal(isDecided, false);
		assert.match(words, /shows another text by now.*\n.*bbbbbbbbbbbb.*\nMost is gone\.\nAddress: https:/);
		assert.equal(words.split('\n').filter((line) => line.startsWith('```')).length, 2);
		assert.deepEqual(await decided(), []);
	});

	test('on an agreement that is captured again decides nothing, and says so', async () => {
		archive.write('status.json', formatStatus({ ...statusWith(letters), agreements: {} }));
		archive.commit('Record status', at);
		assert.match((await decide(comment('/accept'))).words, /nothing is held of Tern & Co/);
	});

	test('in an issue that shows no text decides nothing', async () => {
		const failing = { since: at, code: 'x', reason: 'x', remedy: 'x' };
		const status: Status = {
			...statusWith(letters),
			agreements: { 'Tern & Co/Terms of Service': { checked: at, failures: 9, failing } },
		};
		assert.match((await decide(comment('/accept', status))).words, /shows no text that is held/);
	});
});

describe('the form', () => {
	test('decides on what is held now, or on the text that it names', async () => {
		assert.equal((await decide(form({ text: 'bbbb' }))).isDecided, false);
		assert.equal((await decide(form({ text: 'aaaa', note: '' }))).isDecided, true);
		assert.deepEqual(await decided(), [{ letters, decision: 'accept', by: 'gull', on: at }]);
	});

	test('that is filled in wrong says what is held', async () => {
		assert.match((await decide(form({ platform: 'Auk' }))).words, /nothing is held of Auk.*\nHeld are: Tern/);
		assert.match((await decide(form({ decision: 'maybe' }))).words, /Nothing was decided/);
	});
});

test('an answer is the first line that begins so, and nothing else', () => {
	assert.deepEqual(readAnswer('/accept'), { decision: 'accept' });
	assert.deepEqual(readAnswer('\n/reject  a cookie wall \r\nmore'), {
		decision: 'reject',
		note: 'a cookie wall',
	});
	for (const other of ['/acceptable', 'I would /accept', '> /accept', '/ACCEPT', '', '/accept-not'])
		assert.equal(readAnswer(other), null, other);
});

test('whatever a comment says, it is read as words: one line, bounded, with nothing hidden', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (rest) => {
			const { note = '' } = readAnswer(`/accept ${rest}`) ?? {};
			assert.ok(note.length <= 510 && !/[\p{Cc}\u202e]/u.test(note));
		}),
	);
});
