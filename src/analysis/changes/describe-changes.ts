/** An agreement's recorded changes: class, rank, counts, words, sections and address of each. */
import type { Change } from '../../model/change.ts';
import type { ClauseEvent, Ledger } from '../../model/ledger.ts';
import type { Version } from '../../model/version.ts';
import { dayNamer } from '../../text/day-names.ts';
import type { BuiltLedger, StatePrint } from '../ledger/build-ledger.ts';
import { compareStates } from '../ledger/compare-states.ts';
import type { ClauseTopics } from '../topics/clause-topics.ts';
import { type ClassifiedChange, classifyChanges } from './change-class.ts';
import { changeFacts, countEvents } from './change-facts.ts';
import { type RankedInput, rankChanges } from './hindsight.ts';

/**
 * One change a version, in commit order.
 * @param topicsOf tells the topics that a change touched; without it, none are told
 */
export function describeChanges(
	versions: readonly Version[],
	{ ledger, prints, followed }: BuiltLedger,
	topicsOf: ClauseTopics['ofEvents'] = () => [],
): Change[] {
	const days = dayNamer();
	const first = followed.indexOf(true);
	const compared = versions.map((version, index) => {
		const events = index <= first ? [] : neighbourEvents(ledger, index);
		const isFollowed = followed[index] as boolean;
		return { version, print: prints[index] as StatePrint, events, followed: isFollowed };
	});
	const classes = classifyChanges(ledger, compared);
	const classified = compared.map((each, index) => ({ ...each, ...(classes[index] as ClassifiedChange) }));
	const ranks = rankChanges(ledger, classified satisfies readonly RankedInput[]);
	return classified.map((change, index) => {
		const { version, events, class: decided, cosmetic } = change;
		const { rank, hindsight } = ranks[index] as (typeof ranks)[number];
		const details = rank === 'folded' ? unmeasured : measure(ledger, index, events);
		// What may be a failed capture touches every topic and none.
		const lost = decided === 'lost' && rank !== 'prominent';
		const topics =
			rank === 'folded' || lost ? [] : topicsOf(ledger.states[index - 1], ledger.states[index], events);
		const identity = { version, index, day: days(version.fetched) };
		return {
			...identity,
			class: decided,
			rank,
			hindsight,
			cosmetic,
			counts: countEvents(events),
			topics,
			...details,
		};
	});
}

function neighbourEvents(ledger: Ledger, index: number): ClauseEvent[] {
	const [before, after] = [ledger.states[index - 1], ledger.states[index]];
	return before === undefined || after === undefined ? [] : compareStates(ledger, before, after);
}

function measure(
	ledger: Ledger,
	index: number,
	events: readonly ClauseEvent[],
): Pick<Change, 'wordsIn' | 'wordsOut' | 'sections'> {
	const [before, after] = [ledger.states[index - 1], ledger.states[index]];
	if (before === undefined || after === undefined) return unmeasured;
	const { wordsIn, wordsOut, sections } = changeFacts(ledger, before, after, events);
	return { wordsIn, wordsOut, sections };
}

const unmeasured = { wordsIn: 0, wordsOut: 0, sections: [] };
