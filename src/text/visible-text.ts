/** Markdown of one clause → what a reader sees of it. One pass, linear on any input: archived text is hostile. */

export interface VisibleText {
	/** Words without markup and link targets, white space folded, trimmed. */
	readonly text: string;
	/** Link targets in the order of the text. */
	readonly targets: readonly string[];
	/** The words that stand in no link, white space as it comes. */
	readonly outside: string;
	/** True where every letter and digit stands inside a link. */
	readonly linkOnly: boolean;
}

/** Farthest that a link target or a tag may reach before it is taken for plain text. */
const longestTarget = 8192;
const longestTag = 2048;

/** Any of these makes a text more than plain words. */
const markup = /[[\]*_`\\<&~!]/;
const marks = new RegExp(markup, 'g');
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const blanks = /\s+/g;
const wordCharacter = /[\p{L}\p{N}]/u;

export function visibleText(markdown: string): VisibleText {
	if (!markup.test(markdown)) {
		const text = fold(markdown);
		return { text, targets: [], outside: text, linkOnly: false };
	}
	const scan = scanMarkdown(markdown);
	return {
		text: fold(scan.text),
		targets: scan.targets,
		outside: scan.outside,
		linkOnly: scan.targets.length > 0 && !wordCharacter.test(scan.outside),
	};
}

/** Most texts need no folding, and looking is cheaper than replacing. */
const foldable = /^\s|\s$|\s\s|[^\S ]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

function fold(text: string): string {
	return !foldable.test(text) ? text : text.replace(invisible, '').replace(blanks, ' ').trim();
}

interface Scan {
	readonly text: string;
	readonly outside: string;
	readonly targets: readonly string[];
}

/**
 * Words are kept as pieces and joined at the end: a bracket that turns out to be plain text is put back into its own piece, and a
 * link is taken out of `outside` by dropping pieces, so that neither copies what stands before it.
 */
function scanMarkdown(markdown: string): Scan {
	const text: string[] = [];
	const outside: string[] = [];
	const targets: string[] = [];
	/** Where in `text` and `outside` each bracket stands that is still open. */
	const open: Bracket[] = [];
	const closing = closingParentheses(markdown);
	const tagEnd = tagEnds(markdown);
	const struck = struckEnds(markdown);
	let at = 0;
	const put = (words: string): void => {
		text.push(words);
		outside.push(words);
	};
	while (at < markdown.length) {
		const next = nextMark(markdown, at);
		if (next > at) put(markdown.slice(at, next));
		at = next;
		const character = markdown[at];
		if (character === undefined) break;
		if (character === '\\' && at + 1 < markdown.length) {
			put(markdown[at + 1] as string);
			at += 2;
		} else if (character === '[') {
			open.push({ text: text.push('') - 1, outside: outside.length });
			at += 1;
		} else if (character === ']') {
			const opened = open.pop();
			const end = linkEnd(markdown, at, opened, closing);
			if (end === at) {
				if (opened !== undefined) text[opened.text] = '[';
				text.push(']');
			} else {
				targets.push(targetIn(markdown.slice(at + 2, end - 1)));
				if (opened !== undefined) outside.length = opened.outside;
			}
			at = Math.max(end, at + 1);
		} else if (character === '~' && struck(at) !== undefined) {
			put(' ');
			at = struck(at) as number;
		} else if (character === '<') {
			const end = tagEnd(at);
			put(end === at ? '<' : tagWords(markdown.slice(at, end)));
			at = Math.max(end, at + 1);
		} else if (character === '&') {
			const entity = entityAt(markdown, at);
			put(entity.words);
			at += entity.length;
		} else {
			if (!isDropped(markdown, at)) put(character);
			at += 1;
		}
	}
	return { text: text.join(''), outside: outside.join(''), targets };
}

interface Bracket {
	readonly text: number;
	readonly outside: number;
}

/** Plain words are taken over as a whole: character by character costs five times as much. */
function nextMark(markdown: string, from: number): number {
	marks.lastIndex = from;
	return marks.exec(markdown)?.index ?? markdown.length;
}

/** Begins the target of a link that opened in a clause before: a link around several paragraphs is cut with them. */
const address = /^(?:https?:|mailto:|\/|#)/;

/** End of the link whose bracket closes at `at`, or `at` where no target follows: then the bracket was plain text. */
function linkEnd(
	markdown: string,
	at: number,
	opened: Bracket | undefined,
	closing: (from: number) => number | undefined,
): number {
	if (markdown[at + 1] !== '(') return at;
	if (opened === undefined && !address.test(markdown.slice(at + 2, at + 10))) return at;
	const end = closing(at + 1);
	return end === undefined || end - at > longestTarget ? at : end + 1;
}

function targetIn(parentheses: string): string {
	return (parentheses.trim().split(/\s/)[0] ?? '').replace(/^<|>$/g, '');
}

/**
 * Where the parenthesis that opens at a place closes. All are paired in one pass, once somebody asks: looking ahead from each of many
 * that never close would read the same text again and again.
 */
function closingParentheses(markdown: string): (from: number) => number | undefined {
	let pairs: Map<number, number> | undefined;
	return (from) => {
		pairs ??= pairParentheses(markdown);
		return pairs.get(from);
	};
}

const parentheses = /\\.|[()]/gs;

function pairParentheses(markdown: string): Map<number, number> {
	const pairs = new Map<number, number>();
	const open: number[] = [];
	for (const { 0: found, index } of markdown.matchAll(parentheses)) {
		if (found === '(') open.push(index);
		else if (found === ')' && open.length > 0) pairs.set(open.pop() as number, index);
	}
	return pairs;
}

const strikes = /\\.|~~(?!~)/gs;

/**
 * End of the struck words that begin at a place: an agreement that strikes a word out does not say it any more. All are paired in one
 * pass; marks without a partner strike nothing.
 */
function struckEnds(markdown: string): (from: number) => number | undefined {
	let ends: Map<number, number> | undefined;
	return (from) => {
		ends ??= pairStrikes(markdown);
		return ends.get(from);
	};
}

function pairStrikes(markdown: string): Map<number, number> {
	const ends = new Map<number, number>();
	let open = -1;
	for (const { 0: found, index } of markdown.matchAll(strikes)) {
		if (found !== '~~') continue;
		const opens = /\S/.test(markdown[index + 2] ?? ' ');
		if (open === -1 && opens) open = index;
		else if (open !== -1 && /\S/.test(markdown[index - 1] as string)) {
			ends.set(open, index + 2);
			open = -1;
		}
	}
	return ends;
}

/**
 * End of the tag or autolink that begins at a place, or that place where a plain "<" stands. Asked from left to right: the next ">" is
 * looked for once, however many "<" stand before it.
 */
function tagEnds(markdown: string): (from: number) => number {
	let next = -1;
	return (from) => {
		if (!/[a-zA-Z/!]/.test(markdown[from + 1] ?? '')) return from;
		if (next < from) next = markdown.indexOf('>', from);
		if (next < 0) next = Number.POSITIVE_INFINITY;
		return next - from > longestTag ? from : next + 1;
	};
}

function tagWords(tag: string): string {
	if (/^<(https?:|mailto:)/i.test(tag)) return tag.slice(1, -1);
	return /^<\/?(br|p|div|li|td|th|tr)\b/i.test(tag) ? ' ' : '';
}

const entities: Readonly<Record<string, string>> = {
	nbsp: ' ',
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
};

function entityAt(markdown: string, at: number): { words: string; length: number } {
	const match = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/.exec(markdown.slice(at, at + 12));
	if (match === null) return { words: '&', length: 1 };
	const [whole, decimal, hex, name] = match;
	const words = name === undefined ? characterOf(decimal, hex) : entities[name];
	return { words: words ?? whole, length: whole.length };
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
	const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
	return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Emphasis and code marks, and the "!" of an image. An underscore inside a word is part of it. */
function isDropped(markdown: string, at: number): boolean {
	const character = markdown[at];
	if (character === '*' || character === '`') return true;
	if (character === '~') return markdown[at + 1] === '~' || markdown[at - 1] === '~';
	if (character === '!') return markdown[at + 1] === '[';
	if (character !== '_') return false;
	return !(wordCharacter.test(markdown[at - 1] ?? ' ') && wordCharacter.test(markdown[at + 1] ?? ' '));
}
