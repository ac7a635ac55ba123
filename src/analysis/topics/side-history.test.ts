import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import { foundOn } from './findings-index.ts';
import { ownSide } from './own-side.ts';
import { type SideStart, sideStart } from './side-history.ts';

const trains = 'We may train models on what you write to us and to all others who read it here.';
const never = 'We never train models on what you write to us and to all others who read it here.';
const mentions = 'Training of models is a subject that we follow with care, as others of our trade do.';
const long = `In the course of all that we do for you and for others, by whichever of the ways that are told above and below, we may train machines on some of your letters and pictures.`;
const rest = Array.from(
	{ length: 6 },
	(_, at) =>
		`You keep all rights in what you write, on page ${'abcdef'[at]} of each book that you send to us.`,
);

function text(...clauses: readonly string[]): string {
	return [...clauses, ...rest].join('\n\n');
}

/** Versions a month apart from 2024-01-01 on. */
function startOf(agreements: Readonly<Record<string, readonly string[]>>): SideStart | null {
	const archive = sampleArchive({ Acme: agreements }, [sidedTopic]);
	const platform = archive.platforms[0] as Platform;
	const own = ownSide(platform, foundOn(archive, sidedTopic.id).get(platform)?.inForce ?? [], sidedTopic);
	return own === null ? null : sideStart(platform, own, sidedTopic);
}

function told(agreements: Readonly<Record<string, readonly string[]>>): unknown[] {
	const start = startOf(agreements);
	return [
		start?.agreement.name,
		start?.change.version.fetched.slice(0, 7),
		start?.proof,
		start?.before?.id ?? null,
	];
}

describe('a platform takes its side', () => {
	test('since the change that brought it in, however its clause was reworded, cut or moved since', () => {
		const later = trains.replace('may train', 'may now train');
		const texts = [text(), text(trains), text('A new preamble stands here.', trains), text(later)];
		assert.deepEqual(told({ Terms: texts }), ['Terms', '2024-02', 'change', null]);
	});

	test('at least since the first record, where that shows it', () => {
		assert.deepEqual(told({ Terms: [text(trains), text(trains, mentions)] }), [
			'Terms',
			'2024-01',
			'record',
			null,
		]);
	});

	test('since another agreement said so, where the one goes on where the other left off', () => {
		const agreements = {
			Terms: [text(), text(trains), text(trains), text()],
			'Privacy Policy': [text(), text(), text(trains), text(trains)],
		};
		assert.deepEqual(told(agreements), ['Terms', '2024-02', 'change', null]);
	});

	test('not since before a time in which nothing said so', () => {
		const texts = [text(trains), text(), text(), text(), text(trains)];
		assert.deepEqual(told({ Terms: texts }), ['Terms', '2024-05', 'change', null]);
	});

	test('through a notice in its place, or another language, however long', () => {
		const texts = [text(trains), text(trains, mentions), 'This page is about to move.', text(trains)];
		assert.deepEqual(told({ Terms: texts }), ['Terms', '2024-01', 'record', null]);
	});

	test('in place of the one that it took until then', () => {
		assert.deepEqual(told({ Terms: [text(never), text(never), text(trains)] }), [
			'Terms',
			'2024-03',
			'change',
			'does-not',
		]);
	});

	test('in place of none, where the former side stands elsewhere still', () => {
		const agreements = { Terms: [text(never), text(trains)], 'Privacy Policy': [text(never), text(never)] };
		assert.deepEqual(told(agreements), ['Terms', '2024-02', 'change', null]);
	});

	test('in these words alone, where a clause before was on the topic and its side is not proven', () => {
		const unclear = trains.replace('We may train', 'Training happens');
		assert.deepEqual(told({ Terms: [text(unclear), text(trains)] }), ['Terms', '2024-02', 'words', null]);
	});

	test('in these words alone, where a long sentence may have said so before', () => {
		assert.deepEqual(told({ Terms: [text(), text(long), text(long, trains)] }), [
			'Terms',
			'2024-03',
			'words',
			null,
		]);
	});

	test('again, where it took it before and another in between', () => {
		const texts = [text(trains), text(never), text(never), text(trains)];
		const start = startOf({ Terms: texts });
		assert.deepEqual([start?.change.version.fetched.slice(0, 7), start?.again], ['2024-04', true]);
		assert.equal(startOf({ Terms: [text(never), text(never), text(trains)] })?.again, false);
	});

	test('beside the day since which a long sentence may have said so', () => {
		const start = startOf({ Terms: [text(), text(long), text(long, trains)] });
		assert.equal(start?.older?.change.version.fetched.slice(0, 7), '2024-02');
		assert.equal(startOf({ Terms: [text(), text(trains)] })?.older, null);
	});

	test('by what everybody agrees to, where that says so', () => {
		const agreements = { 'Developer Terms': [text(trains), text(trains)], Terms: [text(), text(trains)] };
		assert.deepEqual(told(agreements), ['Terms', '2024-02', 'change', null]);
	});

	test('never later than the clause that shows it began to say so, and never with a side that stands today', () => {
		const clauses = fc.subarray([trains, never, mentions, long]);
		const texts = fc.array(clauses, { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(texts, texts, (terms, policy) => {
				const drawn = {
					Terms: terms.map((own) => text(...own)),
					'Privacy Policy': policy.map((own) => text(...own)),
				};
				const start = startOf(drawn);
				if (start === null) return;
				const archive = sampleArchive({ Acme: drawn }, [sidedTopic]);
				const inForce = [...foundOn(archive, sidedTopic.id).values()].flatMap((each) => each.inForce);
				const standing = new Set(inForce.map(({ finding }) => finding.stance));
				assert.ok(start.before === null || !standing.has(start.before.id));
				const own = ownSide(archive.platforms[0] as Platform, inForce, sidedTopic);
				if (own === null) return;
				const { agreement, finding } = own.best;
				assert.ok(start.change.version.fetched <= (agreement.versions[finding.since]?.fetched ?? ''));
			}),
			{ numRuns: 60 },
		);
	});
});
