/** What came of an agreement in a run, for whoever reports on it. */
import type { RecordKind } from '../archive/message.ts';
import type { Fault } from '../model/fault.ts';
import type { Hold } from './hold-back.ts';
import type { HeldPage } from './judge-text.ts';

interface Named {
	readonly platform: string;
	/** Empty where a whole declaration cannot be used. */
	readonly agreement: string;
	/** One line for people. */
	readonly detail: string;
	/** What may be wrong with what the pages were read as, a sentence each; left out where there is nothing to say. */
	readonly warnings?: readonly string[];
}

export type Outcome = RecordedOutcome | UnchangedOutcome | HeldOutcome | FailedOutcome | UnreachedOutcome;

export interface RecordedOutcome extends Named {
	readonly kind: 'recorded';
	readonly change: RecordKind;
	/** Null in a dry run. */
	readonly commit: string | null;
	/** In a dry run alone, for whoever wants to see it; `before` is null for a first record. */
	readonly texts?: { readonly before: string | null; readonly after: string };
}

export interface UnchangedOutcome extends Named {
	readonly kind: 'unchanged';
}

/** The page showed a text that is not believed; what was recorded stands. */
export interface HeldOutcome extends Named {
	readonly kind: 'held';
	readonly hold: Hold;
	readonly page: HeldPage;
}

export interface FailedOutcome extends Named {
	readonly kind: 'failed';
	readonly fault: Fault;
}

/** The run had to end before it knew. */
export interface UnreachedOutcome extends Named {
	readonly kind: 'unreached';
}
