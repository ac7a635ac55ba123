/** Tells changes in what an agreement says from changes in the page around it: menus, banners, notices, widgets. */
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import { withoutDates } from '../../text/dates-in-text.ts';
import { type VisibleText, visibleText } from '../../text/visible-text.ts';
import { countWords, wordHashes } from '../../text/words.ts';
import { fewestWords, isLabel, isSentence, shortestSentence } from '../clauses/label.ts';
import { clauseEdits } from '../redline/word-edits.ts';

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

/**
 * @returns a judge of single events between two versions: does this one alter what the agreement says? It remembers the letters
 * of clauses: an agreement asks for the same ones at each of its changes.
 */
export function termsJudge(ledger: Ledger) {
	const known: string[] = [];
	const lettersOfText = (id: number): string => {
		known[id] ??= lettersOf(afterNumber(ledger.texts[id] as ClauseText));
		return known[id];
	};

	return function judgeOf(before: State, after: State): (event: ClauseEvent) => boolean {
		const sides = { before: sideOf(before), after: sideOf(after) };
		return (event) => changesTerms(ledger, event, sides);
	};

	function sideOf(state: State): Side {
		let letters: string | undefined;
		return {
			clauseAt: (at) => ledger.texts[state.texts[at] as number] as ClauseText,
			length: state.texts.length,
			letters: () => {
				letters ??= Array.from(state.texts, lettersOfText).join('');
				return letters;
			},
		};
	}
}

/** One version as a whole. */
interface Side {
	readonly clauseAt: (at: number) => ClauseText;
	readonly length: number;
	/** Its letters and digits without anything between them; made when first asked for. */
	readonly letters: () => string;
}

interface Sides {
	readonly before: Side;
	readonly after: Side;
}

function lettersOf(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function afterNumber(text: ClauseText): string {
	return text.visible.slice(text.number.length);
}

function changesTerms(ledger: Ledger, event: ClauseEvent, sides: Sides): boolean {
	const [old, fresh] = [event.before, event.after].map((id) =>
		id === null ? null : (ledger.texts[id] as ClauseText),
	);
	if (!isRewordedSentence(old, fresh) && isInMenu(event, sides)) return false;
	if (old && fresh) {
		return (event.kind === 'reworded' || event.kind === 'number') && rewordsTerms(old, fresh, sides);
	}
	const text = (fresh ?? old) as ClauseText;
	if (!saysSomething(text) || isBanner(text, event, sides)) return false;
	// Cut or joined elsewhere, the same words are no news.
	return !(fresh ? sides.before : sides.after).letters().includes(lettersOf(afterNumber(text)));
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
	if (text.linkOnly || isLabel(text) || countWords(essence(text)) < shortestSentence) return false;
	if (countWords(visibleText(text.markdown).outside) <= text.words * (1 - mostLinked)) return false;
	return text.kind === 'row' || isSentence(text.visible);
}

/** Other words, once addresses, labels and dates are left out. The same words in another order are no other wording of a list. */
function rewordsTerms(before: ClauseText, after: ClauseText, sides: Sides): boolean {
	if (before.linkOnly && after.linkOnly) return false;
	if (isNotice(before) && isNotice(after)) return false;
	const [one, other] = [before, after].map((text) => wordHashes(essence(text)).sort()) as [
		Int32Array,
		Int32Array,
	];
	if (before.kind !== 'row' && Math.max(one.length, other.length) <= formNumber) return false;
	return !equal(one, other) && !lostLinkWords(before, after) && !isRecut(before, after, sides);
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

function equal(one: Int32Array, other: Int32Array): boolean {
	return one.length === other.length && one.every((hash, at) => hash === other[at]);
}

/** A clause split, or joined with its neighbour: what it lost stands elsewhere now, what it gained stood elsewhere before. */
function isRecut(before: ClauseText, after: ClauseText, sides: Sides): boolean {
	return clauseEdits(before, after).every(({ kind, text }) => {
		if (kind === 'same' || countWords(text) === 0) return true;
		if (countWords(text) < fewestWords) return false;
		return (kind === 'ins' ? sides.before : sides.after).letters().includes(lettersOf(text));
	});
}

/** The words of a clause that could bind somebody. */
function essence(text: ClauseText): string {
	return withoutDates(afterNumber(text).replace(labels, ' ').replace(address, ' ')).replace(labels, ' ');
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
