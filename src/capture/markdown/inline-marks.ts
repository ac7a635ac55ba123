/**
 * Marks of Markdown that hold. Whether `*` is emphasis depends on what stands on both sides of it, which is known only once the whole line
 * is written: until then each mark is a character that no text may hold, and here they become what a reader of CommonMark takes for marks.
 * @see https://spec.commonmark.org/0.31.2/#delimiter-run
 */
import { Lexer, type Token as MarkdownToken } from 'marked';

/** Written around what they mark. Noncharacters of Unicode: no page may send them, and those that do lose them. */
const openings: Readonly<Record<Mark, string>> = { '*': '\ufdd0', '**': '\ufdd1', '~~': '\ufdd2' };
const closings: Readonly<Record<Mark, string>> = { '*': '\ufdd3', '**': '\ufdd4', '~~': '\ufdd5' };
const linkStart = '\ufdd6';
const linkEnd = '\ufdd7';
const tilde = '\ufdd8';
/** One that is written as an entity. */
const tildeInWords = '\ufdd9';

export type Mark = '*' | '**' | '~~';

export function markedText(content: string, mark: Mark): string {
	return content.trim() === '' ? '' : openings[mark] + content + closings[mark];
}

/** @param target as it stands in the parentheses */
export function linkedText(content: string, target: string): string {
	return `${linkStart}${content}](${target}${linkEnd}`;
}

/** The page's own tildes, of which two may strike out what stands between them. */
export function withOwnTildes(text: string): string {
	return text.replaceAll('~', tilde);
}

/** What a page sends of our own signs. */
export function withoutOwnSigns(text: string): string {
	return text.replace(/[\ufdd0-\ufdef]/g, '');
}

interface Token {
	/** Text as it will stand; of a mark its sign. */
	text: string;
	readonly mark: Mark | null;
	readonly isOpening: boolean;
	/** True for a link's first and last sign: text that nothing can be taken from. */
	readonly isFixed: boolean;
	/** Of a mark: the other one of its pair. */
	partner: Token | null;
	/** Of a mark that opens: what follows it. */
	next: Token | null;
	isDropped: boolean;
	/** What was moved out of the marks, or parts them from a word: before an opening one, after a closing one. */
	moved: string;
}

const signs = /([\ufdd0-\ufdd7])/;
const markOf = new Map<string, { readonly mark: Mark; readonly isOpening: boolean }>([
	...Object.entries(openings).map(([mark, sign]) => [sign, { mark: mark as Mark, isOpening: true }] as const),
	...Object.entries(closings).map(
		([mark, sign]) => [sign, { mark: mark as Mark, isOpening: false }] as const,
	),
]);

/** @param markdown with the signs of this file · @returns without them */
export function settleMarks(markdown: string): string {
	return settleEmphasis(settleTildes(markdown)).replaceAll(tildeInWords, '&#126;');
}

function settleEmphasis(written: string): string {
	if (!signs.test(written)) return written;
	const pieces = partedAtBreaks(withBreaksTogether(written.split(signs)));
	const tokens = simplified(pieces.map(tokenOf));
	pair(tokens);
	for (let at = 0; at < tokens.length; at++) {
		const end = runEnd(tokens, at);
		if (end === at) continue;
		settleRun(tokens, at, end);
		at = end - 1;
	}
	for (const paragraph of paragraphsOf(tokens)) settleParagraph(paragraph);
	mergeStruck(tokens);
	for (const [at, token] of tokens.entries())
		if (token.mark === '~~' && !token.isDropped) settleStruck(tokens, at);
	return writtenTokens(tokens);
}

/** What was struck goes on where nothing but dropped marks parts it. */
function mergeStruck(tokens: readonly Token[]): void {
	let last: Token | null = null;
	for (const token of tokens) {
		if (token.mark !== '~~' && token.isDropped && token.moved === '') continue;
		const isNext = last?.mark === '~~' && !last.isOpening && last.moved === '' && token.moved === '';
		if (isNext && token.mark === '~~' && token.isOpening) {
			(last as Token).isDropped = true;
			token.isDropped = true;
		}
		last = token;
	}
}

/** Between two empty lines. */
interface Paragraph {
	/** The first and the last may reach over the lines. */
	readonly tokens: Token[];
	/** What of the token behind them belongs to it. */
	end: string;
}

