/** How a quote fits each version, as runs of versions, and what that says of it today. */
import type { Span } from '../../model/ledger.ts';
import type { QuoteFit, QuoteState } from '../../model/quote-history.ts';
import { bridgeValues, type Moments } from '../ledger/presence.ts';

export type FitRun = Span & { readonly fit: QuoteFit };

/**
 * Runs without the absences that are none. The words themselves stood, for however few days that was: a brief stay is told.
 * @param fits one a version
 * @param doubtful the last versions, from this one on, may be a failed capture
 */
export function fitRuns(fits: readonly QuoteFit[], moments: Moments, doubtful = fits.length): FitRun[] {
	// First whatever stood for some days in the place of the quoted words, then nothing like them for some days: a failed capture.
	const withoutExcursions = bridgeValues(fits, (fit) => fit === 'exact', moments);
	return runsOf(bridgeValues(withoutExcursions, (fit) => fit !== 'none', moments, doubtful));
}

function runsOf(fits: readonly QuoteFit[]): FitRun[] {
	const runs: FitRun[] = [];
	for (const [version, fit] of fits.entries()) {
		const before = runs.at(-1);
		if (before?.fit === fit) runs[runs.length - 1] = { ...before, last: version };
		else runs.push({ first: version, last: version, fit });
	}
	return runs;
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
