/** Gives each recorded change its class. Looks back only, so that a class once given stays. */

import { type Change, type ChangeClass, type CosmeticPart, hasPage } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import { flapDays, lostShare, recoveredShare, replacedShare } from '../../model/thresholds.ts';
import type { Version } from '../../model/version.ts';
import { dayLength } from '../../text/day-length.ts';
import { languageOf, languageOfTexts } from '../../text/language.ts';
import { countWords } from '../../text/words.ts';
import { fewestWords, isLabel } from '../clauses/label.ts';
import { isRowOfCells } from '../clauses/row-name.ts';
import type { BuiltLedger, StatePrint } from '../ledger/build-ledger.ts';
import { wordingKinds } from '../ledger/event-kinds.ts';
import { eventsBetween, eventsOfReturn } from '../ledger/neighbour-events.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { editionDate } from './edition-day.ts';
import { termsJudge } from './furniture.ts';
import { linkWordsJudge } from './link-words.ts';

export interface ClassifiedChange {
	readonly class: ChangeClass;
	/** Filled for `cosmetic` alone. */
	readonly cosmetic: readonly CosmeticPart[];
}

/** A recorded version, and what happened to the clauses since the one that it is compared with. */
export interface Compared {
	readonly version: Version;
	readonly print: StatePrint;
	/** Index of the version that it is compared with; −1 for the first. */
	readonly base: number;
	readonly events: readonly ClauseEvent[];
}

export type Classified = Compared & ClassifiedChange & Pick<Change, 'hadPage'>;

/** The versions of one agreement in commit order, each compared and classed. */
export function classifyChanges(
	ledger: Ledger,
	versions: readonly Version[],
	{ prints, followed }: Pick<BuiltLedger, 'prints' | 'followed'>,
): Classified[] {
	const past: Past = { texts: new Map(), prints: new Map(), lost: null, good: -1, last: -1 };
	const classified: Classified[] = [];
	for (const [index, version] of versions.entries()) {
		const print = prints[index] as StatePrint;
		const base = baseOf(ledger, classified, past, index);
		const before = classified[base];
		if (followed[index] === false) {
			classified.push({ ...nothing, version, print, base, class: 'unfollowed' });
			continue;
		}
		const previous = classified[past.last];
		const last = ledger.states[past.last] as State;
		past.last = index;
		if (before === undefined || previous === undefined) {
			classified.push({ ...nothing, version, print, base, class: 'first' });
			past.good = index;
			continue;
		}
		const [old, fresh] = [ledger.states[base], ledger.states[index]] as [State, State];
		const now = Date.parse(version.fetched);
		const sides = { ledger, before, previous, old, fresh, last, now };
		const isReturn = isBack(version, print, previous, now, past);
		const events = (isReturn ? eventsOfReturn : eventsBetween)(ledger, old, fresh);
		const after = { version, print, base, events };
		const step = { ...sides, after, isReturn };
		const decided = decide(step, past);
		const hadPage = !hasPage(decided) && wasShown(step, past);
		remember(step, past, decided.class, previous);
		if (!passing.has(decided.class)) past.good = index;
		classified.push({ ...after, ...decided, hadPage });
	}
	return classified;
}

const nothing = { events: [], cosmetic: [], hadPage: false } as const;

/** What may be no edition of the agreement: a failed capture, a page in another language, another way of reading it. */
const passing: ReadonlySet<ChangeClass> = new Set(['lost', 'language', 'technical']);

/** The last version that was followed; after one that may be no edition, the last good one where more of that stands in this text. */
function baseOf(
	ledger: Ledger,
	classified: readonly Classified[],
	{ good, last: before }: Past,
	index: number,
): number {
	if (good === before || good === -1 || !passing.has((classified[before] as Classified).class)) return before;
	const texts = new Set(ledger.states[index]?.texts);
	const shared = (at: number): number =>
		new Set(ledger.states[at]?.texts.filter((text) => texts.has(text))).size;
	return shared(good) > shared(before) ? good : before;
}

