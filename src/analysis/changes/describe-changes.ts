/** An agreement's recorded changes: class, rank, counts, words, sections and address of each. */
import type { Change } from '../../model/change.ts';
import type { ClauseEvent, Ledger, State } from '../../model/ledger.ts';
import type { Topic } from '../../model/topic.ts';
import type { Version } from '../../model/version.ts';
import { dayNamer } from '../../text/day-names.ts';
import type { BuiltLedger } from '../ledger/build-ledger.ts';
import { type ClauseTopics, topicsTouched } from '../topics/clause-topics.ts';
import { classifyChanges } from './change-class.ts';
import { changeFacts, countEvents } from './change-facts.ts';
import { changedSentences, noSentences } from './changed-sentences.ts';
import { type RankedInput, rankChanges } from './hindsight.ts';

/**
 * One change a version, in commit order; what is told of the prominent ones is added by `tellChanges`, their days by `withDates`.
 * @param touchesOf tells what a change touched on topics; without it, none are told
 */
export function describeChanges(
	versions: readonly Version[],
	built: BuiltLedger,
	touchesOf: ClauseTopics['ofEvents'] = () => [],
	vocabulary: readonly Topic[] = [],
): Change[] {
	const days = dayNamer();
	const { ledger } = built;
	const classified = classifyChanges(ledger, versions, built);
	const ranks = rankChanges(ledger, classified satisfies readonly RankedInput[]);
	return classified.map((change, index) => {
		const { version, base, events, class: decided, hadPage, cosmetic } = change;
		const { rank, hindsight } = ranks[index] as (typeof ranks)[number];
		const [before, after] = [ledger.states[base], ledger.states[index]];
		const details = rank === 'folded' ? unmeasured : measure(ledger, before, after, events);
		// What may be a failed capture touches every topic and none.
		const lost = decided === 'lost' && rank !== 'prominent';
		const topics =
			rank === 'folded' || lost ? [] : topicsTouched(touchesOf(before, after, events), vocabulary);
		return {
			version,
			index,
			base,
			day: days(version.fetched),
			onYearPage: false,
			class: decided,
			hadPage,
			rank,
			hindsight,
			cosmetic,
			counts: countEvents(ledger, events),
			topics,
			sentences: rank === 'prominent' ? changedSentences(ledger, events, platformOf(version)) : noSentences,
			headline: [],
			untold: 0,
			turns: [],
			passage: [],
			dated: null,
			...details,
		};
	});
}

function platformOf({ path }: Version): string {
	return path.slice(0, path.indexOf('/'));
}

function measure(
	ledger: Ledger,
	before: State | undefined,
	after: State | undefined,
	events: readonly ClauseEvent[],
): Pick<Change, 'wordsIn' | 'wordsOut' | 'edition' | 'replacements' | 'sections'> {
	if (before === undefined || after === undefined) return unmeasured;
	const { counts: _, ...facts } = changeFacts(ledger, before, after, events);
	return facts;
}

const unmeasured = { wordsIn: 0, wordsOut: 0, edition: null, replacements: [], sections: [] };
