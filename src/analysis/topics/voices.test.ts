import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';

const trains = 'We may train models on what you write to us.';
const never = 'We never train models on what you write to us.';

describe('how platforms put their side', () => {
	test('is kept for each side once a platform, in the order of the sides, with place and day', () => {
		const archive = sampleArchive(
			{ Auk: { Terms: [never] }, Gull: { Terms: ['', `3. ${trains}`], 'Privacy Policy': [trains] } },
			[sidedTopic],
		);
		const [first, second, ...others] = archive.voices.get('training') ?? [];
		assert.deepEqual([first?.stance, first?.platform.name, others.length], ['trains', 'Gull', 0]);
		assert.deepEqual([second?.stance, second?.quote, second?.since], ['does-not', never, '2024-01-01']);
	});

	test('is of six platforms a side, and stays the same where a seventh comes with newer words', () => {
		const names = ['A', 'B', 'C', 'D', 'E', 'F'];
		const six = Object.fromEntries(names.map((name) => [name, { Terms: [trains] }]));
		const newest = { '0': { Terms: ['You pay for what you order.', trains] } };
		const before = sampleArchive(six, [sidedTopic]).voices.get('training');
		const after = sampleArchive({ ...newest, ...six }, [sidedTopic]).voices.get('training');
		assert.equal(before?.length, 6);
		assert.deepEqual(after, before);
	});

	test('is not told by a text of which most may be missing, nor by a sentence that is slow to come to its point', () => {
		const rest = Array.from(
			{ length: 30 },
			(_, at) => `You keep all rights in what you write on page ${at} here.`,
		);
		const lost = [[trains, ...rest].join('\n\n'), trains];
		const slow = `${'Of all that we do for you and for others in the course of a year, '.repeat(5)}${trains}`;
		const archive = sampleArchive({ Auk: { Terms: lost }, Gull: { Terms: [slow] } }, [sidedTopic]);
		assert.deepEqual(archive.voices.get('training'), []);
	});
});