function paragraphsOf(tokens: readonly Token[]): Paragraph[] {
	const paragraphs: Paragraph[] = [{ tokens: [], end: '' }];
	for (const token of tokens) {
		const last = paragraphs.at(-1) as Paragraph;
		const at = token.mark === null ? token.text.indexOf('\n\n') : -1;
		if (at < 0) last.tokens.push(token);
		else {
			last.end = token.text.slice(0, at);
			paragraphs.push({ tokens: [token], end: '' });
		}
	}
	return paragraphs;
}

/** Where marks could be read in two ways the fewest are dropped that leave one. */
function settleParagraph(paragraph: Paragraph): void {
	for (const mark of ['*', '**'] as const) {
		const runs = runsOf(paragraph.tokens);
		const isOdd = paragraph.tokens.some(({ mark, text }) => mark === '~~' || /[\ud800-\udfff]/.test(text));
		const isPlain =
			!isOdd && runs.every(({ marks, canOpen, canClose }) => marks.length === 1 && canOpen !== canClose);
		if (isPlain || (pairsAsMeant(runs) && readsAsMeant(paragraph))) return;
		drop(paragraph.tokens.filter((token) => token.mark === mark));
	}
}

/** The time to read marks grows with the square of their number. */
const mostMarks = 500;

/** True where no mark is left over for the reader that builds the site, who differs from CommonMark beside some signs. */
function readsAsMeant({ tokens, end }: Paragraph): boolean {
	if (tokens.filter(({ mark }) => mark !== null).length > mostMarks) return false;
	const text = (writtenTokens(tokens) + end).replaceAll(tildeInWords, '&#126;');
	return !holdsMark(Lexer.lexInline(text.slice(text.lastIndexOf('\n\n') + 1)));
}

function holdsMark(tokens: readonly MarkdownToken[]): boolean {
	return tokens.some((token) =>
		'tokens' in token && token.tokens !== undefined
			? holdsMark(token.tokens)
			: token.type === 'text' && /\*|~~/.test(token.raw),
	);
}

/** Asterisks without anything between them. */
interface Run {
	readonly marks: Token[];
	readonly length: number;
	readonly canOpen: boolean;
	readonly canClose: boolean;
}

/** True where a reader of CommonMark, who goes by the lengths of runs alone, pairs each mark with its own. */
function pairsAsMeant(runs: readonly Run[]): boolean {
	const open: { readonly run: Run; readonly token: Token }[] = [];
	for (const run of runs) {
		const closing = run.marks.filter(({ isOpening }) => !isOpening);
		if (closesWhole(run, closing, open)) {
			open.length -= closing.length;
			continue;
		}
		for (const [at, token] of closing.entries()) {
			const opener = open.pop();
			const rest = run.marks.slice(at).reduce((length, { text }) => length + text.length, 0);
			const left = open
				.filter((each) => each.run === opener?.run)
				.reduce((length, each) => length + each.token.text.length, opener?.token.text.length ?? 0);
			const taken = rest >= 2 && left >= 2 ? 2 : 1;
			if (opener === undefined || token.partner !== opener.token || taken !== token.text.length) return false;
			if (!mayPair(opener.run, run)) return false;
		}
		const opening = run.marks.filter(({ isOpening }) => isOpening);
		if (opening.length > 0 && run.canClose && open.some((each) => mayPair(each.run, run))) return false;
		open.push(...opening.map((token) => ({ run, token })));
	}
	return true;
}

/** True where two runs are all of each other: then it does not matter which mark is the inner one. */
function closesWhole(
	run: Run,
	closing: readonly Token[],
	open: readonly { readonly run: Run; readonly token: Token }[],
): boolean {
	const opened = open.at(-1)?.run;
	if (closing.length < 2 || closing.length !== run.marks.length || opened?.marks.length !== closing.length)
		return false;
	return (
		closing.every(({ partner }) => partner !== null && opened.marks.includes(partner)) && mayPair(opened, run)
	);
}

/** @see https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis rules 9 and 10 */
function mayPair(opener: Run, closer: Run): boolean {
	if (!opener.canOpen || !closer.canClose) return false;
	const isEither = opener.canClose || closer.canOpen;
	return !isEither || (opener.length + closer.length) % 3 !== 0 || opener.length % 3 === 0;
}

function runsOf(tokens: readonly Token[]): Run[] {
	const runs: Run[] = [];
	let before = '';
	let marks: Token[] = [];
	const end = (text: string): void => {
		if (text === '') return;
		if (marks.length > 0) runs.push(runOf(marks, endOf(textToken(before)), startOf(textToken(text))));
		marks = [];
		before = text;
	};
	for (const token of tokens) {
		const isStar = token.mark !== null && token.mark !== '~~' && !token.isDropped;
		if (token.isOpening) end(token.moved);
		if (isStar) marks.push(token);
		else if (!token.isDropped) end(token.text);
		if (!token.isOpening) end(token.moved);
	}
	end(' ');
	return runs;
}

