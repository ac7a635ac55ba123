/** The capture of a collection whose pages a test serves, and what came of it. */
import { systemClock } from '../capture/politeness/clock.ts';
import { type CaptureOptions, captureCollection } from '../ingest/capture-collection.ts';
import type { Outcome } from '../ingest/outcome.ts';
import { monday, type SampleCollection } from './sample-collection.ts';

/** Nobody waits for a second try. */
const impatient = { ...systemClock, sleep: async () => {} };

/** On Monday, unless another day is asked for. */
export function capture(
	{ directory }: Pick<SampleCollection, 'directory'>,
	options: Partial<CaptureOptions> = {},
): Promise<readonly Outcome[]> {
	return captureCollection({ directory, now: monday, mode: 'record', clock: impatient, ...options });
}

export function kindsOf(outcomes: readonly Outcome[]): readonly Outcome['kind'][] {
	return outcomes.map(({ kind }) => kind);
}
