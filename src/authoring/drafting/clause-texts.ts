/** Clauses as readers see them, for drafts: what is quoted, and what a language model may read. */
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { Ledger } from '../../model/ledger.ts';

/** Words of an agreement that a draft stands on. */
export interface Passage {
	readonly agreement: string;
	/** Leading number as written, or empty. */
	readonly number: string;
	/** Which text they are of: `2026-06-16`. */
	readonly day: string;
	readonly text: string;
}

/** Of a text that thousands of clauses came in with, a draft needs no more. */
const mostPassages = 60;

/** A clause of today's text; null where it has none. */
export function passageOf({ name, ledger, versions }: Agreement, clause: number): Passage | null {
	const state = ledger.states.at(-1);
	const text = ledger.texts[state?.texts[state.clauses.indexOf(clause)] ?? -1];
	const day = versions.at(-1)?.fetched.slice(0, 10) ?? '';
	return text === undefined ? null : { agreement: name, number: text.number, day, text: text.visible };
}

/** Texts that a change brought in, and those that it took out. */
export function changedPassages(
	agreement: Agreement,
	change: Change,
): { before: Passage[]; after: Passage[] } {
	const { ledger } = agreement;
	const [before, after] = [textsAt(ledger, change.base), textsAt(ledger, change.index)];
	return {
		before: passages(
			agreement,
			change.base,
			[...before].filter((text) => !after.has(text)),
		),
		after: passages(
			agreement,
			change.index,
			[...after].filter((text) => !before.has(text)),
		),
	};
}

function textsAt({ states }: Ledger, version: number): ReadonlySet<number> {
	return new Set(states[version]?.texts ?? []);
}

function passages(
	{ name, ledger, versions }: Agreement,
	version: number,
	texts: readonly number[],
): Passage[] {
	const day = versions[version]?.fetched.slice(0, 10) ?? '';
	return texts.slice(0, mostPassages).flatMap((at) => {
		const text = ledger.texts[at];
		return text === undefined ? [] : [{ agreement: name, number: text.number, day, text: text.visible }];
	});
}
