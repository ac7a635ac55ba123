/** Which side each platform takes on a topic: counted, each with the clause that shows it. */
import type { Archive, Platform } from '../../model/archive.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import { grouped } from '../../text/counts-in-words.ts';
import { spreadOf } from './adoption.ts';
import { kindOf } from './agreement-kinds.ts';
import { type Found, foundOn, plainest } from './findings-index.ts';
import { oncePerTopic } from './once-per-topic.ts';

/** A platform on a topic. */
export interface PlatformSide {
	readonly platform: Platform;
	/** Null where it has a clause on the topic that takes no side. */
	readonly stance: Stance | null;
	/** The clause that shows it most plainly. */
	readonly best: Found;
	/** All clauses of today that take this side, or none. */
	readonly all: readonly Found[];
}

export interface Sides {
	/** Each platform with a clause on the topic once, by the side that it takes itself. */
	readonly own: readonly PlatformSide[];
	/** What platforms forbid the person: a platform may do both. */
	readonly forbids: readonly PlatformSide[];
}

export const sidesOn = oncePerTopic((archive: Archive, topic: Topic): Sides => {
	const platforms = [...foundOn(archive, topic.id)].filter(([, { inForce }]) => inForce.length > 0);
	return {
		own: platforms.flatMap(([platform, { inForce }]) => ownSide(platform, inForce, topic) ?? []),
		forbids: platforms.flatMap(([platform, { inForce }]) => forbidding(platform, inForce, topic) ?? []),
	};
});

/**
 * Of several sides that a platform takes the first in the order of the topic's file, of those that it takes plainly where there are any: one
 * sentence of a thousand that a rule mistook must not stand for the rest. One that forbids is not its own.
 */
export function ownSide(platform: Platform, inForce: readonly Found[], topic: Topic): PlatformSide | null {
	for (const found of [inForce.filter(isPlain), inForce])
		for (const stance of topic.stances) {
			if (stance.side === 'forbids') continue;
			const all = takenBy(found, stance);
			if (all.length > 0)
				return { platform, stance, best: plainest(all) as Found, all: takenBy(inForce, stance) };
		}
	const all = inForce.filter(({ finding }) => finding.stance === null);
	return all.length === 0 ? null : { platform, stance: null, best: plainest(all) as Found, all };
}

/** Characters of a quote that says one thing, and up to where it has said it. */
const longestPlain = 280;
const farthestStart = 80;
const farthestEnd = 220;

/** What everybody agrees to, in a sentence that comes to its point at once. */
function isPlain({ agreement, finding: { quote, marks } }: Found): boolean {
	const [first, last] = [marks[0], marks.at(-1)];
	if (first === undefined || last === undefined || !['privacy', 'terms'].includes(kindOf(agreement.name)))
		return false;
	return (
		quote.length <= longestPlain &&
		!quote.startsWith('…') &&
		first[0] <= farthestStart &&
		last[1] <= farthestEnd
	);
}

function forbidding(platform: Platform, inForce: readonly Found[], topic: Topic): PlatformSide | null {
	const stance = topic.stances.find(({ side }) => side === 'forbids');
	if (stance === undefined) return null;
	const all = takenBy(inForce, stance);
	return all.length === 0 ? null : { platform, stance, best: plainest(all) as Found, all };
}

function takenBy(found: readonly Found[], { id }: Stance): readonly Found[] {
	return found.filter(({ finding }) => finding.stance === id);
}

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

/** "4 train on what you write" */
export function groupInWords({ stance, platforms }: SideGroup): string {
	const count = platforms.length;
	const said =
		stance === null ? (count === 1 ? 'mentions it' : 'mention it') : count === 1 ? stance.one : stance.many;
	return `${grouped(count)} ${said}`;
}

/** Platforms that the rules can read and that have no clause on it. */
export function silentOn(archive: Archive, topic: Topic): number {
	const { with: having, of } = spreadOf(archive, topic);
	return of - having;
}
