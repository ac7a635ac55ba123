/** Tells labels, entries and headings from sentences. */
import type { ClauseText } from '../../model/ledger.ts';

/** A clause of fewer words is a label, an entry or a heading: most changes of such clauses are page furniture. */
export const fewestWords = 8;
/** "We never sell data." is short and yet a sentence: it ends like one and has at least so many words. */
export const shortestSentence = 4;
/** Names, addresses and lists of languages are written in capitals and digits; a sentence is not. */
const fewestLowerCase = 0.35;

/** Few words that make no sentence. */
export function isLabel(text: Pick<ClauseText, 'words' | 'visible'>): boolean {
	if (text.words >= fewestWords) return false;
	return text.words < shortestSentence || !/\p{Ll}[.!?。]$/u.test(text.visible) || !isSentence(text.visible);
}

/** Enough words that begin in lower case, or a script or style that has no such difference. */
export function isSentence(visible: string): boolean {
	const initials = visible.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+/gu) ?? [];
	const capitals = initials.filter((word) => word.length > 1 && /^\p{Lu}+$/u.test(word)).length;
	if (capitals > initials.length / 2) return true;
	const upper = initials.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
	return initials.length - upper >= initials.length * fewestLowerCase;
}
