/** Which sentences a change brought and took away, as numbers: two agreements that changed the same ones tell of one event. */

import type { ChangedSentences } from '../../model/change.ts';
import type { ClauseEvent, Ledger, Passage } from '../../model/ledger.ts';
import { meaningKeys } from '../../text/meaning-key.ts';
import { passageWords } from '../sentences/passage-words.ts';

/** Of a longer list a sample is kept, the same from equal lists: enough to tell how much of two lists is the same. */
const mostKept = 64;

export const noSentences: ChangedSentences = { asWritten: [], nameless: [] };

/** @param platform as it is named in the archive */
export function changedSentences(
	ledger: Ledger,
	events: readonly ClauseEvent[],
	platform: string,
): ChangedSentences {
	const own = namePattern(platform);
	const asWritten = new Set<number>();
	const nameless = new Set<number>();
	let named = false;
	const add = (passage: Passage, isGone: boolean): void => {
		const words = passageWords(ledger, passage);
		const { key } = meaningKeys(words);
		if (key === 0) return;
		const without = words.replace(own, ' ');
		named ||= without !== words;
		asWritten.add(isGone ? goneKey(key) : key);
		const other = without === words ? key : meaningKeys(without).key;
		nameless.add(isGone ? goneKey(other) : other);
	};
	for (const { sentences } of events)
		for (const { kind, before, after } of sentences) {
			if (before !== null && (kind === 'out' || kind === 'edited')) add(before, true);
			if (after !== null && (kind === 'in' || kind === 'edited')) add(after, false);
		}
	return { asWritten: lowest(asWritten), nameless: named ? lowest(nameless) : [] };
}

function lowest(keys: ReadonlySet<number>): number[] {
	return [...keys].sort((one, other) => one - other).slice(0, mostKept);
}

/** That a sentence went out is other news than that it came in. An odd factor: no two keys become one. */
function goneKey(key: number): number {
	return Math.imul(key, 0x9e3779b1) | 0;
}

function namePattern(name: string): RegExp {
	const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
}

/**
 * How much of the sentences of two changes is the same, from 0 to 1: of all that either has, the share that both have. Estimated by the
 * lowest keys where there are many.
 */
export function samenessOf(one: ChangedSentences, other: ChangedSentences): number {
	const written = sharedPart(one.asWritten, other.asWritten);
	if (one.nameless.length + other.nameless.length === 0) return written;
	return Math.max(written, sharedPart(namelessOf(one), namelessOf(other)));
}

/** Without the platform's name; as written where none holds it. */
export function namelessOf({ asWritten, nameless }: ChangedSentences): readonly number[] {
	return nameless.length > 0 ? nameless : asWritten;
}

/** Walks both lists at once, as far as both are known. */
function sharedPart(one: readonly number[], other: readonly number[]): number {
	const most = Math.max(one.length, other.length) < mostKept ? Number.POSITIVE_INFINITY : mostKept;
	let [left, right, shared, all] = [0, 0, 0, 0];
	while (all < most && (left < one.length || right < other.length)) {
		const a = one[left] ?? Number.POSITIVE_INFINITY;
		const b = other[right] ?? Number.POSITIVE_INFINITY;
		if (a <= b) left++;
		if (b <= a) right++;
		if (a === b) shared++;
		all++;
	}
	return all === 0 ? 0 : shared / all;
}
