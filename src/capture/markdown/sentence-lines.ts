/** Lays Markdown out with one sentence a line, so that `git diff` and `git blame` speak of sentences. Only white space changes. */
import { Lexer, type Token } from 'marked';
import { endsInAbbreviation } from '../../text/abbreviations.ts';

/**
 * Breaks the lines of paragraphs and list items after each sentence. Headings, table rows and code stay as they are. Lines that
 * already follow each other in a paragraph are joined first, so doing it twice changes nothing.
 */
export function breakSentences(markdown: string): string {
	return paragraphsOf(markdown.split('\n')).flatMap(layOut).join('\n');
}

/** A run of lines: text to lay out, or lines to keep. */
interface Paragraph {
	/** What stands before the text of the first line: indentation, quote marks, list markers; null for lines to keep. */
	readonly prefix: string | null;
	/** Lines and the gaps between them, joined once the paragraph is whole: each time anew would cost the square of its lines. */
	readonly pieces: string[];
}

const prefixForm = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;
const fence = /^[ \t>]*(`{3,}|~{3,})/;
/** A heading, a table row, a thematic break, a setext underline, HTML, or nothing. */
const kept = /^(?:#{1,6}(?:\s|$)|\||(?:[-*_][ \t]*){3,}$|=+\s*$|-+\s*$|<[a-z/!?]|$)/i;
const hardBreak = /(?<! ) {2,}$|\\$/;

function paragraphsOf(lines: readonly string[]): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	let fenceMark: string | null = null;
	for (const line of lines) {
		const mark = fence.exec(line)?.[1];
		if (fenceMark !== null || mark !== undefined) {
			if (fenceMark === null) fenceMark = mark as string;
			else if (mark?.startsWith(fenceMark)) fenceMark = null;
			paragraphs.push({ prefix: null, pieces: [line] });
			continue;
		}
		const prefix = prefixForm.exec(line)?.[0] ?? '';
		const text = line.slice(prefix.length).replace(/(?<![ \t])[ \t]$/, '');
		const last = paragraphs.at(-1);
		if (kept.test(text)) paragraphs.push({ prefix: null, pieces: [line] });
		else if (last !== undefined && continues(last, prefix)) goOn(last.pieces, text);
		else paragraphs.push({ prefix, pieces: [text] });
	}
	return paragraphs;
}

/** True where a line with this prefix goes on with the paragraph before it. */
function continues({ prefix, pieces }: Paragraph, next: string): boolean {
	return prefix !== null && !hardBreak.test(pieces.at(-1) as string) && next === hanging(prefix);
}

function goOn(pieces: string[], text: string): void {
	const last = pieces.pop() as string;
	const gap = wideStop.test(last) && wideStart.test(text) ? '' : ' ';
	pieces.push(last.trimEnd(), gap, text);
}

/** The prefix of the lines after the first: list markers become spaces, quote marks stay. */
function hanging(prefix: string): string {
	return prefix.replace(/[^>\t]/g, ' ');
}

function layOut({ prefix, pieces }: Paragraph): string[] {
	const text = pieces.join('');
	if (prefix === null) return [text];
	const end = hardBreak.exec(text)?.[0].replace(/ +/, '  ') ?? '';
	const body = (end === '' ? text : text.replace(hardBreak, '')).replace(/[ \t]+/g, ' ').trim();
	const sentences = sentencesOf(body);
	const indent = hanging(prefix);
	return sentences.map(
		(sentence, at) => (at === 0 ? prefix : indent) + sentence + (at === sentences.length - 1 ? end : ''),
	);
}

const wideStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（【《〈]/u;
/** Sentences of scripts without spaces end in these. */
const wideStop = /[。！？．]["'”’」』）)]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of one paragraph of Markdown. Joined again with the spaces between them they are the paragraph.
 * @param text a line without line breaks
 */
export function sentencesOf(text: string): string[] {
	if (!mayHoldTwo(text) || isTangled(text)) return [text];
	const { shadow, whole } = readInline(text);
	const sentences: string[] = [];
	let start = 0;
	for (const end of segmentEnds(shadow)) {
		const index = withoutMarks(shadow, end);
		if (index <= start || whole[index] === 1) continue;
		if (!isBoundary(shadow.slice(start, index), shadow.slice(index, index + 24), text.slice(index))) continue;
		sentences.push(text.slice(start, index).trim());
		start = index;
	}
	return [...sentences, text.slice(start).trim()];
}

const stop = /[.!?。！？．…]/;

/** Nothing but white space parts sentences, save in scripts without spaces, and it does so behind a sign that ends one. */
function mayHoldTwo(text: string): boolean {
	const at = text.search(stop);
	return at >= 0 && (/\s/.test(text.slice(at)) || /[。！？．]/.test(text));
}

/** Where sentences end by Unicode's rules. Asked for one by one, as walking through them costs twice the time. */
function segmentEnds(text: string): number[] {
	const segments = segmenter.segment(text);
	const ends: number[] = [];
	for (let at = 0; at < text.length; ) {
		at += segments.containing(at)?.segment.length ?? text.length;
		ends.push(at);
	}
	return ends;
}

/** Time to read emphasis grows with the square of its marks: 20,000 take five seconds. No real paragraph comes near. */
function isTangled(text: string): boolean {
	return text.length > 4000 && (text.match(/(?<!\\)[*_~`]+/g)?.length ?? 0) > 4000;
}

