/** Reads the vocabulary: topics and regulations, a YAML file each. It ships with the machine; a collection may have its own words. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { citedParts } from '../model/cited.ts';
import { Fault, orFault } from '../model/fault.ts';
import { type Regulation, regulationSchema } from '../model/regulation.ts';
import { type Topic, type TopicWordLists, topicSchema, wordListsSchema } from '../model/topic.ts';
import { readTextFile } from './text-file.ts';
import { type FieldLines, lineOfField, parseYamlWithLines } from './yaml-file.ts';

export interface Vocabulary {
	/** By name. */
	readonly topics: readonly Topic[];
	/** By short name. */
	readonly regulations: readonly Regulation[];
}

export interface CheckedVocabulary extends Vocabulary {
	/** One for each file that cannot be used, and for each name in a file that names nothing. */
	readonly faults: readonly Fault[];
}

/** A folder that holds `topics/` and `regulations/`, and what its files are called on pages and in faults: `src/content/`, or nothing. */
export interface VocabularyFolder {
	readonly directory: string;
	readonly name: string;
}

/**
 * Reads the vocabulary that ships with the machine, and puts what a collection has of its own beside it, or in the place of a file of the
 * same name. A file that is wrong costs itself; where a collection's is, the machine's stands.
 * @param shipped holds `word-lists/` as well
 */
export async function checkVocabulary(
	shipped: VocabularyFolder,
	own: VocabularyFolder | null,
): Promise<CheckedVocabulary> {
	const lists = await readLists(path.join(shipped.directory, 'word-lists'));
	const topicFiles = await readBoth('topics', topicSchema, shipped, own);
	const regulationFiles = await readBoth('regulations', regulationSchema, shipped, own);
	const topics = topicFiles.read.map(({ id, name, data }) => ({ ...data, id, lists, file: name }));
	const regulations = regulationFiles.read.map(({ id, data }) => ({ ...data, id }));
	const faults = [
		...topicFiles.faults,
		...regulationFiles.faults,
		...regulationFiles.read.flatMap((read) => topicsUnknown(read, topics)),
		...topicFiles.read.flatMap((read) => regulationsUnknown(read, regulations)),
	];
	return { topics: topics.sort(by('name')), regulations: regulations.sort(by('short')), faults };
}

/**
 * @param directory the folder that ships with the machine
 * @throws Fault for the first file that is wrong, or where a regulation names a topic that is none, or a topic a regulation
 */
export async function readVocabulary(directory: string): Promise<Vocabulary> {
	const { faults, ...vocabulary } = await checkVocabulary({ directory, name: 'src/content/' }, null);
	if (faults[0] !== undefined) throw faults[0];
	return vocabulary;
}

function topicsUnknown(
	{ file, lines, data: { topics } }: ReadFile<Omit<Regulation, 'id'>>,
	known: readonly Topic[],
): Fault[] {
	const ids = known.map(({ id }) => id);
	return topics.flatMap(({ topic }, at) => {
		if (ids.includes(topic)) return [];
		const place = `${file}:${lineOfField(['topics', at, 'topic'], lines) ?? 1}`;
		return [new Fault(`topics: ${topic} is no topic`, place, `Name one of: ${ids.join(', ')}.`)];
	});
}

function regulationsUnknown(
	{ file, lines, data: { reading, stances } }: ReadFile<Pick<Topic, 'reading' | 'stances'>>,
	known: readonly Regulation[],
): Fault[] {
	const ids = known.map(({ id }) => id);
	return regulationsNamed({ reading, stances }, [])
		.filter(({ regulation }) => !ids.includes(regulation))
		.map(({ regulation, field }) => {
			const place = `${file}:${lineOfField(field, lines) ?? 1}`;
			return new Fault(`[${regulation}, …] names no regulation`, place, `Name one of: ${ids.join(', ')}.`);
		});
}

interface NamedRegulation {
	readonly regulation: string;
	/** Where in the file it is named. */
	readonly field: readonly string[];
}

/** In whatever text of a topic. */
function regulationsNamed(written: unknown, field: readonly string[]): NamedRegulation[] {
	if (typeof written === 'string')
		return citedParts(written).flatMap((part) =>
			'regulation' in part ? [{ regulation: part.regulation, field }] : [],
		);
	return typeof written === 'object' && written !== null
		? Object.entries(written).flatMap(([name, value]) => regulationsNamed(value, [...field, name]))
		: [];
}

/** Language → its word lists. */
async function readLists(folder: string): Promise<Record<string, TopicWordLists>> {
	const { read, faults } = await readFiles(folder, folder, wordListsSchema);
	if (faults[0] !== undefined) throw faults[0];
	return Object.fromEntries(read.map(({ id, data }) => [id, data]));
}

/** Those of the machine, each unless the collection has a file of the same name that can be used, and the collection's. */
async function readBoth<Schema extends z.ZodType>(
	kind: string,
	schema: Schema,
	shipped: VocabularyFolder,
	own: VocabularyFolder | null,
): Promise<ReadFiles<z.infer<Schema>>> {
	const from = ({ directory, name }: VocabularyFolder) =>
		readFiles(path.join(directory, kind), `${name}${kind}`, schema);
	const machines = await from(shipped);
	const hasOwn = own !== null && existsSync(path.join(own.directory, kind));
	const collections = hasOwn ? await from(own) : { read: [], faults: [] };
	const replaced = new Set(collections.read.map(({ id }) => id));
	return {
		read: [...machines.read.filter(({ id }) => !replaced.has(id)), ...collections.read],
		faults: [...machines.faults, ...collections.faults],
	};
}

interface ReadFile<Data> {
	/** Its name without `.yml`. */
	readonly id: string;
	/** Where it is. */
	readonly file: string;
	/** As people call it. */
	readonly name: string;
	readonly data: Data;
	readonly lines: FieldLines;
}

interface ReadFiles<Data> {
	readonly read: readonly ReadFile<Data>[];
	readonly faults: readonly Fault[];
}

/** In the order of their names. */
async function readFiles<Schema extends z.ZodType>(
	folder: string,
	called: string,
	schema: Schema,
): Promise<ReadFiles<z.infer<Schema>>> {
	const [read, faults]: [ReadFile<z.infer<Schema>>[], Fault[]] = [[], []];
	for (const name of (await yamlFiles(folder)).sort()) {
		const file = path.join(folder, name);
		const one = await orFault(readOne(schema, file));
		if (one instanceof Fault) faults.push(one);
		else read.push({ id: path.basename(name, '.yml'), file, name: `${called}/${name}`, ...one });
	}
	return { read, faults };
}

async function yamlFiles(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		throw new Fault(
			`it cannot be read (${error.code})`,
			folder,
			'See that it is there, and to its permissions.',
			error,
		);
	});
	return names.filter((name) => name.endsWith('.yml') && !name.startsWith('.'));
}

async function readOne<Schema extends z.ZodType>(
	schema: Schema,
	file: string,
): Promise<{ readonly data: z.infer<Schema>; readonly lines: FieldLines }> {
	return parseYamlWithLines(schema, await readTextFile(file), file, 'Correct these fields.', 1);
}

function by<Field extends string>(field: Field) {
	return (one: Record<Field, string>, other: Record<Field, string>) =>
		one[field].localeCompare(other[field], 'en');
}
