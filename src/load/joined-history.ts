/** The history of an archive by agreement, whatever it was named before: what was renamed is one agreement with all its versions. */
import path from 'node:path';
import {
	possibleSuccessions,
	type Recorded,
	type Succession,
	type Successors,
	successorsOf,
} from '../analysis/history/successors.ts';
import { readBlobs } from '../archive/blobs.ts';
import { brokenPlatform, type Declarations } from '../archive/collection.ts';
import { type History, readHistory } from '../archive/history.ts';
import type { VersionsRepository } from '../archive/repository.ts';
import type { Version } from '../model/version.ts';
import { meaningKeys } from '../text/meaning-key.ts';
import { visibleText } from '../text/visible-text.ts';
import type { ReadHistory } from './kept-history.ts';
import { statedSuccessors } from './stated-names.ts';

export interface JoinedHistory extends History {
	/** File of an agreement → files under whose names it was recorded before, oldest first. */
	readonly former: ReadonlyMap<string, readonly string[]>;
}

/**
 * What the declarations say of former names counts first; of the rest, an agreement that begins with another's last text goes on as it.
 * @throws Fault where git fails
 */
export async function readJoinedHistory(
	repository: VersionsRepository,
	declarations: Declarations,
	read: ReadHistory = readHistory,
): Promise<JoinedHistory> {
	const history = await read(repository);
	const files = [...history.versions.keys()];
	const declared = declaredFiles(declarations, files);
	const { successors: stated } = statedSuccessors(declarations.formerly, files, declared);
	const recorded = recordedOf(history);
	const succeeding = new Set(stated.values());
	const possible = possibleSuccessions(recorded, declared).filter(
		({ former, fresh }) => !stated.has(former.file) && !succeeding.has(fresh.file),
	);
	const same = await sameTexts(repository.directory, possible);
	return joined(history, new Map([...successorsOf(same), ...stated]));
}

/** Of a declaration that cannot be read, all that its platform has. */
export function declaredFiles(
	{ declarations, faults }: Declarations,
	files: readonly string[],
): ReadonlySet<string> {
	const unread = new Set(faults.map(brokenPlatform));
	return new Set([
		...declarations.map(({ platform, agreement }) => `${platform}/${agreement}.md`),
		...files.filter((file) => unread.has(path.posix.dirname(file))),
	]);
}

/** All names that the archive holds or held: each has its address beside the others. */
export function namedFiles({ versions, former }: JoinedHistory): string[] {
	return [...versions.keys(), ...[...former.values()].flat()];
}

/** The file that an agreement is found under today. */
export function todaysFile({ former }: JoinedHistory, file: string): string {
	for (const [today, names] of former) if (names.includes(file)) return today;
	return file;
}

interface RecordedText extends Recorded {
	/** Object names of its first and its last text. */
	readonly first: string;
	readonly last: string;
}

function recordedOf({ versions, places }: History): RecordedText[] {
	return [...versions].map(([file, all]) => {
		const texts = all.filter(({ blob }) => blob !== null);
		const [first, last] = [texts[0], texts.at(-1)] as [Version, Version];
		return {
			file,
			begin: places.get(first.commit) as number,
			end: places.get(last.commit) as number,
			goesOn: texts.some(({ blob }) => blob !== first.blob),
			isGone: all.at(-1)?.blob === null,
			first: first.blob as string,
			last: last.blob as string,
		};
	});
}

/** Letters, digits and signs of less than a short page are no proof. */
const shortestText = 500;

/** Of pairs of files those of which one ends with what the other begins with, markup and link targets aside. */
async function sameTexts(
	directory: string,
	possible: readonly Succession<RecordedText>[],
): Promise<Succession<RecordedText>[]> {
	const names = [...new Set(possible.flatMap(({ former, fresh }) => [former.last, fresh.first]))];
	const keys = new Map<string, number | null>();
	const blobs = readBlobs(directory, names);
	try {
		for (const name of names) {
			const { text } = visibleText(((await blobs.next()).value as Buffer).toString());
			keys.set(name, text.length < shortestText ? null : meaningKeys(text).key);
		}
		await blobs.next();
	} finally {
		await blobs.return(undefined);
	}
	return possible.filter(({ former, fresh }) => {
		const key = keys.get(former.last) ?? null;
		return key !== null && key === keys.get(fresh.first);
	});
}

function joined(history: History, successors: Successors): JoinedHistory {
	const { places } = history;
	const versions = new Map<string, readonly Version[]>();
	const former = new Map<string, string[]>();
	for (const [file, own] of history.versions) {
		const today = lastSuccessor(successors, file);
		const kept = today === file ? own : withoutEnd(own);
		versions.set(today, [...(versions.get(today) ?? []), ...kept]);
		if (today !== file) former.set(today, [...(former.get(today) ?? []), file]);
	}
	const placeOf = ({ commit }: Version): number => places.get(commit) as number;
	const beginOf = (file: string): number => placeOf(history.versions.get(file)?.[0] as Version);
	for (const [file, names] of former) {
		names.sort((one, other) => beginOf(one) - beginOf(other));
		versions.set(file, versions.get(file)?.toSorted((one, other) => placeOf(one) - placeOf(other)) ?? []);
	}
	return { ...history, versions, former };
}

/** The file was taken away because it goes on elsewhere: that is no end of the agreement. */
function withoutEnd(versions: readonly Version[]): readonly Version[] {
	return versions.at(-1)?.blob === null ? versions.slice(0, -1) : versions;
}

/** A name that leads back to itself is nobody's successor. */
function lastSuccessor(successors: Successors, file: string): string {
	const seen = new Set([file]);
	let last = file;
	for (let next = successors.get(last); next !== undefined; next = successors.get(last)) {
		if (seen.has(next)) return file;
		seen.add(next);
		last = next;
	}
	return last;
}
