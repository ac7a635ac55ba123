/** Tells changes in what an agreement says from changes in the page around it: menus, banners, notices, widgets. */

import type { ClauseEvent, ClauseText, Ledger, SentenceStep, State } from '../../model/ledger.ts';
import { withoutEditionDay } from '../../text/date-line.ts';
import { meaningKeys } from '../../text/meaning-key.ts';
import { type VisibleText, visibleText } from '../../text/visible-text.ts';
import { countWords } from '../../text/words.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { isLabel, isSentence, shortestSentence } from '../clauses/label.ts';
import { isRowOfCells } from '../clauses/row-name.ts';
import { wordingKinds } from '../ledger/event-kinds.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { isListReordered } from './reordered-list.ts';

/** A reworded clause of no more words than this is a form number, a counter or a name. */
const formNumber = 2;
/** An entry of a menu or a list of articles is mostly link. */
const mostLinked = 0.6;
/** A notice about the agreement is short, or stands near its beginning or end. */
const longestNotice = 70;
const shortNotice = 25;
const noticeReach = 6;

/** Printed addresses, e-mail addresses and what robots see in their place. None is begun twice in one run of its signs. */
const address =
	/\bhttps?:\/\/\S+|\bwww\.\S+|(?<!\S)\S[^\s@]*@\S+\.\S+|\[email[\s\u00a0]protected\]|(?<![\w.-])[\w-]+(?:\.[\w-]+)+\/\S*|(?<![\w.-])(?:[a-z\d-]+\.)+(?:com|org|net|info|io|co|eu|gov|edu)\b/gi;

/** Labels that software writes into a page, wherever they stand. */
const labels = new RegExp(
	[
		String.raw`\(?\b(?:opens? in (?:a )?)?new (?:window|tab)\b\)?`,
		String.raw`\b(?:copy link|copied|close|expand|collapse|show (?:more|less)|read more|learn more|back to top|skip to \w+|print|share)\b`,
		String.raw`\b(?:was this (?:article|page|information)?\s?helpful|tell us how we're doing|take survey|other ways to get help|related (?:articles|posts|topics)|\d+ out of \d+ found this helpful)\b`,
		String.raw`\b(?:by \S+ \S* ?ago|\d+ (?:votes?|comments?|views?|likes?|followers?|shares?)|last comment by)\b`,
		String.raw`\b\d{1,3} ?%(?= ?$|,|\))`,
		String.raw`\btable of contents\b|\ball rights reserved\b|\blast (?:updated|modified|revised)\b`,
	].join('|'),
	'gi',
);

/** Sentences about a coming or past edition: they say that the agreement changes, not how. */
const notice = new RegExp(
	[
		String.raw`\b(?:we(?:'ve|’ve|'re|’re| have| are)?(?: recently| also)? (?:updat|chang|revis|mak|made|adding)\w*)\b.{0,90}\b(?:polic|terms|agreement|guidelines|notice|statement|rules|standards)`,
		String.raw`\b(?:polic\w+|terms|agreement|guidelines|notice|statement|rules|standards|changes|updates?|version)\b.{0,90}\b(?:takes?|taking|comes?|goes?|become|becomes|is|are|will (?:take|come|go|be)) (?:into )?(?:effect|force)`,
		String.raw`\b(?:preview|view|see|read|find|click)\b.{0,40}\b(?:current|previous|prior|former|earlier|older|old|new|updated|upcoming|archived|past)\b.{0,30}\b(?:version|polic|terms|guidelines|agreement|notice|here)`,
		String.raw`^.{0,30}\b(?:effective|updated|revised)\b:? .{0,12}\b(?:date|as of|on|from|:)|^effective (?:immediately|date)`,
		String.raw`\b(?:past|previous|prior|earlier|archived?|older) (?:\w+ ){0,2}(?:versions?|updates?|polic\w+|terms)\b`,
		String.raw`\b(?:polic\w+|terms|guidelines)\b.{0,60}\b(?:will move|have moved|has moved|moved to)\b`,
	].join('|'),
	'i',
);

/** Clauses looked at on each side, and the share of bare links among them, to know a menu. */
const menuReach = 4;
const mostMenu = 0.5;

/** A link that counts where a visitor came from: advertising, not terms. */
const advertising = /[?&]utm_\w+=|\]\(https?:\/\/[^)\]]*$/;

/** @returns a judge that says whether no event of a change alters what the agreement says. */
export function furnitureJudge(ledger: Ledger) {
	const judgeOf = termsJudge(ledger);
	return function isFurniture(before: State, after: State, events: readonly ClauseEvent[]): boolean {
		return !events.some(judgeOf(before, after));
	};
}

/** @returns a judge of single events between two versions: does this one alter what the agreement says? */
export function termsJudge(ledger: Ledger) {
	return function judgeOf(before: State, after: State): (event: ClauseEvent) => boolean {
		const sides = { ledger, before: sideOf(ledger, before), after: sideOf(ledger, after) };
		return (event) => changesTerms(event, sides);
	};
}

function sideOf({ texts }: Ledger, state: State): Side {
	return {
		clauseAt: (at) => texts[state.texts[at] as number] as ClauseText,
		length: state.texts.length,
	};
}

