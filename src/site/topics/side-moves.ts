/** Who changed sides on a topic, and when. */
import type { Archive, Entry } from '../../model/archive.ts';
import type { StanceTurn } from '../../model/change.ts';
import type { Topic } from '../../model/topic.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';
import { prominentEntries } from '../overview/entries.ts';
import { turnsOf } from './topics-of-change.ts';

export interface SideMove {
	readonly platform: string;
	readonly agreement: string;
	readonly before: string;
	readonly after: string;
	readonly day: string;
	readonly href: string;
}

/** Newest first. @param most of them */
export function sideMovesOn(archive: Archive, topic: Pick<Topic, 'id'>, most: number): SideMove[] {
	const moves: SideMove[] = [];
	for (const entry of prominentEntries(archive)) {
		const turn = entry.change.turns.find((each) => each.topic === topic.id);
		if (turn !== undefined) moves.push(moveOf(archive, entry, turn));
		if (moves.length === most) break;
	}
	return moves;
}

function moveOf(archive: Archive, { platform, agreement, change }: Entry, turn: StanceTurn): SideMove {
	const [named] = turnsOf(archive, { turns: [turn] });
	return {
		platform: platform.name,
		agreement: agreement.name,
		before: named?.before ?? '',
		after: named?.after ?? '',
		day: dayOf(change.version.fetched),
		href: changeHref(platform, agreement, change),
	};
}
