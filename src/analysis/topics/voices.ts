/** How platforms put their side on each topic, a few of the plainest for each side: made once an archive, so that the page of any platform can set its own words beside those of others. */
import type { Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import type { Voice } from '../../model/voice.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { bareNumber } from '../clauses/clause-number.ts';
import { type Found, standingOn } from './findings-index.ts';
import { forbiddingSide, isPlain, ownSide, type PlatformSide } from './own-side.ts';
import { plainness } from './plainness.ts';

/** Of one side: a page shows up to five of its own side, of which one may be its own platform’s. */
const mostOfSide = 6;

/** By topic; in the order of the topic's sides, the plainest first. */
export function voicesOf(platforms: readonly Platform[], topics: readonly Topic[]): Archive['voices'] {
	return new Map(topics.map((topic) => [topic.id, voicesOn(platforms, topic)]));
}

function voicesOn(platforms: readonly Platform[], topic: Topic): Voice[] {
	const sides = [...standingOn({ platforms }, topic.id)].flatMap(([platform, { inForce }]) => [
		...[ownSide(platform, inForce, topic) ?? []].flat(),
		...[forbiddingSide(platform, inForce, topic) ?? []].flat(),
	]);
	return topic.stances.flatMap((stance) =>
		sides
			.filter((side) => side.stance === stance && isQuotable(side))
			.sort(plainestFirst)
			.slice(0, mostOfSide)
			.map(({ best }) => voiceOf(best, stance.id)),
	);
}

/** Its clause stands in a text that is whole. */
function isQuotable({ best }: PlatformSide): boolean {
	return isPlain(best) && best.agreement.changes.at(-1)?.class !== 'lost';
}

/** Of equally plain ones the words that stood longest: they will stay longest, and with them the pages that show them. */
function plainestFirst(one: PlatformSide, other: PlatformSide): number {
	const plain = ({ best: { finding, agreement } }: PlatformSide): number =>
		plainness(finding, agreement.name);
	return plain(other) - plain(one) || (wordedAt(one.best) < wordedAt(other.best) ? -1 : 1);
}

function wordedAt({ agreement, finding }: Found): string {
	return agreement.versions[finding.reworded ?? finding.since]?.fetched ?? '';
}

function voiceOf({ platform, agreement, finding }: Found, stance: string): Voice {
	const { anchor, number, quote, marks, since } = finding;
	return {
		stance,
		platform: { name: platform.name, slug: platform.slug },
		agreement: { name: agreement.name, slug: agreement.slug, language: agreement.language },
		anchor,
		number: bareNumber(number),
		quote,
		marks,
		since: dayOf(agreement.versions[since]?.fetched ?? ''),
	};
}