/** What of the versions before the last one decides on the next. */
interface Past {
	/** When each text was last given up, by the names of the texts and by their fingerprints without dates. */
	readonly texts: Map<string, number>;
	readonly prints: Map<number, number>;
	/** Letters before the text was lost, and when; null while it is not. */
	lost: { readonly length: number; readonly since: number } | null;
	/** Index of the last version that is an edition of the agreement for sure; −1 before the first. */
	good: number;
	/** Index of the last version that was followed; −1 before the first. */
	last: number;
}

/** Two versions, the second compared with the first. Moments are milliseconds since 1970. */
interface Step {
	readonly ledger: Ledger;
	readonly before: Compared;
	readonly after: Compared;
	/** The version that was recorded last before the second: as a rule the first. */
	readonly previous: Compared;
	/** The clauses of both, and of the version that was recorded last. */
	readonly old: State;
	readonly fresh: State;
	readonly last: State;
	/** When the second was fetched. */
	readonly now: number;
	/** The text, or its words, are those that the agreement had a short while ago. */
	readonly isReturn: boolean;
}

/** The rules, first match wins. */
function decide(step: Step, past: Past): ClassifiedChange {
	const { ledger, before, previous, after, isReturn } = step;
	const passedOver = before !== previous;
	const { events } = after;
	if (isReadOtherwise(step) && !isOtherEdition(step)) return plain('technical');
	if (isReturn) return plain('flap');
	const wordless = events.every(isWordless);
	if (wordless && passedOver) return plain('recovered');
	if (wordless && !events.some(({ kind }) => kind === 'moved'))
		return { class: 'cosmetic', cosmetic: cosmeticParts(ledger, events) };
	if (languageSwitched(step)) return plain('language');
	if (isLost(step, past)) return plain('lost');
	if (!passedOver && isBackFromLoss(step, past)) return plain('recovered');
	if (wordless) return plain('reordered');
	if (events.every((event) => isWordless(event) || event.kind === 'number')) return plain('numbers');
	return plain(events.every((event) => isSlight(ledger, event)) ? 'minor' : 'substantive');
}

/**
 * The rules by which a change had a page while clauses were compared, always with the version right before: its letters and digits, dates
 * aside, were others, or clauses stood elsewhere or under other numbers. An address that they gave must lead on.
 */
function wasShown(step: Step, past: Past): boolean {
	const { ledger, previous, after, fresh } = step;
	const { print, events } = after;
	if (isReadOtherwise({ ...step, before: previous }) || step.isReturn) return false;
	const rearranged = events.some(({ kind }) => kind === 'moved' || kind === 'renumbered');
	if (print.dateless === previous.print.dateless && !rearranged) return false;
	if (past.lost !== null && isRecovered(print, past.lost)) return false;
	const [one, other] = [step.last, fresh].map((state) => languageOf(ledger, state));
	return one === other || one === 'und' || other === 'und';
}

function remember({ after, now }: Step, past: Past, decided: ChangeClass, previous: Classified): void {
	past.texts.set(previous.version.blob ?? '', now);
	past.prints.set(previous.print.dateless, now);
	if (decided === 'lost') past.lost ??= { length: previous.print.length, since: now };
	// A flap or technical change inside the episode leaves it open while the text is still short.
	else if (past.lost !== null && isRecovered(after.print, past.lost)) past.lost = null;
}

/** Not the agreement changed but the way in which its page is read: so says the commit, or its number of pages. */
function isReadOtherwise(step: Step): boolean {
	return step.after.version.origin === 'technical' || madeOfOtherPages(step);
}

/**
 * The text states a later day for itself, a clause that stayed says something else, or a clause or two came in between others: the commit's subject
 * is a hint, no proof. Another way of reading brings whole parts of a page, or loses them, and rewords none.
 */
function isOtherEdition({ ledger, after, old, fresh }: Step): boolean {
	const [before, now] = [editionDate(ledger, old), editionDate(ledger, fresh)];
	if (before !== null && now !== null && now > before) return true;
	const telling = after.events.filter(termsJudge(ledger)(old, fresh));
	const isReading = linkWordsJudge(ledger, telling);
	if (telling.some((event) => isReworded(ledger, event) && !isReading(event))) return true;
	const inserted = telling.length > 0 && telling.length <= mostInserted;
	return inserted && telling.every((event) => event.kind === 'added' && isInside(event, fresh));
}

