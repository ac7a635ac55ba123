/** Lays out a new collection: its `collection.yml` and the declarations of the example platforms that it takes. */
import { constants, copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { collectionFileName, requireCollection } from '../../archive/collection.ts';
import { git } from '../../archive/git.ts';
import { parseYaml } from '../../archive/yaml-file.ts';
import { collectionSchema } from '../../model/collection.ts';
import { Fault } from '../../model/fault.ts';
import { writeNewFile } from '../write-new-file.ts';
import { type CollectionFacts, collectionText } from './collection-text.ts';
import { exampleFile } from './example-platforms.ts';

export interface Layout extends CollectionFacts {
	/** Of `examplePlatforms`. */
	readonly examples: readonly string[];
}

export interface BegunCollection {
	/** Files that were written, inside the folder of the collection. */
	readonly written: readonly string[];
	/** Declarations that lay there before, and stay as they were. */
	readonly kept: readonly string[];
}

export async function isBegun(directory: string): Promise<boolean> {
	try {
		await requireCollection(directory);
		return true;
	} catch (error) {
		if (error instanceof Fault) return false;
		throw error;
	}
}

export function alreadyBegun(directory: string): Fault {
	return new Fault(
		'there is a collection already',
		directory,
		'Nothing was written. Edit its collection.yml; more examples lie in src/content/examples/.',
	);
}

/**
 * Writes over nothing. `collection.yml` comes last: while it is missing, what was broken off can be begun again.
 * @throws Fault where there is a collection already, or a field is wrong; nothing is written then
 */
export async function beginCollection(directory: string, layout: Layout): Promise<BegunCollection> {
	const { examples, ...facts } = layout;
	if (await isBegun(directory)) throw alreadyBegun(directory);
	const text = await collectionText(facts);
	const file = path.join(directory, collectionFileName);
	parseYaml(collectionSchema, text, file, 'Nothing was written. Say it another way.');
	await mkdir(path.join(directory, 'declarations'), { recursive: true });
	const declared = await Promise.all(examples.map((platform) => copyExample(directory, platform)));
	await writeNewFile(file, text, 'Edit it.');
	const written = declared.filter(({ isNew }) => isNew).map(({ name }) => name);
	const kept = declared.filter(({ isNew }) => !isNew).map(({ name }) => name);
	return { written: [collectionFileName, ...written], kept };
}

async function copyExample(directory: string, platform: string): Promise<{ name: string; isNew: boolean }> {
	const name = `declarations/${platform}.json`;
	try {
		await copyFile(exampleFile(platform), path.join(directory, name), constants.COPYFILE_EXCL);
		return { name, isNew: true };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return { name, isNew: false };
	}
}

/**
 * Commits these files and nothing else, as the person or robot that git is set to.
 * @throws Fault where git refuses
 */
export async function commitCollection(directory: string, files: readonly string[]): Promise<void> {
	await git(directory, ['--literal-pathspecs', 'add', '--', ...files]);
	const message = 'Begin the collection\n\nWhat it is called, and the platforms that it begins with.';
	await git(directory, ['--literal-pathspecs', 'commit', '--quiet', '--message', message, '--', ...files]);
}
