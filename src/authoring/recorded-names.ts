/** Names of what an archive holds, for whoever named something else. */
import path from 'node:path';
import { unknownName } from '../analysis/editorial/complaints.ts';
import type { History } from '../archive/history.ts';
import { Fault } from '../model/fault.ts';

/** Platform → its agreements: of all, whether or not a text speaks of them. */
export function recordedNames({ versions }: History): ReadonlyMap<string, readonly string[]> {
	const byPlatform = Map.groupBy(versions.keys(), (file) => path.posix.dirname(file));
	return new Map(
		[...byPlatform].map(([name, files]) => [name, files.map((file) => path.posix.basename(file, '.md'))]),
	);
}

/**
 * @param command that somebody gave the name to
 * @throws Fault that proposes the name that is likely meant
 */
export function refuseUnknown(command: string, field: string, name: string, names: readonly string[]): void {
	if (names.includes(name)) return;
	const { what, remedy } = unknownName(field, name, names);
	throw new Fault(what, command, remedy);
}
