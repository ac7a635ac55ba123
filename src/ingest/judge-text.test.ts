import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { readDecisions } from '../archive/decisions.ts';
import { parseMessage } from '../archive/message.ts';
import { type PageWeb, type SetPage, startPageWeb } from '../samples/page-web.ts';
import { capture, kindsOf } from '../samples/sample-capture.ts';
import {
	clauses,
	makeCollection,
	monday,
	pageOf,
	type SampleCollection,
	tuesday,
	wednesday,
} from '../samples/sample-collection.ts';
import { decideHeld } from './decide-held.ts';

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

const decision = { decision: 'accept', platform: 'Tern' } as const;

/** Of another agreement. */
const other = clauses.map(
	(_, at) => `We may keep record ${at} of your visits for a month and must delete it then.`,
);

test('a first text that may be no agreement is held, by no time believed, and recorded once a person accepted it', async () => {
	const imprint = ['Imprint', 'Tern Ltd, Quay Street 4, Galway. Director: Ann Byrne. VAT number IE1234567X.'];
	place.declare('Tern', { Imprint: web.terms('/imprint') });
	web.pages.set('/imprint', pageOf(...imprint));
	for (const now of [monday, wednesday]) {
		const [outcome] = await capture(place, { now });
		assert.ok(outcome?.kind === 'held' && outcome.hold.code === 'doubtful', outcome?.detail);
	}
	assert.equal(place.versions(), 0);
	const asked = { ...decision, directory: place.directory, agreement: 'Imprint', now: wednesday };
	assert.equal((await decideHeld(asked)).code, 'doubtful');
	assert.deepEqual(kindsOf(await capture(place, { now: wednesday })), ['recorded']);
	const { evidence } = parseMessage(place.git('log', '-1', '--format=%B', place.newestVersion()));
	assert.equal(evidence.accepted, 'by hand on 2024-05-08 (doubtful)');
	assert.deepEqual(kindsOf(await capture(place, { now: wednesday })), ['unchanged']);
});

