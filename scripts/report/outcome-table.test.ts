import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOutcomes, showTexts } from './outcome-table.ts';

const named = { platform: 'Tern', agreement: 'Terms', detail: '' };

test('of a dry run, a first text is shown whole and another one by what differs', () => {
	const recorded = { ...named, kind: 'recorded', commit: null } as const;
	const shown = showTexts([
		{ ...recorded, change: 'first', texts: { before: null, after: '# Terms\n\nPay.\n' } },
		{
			...recorded,
			change: 'change',
			texts: { before: '# Terms\n\nPay.\n', after: '# Terms\n\nPay twice.\n' },
		},
		{ ...named, kind: 'unchanged' },
	]);
	assert.equal(
		shown,
		'=== Tern › Terms\n\n# Terms\n\nPay.\n\n=== Tern › Terms\n\n  … 1 line as before\n  \n- Pay.\n+ Pay twice.\n\n',
	);
});

test('a dry run says of no text that it was recorded', () => {
	const recorded = { ...named, kind: 'recorded', change: 'first', commit: null } as const;
	assert.equal(
		formatOutcomes([recorded], 'dry-run'),
		'would be recorded  Tern › Terms  \n\n1 would be recorded, 0 unchanged, 0 held, 0 failed',
	);
	assert.doesNotMatch(formatOutcomes([{ ...named, kind: 'unchanged' }], 'dry-run'), /\d recorded/);
	assert.match(formatOutcomes([{ ...recorded, commit: 'c'.repeat(40) }], 'record'), /\n1 recorded, /);
});

test('what may be wrong with a page stands below what came of it', () => {
	const warnings = ['its characters were guessed'];
	const recorded = { ...named, kind: 'recorded', change: 'first', commit: null, warnings } as const;
	assert.match(
		formatOutcomes([recorded], 'dry-run'),
		/^would be recorded.*\n +warning: its characters were guessed\n/,
	);
});

test('a held text is told with its address and what differs', () => {
	const held = {
		...named,
		kind: 'held',
		detail: 'the page has no sentence of the recorded text',
		hold: { code: 'replaced', reason: '' },
		page: { address: 'https://tern.example/terms', differs: ['+ We sell it.', '− We keep it.'] },
	} as const;
	assert.match(
		formatOutcomes([held], 'record'),
		/ +Address: https:\/\/tern\.example\/terms\n +What differs:\n +\+ We sell it\.\n +− We keep it\.\n +If it stays/,
	);
});
