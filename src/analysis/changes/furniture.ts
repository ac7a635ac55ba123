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
import { type Block, isPromotion, mostClauses } from './promotion.ts';
import { isListReordered } from './reordered-list.ts';

/** A reworded clause of no more words than this is a form number, a counter or a name. */
const formNumber = 2;
/** An entry of a menu or a list of articles is mostly link. */
const mostLinked = 0.6;
/** A notice about the agreement is short, or stands near its beginning or end. */
const longestNotice = 70;
const shortNotice = 25;
const longestSentence = 40;
const noticeReach = 6;

/** Printed addresses, e-mail addresses and what robots see in their place. None is begun twice in one run of its signs. */
const address =
	/\bhttps?:\/\/\S+|\bwww\.\S+|(?<!\S)\S[^\s@]*@\S+\.\S+|\[email[\s\u00a0]protected\]|(?<![\w.-])[\w-]+(?:\.[\w-]+)+\/\S*|(?<![\w.-])(?:[a-z\d-]+\.)+(?:com|org|net|info|io|co|eu|gov|edu)\b/gi;

/** The mark of a footnote, glued to the word before or cut off from it: "account[3]". What stands in brackets by itself may say something. */
const noteMark = /(?<=[\p{L}\p{N}.,;:!?)”"’'])\[\d{1,3}\]|^\s*\[?\d{1,3}\]\s*$/gu;

/** Labels that software writes into a page, wherever they stand. */
const labels = new RegExp(
	[
		String.raw`\(?\b(?:opens? in (?:a )?)?new (?:window|tab)\b\)?`,
		String.raw`\b(?:copy link|copied|close|expand|collapse|show (?:more|less)|read more|learn more|back to top|skip to \w+|print|share)\b`,
		String.raw`\b(?:was this (?:article|page|information)?\s?helpful|tell us how we're doing|take survey|other ways to get help|related (?:articles|posts|topics)|\d+ out of \d+ found this helpful)\b`,
		String.raw`\b(?:by \S+ \S* ?ago|\d+ (?:votes?|comments?|views?|likes?|followers?|shares?)|last comment by)\b`,
		String.raw`\b\d{1,3} ?%(?= ?$|,|\))`,
		String.raw`\btable of contents\b|\ball rights reserved\b|\blast (?:updated|modified|revised)\b`,
		// What a link is called where it stands beside the words, and what a field shows until somebody fills it in.
		String.raw`\(\s*(?:click |see )?here\s*\)|\bex: ?\d+`,
		noteMark.source,
	].join('|'),
	'giu',
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
		String.raw`\b(?:polic\w+|terms|agreement|guidelines|notice|statement|rules)\b.{0,20}\b(?:now )?reflects?\b.{0,20}\b(?:updated|revised|new|changes)\b`,
		String.raw`\bhas changed (?:its|our) name\b|\bcompany is now (?:called |named |known as )?\w`,
		String.raw`^you(?: are|['’]re) (?:now )?(?:being (?:re)?directed|about to leave|leaving)\b`,
	].join('|'),
	'i',
);

/** A rule on how changes are announced, which reads like a notice: "changes take effect 30 days after …", "we may update these terms". */
const announcing =
	/\b(?:days?|weeks?|months?|hours?)\b|\bwe (?:may|will (?:give|notify|tell|inform))\b|\bunless\b|\bfrom time to time\b/i;

/** Clauses looked at on each side, and the share of bare links among them, to know a menu. */
const menuReach = 4;
const mostMenu = 0.5;

