/**
 * Brings a collection of an older format to the one that this machine reads. Run by the upgrade before anything of the new release is in
 * place, with the packages of the old one: so this room knows Node, yaml and the words of the model, and nothing else.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { Fault } from '../model/fault.ts';

/**
 * The two files that state a format: of all that people write in a collection, and of what the robot writes beside its texts. Texts and
 * snapshots have none: they are evidence, and never change.
 */
export type FormatFile = 'collection.yml' | 'status.json';

/** Path inside the collection → text; null for a file that goes. */
export type CollectionFiles = ReadonlyMap<string, string | null>;

export interface Migration {
	readonly of: FormatFile;
	/** The format that comes out; in goes the one before it. */
	readonly to: number;
	/** @returns the files that change; the one that states the format states the new one */
	readonly migrate: (files: ReadonlyMap<string, string>) => CollectionFiles;
}

/**
 * Goes from step to step until none is left. Everything is computed before the first file is written.
 * @returns the files that changed, in their order
 * @throws Fault where the file of a format is no YAML
 */
export async function migrateCollection(
	directory: string,
	migrations: readonly Migration[],
): Promise<readonly string[]> {
	const before = await writtenFiles(directory);
	let files: ReadonlyMap<string, string> = before;
	for (const { of, to, migrate } of migrations) {
		if (!files.has(of) || formatOf(files.get(of) ?? '', path.join(directory, of)) !== to - 1) continue;
		files = changed(files, migrate(files));
		const reached = formatOf(files.get(of) ?? '', of);
		if (reached !== to) throw new Error(`the migration of ${of} to format ${to} ended at ${reached}`);
	}
	const paths = new Set([...before.keys(), ...files.keys()]);
	const touched = [...paths].filter((file) => before.get(file) !== files.get(file)).sort();
	for (const file of touched) await put(path.join(directory, file), files.get(file));
	return touched;
}

/** What states none is of the first. */
export function formatOf(text: string, file: string): number {
	// JSON is YAML as well.
	const document = parseDocument(text);
	if (document.errors.length > 0)
		throw new Fault(
			'its format cannot be told: it is broken',
			file,
			'Mend it first: npm run check names the line.',
		);
	const format: unknown = (document.toJS() as { readonly format?: unknown } | null)?.format;
	return typeof format === 'number' ? format : 1;
}

/** Of which the robot writes one commit for each change of an agreement: evidence, and most of a collection. */
const evidence = new Set(['versions', 'snapshots']);

async function writtenFiles(directory: string): Promise<ReadonlyMap<string, string>> {
	const names = await readdir(directory, { withFileTypes: true });
	const below = names.filter((entry) => entry.isDirectory() && !evidence.has(entry.name));
	const deeper = await Promise.all(
		below.map(async ({ name }) => {
			const found = await readdir(path.join(directory, name), { recursive: true, withFileTypes: true });
			return found
				.filter((entry) => entry.isFile())
				.map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
		}),
	);
	const top = names.filter((entry) => entry.isFile()).map(({ name }) => name);
	const files = [...top, ...deeper.flat()].map((name) => name.split(path.sep).join('/')).sort();
	const texts = files.map(
		async (name) => [name, await readFile(path.join(directory, name), 'utf8')] as const,
	);
	return new Map(await Promise.all(texts));
}

function changed(files: ReadonlyMap<string, string>, changes: CollectionFiles): Map<string, string> {
	const after = new Map(files);
	for (const [name, text] of changes) {
		if (text === null) after.delete(name);
		else after.set(name, text);
	}
	return after;
}

async function put(file: string, text: string | undefined): Promise<void> {
	if (text === undefined) return rm(file);
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(`${file}.new`, text);
	await rename(`${file}.new`, file);
}
