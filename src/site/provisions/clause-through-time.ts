/** The clause of a provision through time: every wording, drawn and linked, and the marks of its small timeline. Computed from the ledger. */

import { rewordings, standSince, textChangesOf } from '../../analysis/history/blame.ts';
import { likenessTo } from '../../analysis/quotes/nearest-passage.ts';
import { leastSimilarity } from '../../analysis/sentences/similar-pairs.ts';
import type { Provision } from '../../model/archive.ts';
import { dayInWords, daysBetween } from '../../text/days-in-words.ts';
import { placeOf, type Span } from '../overview/timeline.ts';
import { drawStep } from '../redline/clause-history-html.ts';
import { clauseArchive, type DrawnTimeStep, drawTimeStep, stepsOfClauses } from './clause-steps.ts';

/** A step of a provision's clause. */
export interface TimeStep extends DrawnTimeStep {
	/** Of words that came into this clause from another one: `These words stood in another clause before, since 3 May 2024.` Else empty. */
	readonly before: string;
}

export interface ClauseTime {
	/** Newest first. */
	readonly steps: readonly TimeStep[];
	/** Older ones that are left out: each costs a word diff, and nobody reads three hundred. */
	readonly more: number;
	/**
	 * Since when the clause stands, or stood last, as the page of its agreement says it: the version that brought in the last of its clauses
	 * where the quote runs through several. Its words may be older, from another clause, or younger.
	 */
	readonly since: number;
	/** How often its words changed since then; dates apart. */
	readonly rewordings: number;
}

const shown = 20;

export function clauseTime(provision: Provision): ClauseTime {
	const { agreement, history } = provision;
	const all = stepsOfClauses(agreement, history.clauses);
	const several = history.clauses.length > 1;
	const steps = all.slice(0, shown).map((one): TimeStep => {
		const { version, kind } = one.step;
		const before = kind === 'came' ? beforeIn(provision, version) : '';
		const drawn = drawTimeStep(provision, one);
		const label = kind === 'came' && version > 0 ? arrival(before) : drawn.label;
		return { ...drawn, number: several ? drawn.number : '', label, before };
	});
	const since = standSince(agreement, history.clauses);
	return { steps, more: all.length - steps.length, since, rewordings: rewordingsSince(provision, since) };
}

function rewordingsSince({ agreement, history: { clauses } }: Provision, since: number): number {
	const textChanges = textChangesOf(agreement.ledger, new Set(clauses));
	const versions = [...textChanges.values()].flatMap((own) => [
		...rewordings(
			agreement,
			own.filter(({ version }) => version >= since),
		),
	]);
	return new Set(versions).size;
}

/** What is to be said of a clause that came in with words which stood right before it already. */
function beforeIn({ agreement, history: { fits } }: Provision, version: number): string {
	const run = fits.find(({ first, last }) => first < version && version - 1 <= last);
	if (run?.fit !== 'exact') return '';
	return `These words stood in another clause before, since ${dayInWords(agreement.versions[run.first]?.fetched ?? '')}.`;
}

function arrival(before: string): string {
	return before === '' ? 'First seen' : 'Now in another clause';
}

/** Where the clause itself is gone: the clause of today that is most like the quote; null where none is like it. */
export function nearestToday({
	agreement,
	history,
	quote,
}: Provision): { readonly anchor: string; readonly words: string } | null {
	const { ledger } = agreement;
	const state = ledger.states.at(-1);
	const likeness = likenessTo(quote.exact);
	let nearest: { anchor: string; words: string; alike: number } | null = null;
	for (const [place, clause] of (state?.clauses ?? []).entries()) {
		if (history.clauses.includes(clause)) return null;
		const words = ledger.texts[state?.texts[place] ?? -1]?.visible ?? '';
		const alike = likeness(words);
		if (alike > (nearest?.alike ?? leastSimilarity))
			nearest = { anchor: ledger.clauses[clause]?.anchor ?? '', words, alike };
	}
	return nearest;
}

/** The wording that was explained against that of today, a redline for each clause whose words differ. */
export function todayAgainstQuoted(
	provision: Provision,
): readonly { readonly clause: number; readonly html: string }[] {
	const { agreement, history } = provision;
	const archive = clauseArchive(provision.agreement);
	const last = agreement.ledger.states.length - 1;
	const lastHeld = history.fits.findLast(({ fit }) => fit === 'exact')?.last ?? history.verified;
	return history.clauses.flatMap((clause) => {
		// Words that went on in another clause after the review are set against what they were there.
		const against = history.readIn.includes(clause) ? history.verified : lastHeld;
		const [before, after] = [textAt(provision, clause, against), textAt(provision, clause, last)];
		if (before === null || after === null || before === after) return [];
		const step = {
			kind: 'reworded',
			version: last,
			against,
			before,
			after,
			putBack: null,
			event: null,
		} as const;
		return [{ clause, html: drawStep(archive, clause, step).html }];
	});
}

/** Index of the wording in a version; null where the clause did not stand. */
function textAt({ agreement }: Provision, clause: number, version: number): number | null {
	const state = agreement.ledger.states[version];
	const place = state?.clauses.indexOf(clause) ?? -1;
	return state?.texts[place] ?? null;
}

export interface TimeMark {
	/** Per cent of the axis. */
	readonly at: number;
	readonly step: TimeStep;
	readonly recent: boolean;
}

const recentDays = 90;

/** Oldest first; steps of one change share a mark. */
export function timeMarks({ steps }: ClauseTime, span: Span): TimeMark[] {
	const marks = new Map<number, TimeMark>();
	for (const step of steps) {
		const { fetched } = step.change.version;
		const recent = daysBetween(fetched, span.today) <= recentDays;
		marks.set(step.change.index, { at: placeOf(fetched, span), step, recent });
	}
	return [...marks.values()].reverse();
}

/** The parts of the axis in which the clause stood, in per cent. */
export function timeStretches(
	{ agreement, history }: Provision,
	span: Span,
): { readonly from: number; readonly to: number }[] {
	const last = agreement.versions.length - 1;
	return history.clauses
		.slice(0, 1)
		.flatMap((clause) => agreement.ledger.clauses[clause]?.spans ?? [])
		.map((stretch) => ({
			from: placeOf(agreement.versions[stretch.first]?.fetched ?? span.from, span),
			to:
				stretch.last === last ? 100 : placeOf(agreement.versions[stretch.last + 1]?.fetched ?? span.to, span),
		}));
}
