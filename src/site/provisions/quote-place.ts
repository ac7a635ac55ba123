/** Where a quote stands in the words of a clause, white space and typographic quotes aside. */

import type { Provision } from '../../model/archive.ts';
import { normaliseQuote, normaliseWithPlaces } from '../../text/normalise-quotes.ts';

/** Fewer shared signs at the end of a clause and the start of a quote are chance. */
const leastShared = 12;

/**
 * The part of a text that belongs to a quote, as start and end; null where none does. A quote may run through several clauses: then this
 * is what it has of one.
 */
export function quotedPart(words: string, quote: string): readonly [start: number, end: number] | null {
	const { text, places } = normaliseWithPlaces(words);
	const wanted = normaliseQuote(quote);
	const range = sharedRange(text, wanted);
	if (range === null || range[0] >= range[1]) return null;
	const [start, end] = range;
	return [places[start] ?? 0, (places[end - 1] ?? 0) + 1];
}

function sharedRange(text: string, wanted: string): readonly [number, number] | null {
	if (wanted === '' || text.trim() === '') return null;
	const at = text.indexOf(wanted);
	if (at >= 0) return [at, at + wanted.length];
	const all = text.trimEnd();
	if (wanted.includes(all)) return [0, all.length];
	for (let length = Math.min(all.length, wanted.length); length >= leastShared; length--) {
		if (wanted.startsWith(all.slice(-length))) return [all.length - length, all.length];
		if (wanted.endsWith(all.slice(0, length))) return [0, length];
	}
	return null;
}

/** Signs before and after a quote that tell which one is meant. */
const around = 40;

/** What the author wrote, else what stands around the quote in its clause. */
export function wordsAround({ quote, history, agreement }: Provision): { prefix?: string; suffix?: string } {
	const written = quote as { readonly prefix?: string | undefined; readonly suffix?: string | undefined };
	const { ledger } = agreement;
	const state = ledger.states[history.verified];
	const place = state?.clauses.indexOf(history.readIn[0] ?? -1) ?? -1;
	const words = ledger.texts[state?.texts[place] ?? -1]?.visible ?? '';
	const part = history.readIn.length === 1 ? quotedPart(words, quote.exact) : null;
	const prefix = written.prefix ?? (part === null ? '' : words.slice(Math.max(0, part[0] - around), part[0]));
	const suffix = written.suffix ?? (part === null ? '' : words.slice(part[1], part[1] + around));
	return { ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) };
}
