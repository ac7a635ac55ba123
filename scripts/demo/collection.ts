/** The demonstration's collection: a fresh git repository with a collection file, and what people wrote by a given day. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { commitFiles } from '../../src/archive/commit-files.ts';
import { git } from '../../src/archive/git.ts';
import type { Collection } from '../../src/model/collection.ts';
import { demoArchive } from './capture-program.ts';
import type { DemoPlatform } from './demo-platforms.ts';
import { commitText, editorialDirectory, momentOf, writtenTexts } from './editorial.ts';
import { pageDesigns } from './page-designs.ts';

export interface DemoCollection {
	/** Directory of the collection, to capture into and to build from. */
	readonly directory: string;
	/** Declares the agreements whose pages exist by then and commits the declarations that changed. */
	declare(platforms: readonly DemoPlatform[], moment: Date): Promise<void>;
	/** Commits the provisions, posts and notes that were written before a moment and are not there yet. */
	publish(moment: Date): Promise<void>;
}

const branch = 'refs/heads/main';

const collection: Partial<Collection> = {
	name: 'Clausetrail',
	tagline: 'A demonstration: invented platforms, real captures',
	site: 'http://localhost:4321/',
	languages: ['en', 'de'],
	contact: 'http://localhost:4321/about/',
	// The invented web runs on this machine, and nobody there minds being asked often.
	delay: 0,
	privateAddresses: true,
};

/** Replaces `root` by a fresh repository. Nothing is committed before the first declarations. */
export async function createCollection(root: string): Promise<DemoCollection> {
	await rm(root, { recursive: true, force: true });
	const directory = demoArchive(root);
	await mkdir(path.join(directory, 'declarations'), { recursive: true });
	await writeFile(path.join(directory, 'collection.yml'), stringify(collection));
	const vocabulary = await layVocabulary(directory);
	await git(root, ['init', '--initial-branch=main']);
	// For whoever tries things out in there.
	await git(root, ['config', 'user.name', 'Clausetrail demo']);
	await git(root, ['config', 'user.email', 'demo@clausetrail.example']);
	const declared = new Map<string, string>();
	const unpublished = [...(await writtenTexts())];
	return {
		directory,
		declare: async (platforms, moment) => {
			const changed = await writeDeclarations(directory, platforms, moment, declared);
			if (changed.length === 0) return;
			const files = changed.map((name) => `archive/declarations/${name}.json`);
			await commit(
				root,
				['archive/collection.yml', ...vocabulary, ...files],
				`Declare ${changed.join(', ')}\n`,
				moment,
			);
		},
		publish: async (moment) => {
			while (unpublished[0] && momentOf(unpublished[0]) < moment) {
				const text = unpublished.shift() as (typeof unpublished)[number];
				const bytes = await readFile(path.join(editorialDirectory, text.file));
				await commitText(root, text, `archive/${text.file}`, bytes);
			}
		},
	};
}

/** Topics and regulations of the collection's own; returns their files below the repository. */
async function layVocabulary(directory: string): Promise<readonly string[]> {
	const folders = ['topics', 'regulations'];
	for (const folder of folders)
		await cp(path.join(editorialDirectory, folder), path.join(directory, folder), { recursive: true });
	const laid = await Promise.all(folders.map((folder) => readdir(path.join(directory, folder))));
	return folders.flatMap((folder, at) => (laid[at] ?? []).map((name) => `archive/${folder}/${name}`));
}

/** Returns the names of the platforms whose declaration is another one than before. */
async function writeDeclarations(
	directory: string,
	platforms: readonly DemoPlatform[],
	moment: Date,
	declared: Map<string, string>,
): Promise<readonly string[]> {
	const changed: string[] = [];
	for (const platform of platforms) {
		const text = declaration(platform, moment.toISOString().slice(0, 10));
		if (text === null || declared.get(platform.name) === text) continue;
		await writeFile(path.join(directory, 'declarations', `${platform.name}.json`), text);
		declared.set(platform.name, text);
		changed.push(platform.name);
	}
	return changed;
}

/** In Open Terms Archive's format; null for a platform that has no page yet. */
function declaration({ name, design, agreements }: DemoPlatform, day: string): string | null {
	const known = agreements.filter((agreement) => agreement.revisions[0].on <= day);
	if (known.length === 0) return null;
	const { select, remove } = pageDesigns[design];
	const terms = known.map((agreement) => [
		agreement.name,
		{ fetch: agreement.formerly ?? agreement.address, select, ...(remove ? { remove } : {}) },
	]);
	return `${JSON.stringify({ name, terms: Object.fromEntries(terms) }, null, '\t')}\n`;
}

/** A minute before the check that the declarations are for. */
async function commit(root: string, files: readonly string[], message: string, moment: Date): Promise<void> {
	const tip = (await git(root, ['for-each-ref', '--format=%(objectname)', branch])).trim() || null;
	const contents = await Promise.all(
		files.map(async (file) => ({ path: file, bytes: await readFile(path.join(root, file)) })),
	);
	const date = new Date(moment.getTime() - 60_000);
	await commitFiles({ root, branch, tip }, [{ files: contents, message, date }]);
	await git(root, ['checkout', 'HEAD', '--', ...files]);
}
