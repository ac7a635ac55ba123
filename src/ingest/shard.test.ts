import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { summariseOutcomes } from '../../scripts/report/outcome-summary.ts';
import { CaptureFault } from '../capture/capture-fault.ts';
import type { Outcome } from './outcome.ts';
import { inShard, parseShard } from './shard.ts';

describe('shards', () => {
	test('put every platform into exactly one of them', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (platform, of) => {
				const numbers = Array.from({ length: of }, (_, at) => at + 1);
				assert.equal(numbers.filter((number) => inShard(platform, { number, of })).length, 1);
			}),
		);
	});

	test('stay as they are from machine to machine', () => {
		const names = ['Versolette', 'Ostlery', 'Pellmell', 'Tallybird', 'Gannetry Cloud', 'Hafenblick'];
		assert.deepEqual(
			names.filter((name) => inShard(name, { number: 1, of: 2 })),
			['Versolette', 'Ostlery', 'Tallybird', 'Hafenblick'],
		);
	});

	test('are written as number and count, and as nothing else', () => {
		assert.deepEqual(parseShard('2/4'), { number: 2, of: 4 });
		for (const wrong of ['', '0/4', '5/4', '1', '1/0', '1/4/2', '-1/4', ' 1/4'])
			assert.throws(() => parseShard(wrong), /is no shard/);
	});
});

describe('the summary of a run', () => {
	const named = { platform: 'Tern', agreement: 'Terms' };
	const outcomes: readonly Outcome[] = [
		{ kind: 'unchanged', ...named, detail: 'text as recorded' },
		{ kind: 'recorded', ...named, detail: 'changed 0123456789', change: 'change', commit: '0123456789' },
		{
			kind: 'failed',
			...named,
			detail: 'it says "a | b" <b>@all</b> [x](http://evil.example)',
			fault: new CaptureFault('page-gone', 'https://tern.example/', { status: 404, wait: null }),
		},
	];

	test('counts everything and tells of each agreement that was recorded, held or failed what to do', () => {
		const text = summariseOutcomes(outcomes, 'Capture 1/2');
		assert.match(text, /^## Capture 1\/2\n\n1 recorded, 0 held back, 1 failed, 1 unchanged\.\n/);
		assert.match(
			text,
			/\| Tern › Terms \| .* \| The page is gone: look for its new address and correct the declaration\. \|/,
		);
		assert.doesNotMatch(text, /Held back\n/);
	});

	test('lets nothing that a page said out of its cell', () => {
		const row = summariseOutcomes(outcomes, 'Capture')
			.split('\n')
			.find((line) => line.includes('a &#124; b'));
		assert.equal(row?.match(/\|/g)?.length, 4);
		assert.doesNotMatch(row ?? '', /[<@[]|http:/);
	});
});
