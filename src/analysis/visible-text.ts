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

/** Farthest that a link target, a tag or an entity may reach before it is taken for plain text: bounds the cost of `[((((…`. */
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
	text: string;
	/** The text that stands in no link. */
	outside: string;
	targets: string[];
}

function scanMarkdown(markdown: string): Scan {
	const scan: Scan = { text: '', outside: '', targets: [] };
	/** Lengths of `text` and `outside` at each bracket that is still open. */
	const open: { text: number; outside: number }[] = [];
	let at = 0;
	const put = (words: string): void => {
		scan.text += words;
		scan.outside += words;
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
			open.push({ text: scan.text.length, outside: scan.outside.length });
			at += 1;
		} else if (character === ']') {
			at = closeBracket(markdown, at, scan, open.pop());
		} else if (character === '<') {
			const end = tagEnd(markdown, at);
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
	return scan;
}

/** Plain words are taken over as a whole: character by character costs five times as much. */
function nextMark(markdown: string, from: number): number {
	marks.lastIndex = from;
	return marks.exec(markdown)?.index ?? markdown.length;
}

/** Begins the target of a link that opened in a clause before: a link around several paragraphs is cut with them. */
const address = /^(?:https?:|mailto:|\/|#)/;

/** A bracket that no target follows was plain text: brackets do not count as words, so dropping both keeps the key. */
function closeBracket(
	markdown: string,
	at: number,
	scan: Scan,
	opened?: { text: number; outside: number },
): number {
	const end =
		opened !== undefined || address.test(markdown.slice(at + 2, at + 10)) ? targetEnd(markdown, at + 1) : at;
	if (end <= at + 1) {
		restoreBrackets(scan, opened);
		return at + 1;
	}
	scan.targets.push(
		(
			markdown
				.slice(at + 2, end - 1)
				.trim()
				.split(/\s/)[0] ?? ''
		).replace(/^<|>$/g, ''),
	);
	if (opened !== undefined) scan.outside = scan.outside.slice(0, opened.outside);
	return end;
}

function restoreBrackets(scan: Scan, opened?: { text: number; outside: number }): void {
	if (opened !== undefined) scan.text = `${scan.text.slice(0, opened.text)}[${scan.text.slice(opened.text)}`;
	scan.text += ']';
}

/** End of `(target)` that begins at `from`, or `from` where there is none. */
function targetEnd(markdown: string, from: number): number {
	if (markdown[from] !== '(') return from;
	let depth = 0;
	const limit = Math.min(markdown.length, from + longestTarget);
	for (let at = from; at < limit; at++) {
		const character = markdown[at];
		if (character === '\\') at++;
		else if (character === '(') depth++;
		else if (character === ')' && --depth === 0) return at + 1;
	}
	return from;
}

/** End of the tag or autolink that begins at `from`, or `from` where a plain "<" stands. */
function tagEnd(markdown: string, from: number): number {
	if (!/[a-zA-Z/!]/.test(markdown[from + 1] ?? '')) return from;
	const end = markdown.indexOf('>', from);
	return end < 0 || end - from > longestTag ? from : end + 1;
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
