/** The history that a check proves things by, read once for all of them. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Declarations, readDeclarations } from '../archive/collection.ts';
import { openRepository, type VersionsRepository } from '../archive/repository.ts';
import { fieldLines, lineOfField } from '../archive/yaml-file.ts';
import { type JoinedHistory, readJoinedHistory } from '../load/joined-history.ts';
import { type Collection, collectionSchema } from '../model/collection.ts';
import { Fault, orFault } from '../model/fault.ts';

const { versions: usualVersions } = collectionSchema.parse({});

export interface RecordedArchive {
	readonly repository: VersionsRepository;
	readonly history: JoinedHistory;
}

/**
 * @param collection null where it cannot be read
 * @returns the fault where there is no whole history: nothing can be published then
 * @throws Fault where git fails on the way
 */
export async function readRecorded(
	directory: string,
	collection: Pick<Collection, 'versions'> | null,
	declarations?: Declarations,
): Promise<RecordedArchive | Fault> {
	if (collection === null)
		return new Fault('it does not say where the versions are', directory, 'Mend collection.yml first.');
	const missing = await missingVersions(directory, collection);
	if (missing !== null) return missing;
	const repository = await orFault(openRepository(path.join(directory, collection.versions)));
	if (repository instanceof Fault) return repository;
	const declared = declarations ?? (await readDeclarations(directory));
	return { repository, history: await readJoinedHistory(repository, declared) };
}

/** A folder that is named and not there; the usual one is there once something is recorded. */
async function missingVersions(
	directory: string,
	{ versions }: Pick<Collection, 'versions'>,
): Promise<Fault | null> {
	if (versions === usualVersions || existsSync(path.join(directory, versions))) return null;
	const file = path.join(directory, 'collection.yml');
	const text = await readFile(file, 'utf8').catch(() => '');
	const line = lineOfField(['versions'], fieldLines(text)) ?? 1;
	return new Fault(
		`versions: there is no folder ${JSON.stringify(versions)} here`,
		`${file}:${line}`,
		'Name the folder in which <platform>/<agreement>.md lie, seen from this file, or leave the field out.',
	);
}
