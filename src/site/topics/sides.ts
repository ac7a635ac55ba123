/** Which side each platform takes on a topic: counted, each with the clause that shows it. */
import { standingOn } from '../../analysis/topics/findings-index.ts';
import { forbiddingSide, ownSide, type PlatformSide } from '../../analysis/topics/own-side.ts';
import type { Archive } from '../../model/archive.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import { grouped } from '../../text/counts-in-words.ts';
import { spreadOf } from './adoption.ts';
import { oncePerTopic } from './once-per-topic.ts';

export interface Sides {
	/** Each platform with a clause on the topic once, by the side that it takes itself. */
	readonly own: readonly PlatformSide[];
	/** What platforms forbid the person: a platform may do both. */
	readonly forbids: readonly PlatformSide[];
}

export const sidesOn = oncePerTopic((archive: Archive, topic: Topic): Sides => {
	const platforms = [...standingOn(archive, topic.id)].filter(([, { inForce }]) => inForce.length > 0);
	return {
		own: platforms.flatMap(([platform, { inForce }]) => ownSide(platform, inForce, topic) ?? []),
		forbids: platforms.flatMap(([platform, { inForce }]) => forbiddingSide(platform, inForce, topic) ?? []),
	};
});

/** Platforms that take one side. */
export interface SideGroup {
	readonly stance: Stance | null;
	readonly platforms: readonly PlatformSide[];
}

/** Groups in the order of the topic's file, those that take no side last; empty ones are left out. */
export function groupsOf(sides: readonly PlatformSide[], { stances }: Topic): SideGroup[] {
	return [...stances, null]
		.map((stance) => ({ stance, platforms: sides.filter((each) => each.stance === stance) }))
		.filter(({ platforms }) => platforms.length > 0);
}

/** "4 train on what you write" @param before what stands between the count and the verb, with a blank at its end */
export function groupInWords({ stance, platforms }: SideGroup, before = ''): string {
	const count = platforms.length;
	const said =
		stance === null ? (count === 1 ? 'mentions it' : 'mention it') : count === 1 ? stance.one : stance.many;
	return `${grouped(count)} ${before}${said}`;
}

/** "2 only forbid you to train models on their content": those that take no side themselves. */
export function onlyForbidding({ own, forbids }: Sides, topic: Topic): SideGroup[] {
	const taking = new Set(own.map(({ platform }) => platform));
	return groupsOf(
		forbids.filter(({ platform }) => !taking.has(platform)),
		topic,
	);
}

/** Platforms that the rules can read and that have no clause on it. */
export function silentOn(archive: Archive, topic: Topic): number {
	const { with: having, of } = spreadOf(archive, topic);
	return of - having;
}
