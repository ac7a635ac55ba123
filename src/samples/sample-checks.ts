/** What tests of the status tell of checks: days of a month, texts by their hashes, where they were read, why one is held. */
import type { ShownText } from '../ingest/compare-texts.ts';
import type { Hold } from '../ingest/hold-back.ts';
import type { HoldVerdict } from '../ingest/judge-text.ts';

/** @param hour UTC; four in the morning, where none is named */
export function on(day: number, hour = 4): Date {
	return new Date(Date.UTC(2024, 4, day, hour));
}

/** Of the same letters where the first digits are the same. */
export function shownAs(digits: string): { readonly textHash: string; readonly letters: string } {
	return { textHash: digits.padEnd(64, '0'), letters: digits.slice(0, 1).padEnd(64, '0') };
}

export const [one, other] = [shownAs('1'), shownAs('2')];
export const reading = { validators: [{ etag: '"a"' }], rules: 'r', text: 'b' } as const;
/** That nobody decided on. */
export function heldAs(hold: Hold, shown: ShownText): Omit<HoldVerdict, 'kind'> {
	const page = { address: 'https://tern.example/terms', differs: ['+ We sell it.'] };
	return { hold, shown, page, rejected: undefined };
}

export const lost = { code: 'lost', reason: 'only 3 % is left' } as const;
