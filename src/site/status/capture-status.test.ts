import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Archive } from '../../model/archive.ts';
import type { Retirement } from '../../model/retirement.ts';
import type { AgreementStatus } from '../../model/status.ts';
import { type ArchiveSketch, sampleArchive } from '../../samples/sample-archive.ts';
import { ageKey, agreementKey } from '../page-keys.ts';
import { noticeOf, statusLines } from './capture-status.ts';
import { standingOf } from './retirement.ts';
import { ageInWords, viewStatus } from './status-page.ts';

const now = '2024-02-20T04:12:00.000Z';
const fine: AgreementStatus = { checked: now, confirmed: now, failures: 0 };
const held = {
	since: '2024-02-18T04:12:00.000Z',
	last: now,
	times: 3,
	code: 'lost',
	reason: 'only 21 % of the recorded text is left on the page',
	letters: 'a'.repeat(64),
};
const failing = {
	since: '2024-02-16T04:12:00.000Z',
	code: 'status',
	reason: 'the server answered 503.',
	remedy: '',
};
const sketch: ArchiveSketch = { Tern: { Terms: ['# Terms', '# Terms\n\nYou pay.'] } };

/** The agreement Tern › Terms, of February 2024, with this status; declared, and so are those of which only a status is given. */
function archiveWith(entry: AgreementStatus | undefined, others: Record<string, AgreementStatus> = {}) {
	const agreements = { ...(entry ? { 'Tern/Terms': entry } : {}), ...others };
	const declared = ['Tern/Terms', ...Object.keys(others)].map((key) => {
		const [platform = '', agreement = ''] = key.split('/');
		return { platform, agreement, source: 'https://tern.example/' };
	});
	const status = { format: 1, updated: now, agreements } as const;
	return { ...sampleArchive(sketch), status, declared } satisfies Archive;
}

/** Its one agreement is followed no longer. */
function retiredArchive(retired: Retirement): Archive {
	const archive = archiveWith(fine);
	const platforms = archive.platforms.map((platform) => ({
		...platform,
		agreements: platform.agreements.map((agreement) => ({ ...agreement, retired })),
	}));
	return { ...archive, platforms, declared: [] };
}

function notice(archive: Archive) {
	const [platform] = archive.platforms;
	const [agreement] = platform?.agreements ?? [];
	assert.ok(platform && agreement);
	return noticeOf(archive, platform, agreement);
}

function keys(archive: Archive) {
	const [platform] = archive.platforms;
	const [agreement] = platform?.agreements ?? [];
	assert.ok(platform && agreement);
	return [agreementKey(archive, platform, agreement), ageKey(archive, platform, agreement)];
}

describe('the notice on the page of an agreement', () => {
	test('is not there where the page showed the recorded text', () => {
		assert.equal(notice(archiveWith(fine)), null);
	});

	test('is not there where nobody wrote down how the captures went', () => {
		assert.equal(notice({ ...archiveWith(fine), status: null }), null);
	});

	test('says of a held text since when, why, and which text stands', () => {
		assert.deepEqual(notice(archiveWith({ ...fine, confirmed: '2024-02-17T04:12:00.000Z', held })), {
			head: 'Held back since 18 February 2024',
			words:
				'Only 21 % of the recorded text is left on the page. Nothing was recorded: the text of 1 February 2024 stands; its page last showed it on 17 February 2024.',
		});
	});

	test('says of failures how many there were, and of a first failure nothing of tries', () => {
		const many = notice(archiveWith({ checked: now, failures: 6, failing }));
		assert.equal(many?.head, 'Not captured since 16 February 2024');
		assert.equal(
			many.words,
			'The server answered 503. 6 tries since 16 February 2024. The text of 1 February 2024 stands.',
		);
		assert.doesNotMatch(notice(archiveWith({ checked: now, failures: 1, failing }))?.words ?? '', /tries/);
	});

	test('says where a person looked at it, and found that it is not the agreement', () => {
		const looked = { ...held, rejected: { on: '2024-02-20T09:00:00.000Z', by: 'tern' } };
		const { words = '' } = notice(archiveWith({ ...fine, held: looked })) ?? {};
		assert.match(
			words,
			/is left on the page\. Somebody looked at it on 20 February 2024: it is not the agreement\./,
		);
		assert.doesNotMatch(words, /tern/);
	});

	test('tells both where a held page failed afterwards', () => {
		const both = notice(archiveWith({ checked: now, failures: 2, held, failing }));
		assert.match(both?.words ?? '', /^Only 21 %.*The server answered 503\. 2 tries/);
	});

	test('says of one that is followed no longer until when it was, and why', () => {
		const retired = { day: '2024-02-10', why: 'The service was shut down' };
		assert.deepEqual(notice(retiredArchive(retired)), {
			head: 'Followed until 10 February 2024',
			words: 'The service was shut down. What its page says since then is not on record.',
		});
		assert.match(notice(retiredArchive({ ...retired, why: '' }))?.words ?? '', /^What its page says/);
	});

	test('tells of an agreement that was left out for days', () => {
		const passedOver = notice(archiveWith({ ...fine, checked: '2024-02-16T04:12:00.000Z' }));
		assert.equal(passedOver?.head, 'Not checked since 16 February 2024');
		assert.equal(notice(archiveWith({ ...fine, checked: '2024-02-18T04:12:00.000Z' })), null);
	});
});

