/** Since when a platform takes a side, in words that say no more than the archive proves. */

import type { PlatformSide } from '../../analysis/topics/own-side.ts';
import { type SideStart, sideEnd, sideStart } from '../../analysis/topics/side-history.ts';
import type { Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { dayInWords, dayOf } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';

export interface Since {
	/** "At least since", "Since" */
	readonly says: string;
	/** `2026-07-27` */
	readonly day: string;
	/** The change, or the first record. */
	readonly href: string;
	/** With the sign that begins it: "; until then it said that it did not." */
	readonly rest: string;
	/** What may be older: "in longer sentences since"; null where nothing is known of it. */
	readonly older: Pick<Since, 'says' | 'day' | 'href'> | null;
}

export function sinceOf(side: PlatformSide, topic: Topic): Since | null {
	const start = sideStart(side.platform, side, topic);
	if (start === null) return null;
	return { ...said(start), ...placeOf(side.platform, start), older: olderOf(side.platform, start) };
}

function placeOf(
	platform: Platform,
	{ agreement, change }: Pick<SideStart, 'agreement' | 'change'>,
): Pick<Since, 'day' | 'href'> {
	return { day: dayOf(change.version.fetched), href: changeHref(platform, agreement, change) };
}

function olderOf(platform: Platform, { proof, older }: SideStart): Since['older'] {
	if (proof !== 'words' || older === null) return null;
	const says = older.proof === 'record' ? 'at least since' : 'since';
	return {
		says: `in long sentences, of which the rules are less sure, ${says}`,
		...placeOf(platform, older),
	};
}

/** Of a platform that takes no side today: until when it took the last one. Null where it never plainly took one. */
export function endOf(platform: Platform, topic: Topic): Since | null {
	const end = sideEnd(platform, topic);
	if (end === null) return null;
	const { stance, agreement, change, proof } = end;
	const until = { says: 'Until', rest: ` it ${stance.before ?? `took this side: ${stance.name}`}.` };
	const unclear = { says: 'Last seen before', rest: `: ${stance.name}.` };
	return {
		...(proof === 'change' ? until : unclear),
		...placeOf(platform, { agreement, change }),
		older: null,
	};
}

function said(start: SideStart): Pick<Since, 'says' | 'rest'> {
	const { proof, change, agreement, before, mentioned, older, again } = start;
	if (proof === 'record')
		return change.index === 0
			? { says: 'At least since', rest: `, the first record of its ${agreement.name}.` }
			: { says: 'At least since', rest: `, the first record that shows it${again ? ' again' : ''}.` };
	if (proof === 'words') {
		const unclear = '; before, its clauses on it took no side that is proven.';
		return { says: 'Plainly since', rest: older === null ? unclear : '' };
	}
	const says = again ? 'Again since' : 'Since';
	if (before !== null)
		return { says, rest: `; until then it ${before.before ?? `took another side: ${before.name}`}.` };
	return { says, rest: mentioned ? '.' : `; until then no clause on it was found in its ${agreement.name}.` };
}

/** In one string, for data and descriptions. */
export function sinceInWords({ says, day, rest, older }: Since): string {
	const more = older === null ? '' : `; ${older.says} ${dayInWords(older.day)}.`;
	return `${says} ${dayInWords(day)}${rest}${more}`;
}
