/** Which side a platform takes on a topic, by its clauses of today, and the clause that shows it. */
import type { Platform } from '../../model/archive.ts';
import type { AgreementTopics, Stance, Topic } from '../../model/topic.ts';
import { isGeneral } from './agreement-kinds.ts';
import { type Found, plainest } from './findings-index.ts';
import { comesToThePoint } from './plainness.ts';

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

/** What everybody agrees to, in a sentence that comes to its point at once. */
export function isPlain({ agreement, finding }: Found): boolean {
	return isGeneral(agreement.name) && comesToThePoint(finding);
}

/** What it forbids the person; null where it forbids nothing. */
export function forbiddingSide(
	platform: Platform,
	inForce: readonly Found[],
	topic: Topic,
): PlatformSide | null {
	const stance = topic.stances.find(({ side }) => side === 'forbids');
	if (stance === undefined) return null;
	const all = takenBy(inForce, stance);
	return all.length === 0 ? null : { platform, stance, best: plainest(all) as Found, all };
}

export function takenBy(found: readonly Found[], { id }: Stance): readonly Found[] {
	return found.filter(({ finding }) => finding.stance === id);
}

type TopicIds = ReadonlySet<string>;
const sided = new WeakMap<Platform, TopicIds>();
const withPage = new WeakMap<Platform, TopicIds>();

/** Topics, by id, on which a platform takes a side today. */
export function topicsSided(platform: Platform): TopicIds {
	return onceFor(sided, platform, sidedNow);
}

function sidedNow({ findings }: Pick<AgreementTopics, 'findings'>): string[] {
	return findings.filter(({ stance, until }) => stance !== null && until === null).map(({ topic }) => topic);
}

/** Those, and those on which it once took one plainly: an address that was there stays, and tells when that ended. */
export function topicsWithPage(platform: Platform): TopicIds {
	return onceFor(withPage, platform, ({ stays, findings }) => [
		...sidedNow({ findings }),
		...Object.entries(stays)
			.filter(([, own]) => own.some(({ stance, plain }) => stance !== null && plain))
			.map(([topic]) => topic),
	]);
}

function onceFor(
	known: WeakMap<Platform, TopicIds>,
	platform: Platform,
	topicsOf: (topics: AgreementTopics) => string[],
): TopicIds {
	const found = known.get(platform) ?? new Set(platform.agreements.flatMap(({ topics }) => topicsOf(topics)));
	known.set(platform, found);
	return found;
}
