/** What a run makes of the status of its collection. */
import { brokenPlatform, type Declarations } from '../archive/collection.ts';
import type { FormerNames } from '../model/declaration.ts';
import { type AgreementStatus, type Status, statusKey } from '../model/status.ts';
import type { CheckedAgreement } from './check-agreement.ts';
import type { Outcome } from './outcome.ts';

/**
 * Of the agreements that were checked now their new status, of the others what was known. Of those that are followed no longer stays when
 * they were last looked at, as long as something is recorded of them; of those that go on under another name, nothing.
 */
export function statusAfter(
	before: Status | null,
	checked: readonly CheckedAgreement[],
	{ declarations, formerly, faults }: Declarations,
	now: Date,
): Status {
	const followed = new Set(declarations.filter(({ retired }) => retired === undefined).map(statusKey));
	const broken = faults.map((fault) => `${brokenPlatform(fault)}/`);
	const kept = Object.entries(before?.agreements ?? {}).flatMap(([key, entry]) => {
		if (followed.has(key) || broken.some((platform) => key.startsWith(platform)))
			return [[key, entry] as const];
		const isRecorded = entry.recorded !== undefined || entry.confirmed !== undefined;
		return isRecorded && !isFormer(key, formerly) ? [[key, retired(entry)] as const] : [];
	});
	const fresh = checked.flatMap(({ outcome, status }) =>
		status === null ? [] : [[statusKey(outcome), status] as const],
	);
	return { format: 1, updated: now.toISOString(), agreements: Object.fromEntries([...kept, ...fresh]) };
}

function retired({ checked, confirmed, recorded }: AgreementStatus): AgreementStatus {
	return {
		checked,
		...(confirmed === undefined ? {} : { confirmed }),
		...(recorded === undefined ? {} : { recorded }),
		retired: true,
		failures: 0,
	};
}

/** Whether a declaration says that it was called so before. */
function isFormer(key: string, formerly: readonly FormerNames[]): boolean {
	const at = key.indexOf('/');
	const [platform, agreement] = [key.slice(0, at), key.slice(at + 1)];
	return formerly.some(
		(names) =>
			names.platforms.includes(platform) ||
			names.agreements.some(
				({ name }) => name === key || (name === agreement && names.platform === platform),
			),
	);
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
