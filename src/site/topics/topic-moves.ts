/** Which platforms took a topic up, dropped it or reworded what they say on it, newest first. */

import {
	changeAt,
	departureOf,
	type Found,
	type FoundAt,
	foundOn,
} from '../../analysis/topics/findings-index.ts';
import type { Archive } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { Topic } from '../../model/topic.ts';
import { dayOf, daysBetween } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';
import { type FoundPlace, placeOfFound } from './topic-words.ts';

export interface Move {
	readonly platform: string;
	readonly place: FoundPlace;
	readonly day: string;
	/** The change, at the clause where it is shown there. */
	readonly href: string;
}

export interface Moves {
	readonly added: readonly Move[];
	readonly dropped: readonly Move[];
	readonly reworded: readonly Move[];
}

/** Days that "lately" reaches back: two years, so that quiet topics say something too. */
const latelyDays = 730;

/** @param most of each kind */
export function movesOn(archive: Archive, topic: Pick<Topic, 'id'>, most: number): Moves {
	const found = [...foundOn(archive, topic.id).values()];
	const today = archive.latest ?? '';
	const newest = (moved: readonly (readonly [Found, Change])[]): Move[] =>
		moved
			.filter(
				([, change]) => change.rank !== 'folded' && daysBetween(change.version.fetched, today) <= latelyDays,
			)
			.sort(([, one], [, other]) => (one.version.fetched < other.version.fetched ? 1 : -1))
			.slice(0, most)
			.map(moveOf);
	return {
		added: newest(found.flatMap((at) => firstOfAgreements(at, topic.id))),
		dropped: newest(found.flatMap(({ gone }) => gone.flatMap((each) => paired(each, departureOf(each))))),
		reworded: newest(
			found.flatMap(({ inForce }) =>
				inForce.flatMap((each) =>
					paired(
						each,
						each.finding.reworded === null ? null : changeAt(each.agreement, each.finding.reworded),
					),
				),
			),
		).filter(firstOfItsChange),
	};
}

function paired(found: Found, change: Change | null): [Found, Change][] {
	return change === null ? [] : [[found, change]];
}

/** Of each agreement the clause with which the topic came in after the first record, where it still stands. */
function firstOfAgreements({ inForce }: FoundAt, topic: string): [Found, Change][] {
	const first = Map.groupBy(inForce, ({ agreement }) => agreement);
	return [...first].flatMap(([agreement, found]): [Found, Change][] => {
		const since = agreement.topics.spans[topic]?.at(-1)?.first ?? 0;
		const bringer = found.find(({ finding }) => finding.since === since) ?? (found[0] as Found);
		return since === 0 ? [] : [[bringer, changeAt(agreement, since)]];
	});
}

/** A change that reworded five clauses on a topic is one line. */
function firstOfItsChange({ href }: Move, at: number, moves: readonly Move[]): boolean {
	const page = (address: string): string => address.split('#', 1)[0] as string;
	return moves.findIndex((other) => page(other.href) === page(href)) === at;
}

function moveOf([found, change]: readonly [Found, Change]): Move {
	const { platform, agreement } = found;
	return {
		platform: platform.name,
		place: placeOfFound(found),
		day: dayOf(change.version.fetched),
		href: changeHref(platform, agreement, change),
	};
}