describe('a run that meets another text', () => {
	beforeEach(async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', pageOf(...clauses));
		await capture(place);
	});

	test('holds back one that lost most of its words, and believes it a day later', async () => {
		web.pages.set('/terms', pageOf('Terms', ...clauses.slice(0, 8), 'Read 7 times.'));
		const [first] = await capture(place, { now: tuesday });
		assert.ok(first?.kind === 'held' && first.hold.code === 'lost');
		assert.equal(place.versions(), 1);
		assert.equal(place.git('log', '-1', '--format=%s').trim(), 'Record status: 1 checked, 1 held');
		const entry = place.status().agreements['Tern/Terms'];
		assert.equal(entry?.held?.code, 'lost');
		assert.equal(entry?.confirmed, monday.toISOString());

		// The same text, though a number in it has moved on.
		web.pages.set('/terms', pageOf('Terms', ...clauses.slice(0, 8), 'Read 8 times.'));
		assert.deepEqual(kindsOf(await capture(place, { now: wednesday })), ['recorded']);
		const trailer = place.git(
			'log',
			'-1',
			'--format=%(trailers:key=X-accepted,valueonly)',
			place.newestVersion(),
		);
		assert.match(trailer, /^by rule \(lost\), the same text since 2024-05-07\n/);
		assert.equal(place.status().agreements['Tern/Terms']?.held, undefined);
	});

	test('forgets it where the recorded text is back', async () => {
		web.pages.set('/terms', pageOf(...clauses.slice(0, 4)));
		await capture(place, { now: tuesday });
		web.pages.set('/terms', pageOf(...clauses));
		assert.deepEqual(kindsOf(await capture(place, { now: wednesday })), ['unchanged']);
		assert.equal(place.status().agreements['Tern/Terms']?.held, undefined);
	});

	test('holds back a text that it had until yesterday', async () => {
		web.pages.set('/terms', pageOf(...clauses, 'One more.'));
		assert.deepEqual(kindsOf(await capture(place, { now: tuesday })), ['recorded']);
		web.pages.set('/terms', pageOf(...clauses));
		const [outcome] = await capture(place, { now: wednesday });
		assert.ok(outcome?.kind === 'held' && outcome.hold.code === 'alternating');
	});

	test('holds back the text of another agreement of the platform', async () => {
		place.declare('Tern', { Terms: web.terms('/terms'), Privacy: web.terms('/privacy') });
		web.pages.set('/privacy', pageOf(...other));
		await capture(place);
		web.pages.set('/terms', pageOf(...other));
		const [outcome] = await capture(place, { now: tuesday, agreement: 'Terms' });
		assert.ok(outcome?.kind === 'held' && outcome.hold.code === 'foreign');
		assert.match(outcome.detail, /Privacy/);
	});

	test('records none that differs at each fetch, and one whose links alone do', async () => {
		let count = 0;
		const showing =
			(mark: () => string): SetPage =>
			(response) =>
				response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(...clauses, mark()));
		web.pages.set(
			'/restless',
			showing(() => `Read ${++count} times.`),
		);
		web.pages.set(
			'/linked',
			showing(() => `<a href="/?${++count}">more</a>`),
		);
		place.declare('Gull', { Restless: web.terms('/restless'), Linked: web.terms('/linked') });
		const outcomes = await capture(place, { platform: 'Gull' });
		assert.deepEqual(kindsOf(outcomes), ['held', 'recorded']);
		assert.ok(outcomes[0]?.kind === 'held' && outcomes[0].hold.code === 'unsteady');
		const again = await capture(place, { platform: 'Gull', now: tuesday });
		assert.deepEqual(kindsOf(again), ['held', 'unchanged']);
	});

	test('records a text that only a person can believe once that person did', async () => {
		place.declare('Tern', { Terms: web.terms('/terms'), Privacy: web.terms('/privacy') });
		web.pages.set('/privacy', pageOf(...other));
		await capture(place);
		web.pages.set('/terms', pageOf(...other, 'Read 7 times.'));
		const asked = { ...decision, directory: place.directory, agreement: 'Terms', now: tuesday };
		await assert.rejects(decideHeld(asked), /nothing is held of Tern › Terms/);
		await capture(place, { now: tuesday });
		assert.equal((await decideHeld({ ...asked, note: 'one text for both' })).code, 'foreign');
		web.pages.set('/terms', pageOf(...other, 'Read 8 times.'));
		const outcomes = await capture(place, { now: wednesday, agreement: 'Terms' });
		assert.deepEqual(kindsOf(outcomes), ['recorded']);
		const { evidence } = parseMessage(place.git('log', '-1', '--format=%B', place.newestVersion()));
		assert.equal(evidence.accepted, 'by hand on 2024-05-07 (foreign): one text for both');
		assert.deepEqual((await readDecisions(place.directory)).decisions, new Map());
		assert.equal(place.git('status', '--porcelain', '--', 'archive/decisions'), '');
	});

	test('never records one that a person rejected, and judges the next one anew', async () => {
		web.pages.set('/terms', pageOf('Terms', ...clauses.slice(0, 8)));
		await capture(place, { now: tuesday });
		const asked = { ...decision, directory: place.directory, agreement: 'Terms', now: tuesday };
		const { letters } = await decideHeld({ ...asked, decision: 'reject', by: 'tern' });
		const [outcome] = await capture(place, { now: wednesday });
		assert.match(outcome?.kind === 'held' ? outcome.detail : '', /; rejected on 2024-05-07$/);
		const entry = place.status().agreements['Tern/Terms'];
		assert.deepEqual(entry?.held?.rejected, { on: tuesday.toISOString(), by: 'tern' });
		const text = letters.slice(0, 12);
		web.pages.set('/terms', pageOf('Terms', ...other.slice(0, 8)));
		await capture(place, { now: wednesday });
		assert.equal(place.status().agreements['Tern/Terms']?.held?.rejected, undefined);
		await assert.rejects(decideHeld({ ...asked, text }), /shows another text by now/);
		assert.equal((await readDecisions(place.directory)).decisions.get('Tern/Terms')?.length, 1);
	});

	test('goes on where a file of decisions is broken, which costs itself alone', async () => {
		const file = path.join(place.directory, 'decisions', 'Tern', 'Terms.json');
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, '{"format":1,"decisions":[{"decision":"maybe"}]}');
		const warnings: string[] = [];
		await capture(place, { now: tuesday, onWarning: ({ message }) => void warnings.push(message) });
		assert.equal(warnings.length, 1);
		assert.match(warnings[0] ?? '', /Tern\/Terms\.json: .*decision.*\n.*delete it/);
	});

	test('counts failures and keeps what stands', async () => {
		web.pages.set('/terms', 503);
		for (const now of [tuesday, wednesday]) await capture(place, { now });
		const entry = place.status().agreements['Tern/Terms'];
		assert.equal(entry?.failures, 2);
		assert.equal(entry?.failing?.since, tuesday.toISOString());
		assert.match(entry?.failing?.reason ?? '', /503/);
		assert.equal(entry?.recorded, monday.toISOString());
	});
});
