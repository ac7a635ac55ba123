/** Reads one platform of a collection with its whole history and what the rules of topics find in it. */
import path from 'node:path';
import { readCollection, readDeclarations } from '../../archive/collection.ts';
import { openRepository } from '../../archive/repository.ts';
import type { Vocabulary } from '../../archive/vocabulary.ts';
import { slugsOf } from '../../load/collect-platforms.ts';
import { collectionVocabulary } from '../../load/collection-vocabulary.ts';
import { namedFiles, readJoinedHistory } from '../../load/joined-history.ts';
import { readAgreements } from '../../load/load-archive.ts';
import type { Platform } from '../../model/archive.ts';
import { recordedNames, refuseUnknown } from '../recorded-names.ts';

export interface ReadPlatform extends Vocabulary {
	readonly platform: Platform;
	/** Name of its folder, which a provision must name. */
	readonly folder: string;
}

/**
 * @param directory of the collection
 * @param named by its name, or as its address has it
 * @throws Fault where there is no such platform
 */
export async function readPlatform(directory: string, named: string): Promise<ReadPlatform> {
	const vocabulary = await collectionVocabulary(directory);
	const { versions } = await readCollection(directory);
	const repository = await openRepository(path.join(directory, versions));
	const history = await readJoinedHistory(repository, await readDeclarations(directory));
	const slugs = [...slugsOf(namedFiles(history))];
	const bySlug = slugs.find(([, { platform }]) => platform === named)?.[0];
	const folder = bySlug === undefined ? named : path.posix.dirname(bySlug);
	refuseUnknown('npm run draft', 'platform', folder, [...recordedNames(history).keys()]);
	const files = new Set([...history.versions.keys()].filter((file) => path.posix.dirname(file) === folder));
	const [platform] = await readAgreements(repository.directory, history, files, vocabulary.topics);
	return { ...vocabulary, platform: platform as Platform, folder };
}