/** One version as a whole. */
interface Side {
	readonly clauseAt: (at: number) => ClauseText;
	readonly length: number;
}

interface Sides {
	readonly ledger: Ledger;
	readonly before: Side;
	readonly after: Side;
}

function changesTerms(event: ClauseEvent, sides: Sides): boolean {
	const [old, fresh] = [event.before, event.after].map((id) =>
		id === null ? null : (sides.ledger.texts[id] as ClauseText),
	);
	if (!wordingKinds.has(event.kind)) return false;
	if (!isRewordedSentence(old, fresh) && isInMenu(event, sides)) return false;
	if (old && fresh) return rewordsTerms(old, fresh, event, sides);
	const text = (fresh ?? old) as ClauseText;
	return saysSomething(text) && !isBanner(text, event, sides);
}

/** A sentence of the agreement may stand among links and still be one: it ends like one. */
function isRewordedSentence(
	before: ClauseText | null | undefined,
	after: ClauseText | null | undefined,
): boolean {
	return Boolean(before && after && /[.!?。]$/u.test(before.visible) && /[.!?。]$/u.test(after.visible));
}

/** Running text that is not mostly link. */
function saysSomething(text: ClauseText): boolean {
	if (isRowOfCells(text)) return !text.linkOnly;
	if (text.linkOnly || isLabel(text) || countWords(essence(withoutNumber(text))) < shortestSentence)
		return false;
	if (countWords(visibleText(text.markdown).outside) <= text.words * (1 - mostLinked)) return false;
	return text.kind === 'row' || isSentence(text.visible);
}

/** In a row a sign alone in a cell is an answer: "Mail | ✓", "Mail | ○". */
function isAnswerChanged({ texts }: Ledger, { before, after }: SentenceStep): boolean {
	if (before === null || after === null || texts[after.text]?.kind !== 'row') return false;
	return before.key !== after.key;
}

function lettersOf(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A sentence of it has other words, once addresses, labels and the days of editions are left out. */
function rewordsTerms(before: ClauseText, after: ClauseText, event: ClauseEvent, sides: Sides): boolean {
	if (before.linkOnly && after.linkOnly) return false;
	if (isNotice(before) && isNotice(after)) return false;
	const longest = Math.max(...[before, after].map((text) => countWords(essence(withoutNumber(text)))));
	if (before.kind !== 'row' && longest <= formNumber) return false;
	if (lostLinkWords(before, after)) return false;
	return event.sentences.some((step) => tells(sides.ledger, step));
}

function tells(ledger: Ledger, step: SentenceStep): boolean {
	if (step.kind !== 'in' && step.kind !== 'out' && step.kind !== 'edited') return false;
	const [one, other] = [step.before, step.after].map((passage) => essence(passageWords(ledger, passage))) as [
		string,
		string,
	];
	if (meaningKeys(one).key !== meaningKeys(other).key) return !isListReordered(one, other);
	return isAnswerChanged(ledger, step);
}

/** The name of a link came or went, or took the place of a printed address; the sentence around it stands. */
function lostLinkWords(before: ClauseText, after: ClauseText): boolean {
	const [one, other] = [before, after].map(({ markdown }) => visibleText(markdown)) as [
		VisibleText,
		VisibleText,
	];
	if (one.targets.length + other.targets.length === 0) return false;
	const bare = (text: string): string => lettersOf(text.replace(address, ' '));
	if (bare(one.outside) !== bare(other.outside)) return false;
	return [one, other].some(({ text, outside }) => bare(text) === bare(outside));
}

/** The words that could bind somebody. */
function essence(text: string): string {
	const undated = withoutEditionDay(text) ?? text;
	return undated.replace(labels, ' ').replace(address, ' ').replace(labels, ' ');
}

function isNotice(text: ClauseText): boolean {
	return text.words <= longestNotice && notice.test(text.visible);
}

/** A notice of an edition, or an advertisement. */
function isBanner(text: ClauseText, event: ClauseEvent, sides: Sides): boolean {
	if (text.words <= longestNotice && advertising.test(text.markdown)) return true;
	return isNotice(text) && (text.words <= shortNotice || isAtEdge(event, sides));
}

function isAtEdge(event: ClauseEvent, sides: Sides): boolean {
	const { at, side } = placeOf(event, sides);
	return at < noticeReach || at >= side.length - noticeReach;
}

/** Where the clause stands now, or stood. */
function placeOf({ from, at }: ClauseEvent, sides: Sides): { at: number; side: Side } {
	return at === null ? { at: from as number, side: sides.before } : { at, side: sides.after };
}

/** Most of the clauses around it are bare links: whatever it says, it stands in a menu, a footer or a list of articles. */
function isInMenu(event: ClauseEvent, sides: Sides): boolean {
	const { at, side } = placeOf(event, sides);
	let [around, links] = [0, 0];
	for (let place = Math.max(0, at - menuReach); place <= at + menuReach && place < side.length; place++) {
		if (place === at) continue;
		around++;
		if (side.clauseAt(place).linkOnly) links++;
	}
	return around >= menuReach && links >= around * mostMenu;
}
