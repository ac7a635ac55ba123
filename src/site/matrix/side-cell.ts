/** Which side some agreements of a platform take on a topic, where that is to be read, and whether it is new. */
import { changeAt, departureOf, type Found, foundOn } from '../../analysis/topics/findings-index.ts';
import { forbiddingSide, ownSide, type PlatformSide } from '../../analysis/topics/own-side.ts';
import { isReadable } from '../../analysis/topics/topic-spread.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { daysBetween } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';
import { platformUrl } from '../addresses/urls.ts';
import { standingClauseHref } from '../redline/clauses-on-page.ts';

export interface SideCell {
	/** Place of the stance in the topic's list; `gone` where the last clause went out within a year. */
	readonly side: number | 'unread' | 'silent' | 'gone' | 'mentions';
	/** It forbids the person something as well. */
	readonly forbids: boolean;
	/** Months before that of the newest version in which a clause with this side came in, was reworded or went out; null: over a year ago. */
	readonly changed: number | null;
	/** Of `gone` and `mentions`: the change, or the clause, below the platform's page. */
	readonly place: string;
}

export interface CellScope {
	readonly platform: Platform;
	/** All of them, or those of one kind. */
	readonly agreements: readonly Agreement[];
}

const year = 365;

export function cellOf(archive: Archive, { platform, agreements }: CellScope, topic: Topic): SideCell {
	const today = archive.latest ?? '';
	const all = foundOn(archive, topic.id).get(platform);
	const ofScope = ({ agreement }: Found): boolean => agreements.includes(agreement);
	const inForce = all?.inForce.filter(ofScope) ?? [];
	const gone = all?.gone.filter(ofScope) ?? [];
	if (inForce.length === 0) return withoutClause(agreements, topic, gone, today);
	const own = ownSide(platform, inForce, topic);
	const ban = forbiddingSide(platform, inForce, topic);
	const sides = [own, ban].filter((side) => side !== null);
	const changed = monthsSince([...sides.flatMap(newWords), ...ends(agreements, topic)], today);
	// Where it forbids something, that it has other clauses which take no side tells nothing more.
	const stance = own?.stance ?? ban?.stance ?? null;
	if (stance === null)
		return { side: 'mentions', forbids: false, changed, place: placeOf(own?.best ?? (inForce[0] as Found)) };
	const forbids = ban !== null && ban.stance !== stance;
	return { side: topic.stances.indexOf(stance), forbids, changed, place: '' };
}

function placeOf({ platform, agreement, finding }: Found): string {
	return below(platform, standingClauseHref(platform, agreement, finding.anchor));
}

function below(platform: Platform, address: string): string {
	return address.slice(platformUrl(platform).length);
}

function withoutClause(
	agreements: readonly Agreement[],
	topic: Topic,
	gone: readonly Found[],
	today: string,
): SideCell {
	const readable = agreements.some((agreement) => isReadable(agreement, topic));
	const [last] = gone
		.flatMap((found) => {
			const change = departureOf(found);
			return change === null ? [] : [{ found, change }];
		})
		.toSorted((one, other) => (one.change.version.fetched < other.change.version.fetched ? 1 : -1));
	const changed = last === undefined ? null : monthsSince([last.change.version.fetched], today);
	if (!readable || last === undefined || changed === null)
		return { side: readable ? 'silent' : 'unread', forbids: false, changed: null, place: '' };
	const { platform, agreement } = last.found;
	return {
		side: 'gone',
		forbids: false,
		changed,
		place: below(platform, changeHref(platform, agreement, last.change)),
	};
}

/** Moments at which the clauses that show a side came in or were reworded; what a first record holds is no news of the platform. */
function newWords({ all }: PlatformSide): string[] {
	return all.flatMap(({ agreement, finding: { since, reworded } }) =>
		[since, reworded ?? 0].filter((at) => at > 0).map((at) => changeAt(agreement, at).version.fetched),
	);
}

/** Moments at which clauses that took a side went out. */
function ends(agreements: readonly Agreement[], topic: Topic): string[] {
	return agreements.flatMap((agreement) =>
		(agreement.topics.stays[topic.id] ?? [])
			.filter(({ stance }) => stance !== null)
			.flatMap(({ last }) => agreement.changes[last + 1] ?? [])
			.filter((change) => change.class !== 'lost' || change.hindsight?.label === 'stood')
			.map(({ version }) => version.fetched),
	);
}

/** Months between the newest of these moments and today; null where that is more than a year ago. */
function monthsSince(moments: readonly string[], today: string): number | null {
	const newest = moments.toSorted().at(-1);
	if (newest === undefined || daysBetween(newest, today) > year) return null;
	return Math.max(0, monthNumber(today) - monthNumber(newest));
}

/** Months since the year 0. */
function monthNumber(moment: string): number {
	return Number(moment.slice(0, 4)) * 12 + Number(moment.slice(5, 7));
}
