/** What stands above a clause and governs it: "You may not:" before an item, "Prohibited uses" over a list. */
import type { TopicHit } from './detector.ts';

/** Of the words before a list, as much as one sentence may have. */
const longestLead = 400;

/** Words that no sentence ends with: "You agree not to" goes on in its items, with or without a colon. */
const goesOn =
	/(?:[:：,]|\b(?:to|not|by|may|must|shall|will|can|cannot|with|for|of|from|following|the|or|and|that|if|when)|[-–—])\s*$/i;

/** A heading over what is forbidden, or not done. */
const banning =
	/\b(?:prohibit|forbidden|restrict|unacceptable|unauthori[sz]ed|misuse|untersagt|verboten|(?:not|don.t|never)\b)/i;

/** Whether the words begin what the clause below them goes on with. */
export function leadsIn(words: string): boolean {
	return goesOn.test(words.slice(-longestLead));
}

/** Whether a heading says of all below it that it must not be done, or is not. */
export function bansBelow(heading: string): boolean {
	return banning.test(heading.slice(0, longestLead));
}

/** The end of a lead to what is not allowed: "You may not:", "We do not allow content that". */
const ban =
	/\b(?:may|must|shall|should|can|are|is) not\b|\b(?:cannot|prohibits?|(?:agree|undertake) not to)\b|\b(?:do not|don.t) (?:allow|permit|tolerate|accept)\b|^(?:prohibited|forbidden|unacceptable)\b/i;
/** "You may not post, except:", "but is not limited to". */
const exception =
	/\b(?:except|exceptions?|unless|if|when|where|however|instead|only)\b|\bnot (?:be )?(?:limited|responsible|liable|apply)\b/i;
/** Of the words before a list, what rules all of it. */
const shortestBan = 160;

/** Whether the entries of the list that these words lead in are all what must not be done. */
export function forbids(lead: string): boolean {
	const sentence = lead
		.slice(-shortestBan)
		.split(/[.!?;]\s/)
		.at(-1) as string;
	return ban.test(sentence) && !exception.test(sentence);
}

/**
 * What only both together say: of the hits those that reach into the words below.
 * @param lead words that lead in or ban; others say nothing of what stands below
 */
export function judgedTogether(
	lead: string,
	words: string,
	detect: (text: string, leadEnd: number) => readonly TopicHit[],
): { readonly text: string; readonly hits: readonly TopicHit[] } {
	const above = lead.trimEnd().slice(-longestLead);
	const before = /[:：,–—-]$/.test(above) || leadsIn(above) ? above : `${above.replace(/[.!?]+$/, '')}:`;
	const text = `${before} ${words}`;
	const leadEnd = before.length + 1;
	const hits = detect(text, leadEnd).filter(({ marks }) => marks.some(([, end]) => end > leadEnd));
	return { text, hits };
}
