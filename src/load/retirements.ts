/** Which of the recorded agreements are followed no longer, by what is declared and, where nothing is, by when they were last looked at. */
import path from 'node:path';
import { withdrawn } from '../analysis/history/withdrawn.ts';
import type { Declarations } from '../archive/collection.ts';
import type { Retirement } from '../model/retirement.ts';
import { type Status, statusKey } from '../model/status.ts';
import type { Version } from '../model/version.ts';
import { declaredFiles } from './joined-history.ts';

/** File of an agreement → its retirement; of one that is followed, nothing. */
export type Retirements = ReadonlyMap<string, Retirement>;

/**
 * An archive without a declaration, such as a repository of versions alone, says of no agreement whether it is followed. Neither does a
 * declaration that cannot be read, of those of its platform. What was taken out of the archive says so itself.
 * @param versions by file, of all names that an agreement had
 */
export function retirementsOf(
	versions: ReadonlyMap<string, readonly Version[]>,
	declarations: Declarations,
	status: Status | null,
): Retirements {
	const declaresSome = declarations.declarations.length + declarations.faults.length > 0;
	if (!declaresSome && status === null) return new Map();
	const files = [...versions.keys()];
	const declared = declaredFiles(declarations, files);
	const stated = new Map<string, Retirement>(
		declarations.declarations.flatMap(({ platform, agreement, retired }) =>
			retired === undefined ? [] : [[`${platform}/${agreement}.md`, retired] as const],
		),
	);
	const found = [...versions].flatMap(([file, own]): (readonly [string, Retirement])[] => {
		if (withdrawn(own) !== null) return [];
		const said = stated.get(file) ?? declarations.retired.get(path.posix.dirname(file));
		if (said !== undefined) return [[file, said]];
		return declared.has(file) ? [] : [[file, { day: lastSeen(file, own, status), why: '' }]];
	});
	return new Map(found);
}

function lastSeen(file: string, versions: readonly Version[], status: Status | null): string {
	const named = { platform: path.posix.dirname(file), agreement: path.posix.basename(file, '.md') };
	const recorded = versions.at(-1)?.fetched ?? '';
	const checked = status?.agreements[statusKey(named)]?.checked ?? '';
	return [checked, recorded].sort()[1]?.slice(0, 10) ?? '';
}
