/** What the ledger of a channel says after a message was handed over, or was not. */
import type { ChannelLedger } from '../../model/alert-ledger.ts';
import type { Alert } from '../../model/alerts.ts';
import { periodOf } from './note-news.ts';

/**
 * `refused`: it did not arrive, because of the channel or because of this message alone. `unknown`: it may have arrived; the answer did not.
 */
export type Outcome =
	| { readonly kind: 'sent'; readonly warning?: string }
	| {
			readonly kind: 'refused';
			readonly because: 'channel' | 'message';
			readonly reason: string;
			readonly remedy: string;
	  }
	| { readonly kind: 'unknown'; readonly reason: string; readonly remedy: string };

/** @param changes that the message told of @param leftOut how many it counted beside them */
export function settled(
	alert: Alert,
	ledger: ChannelLedger,
	{ changes, leftOut }: { readonly changes: readonly string[]; readonly leftOut: number },
	outcome: Outcome,
	now: string,
): ChannelLedger {
	const told = new Set(changes);
	if (outcome.kind !== 'sent') {
		const back = outcome.kind === 'refused' ? 1 : 0;
		const waiting = ledger.waiting.map((each) =>
			told.has(each.change) ? { ...each, tries: each.tries - back, due: false } : each,
		);
		return { ...ledger, waiting };
	}
	const period = periodOf(alert, now);
	return {
		...ledger,
		leftOut: ledger.leftOut - leftOut,
		waiting: ledger.waiting.filter(({ change }) => !told.has(change)),
		...(period === null ? {} : { period }),
	};
}

/** At the end of a run. @param failure what went wrong last; null where all went well */
export function closed(
	ledger: ChannelLedger,
	failure: { readonly reason: string; readonly remedy: string } | null,
	now: string,
): ChannelLedger {
	const { failing, ...rest } = ledger;
	// What was not reached after a refusal was never handed over.
	const waiting = ledger.waiting.map((each) =>
		each.due ? { ...each, tries: each.tries - 1, due: false } : each,
	);
	if (failure === null) return { ...rest, waiting };
	const { reason, remedy } = failure;
	return {
		...rest,
		waiting,
		failing: { since: failing?.since ?? now, runs: (failing?.runs ?? 0) + 1, reason, remedy },
	};
}
