/** `decisions/<platform>/<agreement>.json`: what people said of texts that were held back. The robot reads it, and writes what it saw elsewhere. */
import { z } from 'zod';
import type { AgreementStatus } from './status.ts';
import { flapDays } from './thresholds.ts';

const decisionSchema = z.strictObject({
	/** SHA-256 of the held text's letters, hex, as `held.letters` of the status has it: of this text alone something was said. */
	letters: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex is expected'),
	/** `accept` it is the agreement, and is recorded when it is met again · `reject` it is not, and is recorded at no time. */
	decision: z.enum(['accept', 'reject']),
	/** Who decided: a name, or the name of an account. */
	by: z.string().min(1).max(200).optional(),
	/** ISO 8601, UTC. */
	on: z.iso.datetime(),
	/** Goes into the commit that records the text. */
	note: z.string().max(2000).optional(),
});

/** Texts that one agreement may have something said of: what a page shows in turn is a handful. */
export const mostDecisions = 100;

export const decisionsSchema = z.strictObject({
	format: z.literal(1),
	/** Oldest first; of one text the last counts. */
	decisions: z.array(decisionSchema).max(mostDecisions),
});

export type Decision = z.infer<typeof decisionSchema>;

/** `<platform>/<agreement>`, as in the status → what was decided, oldest first. */
export type DecisionsByAgreement = ReadonlyMap<string, readonly Decision[]>;

/** What was said last of a text. */
export function decisionOn(decisions: readonly Decision[], letters: string): Decision | undefined {
	return decisions.findLast((each) => each.letters === letters);
}

/** The same decisions with one more; what was said of that text before is replaced, and beyond so many the oldest go. */
export function withDecision(decisions: readonly Decision[], decision: Decision): readonly Decision[] {
	const others = decisions.filter(({ letters }) => letters !== decision.letters);
	return [...others, decision].slice(-mostDecisions);
}

const day = 24 * 60 * 60 * 1000;

/**
 * Whether nothing hangs on it any more. A version recorded since used an acceptance up, be it of another text: what was accepted was to
 * follow the text that stood then. One that was not met for a month is forgotten. A rejection lasts as long as the agreement is followed.
 * @param entry the agreement's status; undefined where it is not followed
 */
export function isSpent({ decision, on }: Decision, entry: AgreementStatus | undefined, now: Date): boolean {
	if (entry === undefined || entry.retired) return true;
	if (decision === 'reject') return false;
	return (entry.recorded ?? '') >= on || now.getTime() - Date.parse(on) > flapDays * day;
}
