/** How a quote fits each version, as runs of versions, and what that says of it today. */
import type { Span } from '../../model/ledger.ts';
import type { QuoteFit, QuoteState } from '../../model/quote-history.ts';
import { isShortGap } from '../ledger/presence.ts';

export type FitRun = Span & { readonly fit: QuoteFit };

type Times = readonly { readonly fetched: string }[];

/**
 * Runs without the absences that are none: a failed capture, or some days in which the page held other words.
 * @param fits one a version
 * @param doubtful the last versions, from this one on, may be a failed capture
 */
export function fitRuns(fits: readonly QuoteFit[], versions: Times, doubtful = fits.length): FitRun[] {
	const runs = bridgeExcursions(runsOf(fits), versions);
	return bridgeFailures(runs, versions, doubtful);
}

function runsOf(fits: readonly QuoteFit[]): FitRun[] {
	const runs: FitRun[] = [];
	for (const [version, fit] of fits.entries()) push(runs, { first: version, last: version, fit });
	return runs;
}

function push(runs: FitRun[], run: FitRun): void {
	const before = runs.at(-1);
	if (before?.fit === run.fit) runs[runs.length - 1] = { ...before, last: run.last };
	else runs.push(run);
}

/** Whatever stood for some days between the quoted words. The words themselves stood, for however few days that was. */
function bridgeExcursions(runs: readonly FitRun[], versions: Times): FitRun[] {
	const joined: FitRun[] = [];
	for (let at = 0; at < runs.length; at++) {
		const run = runs[at] as FitRun;
		const back = run.fit === 'exact' ? -1 : runs.findIndex(({ fit }, later) => later > at && fit === 'exact');
		const isExcursion =
			joined.at(-1)?.fit === 'exact' &&
			back > 0 &&
			isShortGap(versions[run.first]?.fetched, versions[runs[back]?.first ?? -1]?.fetched);
		if (!isExcursion) push(joined, run);
		else {
			push(joined, { first: run.first, last: (runs[back] as FitRun).last, fit: 'exact' });
			at = back;
		}
	}
	return joined;
}

/** Nothing like it for some days, between versions that hold it in whatever words. */
function bridgeFailures(runs: readonly FitRun[], versions: Times, doubtful: number): FitRun[] {
	const joined: FitRun[] = [];
	for (const [at, run] of runs.entries()) {
		const [before, after] = [joined.at(-1), runs[at + 1]];
		const isFailure =
			run.fit === 'none' &&
			before !== undefined &&
			(after === undefined
				? run.first >= doubtful
				: isShortGap(versions[run.first]?.fetched, versions[after.first]?.fetched));
		push(joined, isFailure ? { ...run, fit: before.fit } : run);
	}
	return joined;
}

export function runOf(runs: readonly FitRun[], version: number): number {
	return runs.findIndex(({ first, last }) => first <= version && version <= last);
}

export function stateOf(runs: readonly FitRun[]): QuoteState {
	const today = runs.at(-1)?.fit;
	if (today === 'none') return 'removed';
	if (today !== 'exact') return 'reworded';
	return runs.filter(({ fit }) => fit === 'exact').length > 1 ? 'restored' : 'current';
}

/** First version after the review that did not hold the words; null where they stood ever since, or had gone before it. */
export function movedOnAt(runs: readonly FitRun[], reviewed: number): number | null {
	const seen = runOf(runs, reviewed);
	return runs[seen]?.fit === 'exact' ? (runs[seen + 1]?.first ?? null) : null;
}