describe('the key of a page', () => {
	test('holds the notice, and nothing that differs in each run', () => {
		const one = keys(archiveWith(fine));
		const later = keys(archiveWith({ ...fine, checked: '2024-02-20T10:17:00.000Z' }));
		const other = keys(archiveWith({ ...fine, held }));
		assert.deepEqual(later, one);
		assert.equal(other[0], one[0]);
		assert.notEqual(other[1], one[1]);
	});

	test('holds that the agreement is followed no longer, which every page of it says', () => {
		const [before, after] = [keys(archiveWith(fine)), keys(retiredArchive({ day: '2024-02-10', why: '' }))];
		assert.ok(before.every((key, at) => key !== after[at]));
	});
});

describe('the status page', () => {
	test('puts what is not fine first, and counts it', () => {
		const archive = archiveWith(
			{ ...fine, held },
			{ 'Auk/Terms': { checked: now, failures: 1, failing }, 'Gull/Terms': fine },
		);
		const view = viewStatus(archive);
		assert.equal(view.headline, '0 of 3 agreements are fine');
		assert.match(view.summary, /^1 is held back, .*\. 2 were never captured\.$/);
		assert.deepEqual(
			view.troubled.map(({ state, platform }) => [state, platform]),
			[
				['held', 'Tern'],
				['never', 'Auk'],
				['never', 'Gull'],
			],
		);
		assert.equal(view.troubled[1]?.cause, 'The server answered 503.');
		assert.deepEqual(view.settled, []);
	});

	test('is glad where all is fine', () => {
		const view = viewStatus(archiveWith(fine));
		assert.equal(view.headline, 'The one agreement is fine');
		assert.equal(view.checked, now);
		assert.equal(view.settled[0]?.[0], 'Tern');
	});

	test('tells what is followed no longer, and counts it among nothing that should be fine', () => {
		const archive = retiredArchive({ day: '2024-02-10', why: '' });
		const view = viewStatus(archive);
		assert.equal(view.summary, '1 is followed no longer.');
		assert.deepEqual(view.troubled, []);
		const [line] = view.settled[0]?.[1] ?? [];
		assert.deepEqual([line?.state, line?.since], ['ended', '2024-02-10T00:00:00.000Z']);
		const [platform] = archive.platforms;
		assert.equal(platform && standingOf(platform), 'Followed until 10 February 2024');
	});

	test('says of a foreign archive that nothing is known but the last version', () => {
		const view = viewStatus(sampleArchive(sketch));
		assert.equal(view.headline, 'No check is on record');
		assert.match(view.summary, /^This archive says nothing of its captures\./);
		assert.deepEqual([view.troubled, view.checked], [[], null]);
		assert.equal(statusLines(sampleArchive(sketch))[0]?.state, 'unknown');
	});

	test('counts days up to the newest check', () => {
		assert.equal(ageInWords('2024-02-16T05:12:00.000Z', now), '3 days');
		assert.equal(ageInWords('2024-02-19T04:12:00.000Z', now), '1 day');
		assert.equal(ageInWords('2024-02-20T01:12:00.000Z', now), 'today');
		assert.equal(ageInWords(null, now), '');
	});
});