function runOf(marks: Token[], before: string, after: string): Run {
	return {
		marks,
		length: marks.reduce((length, { text }) => length + text.length, 0),
		canOpen: after.trim() !== '' && (!isPunctuation(after) || isOpen(before)),
		canClose: before.trim() !== '' && (!isPunctuation(before) || isOpen(after)),
	};
}

/** Line breaks that only marks part stand together, before them. */
function withBreaksTogether(pieces: readonly string[]): string[] {
	const texts: string[] = [];
	let last = -1;
	for (const [at, piece] of pieces.entries()) {
		texts.push(piece);
		if (piece === '' || markOf.has(piece)) continue;
		const breaks = /^(?: {2}\n[ \t]*)+/.exec(piece)?.[0] ?? '';
		if (breaks !== '' && last >= 0 && /\n[ \t]*$/.test(texts[last]?.slice(-longestIndent) ?? '')) {
			texts[last] += breaks;
			texts[at] = piece.slice(breaks.length);
		}
		if (texts[at] !== '') last = at;
	}
	return texts.filter((piece) => piece !== '');
}

const longestIndent = 64;

const doubleBreak = /((?: {2}\n[ \t]*){2,})/;

/** Two line breaks in a row part paragraphs, over which no mark reaches: it ends before them and begins again. */
function partedAtBreaks(pieces: readonly string[]): string[] {
	const open: string[] = [];
	return pieces
		.flatMap((piece) => {
			const found = markOf.get(piece);
			if (found?.isOpening) open.push(piece);
			else if (found !== undefined) open.pop();
			else if (open.length > 0 && doubleBreak.test(piece)) {
				const closed = open.map((sign) => closings[markOf.get(sign)?.mark as Mark]).reverse();
				return piece
					.split(doubleBreak)
					.flatMap((part, at) => (at % 2 === 0 ? [part] : [...closed, part, ...open]));
			}
			return [piece];
		})
		.filter((piece) => piece !== '');
}

function tokenOf(piece: string): Token {
	const found = markOf.get(piece);
	const text = found?.mark ?? (piece === linkStart ? '[' : piece === linkEnd ? ')' : piece);
	return {
		text,
		mark: found?.mark ?? null,
		isOpening: found?.isOpening ?? false,
		isFixed: piece === linkStart || piece === linkEnd,
		partner: null,
		next: null,
		isDropped: false,
		moved: '',
	};
}

function textToken(text: string): Token {
	return { ...tokenOf(''), text };
}

/** An exclamation mark before a link would make a picture of it. */
function writtenTokens(tokens: readonly Token[]): string {
	let last = '';
	const pieces: string[] = [];
	for (const token of tokens) {
		const text = writtenToken(token);
		const isExclaimed = token.isFixed && text === '[' && last.endsWith('!');
		if (isExclaimed) pieces.push(`${(pieces.pop() as string).slice(0, -1)}\\!`);
		if (text === '') continue;
		pieces.push(text);
		last = text;
	}
	return pieces.join('');
}

function writtenToken({ text, mark, isOpening, isDropped, moved }: Token): string {
	if (mark === null) return text;
	const sign = isDropped ? '' : text;
	return isOpening ? moved + sign : sign + moved;
}

/** Space at the ends of marks goes outside, marks around nothing go, and where the same mark ends and begins again it goes on. */
function simplified(tokens: readonly Token[]): Token[] {
	const kept: Token[] = [];
	for (const token of tokens) {
		const last = kept.at(-1);
		if (token.mark === null && !token.isFixed) addText(kept, token);
		else if (token.mark === null) kept.push(token);
		else if (last?.mark === token.mark && last.isOpening !== token.isOpening) kept.pop();
		else if (!token.isOpening) addClosing(kept, token);
		else kept.push(token);
	}
	return kept;
}

function addText(kept: Token[], token: Token): void {
	const rest = token.text.trimStart();
	const space = token.text.slice(0, token.text.length - rest.length);
	if (space !== '' && kept.at(-1)?.isOpening) {
		const opened: Token[] = [];
		while (kept.at(-1)?.isOpening) opened.push(kept.pop() as Token);
		kept.push(textToken(space), ...opened.reverse());
		token.text = rest;
	}
	if (token.text === '') return;
	const last = kept.at(-1);
	if (last !== undefined && isPlain(last)) last.text += token.text;
	else kept.push(token);
}

