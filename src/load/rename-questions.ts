/** Before a run records anything: what may have been renamed, asked where somebody looks after each run. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readCollection, readDeclarations } from '../archive/collection.ts';
import { readHistory } from '../archive/history.ts';
import { openRepository } from '../archive/repository.ts';
import { Fault, orFault } from '../model/fault.ts';
import { renameQuestion, undeclared } from './undeclared.ts';

/**
 * Of a declared agreement without a record that looks like a recorded one without a declaration. The history is read only where there are
 * such: nearly never.
 * @param directory of the collection
 * @param shard that asks, as `2/4`: the first does so for all
 * @returns none where the archive cannot be read: whoever captures is told why
 */
export async function renameQuestions(
	directory: string,
	shard: string | undefined,
): Promise<readonly string[]> {
	if (shard !== undefined && !shard.startsWith('1/')) return [];
	const questions = await orFault(questionsOf(directory));
	return questions instanceof Fault ? [] : questions;
}

async function questionsOf(directory: string): Promise<readonly string[]> {
	const { versions } = await readCollection(directory);
	const declarations = await readDeclarations(directory);
	const folder = path.join(directory, versions);
	const declared = declarations.declarations.map(({ platform, agreement }) => `${platform}/${agreement}.md`);
	const known = new Set(declared);
	const isNew = (file: string): boolean => !existsSync(path.join(folder, file));
	if (!declared.some(isNew) || (await recordedFiles(folder)).every((file) => known.has(file))) return [];
	const { renames } = undeclared(declarations, await readHistory(await openRepository(folder)));
	return renames.filter(({ fresh }) => isNew(fresh)).map(renameQuestion);
}

async function recordedFiles(folder: string): Promise<readonly string[]> {
	const names = await readdir(folder, { recursive: true }).catch(() => []);
	return names.filter((name) => name.endsWith('.md')).map((name) => name.replaceAll('\\', '/'));
}
