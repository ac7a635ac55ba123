/** What two days of an agreement have to say to each other: versions, sentence, redline and map, as the compare page shows them. */
import { changedWords, countEvents, touchedSections } from '../../analysis/changes/change-facts.ts';
import { eventSentence } from '../../analysis/changes/change-summary.ts';
import { eventsBetween } from '../../analysis/ledger/neighbour-events.ts';
import { findReplacements } from '../../analysis/ledger/replacements.ts';
import { redline } from '../../analysis/redline/redline.ts';
import type { EventCounts } from '../../model/change.ts';
import type { ClauseEvent, Ledger, State } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { listed, wordBalance } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { type Bars, type MapLine, mapOf, stripOf } from '../redline/change-map.ts';
import { collapseTrivial } from '../redline/collapse-trivial.ts';
import type { RedlineView } from '../redline/redline-rows.ts';
import { anchorsOf, pageBounds, viewRedline } from '../redline/redline-view.ts';
import { type AskedDays, versionOn } from './compare-days.ts';
import type { RecordedAgreement, RecordedVersion } from './ledger-json.ts';
import { type Side, sideOf } from './side.ts';

/** Two texts, clause by clause. */
export interface ComparedTexts {
	/** False where the texts are the very same. */
	readonly differs: boolean;
	readonly view: RedlineView;
	/** Computed when asked for. */
	readonly surroundings: () => Surroundings;
}

export interface Comparison extends ComparedTexts {
	readonly sentence: string;
	readonly before: Side;
	readonly after: Side;
	/** Recorded changes that led from the one to the other, oldest first; those without a page are counted. */
	readonly between: { readonly shown: readonly RecordedVersion[]; readonly rest: number };
}

/** What stands around a redline. It reads every changed clause, of which the redline shows the first: half of the time of a large comparison. */
export interface Surroundings {
	/** Words in and out; empty where no word differs. */
	readonly balance: string;
	readonly map: readonly MapLine[];
	/** The map in one line, for narrow screens. */
	readonly strip: readonly Bars[];
}

/** Characters of unchanged text behind the lines of a redline. No host keeps it, so it may hold most of a text: only its closed folds cost the browser. */
const folded = 60_000;

export function compareDays(
	agreement: RecordedAgreement,
	{ from, to }: Pick<AskedDays, 'from' | 'to'>,
): Comparison {
	const { ledger, versions } = agreement;
	const [old, fresh] = [versionOn(versions, from) ?? 0, versionOn(versions, to) ?? 0];
	const [before, after] = [ledger.states[old] as State, ledger.states[fresh] as State];
	const events = eventsBetween(ledger, before, after);
	const facts = {
		counts: countEvents(ledger, events),
		edition: null,
		replacements: findReplacements(ledger, events, after).replacements,
		sections: touchedSections(ledger, before, after, events),
	};
	return {
		...compareTexts(ledger, before, after),
		sentence:
			versions.length === 1
				? 'Only one version is recorded, so there is nothing to compare yet'
				: sentenceOf(facts, from, to),
		before: sideOf(agreement, from, old),
		after: sideOf(agreement, to, fresh),
		between: betweenOf(versions.slice(old + 1, fresh + 1)),
	};
}

/** @param before @param after of this ledger */
export function compareTexts(ledger: Ledger, before: State, after: State): ComparedTexts {
	const events = eventsBetween(ledger, before, after);
	const { blocks, trivial } = collapseTrivial(ledger, redline(ledger, before, after));
	const view = viewRedline(ledger, { blocks, trivial }, { ...pageBounds, folded });
	return {
		differs: events.length > 0,
		view,
		surroundings: () => surroundingsOf(ledger, events, blocks, view),
	};
}

function betweenOf(versions: readonly RecordedVersion[]): Comparison['between'] {
	const shown = versions.filter(({ page }) => page);
	return { shown, rest: versions.length - shown.length };
}

function surroundingsOf(
	ledger: Ledger,
	events: readonly ClauseEvent[],
	blocks: readonly RedlineBlock[],
	view: RedlineView,
): Surroundings {
	const words = changedWords(ledger, events);
	return {
		balance: wordBalance(words),
		map: mapOf(ledger, blocks, anchorsOf(view)),
		strip: stripOf(ledger, blocks),
	};
}

function sentenceOf(facts: Parameters<typeof eventSentence>[0], from: string, to: string): string {
	const { counts } = facts;
	const days = `between ${dayInWords(from)} and ${dayInWords(to)}`;
	const differing = Object.values(counts).some((count) => count > 0);
	if (!differing) return from === to ? 'Both days are the same' : `No word differs ${days}`;
	const quiet = quietParts(counts);
	const telling = Object.values(counts).reduce((sum, count) => sum + count, 0) > quietCount(counts);
	return telling ? eventSentence(facts) : `No word of the terms differs ${days}, only ${listed(quiet)}`;
}

const quietNames: readonly (readonly [keyof EventCounts, string])[] = [
	['relinked', 'addresses of links'],
	['restyled', 'layout, capitals, quotation marks or dashes'],
	['regrouped', 'breaks between paragraphs'],
	['respelled', 'spelling'],
	['relabelled', 'labels of links and pictures'],
	['redated', 'dates'],
];

function quietParts(counts: EventCounts): string[] {
	return quietNames.filter(([kind]) => counts[kind] > 0).map(([, words]) => words);
}

function quietCount(counts: EventCounts): number {
	return quietNames.reduce((sum, [kind]) => sum + counts[kind], 0);
}