function addClosing(kept: Token[], token: Token): void {
	const last = kept.at(-1);
	const text = last !== undefined && isPlain(last) ? last.text : '';
	const space = text.slice(text.trimEnd().length);
	if (last !== undefined && space !== '') {
		last.text = text.slice(0, -space.length);
		if (last.text === '') kept.pop();
	}
	const before = kept.at(-1);
	if (before?.mark === token.mark && before.isOpening) kept.pop();
	else kept.push(token);
	if (space !== '') addText(kept, textToken(space));
}

function isPlain({ mark, isFixed }: Token): boolean {
	return mark === null && !isFixed;
}

function pair(tokens: readonly Token[]): void {
	const open: Token[] = [];
	for (const [at, token] of tokens.entries()) {
		if (token.mark === null) continue;
		token.next = tokens[at + 1] ?? null;
		if (token.isOpening) open.push(token);
		else {
			token.partner = open.pop() ?? null;
			if (token.partner !== null) token.partner.partner = token;
		}
	}
}

/** What is struck has to stay so: a space parts its marks from a word where they would be none. */
function settleStruck(tokens: readonly Token[], at: number): void {
	const token = tokens[at] as Token;
	const [before, after] = [nearest(tokens, at, -1), nearest(tokens, at, 1)];
	const isPlainMark = token.isOpening
		? !isPunctuation(after) || isOpen(before)
		: !isPunctuation(before) || isOpen(after);
	if (!isPlainMark) token.moved = ' ';
}

/** The character beside a mark, past marks that were dropped. */
function nearest(tokens: readonly Token[], from: number, step: 1 | -1): string {
	for (let at = from + step; at >= 0 && at < tokens.length; at += step) {
		const written = writtenToken(tokens[at] as Token);
		if (written !== '') return step === 1 ? startOf(textToken(written)) : endOf(textToken(written));
	}
	return '';
}

/** Where the run of asterisks that begins at a place ends. */
function runEnd(tokens: readonly Token[], from: number): number {
	let end = from;
	while (tokens[end]?.mark === '*' || tokens[end]?.mark === '**') end++;
	return end;
}

/** First in a run come the marks that close, then those that open. */
function settleRun(tokens: readonly Token[], start: number, end: number): void {
	let middle = start;
	while (middle < end && !tokens[middle]?.isOpening) middle++;
	if (middle > start) settleClosing(tokens, start, middle, end);
	if (middle === end) return;
	const isJoined = middle > start && tokens[middle - 1]?.moved === '';
	// What closes and opens in one run is read otherwise by one reader than by another.
	if (isJoined) drop(tokens.slice(middle, end));
	else settleOpening(tokens, start, middle, end);
}

function settleClosing(tokens: readonly Token[], start: number, middle: number, end: number): void {
	const before = tokens[start - 1];
	const last = tokens[middle - 1] as Token;
	const after = startOf(tokens[end]);
	if (!isPunctuation(endOf(before)) || isOpen(after)) {
		moveFellow(last, before);
		return;
	}
	if (!movedOut(before, last)) drop(tokens.slice(start, middle));
}

/** Of a pair of quotation marks or brackets whose first one was moved out of the marks the second one follows it. */
function moveFellow(closing: Token, before: Token | undefined): void {
	const fellow = fellows.get(closing.partner?.moved.at(-1) ?? '');
	if (fellow === undefined || before === undefined || !isPlain(before)) return;
	if (!before.text.endsWith(fellow) || before.text.length === fellow.length) return;
	if (isPunctuation(endOf({ ...before, text: before.text.slice(0, -1) }))) return;
	before.text = before.text.slice(0, -1);
	closing.moved = fellow;
}

const fellows = new Map(
	[
		'“”',
		'‘’',
		'„“',
		'‚‘',
		'«»',
		'»«',
		'‹›',
		'「」',
		'『』',
		'（）',
		'【】',
		'《》',
		'〈〉',
		'()',
		'""',
		"''",
	].map((fellow) => [fellow[0] as string, fellow[1] as string]),
);