/** A link that counts where a visitor came from, or the second half of one that was cut: advertising, not terms. */
const advertising = /[?&]utm_\w+=|\]\(https?:\/\/[^)\]]*$|^[^[\]]*\]\(https?:\/\/\S*$/;
/** Styles and scripts that were read as text: ".menu{height:30px;". */
const code = /\{[^{}:;]*:[^{};]*;/;
/** The line at the foot of a page. */
const footerLine = /©|\bcopyright (?:\(c\) )?\d{4}/i;
const longestFooter = 120;
/** So many entries in one line, without a comma between, are a menu and no list. */
const shortestMenuLine = 12;
/** How far a menu that came or went as a whole is looked at, how many entries it has at least, and the share of them in it. */
const farthestEntry = 24;
const fewestEntries = 8;
const mostEntries = 0.8;

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
	let held: ReadonlySet<number> | undefined;
	return {
		clauseAt: (at) => texts[state.texts[at] as number] as ClauseText,
		length: state.texts.length,
		holdsAt: (other, at) => {
			held ??= new Set(state.texts);
			return held.has(other.texts[at] as number);
		},
		state,
	};
}

/** One version as a whole. */
interface Side {
	readonly clauseAt: (at: number) => ClauseText;
	readonly length: number;
	/** True where the clause at this place of another version stands here as well. */
	readonly holdsAt: (other: State, at: number) => boolean;
	readonly state: State;
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
	if (!saysSomething(text) || isBanner(text, event, sides)) return false;
	// Of more than a box holds, as many as tell that it is none.
	return !isPromotion(cameTogether(event, sides, mostClauses)) && !isBesideNewMenu(event, sides);
}

/** The clauses around that came in, or went out, as well. */
function cameTogether(event: ClauseEvent, sides: Sides, reach: number): Block {
	const { at, side } = placeOf(event, sides);
	const other = side === sides.after ? sides.before : sides.after;
	const isAlone = (place: number): boolean =>
		place >= 0 && place < side.length && !other.holdsAt(side.state, place);
	let [start, end] = [at, at + 1];
	while (at - start < reach && isAlone(start - 1)) start--;
	while (end - at <= reach && isAlone(end)) end++;
	return {
		clauses: Array.from({ length: end - start }, (_, place) => side.clauseAt(start + place)),
		at: at - start,
	};
}

/** It came, or went, at an end of the page with a menu that is written as plain entries: what the company says of itself below its map of the site. */
function isBesideNewMenu(event: ClauseEvent, sides: Sides): boolean {
	if (!isAtEdge(event, sides)) return false;
	const { clauses } = cameTogether(event, sides, farthestEntry);
	const entries = clauses.filter((clause) => clause.linkOnly || isLabel(clause));
	return entries.length >= fewestEntries && entries.length >= clauses.length * mostEntries;
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
	if (code.test(text.visible)) return false;
	if (isRowOfCells(text)) return !text.linkOnly;
	if (text.linkOnly || isLabel(text) || countWords(essence(withoutNumber(text))) < shortestSentence)
		return false;
	if (countWords(visibleText(text.markdown).outside) <= text.words * (1 - mostLinked)) return false;
	return text.kind === 'row' || isSentence(text.visible);
}

/** In a row a sign alone in a cell is an answer: "Mail | ✓", "Mail | ○". */
function isAnswerChanged({ texts }: Ledger, { before, after }: SentenceStep): boolean {
	if (before === null || after === null || texts[after.text]?.kind !== 'row') return false;
	if (before.key === after.key) return false;
	const unmarked = [before, after].map((passage) => passageWords({ texts }, passage).replace(noteMark, ''));
	return unmarked[0] !== unmarked[1];
}

function lettersOf(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A sentence of it has other words, once addresses, labels and the days of editions are left out. */
function rewordsTerms(before: ClauseText, after: ClauseText, event: ClauseEvent, sides: Sides): boolean {
	if (before.linkOnly && after.linkOnly) return false;
	if (isNotice(before) && isNotice(after) && !isRuleOnChanges(before, after)) return false;
	const longest = Math.max(...[before, after].map((text) => countWords(essence(withoutNumber(text)))));
	if (before.kind !== 'row' && longest <= formNumber) return false;
	if (lostLinkWords(before, after)) return false;
	const atEdge = isAtEdge(event, sides);
	if (atEdge && isFooter(before) && isFooter(after)) return false;
	const isAround = (step: SentenceStep): boolean =>
		(atEdge && everySide(sides.ledger, step, isNoticeSentence)) ||
		(before.kind !== 'row' && everySide(sides.ledger, step, isMenuLine));
	return event.sentences.some((step) => tells(sides.ledger, step) && !isAround(step));
}

function isFooter({ visible, words }: ClauseText): boolean {
	return words <= longestFooter && footerLine.test(visible);
}

function everySide(ledger: Ledger, step: SentenceStep, is: (words: string) => boolean): boolean {
	return [step.before, step.after]
		.filter((passage) => passage !== null)
		.every((passage) => is(passageWords(ledger, passage)));
}

/** A long banner holds several notices, one a sentence. */
function isNoticeSentence(words: string): boolean {
	return countWords(words) <= longestSentence && notice.test(words) && !announcing.test(words);
}

/** The entries of a menu, read as one line. */
function isMenuLine(words: string): boolean {
	return countWords(words) >= shortestMenuLine && !/[\p{N},;:]/u.test(words) && !isSentence(words);
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
	const bare = undated.replace(labels, ' ').replace(address, ' ');
	// A label may come to stand alone once what stood beside it is gone; where nothing went, there is none, and the search is what costs.
	return bare === undated ? bare : bare.replace(labels, ' ');
}

function isNotice(text: ClauseText): boolean {
	return text.words <= longestNotice && notice.test(text.visible);
}

/** What came in or went out of both is about how and when changes are made known. */
function isRuleOnChanges(before: ClauseText, after: ClauseText): boolean {
	return announcing.test(before.visible) && announcing.test(after.visible);
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
