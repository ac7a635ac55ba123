/** What came into a text of which nothing went: a banner, a menu or a notice of the page beside the agreement. */
import { wallOf } from '../capture/wall-pages.ts';
import { type AgreementSigns, agreementSigns } from '../text/agreement-signs.ts';
import type { TextProfile } from './text-profile.ts';

/** Fewer words are a date, a number of a version or a link to an older one. */
const fewestWords = 8;
/** More are a part of an agreement, or a page of its own. */
const mostWords = 400;
/** Below this share of legal words a passage at the edge of an agreement is none of its clauses. */
const leastLaw = 0.06;
/** So many short lines without a sentence are a menu. */
const menuLines = 5;

/** Words that came in at one place and are no clause; null where there are none, or the text differs in more. */
export function noticeAmong(candidate: TextProfile, recorded: TextProfile): string | null {
	const places = placesOf(candidate.lines, recorded.lines);
	if (places === null) return null;
	for (const { from, to } of places) {
		const passage = candidate.shown.slice(from, to);
		const isEdge = from === 0 || to === candidate.lines.length;
		if (isNotice(passage.join('\n\n'), isEdge)) return passage.join(' ');
	}
	return null;
}

interface Place {
	readonly from: number;
	readonly to: number;
}

/** Where lines came in; null where a recorded line is missing. */
function placesOf(lines: readonly string[], recorded: readonly string[]): readonly Place[] | null {
	if (lines.length <= recorded.length) return null;
	const places: Place[] = [];
	let at = 0;
	for (const line of recorded) {
		const from = at;
		while (at < lines.length && lines[at] !== line) at++;
		if (at === lines.length) return null;
		if (at > from) places.push({ from, to: at });
		at++;
	}
	if (at < lines.length) places.push({ from: at, to: lines.length });
	return places;
}

function isNotice(passage: string, isEdge: boolean): boolean {
	const signs = agreementSigns(passage);
	if (signs.words > mostWords || signs.words < fewestWords) return false;
	if (wallOf(passage) !== null) return true;
	return isEdge && (isMenu(signs) || isNoClause(signs));
}

function isMenu({ fragments, sentences }: AgreementSigns): boolean {
	return fragments >= menuLines && sentences <= fragments / menuLines;
}

function isNoClause({ clauses, law, words }: AgreementSigns): boolean {
	return clauses === 0 && law < leastLaw * words;
}
