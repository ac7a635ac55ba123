/**
 * Where in the Markdown of a block its sentences begin, as far as a clause may be cut there. Rather too few than too many: whoever
 * compares sentences must find each of these places too, in the same words that nobody cut.
 */
import { endsInAbbreviation, isCommonAbbreviation } from '../../text/abbreviations.ts';
import { insideInline } from '../../text/inline-spans.ts';

export interface SentenceStart {
	readonly at: number;
	/** True where no white space stands before it: "API.Last updated". */
	readonly glued: boolean;
}

/** Signs that end a sentence, what may close behind them, and what may open before the next one. */
const stop = '[.!?…。！？।؟]';
const closing = String.raw`["'”’»)\]*_~]{0,6}`;
const opening = String.raw`["'“‘«(\[*_~]{0,6}`;
/** A capital, a digit, or a letter of a script that knows no capitals. */
const first = String.raw`[\p{Lu}\p{N}\p{Lo}]`;
const apart = String.raw`${closing}(?<space>\s+)(?=${opening}${first})`;
/** Of the letters and the address on both sides each sign counts: "U.S.A", "example.Com" and "a.B" are words. */
const glue = String.raw`(?<=[\p{L}\d)”’]{2}.)[”’»)]?(?=[“‘]?(?:\p{Lu}(?:\p{Ll}*|\p{Lu}+)(?:['’]\p{Ll}+)?[\s,]|\d{1,3}(?:\.\d{1,3}){1,5}\.?\s+\p{Lu}))`;
const wide = String.raw`(?<=[。！？])[”’」』）)]*(?=\S)`;
const border = new RegExp(`${stop}(?:${apart}|${glue}|${wide})`, 'gu');

/** Enough before a stop to tell an abbreviation or an address. */
const lookBack = 64;
const addressBefore = /(?:[/@]|www\.)\S*$/;
const domainAfter = /^(?:com|org|net|co|io|eu|gov|edu|info)\b/i;
/** A number or a letter belongs to what follows it: "4.2.", "(a)", "IV." */
const label = /^[^\p{L}\p{N}]*(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxIVX]{1,6})$/u;
/** "J. Smith", "Plan B."; "am 1. Januar". */
const initialOrOrdinal = /(?:^|[^\p{L}\p{N}.,])(?:\p{L}|\d{1,2})\.$|\.\p{L}\.$/u;

/** @returns in order, the first at 0; none inside a link, emphasis or code */
export function sentenceStartsIn(markdown: string): SentenceStart[] {
	const inside = insideInline(markdown);
	const starts: SentenceStart[] = [{ at: 0, glued: false }];
	let last = 0;
	for (const { 0: found, index, groups } of markdown.matchAll(border)) {
		const at = index + found.length;
		const glued = groups?.space === undefined;
		if (!endsSentence(markdown, last, index, at, glued)) continue;
		last = at;
		if (!inside(at)) starts.push({ at, glued });
	}
	return starts;
}

/** @param from where the sentence begins @param end its stop @param next where the next one would begin */
function endsSentence(markdown: string, from: number, end: number, next: number, glued: boolean): boolean {
	if (markdown[end] !== '.') return true;
	if (end - from <= 24 && label.test(markdown.slice(from, end))) return false;
	const said = markdown.slice(Math.max(from, end - lookBack), end + 1);
	const word = /[\p{L}\p{M}]*(?=\.$)/u.exec(said)?.[0] ?? '';
	if (initialOrOrdinal.test(said)) return false;
	const after = markdown.slice(next, next + 24);
	if (glued) return !addressBefore.test(said) && !domainAfter.test(after);
	return !isCommonAbbreviation(word) && !endsInAbbreviation(said, after.replace(/^[*_[(]+/, ''));
}
