/** The clauses that prove what a platform does on a topic: every quote verified, side by side with where and since when it stands. */
import { changeAt, type Found } from '../../analysis/topics/findings-index.ts';
import { isPlain, type PlatformSide } from '../../analysis/topics/own-side.ts';
import { plainness } from '../../analysis/topics/plainness.ts';
import type { Archive } from '../../model/archive.ts';
import type { Version } from '../../model/version.ts';
import { capitalised } from '../../text/capitalised.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { commitUrl } from '../addresses/forge-links.ts';
import { changeHref } from '../addresses/links.ts';
import { markedQuote } from '../topics/marked-quote.ts';
import { type FoundPlace, placeOfFound } from '../topics/topic-words.ts';

/** A day, linked to the change of it. */
export interface DatedLink {
	readonly day: string;
	readonly href: string;
}

export interface ProvenQuote {
	/** Escaped, its decisive words marked. */
	readonly html: string;
	readonly place: FoundPlace;
	/** Other places that say the same word for word. */
	readonly also: readonly FoundPlace[];
	readonly since: DatedLink;
	readonly reworded: DatedLink | null;
	/** Of the newest version, whose text holds the words. */
	readonly commit: string;
	/** Its page at the forge; null where that is not known. */
	readonly commitHref: string | null;
}

/** What proves one side. */
export interface SideProof {
	/** `Stance.id` */
	readonly id: string;
	/** "Trains models on what you write" */
	readonly title: string;
	readonly quotes: readonly ProvenQuote[];
	/** Further clauses that take the side, by place. */
	readonly more: readonly FoundPlace[];
	/** Beyond those. */
	readonly uncounted: number;
}

/** Quotes set for the side that stands for the platform, and for each other. */
const mostOfFirst = 3;
const mostOfOthers = 2;
const mostNamed = 12;

export function proofOf(
	{ collection }: Pick<Archive, 'collection'>,
	sides: readonly PlatformSide[],
): SideProof[] {
	return sides.map((side, at) => sideProof({ collection }, side, at === 0 ? mostOfFirst : mostOfOthers));
}

function sideProof(
	{ collection }: Pick<Archive, 'collection'>,
	{ stance, best, all }: PlatformSide,
	most: number,
): SideProof {
	const groups = [...Map.groupBy(plainestFirst(best, all), ({ finding }) => finding.quote).values()];
	const quoted = quotable(groups, most);
	const rest = groups.filter((group) => !quoted.includes(group)).flat();
	return {
		id: stance?.id ?? '',
		title: capitalised(stance?.one ?? ''),
		quotes: quoted.map((group) => quoteOf({ collection }, group)),
		more: rest.slice(0, mostNamed).map(placeOfFound),
		uncounted: Math.max(0, rest.length - mostNamed),
	};
}

/** Of sentences that come late to their point the rules are less sure: one is quoted where there is no other, and pages lead to the rest. */
function quotable(groups: readonly Found[][], most: number): readonly Found[][] {
	const plain = groups.filter((group) => group.some(isPlain));
	return plain.length > 0 ? plain.slice(0, most) : groups.slice(0, 1);
}

function plainestFirst(best: Found, all: readonly Found[]): Found[] {
	const plain = ({ finding, agreement }: Found): number => plainness(finding, agreement.name);
	const others = all.filter((each) => each !== best).toSorted((one, other) => plain(other) - plain(one));
	return [best, ...others];
}

function quoteOf(
	{ collection }: Pick<Archive, 'collection'>,
	[found, ...others]: readonly Found[],
): ProvenQuote {
	const { platform, agreement, finding } = found as Found;
	const { commit } = agreement.versions.at(-1) as Version;
	const dated = (index: number): DatedLink => {
		const change = changeAt(agreement, index);
		return { day: dayOf(change.version.fetched), href: changeHref(platform, agreement, change) };
	};
	return {
		html: markedQuote(finding),
		place: placeOfFound(found as Found),
		also: others.slice(0, mostNamed).map(placeOfFound),
		since: dated(finding.since),
		reworded: finding.reworded === null ? null : dated(finding.reworded),
		commit,
		commitHref: commitUrl(collection.repository, commit),
	};
}
