/** Former names in declarations that lead to nothing in the archive, or to what is another agreement's. */
import path from 'node:path';
import { readDeclarations } from '../archive/collection.ts';
import { readHistory } from '../archive/history.ts';
import { openRepository } from '../archive/repository.ts';
import { declaredFiles } from '../load/joined-history.ts';
import { statedSuccessors } from '../load/stated-names.ts';
import { Fault, orFault } from '../model/fault.ts';

/**
 * Where no declaration states a name, git is not asked.
 * @param versions folder of versions below the collection; null where the collection cannot tell
 */
export async function formerNameRemarks(directory: string, versions: string | null): Promise<string[]> {
	const declarations = await readDeclarations(directory);
	const states = declarations.formerly.some(
		({ platforms, agreements }) => platforms.length + agreements.length > 0,
	);
	if (!states || versions === null) return [];
	const repository = await orFault(openRepository(path.join(directory, versions)));
	if (repository instanceof Fault) return ['former names were not checked: the archive has no history yet'];
	const files = [...(await readHistory(repository)).versions.keys()];
	const { remarks } = statedSuccessors(declarations.formerly, files, declaredFiles(declarations, files));
	return remarks.map(
		({ platform, name, why }) => `declarations/${platform}.json: formerly ${JSON.stringify(name)}: ${why}`,
	);
}
