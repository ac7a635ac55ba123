/** What a platform does, in two or three of its weightiest sides, for a list of many platforms. */
import { isPlain, type PlatformSide } from '../../analysis/topics/own-side.ts';
import type { Archive, Platform } from '../../model/archive.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import { onUrl } from '../addresses/urls.ts';
import { sidesOn } from './sides.ts';

export interface GlanceSide {
	/** After the name of the platform: "trains models on what you write". */
	readonly words: string;
	/** What it says on the topic. */
	readonly href: string;
}

/** Sides shown of a platform. */
const most = 3;
const levels = { low: 1, medium: 2, high: 3 } as const;

interface Weighed {
	readonly side: GlanceSide;
	readonly weight: number;
	/** Platforms that take the same side. */
	readonly takers: number;
}

const known = new WeakMap<Archive, ReadonlyMap<Platform, readonly Weighed[]>>();

/**
 * The weightiest first: by the weight of the topic times what hangs on the side; of equal ones the rarer, which tells more. Only of topics
 * whose rules were measured, and where a plain sentence shows the side.
 */
export function atAGlance(archive: Archive, platform: Platform): readonly GlanceSide[] {
	const all = known.get(archive) ?? weighedSides(archive);
	known.set(archive, all);
	return (all.get(platform) ?? [])
		.toSorted((one, other) => other.weight - one.weight || one.takers - other.takers)
		.slice(0, most)
		.map(({ side }) => side);
}

function weighedSides(archive: Archive): ReadonlyMap<Platform, readonly Weighed[]> {
	const measured = archive.topics.filter(({ claimed }) => claimed);
	return Map.groupBy(
		measured.flatMap((topic) => sidesOf(archive, topic)),
		({ platform }) => platform,
	);
}

function sidesOf(archive: Archive, topic: Topic): (Weighed & { readonly platform: Platform })[] {
	const plain = sidesOn(archive, topic).own.filter(isTold);
	const takers = Map.groupBy(plain, ({ stance }) => stance);
	return plain.map(({ platform, stance }) => ({
		platform,
		side: { words: stance.one, href: onUrl(platform, topic.id) },
		weight: topic.weight * levels[stance.exposure?.level ?? 'low'],
		takers: takers.get(stance)?.length ?? 0,
	}));
}

function isTold(side: PlatformSide): side is PlatformSide & { readonly stance: Stance } {
	return side.stance !== null && isPlain(side.best);
}
