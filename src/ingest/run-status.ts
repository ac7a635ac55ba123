/** What a run makes of the status of its collection. */
import type { Declarations } from '../archive/collection.ts';
import { type Status, statusKey } from '../model/status.ts';
import type { CheckedAgreement } from './check-agreement.ts';
import { brokenPlatform } from './choose-agreements.ts';
import type { Outcome } from './outcome.ts';

/** Of the agreements that were checked now their new status, of the others what was known; those that are no longer declared are dropped. */
export function statusAfter(
	before: Status | null,
	checked: readonly CheckedAgreement[],
	{ declarations, faults }: Declarations,
	now: Date,
): Status {
	const declared = new Set(declarations.map(statusKey));
	const broken = faults.map((fault) => `${brokenPlatform(fault)}/`);
	const kept = Object.entries(before?.agreements ?? {}).filter(
		([key]) => declared.has(key) || broken.some((platform) => key.startsWith(platform)),
	);
	const fresh = checked.flatMap(({ outcome, status }) =>
		status === null ? [] : [[statusKey(outcome), status] as const],
	);
	return { format: 1, updated: now.toISOString(), agreements: Object.fromEntries([...kept, ...fresh]) };
}

/** `Record status: 47 checked, 1 held, 2 failing`, and where the run had to end `, 3 not reached` */
export function statusSubject(outcomes: readonly Outcome[]): string {
	const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
	const unreached = count('unreached');
	const rest = [`${count('held')} held`, `${count('failed')} failing`, `${unreached} not reached`].filter(
		(part) => !part.startsWith('0 '),
	);
	return `Record status: ${[`${outcomes.length - unreached} checked`, ...rest].join(', ')}`;
}