/** Unicode counts markup, and brackets where no space is, to the sentence before them; they open the next one. */
function withoutMarks(shadow: string, index: number): number {
	let at = index;
	while (shadow[at - 1] === mark || /[「『（【《〈]/.test(shadow[at - 1] ?? '')) at--;
	return at;
}

/** A mark that starts a block would make a list or a heading of the sentence that it stands before. */
const blockMark =
	/^(?:[-+*=~](?:\s|$)|(?:[-*_=~][ \t]*){3,}(?:\s|$)|[>|]|<[a-z/!?]|#{1,6}(?:\s|$)|[`~]{3}|\d{1,9}[.)](?:\s|$))/i;
/** "4.2.", "(a)", "IV.", "Section 4.", "§ 3." and the like: a number belongs to what follows it. */
const label =
	/^[^\p{L}\p{N}]*(?:(?:section|sec|article|art|clause|part|chapter|annex|schedule|exhibit|appendix|step|abschnitt|artikel|ziffer|teil|kapitel|anhang|sección|artículo|cláusula)\.?\s+)?(?:§+\s*)?(?:\d{1,3}|\p{L}|[ivxlc]{1,6})(?:[.)-]+(?:\d{1,3}|\p{L}|[ivxlc]{1,6}))*[.)]+[^\p{L}\p{N}]*$/iu;
/** Of what a sentence says before its end, as much is looked at for a number that belongs to what follows. */
const longestLabel = 400;
/** "… of the law. 4." */
const lateLabel = /[.!?:;]["'”’)]*\s+\(?(?:\d{1,3}\.)*\d{1,3}[.)]+\s*$/;
/** Not "… under No. 4." */
function endsInLabel(said: string): boolean {
	const at = said.search(lateLabel);
	return at >= 0 && !endsInAbbreviation(said.slice(0, at + 1), '4');
}

/** German and its neighbours write dates as "1. Januar". */
const month = /^(?:jan|feb|mär|mar|apr|mai|maj|jun|jul|aug|sep|okt|nov|dez|dec)\p{Ll}*\b/iu;

/** @param left the sentence so far · @param right what follows, both without markup · @param raw what follows, as written */
function isBoundary(left: string, right: string, raw: string): boolean {
	const next = right.replace(invisible, '').trimStart();
	const said = left.slice(-2 * longestLabel).replace(invisible, '');
	if (next === '' || blockMark.test(raw)) return false;
	// With a space or without: lines that were broken there are joined with one.
	if (wideStop.test(said.trimEnd())) return true;
	if (!/\s$/.test(said)) return false;
	if (/^\p{Ll}/u.test(next)) return false;
	if (left.length < longestLabel && label.test(said)) return false;
	const end = said.slice(-longestLabel);
	if (endsInLabel(end)) return false;
	if (/(?:^|\s)\d{1,2}\.\s+$/.test(end) && month.test(next)) return false;
	return !endsInAbbreviation(end.trimEnd(), next);
}

/** Stands for markup in the shadow of a text: Unicode's rules for sentences look through it. */
const mark = '\u2060';
const invisible = /\u2060/g;

interface Inline {
	/** The text as a reader sees it, markup masked, of the same length. */
	readonly shadow: string;
	/** 1 at each place where no line may break: inside links, emphasis and code. */
	readonly whole: Uint8Array;
}

function readInline(text: string): Inline {
	const whole = new Uint8Array(text.length + 1);
	if (!/[*_`[\]<\\~:@]|www/.test(text)) return { shadow: text, whole };
	let shadow = '';
	for (const token of inlineTokens(text)) {
		const { raw } = token;
		if (token.type !== 'text') whole.fill(1, shadow.length + 1, shadow.length + raw.length);
		shadow += shadowOf(token);
	}
	return { shadow, whole };
}

/** The inline tokens of a text; one plain token where they would not add up to it. */
function inlineTokens(text: string): Token[] {
	const tokens = Lexer.lexInline(text);
	const plain: Token = { type: 'text', raw: text, text };
	return tokens.map((token) => token.raw).join('') === text ? tokens : [plain];
}

/** Markup becomes invisible, code becomes a word. */
function shadowOf(token: Token): string {
	const { raw } = token;
	if (token.type === 'text') return raw;
	if (token.type === 'escape') return mark + raw.slice(1);
	if (token.type === 'codespan') return 'x'.repeat(raw.length);
	const inner = ('tokens' in token ? token.tokens : undefined) ?? [];
	const at = raw.indexOf(inner.map((part) => part.raw).join(''));
	if (inner.length === 0 || at < 0) return mark.repeat(raw.length);
	return (mark.repeat(at) + inner.map(shadowOf).join('')).padEnd(raw.length, mark);
}
