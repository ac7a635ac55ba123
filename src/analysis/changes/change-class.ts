/** Gives each recorded change its class. Looks back only, so that a class once given stays. */
import type { ChangeClass, CosmeticPart } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';
import { flapDays, lostShare, recoveredShare, replacedShare } from '../../model/thresholds.ts';
import type { Version } from '../../model/version.ts';
import { dayLength } from '../../text/day-length.ts';
import { languageOf } from '../../text/language.ts';
import { isLabel } from '../clauses/label.ts';
import { isOtherAmount } from '../clauses/same-words.ts';
import type { StatePrint } from '../ledger/build-ledger.ts';

export interface ClassifiedChange {
	readonly class: ChangeClass;
	/** Filled for `cosmetic` alone. */
	readonly cosmetic: readonly CosmeticPart[];
}

/** Classifies the versions of one agreement one after the other; `events` are those from the version before. */
export function changeClassifier(ledger: Ledger) {
	const texts = lastStanding<string>();
	const prints = lastStanding<number>();
	let previous: { version: Version; print: StatePrint; index: number } | null = null;
	/** Letters before the text was lost, and when; null while it is not. */
	let lost: { length: number; since: number } | null = null;

	return function classify(
		index: number,
		version: Version,
		print: StatePrint,
		events: readonly ClauseEvent[],
	): ClassifiedChange {
		const now = Date.parse(version.fetched);
		const result = previous === null ? plain('first') : decide(index, version, print, events, now);
		if (previous !== null) {
			texts.left(previous.version.blob ?? '', now);
			prints.left(previous.print.dateless, now);
			lost = stillLost(result.class, previous.print, print, now);
		}
		previous = { version, print, index };
		return result;
	};

	function decide(
		index: number,
		version: Version,
		print: StatePrint,
		events: readonly ClauseEvent[],
		now: number,
	): ClassifiedChange {
		const before = (previous as { print: StatePrint }).print;
		if (version.origin === 'technical' || madeOfOtherPages(version)) return plain('technical');
		const same = print.dateless === before.dateless;
		if (texts.within(version.blob ?? '', now) || (!same && prints.within(print.dateless, now)))
			return plain('flap');
		const otherAmounts = events.some((event) => isInOtherAmount(ledger, event));
		if (same && !otherAmounts && !events.some(isRearrangement))
			return { class: 'cosmetic', cosmetic: cosmeticParts(ledger, events) };
		if (languageSwitched(index, events, print)) return plain('language');
		if (isLost(before, print, now)) return plain('lost');
		if (lost !== null && print.length >= lost.length * recoveredShare) return plain('recovered');
		if ((same && !otherAmounts) || events.every(isWordless)) return plain('reordered');
		if (print.letters === before.letters) return plain('numbers');
		if (!events.some(({ kind }) => kind === 'reworded') && sameClauses(index)) return plain('reordered');
		return plain(events.every((event) => isSlight(ledger, event)) ? 'minor' : 'substantive');
	}

	/** An agreement that was one page and is put together from several, or the other way: the declaration changed. */
	function madeOfOtherPages(version: Version): boolean {
		const [one, other] = [(previous as { version: Version }).version, version].map(pagesOf);
		return one !== 0 && other !== 0 && (one === 1) !== (other === 1);
	}

	function languageSwitched(index: number, events: readonly ClauseEvent[], print: StatePrint): boolean {
		const fresh = events.filter(({ kind }) => kind === 'added');
		const letters = fresh.reduce((sum, { after }) => sum + textOf(ledger, after).visible.length, 0);
		// Letters are fewer than characters, so this asks rather too often than too seldom.
		if (letters < print.length * replacedShare) return false;
		const [one, other] = [index - 1, index].map((at) => languageOf(ledger, ledger.states[at] as never));
		return one !== 'und' && other !== 'und' && one !== other;
	}

	function isLost(before: StatePrint, print: StatePrint, now: number): boolean {
		const standard = lost !== null && now - lost.since <= flapDays * dayLength ? lost.length : before.length;
		return print.length < standard * lostShare;
	}

	function stillLost(decided: ChangeClass, before: StatePrint, print: StatePrint, now: number) {
		if (decided === 'lost') return lost ?? { length: before.length, since: now };
		// A flap or technical change inside the episode leaves it open while the text is still short.
		return lost !== null && print.length < lost.length * recoveredShare ? lost : null;
	}

	function sameClauses(index: number): boolean {
		const [one, other] = [index - 1, index].map((at) => {
			const keys = [...(ledger.states[at] as { texts: Int32Array }).texts].map(
				(id) => textOf(ledger, id).key,
			);
			return new Set(keys.filter((key) => key !== 0));
		}) as [Set<number>, Set<number>];
		return one.size === other.size && [...one].every((key) => other.has(key));
	}
}

function plain(decided: ChangeClass): ClassifiedChange {
	return { class: decided, cosmetic: [] };
}

/** Remembers when each text was last given up. */
function lastStanding<Name>() {
	const leftAt = new Map<Name, number>();
	return {
		left: (name: Name, at: number): void => void leftAt.set(name, at),
		within: (name: Name, now: number): boolean => {
			const left = leftAt.get(name);
			return left !== undefined && now - left <= flapDays * dayLength;
		},
	};
}

function textOf(ledger: Ledger, id: number | null): ClauseText {
	return ledger.texts[id as number] as ClauseText;
}

/** Number of pages that a version was made of; 0 where its commit does not say. */
function pagesOf({ evidence }: Version): number {
	return evidence.sources.length || (evidence.snapshot?.split(' ').length ?? 0);
}

/** Same clauses in another order or under other numbers. */
function isRearrangement({ kind }: ClauseEvent): boolean {
	return kind === 'moved' || kind === 'renumbered';
}

/** Another order, number, date, link target or look: no word of the terms. */
function isWordless({ kind }: ClauseEvent): boolean {
	return kind !== 'added' && kind !== 'removed' && kind !== 'reworded' && kind !== 'number';
}

/** Its digits are the same, but not what they count. */
function isInOtherAmount(ledger: Ledger, { kind, before, after }: ClauseEvent): boolean {
	return kind === 'number' && isOtherAmount(textOf(ledger, before), textOf(ledger, after));
}

/** Nothing but a link, or a few words that make no sentence, on either side. A number in a row of a table is no slight matter. */
function isSlight(ledger: Ledger, event: ClauseEvent): boolean {
	if (isWordless(event)) return true;
	const sides = [event.before, event.after].filter((id) => id !== null).map((id) => textOf(ledger, id));
	if (event.kind === 'number' && sides.every(({ kind }) => kind === 'row')) return false;
	return sides.every((text) => text.linkOnly || isLabel(text));
}

function cosmeticParts(ledger: Ledger, events: readonly ClauseEvent[]): CosmeticPart[] {
	const parts = new Set<CosmeticPart>();
	for (const event of events) parts.add(cosmeticPart(ledger, event));
	// Clauses cut elsewhere without a letter changed: lists made of paragraphs, tables made of lists.
	return parts.size === 0 ? ['markup'] : [...parts].sort();
}

function cosmeticPart(ledger: Ledger, event: ClauseEvent): CosmeticPart {
	if (event.kind === 'relinked') return 'links';
	if (event.kind === 'redated') return 'dates';
	if (event.before === null || event.after === null) return 'markup';
	const [before, after] = [textOf(ledger, event.before).visible, textOf(ledger, event.after).visible];
	return before === after ? 'markup' : 'typography';
}
