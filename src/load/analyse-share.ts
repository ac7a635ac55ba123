/** Analyses some of an archive's agreements onto a shelf, for a build that is spread over several machines: nothing else is made of the archive here. */
import path from 'node:path';
import { readCollection, readDeclarations } from '../archive/collection.ts';
import { openRepository, type VersionsRepository } from '../archive/repository.ts';
import { analyseWith, type Choose } from './analyse-in-parallel.ts';
import { collectionVocabulary } from './collection-vocabulary.ts';
import { readJoinedHistory } from './joined-history.ts';
import type { ReadHistory } from './kept-history.ts';
import type { Shelf } from './ledger-cache.ts';
import { shownHistories } from './shown-histories.ts';

export interface ShareOfAnalysis {
	readonly shelf: Shelf;
	readonly read: ReadHistory;
	/** Which of the agreements. */
	readonly choose: Choose;
}

/**
 * @returns how many were chosen
 * @throws Fault where git or the collection cannot be read
 */
export async function analyseShare(
	directory: string,
	{ shelf, read, choose }: ShareOfAnalysis,
): Promise<number> {
	const repository = await openVersions(directory);
	const declarations = await readDeclarations(directory);
	const history = await readJoinedHistory(repository, declarations, read);
	const { topics } = await collectionVocabulary(directory);
	const histories = shownHistories(await readCollection(directory), declarations, history);
	const analyse = analyseWith(shelf, choose);
	let count = 0;
	for await (const _ of analyse(repository.directory, histories, topics, () => {})) count++;
	return count;
}

/** The commit that an archive stands at; null where there is none yet. */
export async function commitOf(directory: string): Promise<string | null> {
	return (await openVersions(directory)).head;
}

async function openVersions(directory: string): Promise<VersionsRepository> {
	const { versions } = await readCollection(directory);
	return openRepository(path.join(directory, versions));
}
