/** From change to change one clause can be followed back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redline } from '../../analysis/redline/redline.ts';
import type { Entry } from '../../model/archive.ts';
import type { State } from '../../model/ledger.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { formerWordsSince } from './former-words-since.ts';

const opening = '# Terms\n\nThese terms are a contract between you and the company Acme.';
const notice = (days: string): string =>
	`${opening}\n\nWe tell you of any change of fees at least ${days} days before it applies.`;

function entryOf(texts: readonly string[], index: number): Entry {
	const [platform] = sampleArchive({ Acme: { Terms: texts } }).platforms;
	const agreement = platform?.agreements[0];
	const change = agreement?.changes[index];
	assert.ok(platform && agreement && change);
	return { platform, agreement, change };
}

function formerWords(texts: readonly string[], index: number) {
	const entry = entryOf(texts, index);
	const { ledger } = entry.agreement;
	const [before, after] = [ledger.states[index - 1], ledger.states[index]] as [State, State];
	return [...formerWordsSince(entry, redline(ledger, before, after)).values()];
}

test('a reworded clause leads to the change that had brought its former words, at the clause', () => {
	const [link, ...more] = formerWords([notice('sixty'), notice('thirty'), notice('ten')], 2);
	assert.equal(link?.since, '1 February 2024');
	assert.match(link?.href ?? '', /\/acme\/terms\/2024-02-01\/#c-/);
	assert.deepEqual(more, []);
});

test('words of the first record lead to its page, which has no clauses to point at', () => {
	const [link] = formerWords([notice('sixty'), notice('thirty')], 1);
	assert.match(link?.href ?? '', /\/acme\/terms\/2024-01-01\/$/);
});

test('a clause that came in has no former words', () => {
	assert.deepEqual(formerWords([opening, notice('sixty')], 1), []);
});
