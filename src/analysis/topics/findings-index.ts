/** What the rules of topics found, by topic and platform: what topic pages, platform pages and their data are made of. */

import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { TopicFinding } from '../../model/topic.ts';
import { isStanding } from '../history/standing.ts';
import { plainness } from './plainness.ts';

export interface Found {
	readonly platform: Platform;
	readonly agreement: Agreement;
	readonly finding: TopicFinding;
}

export interface FoundAt {
	/**
	 * Clauses of today's texts, agreement by agreement in the order of the document; where none stands in an agreement that is followed, those of
	 * the last texts of those that are followed no longer.
	 */
	readonly inForce: readonly Found[];
	/** Those of the last texts of all agreements, whether these are followed or not. */
	readonly inLastTexts: readonly Found[];
	/** For each agreement without one today, the last that it had. */
	readonly gone: readonly Found[];
}

type Index = ReadonlyMap<string, ReadonlyMap<Platform, FoundAt>>;

const known = new WeakMap<readonly Platform[], Index>();

/** Platforms by name, those without a finding left out. */
export function foundOn(
	{ platforms }: Pick<Archive, 'platforms'>,
	topic: string,
): ReadonlyMap<Platform, FoundAt> {
	let index = known.get(platforms);
	if (index === undefined) {
		index = indexFindings(platforms);
		known.set(platforms, index);
	}
	return index.get(topic) ?? new Map();
}

/** The same of agreements that stand alone: who says what today. A platform that has a clause nowhere else has none. */
export function standingOn(
	archive: Pick<Archive, 'platforms'>,
	topic: string,
): ReadonlyMap<Platform, FoundAt> {
	const standing = [...foundOn(archive, topic)].flatMap(([platform, { inForce, gone }]) => {
		const standing = inForce.filter(isInStanding);
		const own = { inForce: standing, inLastTexts: standing, gone: gone.filter(isInStanding) };
		return own.inForce.length + own.gone.length === 0 ? [] : [[platform, own] as const];
	});
	return new Map(standing);
}

function isInStanding({ agreement }: Found): boolean {
	return isStanding(agreement);
}

function indexFindings(platforms: readonly Platform[]): Index {
	const all = platforms.flatMap((platform) =>
		platform.agreements.flatMap((agreement) =>
			agreement.topics.findings.map((finding): Found => ({ platform, agreement, finding })),
		),
	);
	const byTopic = Map.groupBy(all, ({ finding }) => finding.topic);
	return new Map(
		[...byTopic].map(([topic, found]) => {
			const byPlatform = Map.groupBy(found, ({ platform }) => platform);
			return [topic, new Map([...byPlatform].map(([platform, own]) => [platform, parted(own)]))];
		}),
	);
}

function parted(found: readonly Found[]): FoundAt {
	const inLastTexts = found.filter(({ finding }) => finding.until === null);
	const standing = inLastTexts.filter(isInStanding);
	const inForce = standing.length > 0 ? standing : inLastTexts;
	return { inForce, inLastTexts, gone: found.filter(({ finding }) => finding.until !== null) };
}

/** The clause that says most plainly what it says; of equal ones the first. */
export function plainest(found: readonly Found[]): Found | undefined {
	const plain = ({ agreement, finding }: Found): number => plainness(finding, agreement.name);
	return found.reduce<Found | undefined>(
		(best, each) => (best === undefined || plain(each) > plain(best) ? each : best),
		undefined,
	);
}

export function changeAt({ changes }: Agreement, index: number): Change {
	return changes[index] as Change;
}

/** The change that took a clause out, where the text is known to have changed; null where it may be a failed capture. */
export function departureOf({ agreement, finding }: Found): Change | null {
	if (finding.until === null) return null;
	const change = changeAt(agreement, finding.until);
	return change.class === 'lost' && change.hindsight?.label !== 'stood' ? null : change;
}
