/** Gives each recorded change its class. Looks back only, so that a class once given stays. */
import type { ChangeClass, CosmeticPart } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
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

/** A recorded version, and what happened to the clauses since the one before it. */
export interface Compared {
	readonly version: Version;
	readonly print: StatePrint;
	readonly events: readonly ClauseEvent[];
	/** False where the text is past the bounds of a ledger: nothing is known of its clauses. */
	readonly followed: boolean;
}

/** The class of each of the versions of one agreement, in commit order. @param compared one a state of the ledger */
export function classifyChanges(ledger: Ledger, compared: readonly Compared[]): ClassifiedChange[] {
	const past: Past = { texts: new Map(), prints: new Map(), lost: null };
	let last: Compared | undefined;
	return compared.map((after, index) => {
		if (!after.followed) return plain('unfollowed');
		const before = last;
		last = after;
		if (before === undefined) return plain('first');
		const [old, fresh] = [ledger.states[index - 1], ledger.states[index]] as [State, State];
		const step = { ledger, before, after, old, fresh, now: Date.parse(after.version.fetched) };
		const classified = decide(step, past);
		remember(step, past, classified.class);
		return classified;
	});
}

/** What of the versions before the last one decides on the next. */
interface Past {
	/** When each text was last given up, by the names of the texts and by their fingerprints without dates. */
	readonly texts: Map<string, number>;
	readonly prints: Map<number, number>;
	/** Letters before the text was lost, and when; null while it is not. */
	lost: { readonly length: number; readonly since: number } | null;
}

/** Two versions that follow each other. Moments are milliseconds since 1970. */
interface Step {
	readonly ledger: Ledger;
	readonly before: Compared;
	readonly after: Compared;
	/** The clauses of both. */
	readonly old: State;
	readonly fresh: State;
	/** When the second was fetched. */
	readonly now: number;
}

/** The rules, first match wins. */
function decide(step: Step, past: Past): ClassifiedChange {
	const { ledger, before, after } = step;
	const { print, events } = after;
	if (after.version.origin === 'technical' || madeOfOtherPages(step)) return plain('technical');
	if (isBack(step, past)) return plain('flap');
	const otherAmounts = events.some((event) => isInOtherAmount(ledger, event));
	const sameWords = print.dateless === before.print.dateless && !otherAmounts;
	if (sameWords && !events.some(isRearrangement))
		return { class: 'cosmetic', cosmetic: cosmeticParts(ledger, events) };
	if (languageSwitched(step)) return plain('language');
	if (isLost(step, past)) return plain('lost');
	if (past.lost !== null && isRecovered(print, past.lost)) return plain('recovered');
	if (sameWords || events.every(isWordless)) return plain('reordered');
	if (print.letters === before.print.letters) return plain('numbers');
	if (!events.some(({ kind }) => kind === 'reworded') && sameClauses(step)) return plain('reordered');
	return plain(events.every((event) => isSlight(ledger, event)) ? 'minor' : 'substantive');
}

function remember({ before, after, now }: Step, past: Past, decided: ChangeClass): void {
	past.texts.set(before.version.blob ?? '', now);
	past.prints.set(before.print.dateless, now);
	if (decided === 'lost') past.lost ??= { length: before.print.length, since: now };
	// A flap or technical change inside the episode leaves it open while the text is still short.
	else if (past.lost !== null && isRecovered(after.print, past.lost)) past.lost = null;
}

/** An agreement that was one page and is put together from several, or the other way: the declaration changed. */
function madeOfOtherPages({ before, after }: Step): boolean {
	const [one, other] = [before, after].map(({ version }) => pagesOf(version));
	return one !== 0 && other !== 0 && (one === 1) !== (other === 1);
}

/** The text, or its words, are those that the agreement had a short while ago. */
function isBack({ before, after, now }: Step, { texts, prints }: Past): boolean {
	if (isRecent(texts.get(after.version.blob ?? ''), now)) return true;
	return after.print.dateless !== before.print.dateless && isRecent(prints.get(after.print.dateless), now);
}

function isRecent(moment: number | undefined, now: number): boolean {
	return moment !== undefined && now - moment <= flapDays * dayLength;
}

function languageSwitched({ ledger, after, old, fresh }: Step): boolean {
	const added = after.events.filter(({ kind }) => kind === 'added');
	const letters = added.reduce((sum, { after: text }) => sum + textOf(ledger, text).visible.length, 0);
	// Letters are fewer than characters, so this asks rather too often than too seldom.
	if (letters < after.print.length * replacedShare) return false;
	const [one, other] = [old, fresh].map((state) => languageOf(ledger, state));
	return one !== 'und' && other !== 'und' && one !== other;
}

function isLost({ before, after, now }: Step, { lost }: Past): boolean {
	const standard = lost !== null && isRecent(lost.since, now) ? lost.length : before.print.length;
	return after.print.length < standard * lostShare;
}

function isRecovered(print: StatePrint, lost: { readonly length: number }): boolean {
	return print.length >= lost.length * recoveredShare;
}

/** The same clauses, in whatever order and however often each. */
function sameClauses({ ledger, old, fresh }: Step): boolean {
	const [one, other] = [old, fresh].map(
		({ texts }) => new Set(Array.from(texts, (id) => textOf(ledger, id).key).filter((key) => key !== 0)),
	) as [Set<number>, Set<number>];
	return one.size === other.size && [...one].every((key) => other.has(key));
}

function plain(decided: ChangeClass): ClassifiedChange {
	return { class: decided, cosmetic: [] };
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
