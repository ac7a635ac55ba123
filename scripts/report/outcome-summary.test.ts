import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { marked } from 'marked';
import { CaptureFault } from '../../src/capture/capture-fault.ts';
import type { Outcome } from '../../src/ingest/outcome.ts';
import { summariseOutcomes } from './outcome-summary.ts';

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
		const text = summariseOutcomes(outcomes, 'Capture 1/2', 'record');
		assert.match(text, /^## Capture 1\/2\n\n1 recorded, 0 held back, 1 failed, 1 unchanged\.\n/);
		assert.match(
			text,
			/\| Tern › Terms \| .* \| The page is gone: look for its new address and correct the declaration\. \|/,
		);
		assert.doesNotMatch(text, /Held back\n/);
	});

	test('asks what somebody should answer, whatever names are in the question', () => {
		const question = `Renamed? Tern › Terms @all … write "formerly": ["Terms"] ${'x'.repeat(400)} end`;
		const text = summariseOutcomes(outcomes, 'Capture', 'record', [question]);
		const html = marked.parse(text, { async: false });
		assert.match(html, /<p>Renamed\? Tern › Terms .*&quot;formerly&quot;: .*end<\/p>/);
		assert.doesNotMatch(text, /@all/);
	});

	test('says of a dry run that it recorded nothing', () => {
		const text = summariseOutcomes(outcomes, 'Capture', 'dry-run');
		assert.match(text, /1 would be recorded, 0 held back/);
		assert.match(text, /^### Would be recorded$/m);
		assert.doesNotMatch(text, /^### Recorded|\d recorded/m);
	});

	test('lets nothing that a page said out of its cell', () => {
		const row = summariseOutcomes(outcomes, 'Capture', 'record')
			.split('\n')
			.find((line) => line.includes('a &#124; b'));
		assert.equal(row?.match(/\|/g)?.length, 4);
		assert.doesNotMatch(row ?? '', /[<@[]|http:/);
	});

	test('shows what a page said as words, of which a forge makes nothing else', () => {
		const detail =
			'@all #12 www.evil.example me@evil.example http://evil.example <!-- x --> `b` ![i](j)\u202e\n| c |';
		const [, outcome] = outcomes;
		const html = marked.parse(
			summariseOutcomes([{ ...(outcome as Outcome), detail }], 'Capture', 'record'),
		) as string;
		const shown = /<td>([^<]*)<\/td>\n<td><\/td>/.exec(html)?.[1] ?? '';
		const words = shown.replace(/&#(\d+);/g, (_, sign) => String.fromCodePoint(sign));
		assert.doesNotMatch(words, /[@#]\w|\u202e/);
		assert.match(words.replaceAll('\u2060', ''), /^@all #12 www\.evil\.example me@evil/);
	});
});