/** Punctuation at the end of what is marked goes outside. False where nothing would be left of it. */
function movedOut(before: Token | undefined, closing: Token): boolean {
	if (before === undefined || !isPlain(before)) return false;
	const word = /^(.*[^\p{P}\p{S}\s])[\p{P}\p{S}\s]+$/su.exec(before.text.slice(-longestMove));
	const kept = word?.[1]?.length;
	if (kept === undefined) return false;
	const at = Math.max(0, before.text.length - longestMove) + kept;
	const moved = before.text.slice(at);
	if (hasSyntax(moved)) return false;
	before.text = before.text.slice(0, at);
	closing.moved = moved;
	moveFirst(closing.partner, moved);
	return true;
}

/** The first one of such a pair goes out with the second one. */
function moveFirst(opening: Token | null, moved: string): void {
	const next = opening?.next;
	if (!opening || !next || !isPlain(next) || opening.moved !== '') return;
	const first = next.text[0] ?? '';
	if (fellows.get(first) !== moved[0] || isOpen(next.text[1] ?? '')) return;
	opening.moved = first;
	next.text = next.text.slice(1);
}

/** Signs that come in a row at the end of real emphasis are few. */
const longestMove = 16;

function settleOpening(tokens: readonly Token[], start: number, middle: number, end: number): void {
	const first = tokens[middle] as Token;
	const next = tokens[end];
	const moved = middle > start ? (tokens[middle - 1] as Token).moved : '';
	const before = moved === '' ? endOf(tokens[start - 1]) : moved;
	if (!isPunctuation(startOf(next)) || isOpen(before)) return;
	if (!movedBefore(next, first)) drop(tokens.slice(middle, end));
}

function movedBefore(next: Token | undefined, opening: Token): boolean {
	if (next === undefined || !isPlain(next)) return false;
	const moved = /^[\p{P}\p{S}\s]+(?=[^\p{P}\p{S}\s])/u.exec(next.text.slice(0, longestMove))?.[0];
	if (moved === undefined || hasSyntax(moved)) return false;
	next.text = next.text.slice(moved.length);
	opening.moved = moved;
	return true;
}

/** A code span's sign, a link's middle, a line break: what cannot stand elsewhere. */
function hasSyntax(text: string): boolean {
	return /[`\]\n]/.test(text.replace(/\\./g, ''));
}

function drop(tokens: readonly Token[]): void {
	for (const token of tokens) {
		token.isDropped = true;
		if (token.partner !== null) token.partner.isDropped = true;
	}
}

/** The character that a mark sees; empty at an end of the text. */
function startOf(token: Token | undefined): string {
	return token === undefined ? '' : String.fromCodePoint(token.text.codePointAt(0) ?? 32);
}

function endOf(token: Token | undefined): string {
	if (token === undefined) return '';
	if (token.mark !== null && token.moved !== '' && !token.isOpening) return token.moved.slice(-1);
	return /[\ud800-\udbff][\udc00-\udfff]$/.test(token.text.slice(-2))
		? token.text.slice(-2)
		: token.text.slice(-1);
}

function isPunctuation(character: string): boolean {
	return /^[\p{P}\p{S}\ufdd9]/u.test(character);
}

/** Beside this a mark may open or close whatever stands on its other side. Some readers take a tilde, or half of a sign, for a letter. */
function isOpen(character: string): boolean {
	if (character === '~' || character.length > 1) return false;
	return character === '' || /^[\p{P}\p{S}\s]/u.test(character);
}

/** Beside the marks of what is struck even an escaped one would be counted to them. */
const besideMark =
	/(?<=[\ufdd2\ufdd5][\ufdd0\ufdd1\ufdd3\ufdd4]*)\ufdd8|\ufdd8(?=[\ufdd0\ufdd1\ufdd3\ufdd4]*[\ufdd2\ufdd5])/g;
/** Nothing of a link beside it, whose target is an address always. */
const word = /[^\s\ufdd6\ufdd7\]]*\ufdd8[^\s\ufdd6\ufdd7\]]*/g;

/** Tildes are escaped where another one stands in the same paragraph; in an address they are left, where they mean themselves. */
function settleTildes(markdown: string): string {
	if (!markdown.includes(tilde)) return markdown;
	return markdown
		.replace(besideMark, tildeInWords)
		.split('\n\n')
		.map((paragraph) => {
			const isAlone =
				paragraph.indexOf(tilde) === paragraph.lastIndexOf(tilde) && !paragraph.includes(openings['~~']);
			return paragraph.replace(word, (found) =>
				found.replaceAll(tilde, isAlone || /:\/\/|www\./i.test(found) ? '~' : '\\~'),
			);
		})
		.join('\n\n');
}
