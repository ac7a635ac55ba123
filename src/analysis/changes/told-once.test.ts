/** Changes of the same sentences at several agreements are one event, whatever order they are looked at in. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Agreement, Entry } from '../../model/archive.ts';
import { type ArchiveSketch, sampleArchive } from '../../samples/sample-archive.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { eventsOf } from './told-once.ts';

const rest = Array.from(
	{ length: 12 },
	(_, at) => `Clause ${'abcdefghijkl'[at]} of this agreement says what clause ${at} has always said.`,
);
const before = 'We keep what you write for ninety days and delete it then.';
const after = 'We keep what you write for as long as the law lets us keep it.';

function text(...sentences: readonly string[]): string {
	return [...rest, ...sentences].join('\n\n');
}

/** The paths of each event's agreements, the leader first. */
function eventsIn(sketch: ArchiveSketch): string[][] {
	const { entries } = sampleArchive(sketch);
	const events = new Set(eventsOf(entries).values());
	return [...events].map((members) => members.map(({ agreement }) => agreement.path));
}

describe('one event', () => {
	test('is the same sentence changed at sister services, led by the first path of those fetched at once', () => {
		const change = { Terms: [text(before), text(after)] };
		assert.deepEqual(eventsIn({ Wren: change, Auk: change, Tern: { Terms: [text(before)] } }), [
			['Auk/Terms.md', 'Wren/Terms.md'],
		]);
	});

	test('is told of by services that each write their own name', () => {
		const named = (name: string) => [
			text(before),
			text(`${name} keeps it. Ask ${name} how long ${name} does.`),
		];
		assert.equal(eventsIn({ Wren: { Terms: named('Wren') }, Auk: { Terms: named('Auk') } }).length, 1);
	});

	test('is told of by a company and its services, which all write the name of the company', () => {
		const changed = [text(before), text('Wren keeps what you write. Wren says how long.', after)];
		assert.equal(eventsIn({ Wren: { Terms: changed }, 'Little Wren': { Terms: changed } }).length, 1);
	});

	test('is none where other sentences changed, or where one service says what another no longer says', () => {
		const other = text('You pay us within fourteen days of the day on which you order.');
		assert.deepEqual(
			eventsIn({ Wren: { Terms: [text(), text(after)] }, Auk: { Terms: [text(), other] } }),
			[],
		);
		assert.deepEqual(
			eventsIn({ Wren: { Terms: [text(), text(after)] }, Auk: { Terms: [text(after), text()] } }),
			[],
		);
	});
});

/** A prominent change of an agreement that brought these sentences. */
function changeOf(agreement: string, fetched: string, asWritten: readonly number[]): Entry {
	const change = sampleChange({ fetched, sentences: { asWritten, nameless: [] } });
	return { agreement: { path: agreement } as Agreement, change } as Entry;
}

test('an event ends two days after it began, and has an agreement once', () => {
	const entries = [
		changeOf('Auk/Terms.md', '2024-03-01T04:00:00Z', [1, 2, 3]),
		changeOf('Auk/Terms.md', '2024-03-02T04:00:00Z', [1, 2, 3]),
		changeOf('Wren/Terms.md', '2024-03-03T04:00:00Z', [1, 2, 3]),
		changeOf('Tern/Terms.md', '2024-03-03T04:00:01Z', [1, 2, 3]),
	] as const;
	const events = eventsOf(entries);
	assert.deepEqual(events.get(entries[0].change), [entries[0], entries[2]]);
	assert.deepEqual(events.get(entries[1].change), [entries[1], entries[3]]);
});

test('three of five sentences in common are an event, half of them are none', () => {
	const long = Array.from({ length: 60 }, (_, at) => at + 1);
	const one = changeOf('Auk/Terms.md', '2024-03-01T04:00:00Z', long);
	const most = changeOf('Wren/Terms.md', '2024-03-01T04:00:00Z', long.slice(0, 36));
	const half = changeOf('Wren/Terms.md', '2024-03-01T04:00:00Z', long.slice(0, 30));
	assert.equal(eventsOf([one, most]).size, 2);
	assert.equal(eventsOf([one, half]).size, 0);
});

test('events do not depend on the order of the entries', () => {
	const entry = fc
		.tuple(
			fc.constantFrom('Auk/Terms.md', 'Tern/Terms.md', 'Wren/Privacy.md', 'Wren/Terms.md'),
			fc.integer({ min: 1, max: 6 }),
			fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }),
		)
		.map(([path, day, keys]) => changeOf(path, `2024-03-0${day}T04:00:00Z`, keys.sort()));
	const place = ({ agreement, change }: Entry) => `${agreement.path} ${change.version.fetched}`;
	const told = (entries: readonly Entry[]) =>
		[...eventsOf(entries)]
			.map(([change, members]) => `${change.version.fetched}: ${members.map(place).join(', ')}`)
			.sort();
	fc.assert(
		fc.property(
			fc
				.uniqueArray(entry, { selector: place, maxLength: 12 })
				.chain((entries) =>
					fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
				),
			([entries, shuffled]) => assert.deepEqual(told(shuffled), told(entries)),
		),
	);
});
