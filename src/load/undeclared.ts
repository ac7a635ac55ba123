/** Recorded agreements that nobody declares any more: which of them may have been renamed, and which may be over. */
import path from 'node:path';
import { type LikelyRename, likelyRenames } from '../analysis/history/likely-renames.ts';
import { withdrawn } from '../analysis/history/withdrawn.ts';
import type { Declarations } from '../archive/collection.ts';
import type { History } from '../archive/history.ts';
import type { Version } from '../model/version.ts';
import { declaredFiles } from './joined-history.ts';
import { statedSuccessors } from './stated-names.ts';

export interface Undeclared {
	/** `<platform>/<agreement>.md` of all of them, in the order of the history. */
	readonly files: readonly string[];
	readonly renames: readonly LikelyRename[];
}

/**
 * Of an archive without a declaration, none: it says of nothing whether it is followed.
 * @param history as recorded, or joined already: an agreement that goes on under another name is not undeclared
 */
export function undeclared(
	declarations: Declarations,
	history: Pick<History, 'versions' | 'places'>,
): Undeclared {
	if (declarations.declarations.length === 0) return { files: [], renames: [] };
	const { versions } = history;
	const names = [...versions.keys()];
	const declared = declaredFiles(declarations, names);
	const { successors } = statedSuccessors(declarations.formerly, names, declared);
	const files = names.filter(
		(file) =>
			!declared.has(file) &&
			!successors.has(file) &&
			!declarations.retired.has(path.posix.dirname(file)) &&
			withdrawn(versions.get(file) ?? []) === null,
	);
	const succeeding = new Set(successors.values());
	const former = files.map((file) => ({
		file,
		addresses: lastSources(versions.get(file) ?? []),
		end: placeOf(history, file, -1),
	}));
	const fresh = declarations.declarations
		.filter(({ retired }) => retired === undefined)
		.map(({ platform, agreement, sources }) => ({
			file: `${platform}/${agreement}.md`,
			addresses: sources.map(({ address }) => address),
		}))
		.filter(({ file }) => !succeeding.has(file))
		.map((each) => ({ ...each, begin: placeOf(history, each.file, 0) }));
	return { files, renames: likelyRenames(former, fresh) };
}

/** Of its first or last version in the order of all commits; infinite where nothing is recorded. */
function placeOf(
	{ versions, places }: Pick<History, 'versions' | 'places'>,
	file: string,
	at: number,
): number {
	const version = versions.get(file)?.at(at);
	return version === undefined ? Number.POSITIVE_INFINITY : (places.get(version.commit) ?? 0);
}

function lastSources(versions: readonly Version[]): readonly string[] {
	const sourced = versions.findLast(({ evidence }) => evidence.sources.length > 0);
	return sourced?.evidence.sources ?? [];
}

/** What to ask, and what to write as an answer. */
export function renameQuestion({ former, fresh, why }: LikelyRename): string {
	const [platform, agreement] = [path.posix.dirname(fresh), path.posix.basename(fresh, '.md')];
	const alike = why === 'address' ? 'is taken from the same page' : 'is named like it';
	const isOfPlatform = path.posix.dirname(former) === platform;
	const isSameAgreement = path.posix.basename(former) === path.posix.basename(fresh);
	const name = isOfPlatform ? path.posix.basename(former, '.md') : former.slice(0, -'.md'.length);
	const answer =
		!isOfPlatform && isSameAgreement
			? `"formerly": [${JSON.stringify(path.posix.dirname(former))}] beside its "name"`
			: `"formerly": [${JSON.stringify(name)}] in ${JSON.stringify(agreement)}`;
	return (
		`Renamed? ${inWords(former)} is recorded and declared no longer, and ${inWords(fresh)} ${alike}. ` +
		`If so, write ${answer} in declarations/${platform}.json: they become one history. ` +
		`If it ended, declare it with "retired": its last day.`
	);
}

export function inWords(file: string): string {
	return `${path.posix.dirname(file)} › ${path.posix.basename(file, '.md')}`;
}