/** More new clauses than these are a part of the page that was not read before. */
const mostInserted = 2;
/** So many clauses at either end may be a notice or a footer. */
const edge = 6;

/** A sentence of a clause that stayed has other words, or came in beside others that stayed. */
function isReworded(ledger: Ledger, { before, after, sentences }: ClauseEvent): boolean {
	if (before === null || after === null) return false;
	if (sentences.some(({ kind }) => kind === 'edited')) return true;
	const stayed = sentences.some(({ kind }) => kind === 'same');
	return stayed && sentences.some((step) => step.kind === 'in' && isWhole(passageWords(ledger, step.after)));
}

/** A sentence with its stop, and longer than what links and buttons say of themselves. */
function isWhole(words: string): boolean {
	return /\p{Ll}[.!?]\s*$/u.test(words) && countWords(words) >= fewestWords;
}

function isInside({ at }: ClauseEvent, { texts }: State): boolean {
	return at !== null && at >= edge && at < texts.length - edge;
}

/** An agreement that was one page and is put together from several, or the other way: the declaration changed. */
function madeOfOtherPages({ before, after }: Step): boolean {
	const [one, other] = [before, after].map(({ version }) => pagesOf(version));
	return one !== 0 && other !== 0 && (one === 1) !== (other === 1);
}

/** The text, or its words, are those that the agreement had a short while ago. */
function isBack(
	{ blob }: Version,
	{ dateless }: StatePrint,
	{ print: previous }: Compared,
	now: number,
	{ texts, prints }: Past,
): boolean {
	if (isRecent(texts.get(blob ?? ''), now)) return true;
	return dateless !== previous.dateless && isRecent(prints.get(dateless), now);
}

function isRecent(moment: number | undefined, now: number): boolean {
	return moment !== undefined && now - moment <= flapDays * dayLength;
}

/** Most of the text is new, and is in another language than the text before: translations that stand below it now are no other terms. */
function languageSwitched({ ledger, after, old }: Step): boolean {
	const added = after.events
		.filter(({ kind }) => kind === 'added')
		.map(({ after: text }) => textOf(ledger, text).visible);
	const letters = added.reduce((sum, { length }) => sum + length, 0);
	// Letters are fewer than characters, so this asks rather too often than too seldom.
	if (letters < after.print.length * replacedShare) return false;
	const [one, other] = [languageOf(ledger, old), languageOfTexts(added)];
	return one !== 'und' && other !== 'und' && one !== other;
}

function isLost({ before, after, now }: Step, { lost }: Past): boolean {
	const standard = lost !== null && isRecent(lost.since, now) ? lost.length : before.print.length;
	return after.print.length < standard * lostShare;
}

/** A loss that stood for more than a month was none: what comes then is a new text. */
function isBackFromLoss({ after, now }: Step, { lost }: Past): boolean {
	return lost !== null && isRecent(lost.since, now) && isRecovered(after.print, lost);
}

function isRecovered(print: StatePrint, lost: { readonly length: number }): boolean {
	return print.length >= lost.length * recoveredShare;
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

/** Another order, cut, number, date, link target or look: no word of the terms. */
function isWordless({ kind }: ClauseEvent): boolean {
	return !wordingKinds.has(kind);
}

/** Nothing but a link, or a few words that make no sentence, on either side. A number in a row of a table is no slight matter. */
function isSlight(ledger: Ledger, event: ClauseEvent): boolean {
	if (isWordless(event)) return true;
	const sides = [event.before, event.after].filter((id) => id !== null).map((id) => textOf(ledger, id));
	if (event.kind === 'number' && sides.every(({ kind }) => kind === 'row')) return false;
	if (sides.some(isRowOfCells) && !sides.every(({ linkOnly }) => linkOnly)) return false;
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
	if (event.kind === 'regrouped') return 'cuts';
	if (event.kind === 'renumbered') return 'numbering';
	if (event.kind === 'respelled') return 'spelling';
	if (event.kind === 'relabelled') return 'labels';
	if (event.before === null || event.after === null) return 'markup';
	const [before, after] = [textOf(ledger, event.before).visible, textOf(ledger, event.after).visible];
	return before === after ? 'markup' : 'typography';
}
