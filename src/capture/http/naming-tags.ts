/**
 * Finds where a page says in which characters it is written: in its `meta` tags and its XML declaration. What stands in comments, scripts
 * and the like is no tag. One pass, whatever the page holds.
 */

export interface NamingTag {
	readonly tag: string;
	/** Where browsers look for it: before all that people see, or within the first 1024 bytes. */
	readonly isAhead: boolean;
}

/** How far the HTML standard asks browsers to look in any case, in bytes. */
const prescan = 1024;

/** May stand before the body of a page; any other tag begins it. */
const headTags = setOf(
	'html head base basefont bgsound link meta noframes noscript script style template title',
);
/** Hold no tags but their own end. */
const textElements = setOf('iframe noembed noframes script style textarea title xmp');

function setOf(names: string): ReadonlySet<string> {
	return new Set(names.split(' '));
}

/** @param page its bytes, one character each */
export function* namingTags(page: string): Generator<NamingTag> {
	const first = page.search(/\S/);
	let isAhead = true;
	for (const { name, start, end } of allTags(page)) {
		isAhead &&= name === '' || headTags.has(name);
		const names = name === 'meta' || (start === first && page.startsWith('<?xml', start));
		if (names) yield { tag: page.slice(start, end), isAhead: isAhead || start < prescan };
	}
}

/** A tag that starts an element, or with an empty name a comment, the end of an element and whatever else begins with `<`. */
export interface PageTag {
	/** In small letters. */
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/** Behind what it holds, where that is text alone, as in a script; else the tag's own end. */
	readonly contentEnd: number;
}

export function* allTags(page: string): Generator<PageTag> {
	for (let at = 0; ; ) {
		const start = page.indexOf('<', at);
		if (start < 0) return;
		const name = nameOfTag(page, start);
		const end = name === '' ? endOfMark(page, start) : endOfTag(page, start + 1 + name.length);
		at = textElements.has(name) ? startOfEnd(page, name, end) : end;
		yield { name, start, end, contentEnd: at };
	}
}

const startTag = /<([a-z][^\s/>]*)/iy;
const attribute = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;

/** In small letters; empty where no tag starts there. */
function nameOfTag(page: string, start: number): string {
	startTag.lastIndex = start;
	return startTag.exec(page)?.[1]?.toLowerCase() ?? '';
}

/** A `>` in an attribute's quotes does not end it. @param at where its attributes begin */
function endOfTag(page: string, at: number): number {
	attribute.lastIndex = at;
	let end = at;
	while (attribute.test(page)) end = attribute.lastIndex;
	return after(page, '>', end);
}

/** Of a comment, a declaration, the end of an element, or a `<` that means itself. */
function endOfMark(page: string, start: number): number {
	if (page.startsWith('<!--', start)) return after(page, '-->', start + 2);
	return /[!?/]/.test(page.charAt(start + 1)) ? after(page, '>', start) : start + 1;
}

function startOfEnd(page: string, name: string, at: number): number {
	const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
	end.lastIndex = at;
	return end.exec(page)?.index ?? page.length;
}

/** Behind the next such sign; where there is none, everything belongs to what has no end. */
function after(page: string, sign: string, at: number): number {
	const found = page.indexOf(sign, at);
	return found < 0 ? page.length : found + sign.length;
}
