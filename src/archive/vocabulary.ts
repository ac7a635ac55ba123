/** Reads the vocabulary that ships with the machine: topics and regulations, a YAML file each. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { type Regulation, regulationSchema } from '../model/regulation.ts';
import { type Topic, type TopicWordLists, topicSchema, wordListsSchema } from '../model/topic.ts';
import { parseYaml } from './yaml-file.ts';

export interface Vocabulary {
	/** By name. */
	readonly topics: readonly Topic[];
	/** By short name. */
	readonly regulations: readonly Regulation[];
}

/**
 * @param directory the folder that holds `topics/`, `word-lists/` and `regulations/`
 * @throws Fault for the first file that is wrong, or where a regulation names a topic that is none
 */
export async function readVocabulary(directory: string): Promise<Vocabulary> {
	const lists = await readLists(path.join(directory, 'word-lists'));
	const topics = (await readAll(path.join(directory, 'topics'), topicSchema)).map((topic) => ({
		...topic,
		lists,
	}));
	const regulations = await readAll(path.join(directory, 'regulations'), regulationSchema);
	const known = new Set(topics.map(({ id }) => id));
	for (const { id, topics: touched } of regulations)
		for (const { topic } of touched)
			if (!known.has(topic))
				throw new Fault(
					`topics: ${topic} is no topic`,
					path.join(directory, 'regulations', `${id}.yml`),
					`Name one of: ${[...known].join(', ')}.`,
				);
	return { topics: topics.sort(by('name')), regulations: regulations.sort(by('short')) };
}

/** Language → its word lists. */
async function readLists(folder: string): Promise<Record<string, TopicWordLists>> {
	const files = await readFiles(folder, wordListsSchema);
	return Object.fromEntries(files.map(({ id, data }) => [id, data]));
}

async function readAll<Schema extends z.ZodObject>(
	folder: string,
	schema: Schema,
): Promise<(z.infer<Schema> & { readonly id: string })[]> {
	return (await readFiles(folder, schema)).map(({ id, data }) => ({ ...data, id }));
}

interface ReadFile<Data> {
	/** Its name without `.yml`. */
	readonly id: string;
	readonly data: Data;
}

async function readFiles<Schema extends z.ZodType>(
	folder: string,
	schema: Schema,
): Promise<ReadFile<z.infer<Schema>>[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
	return Promise.all(
		names.map(async (name) => {
			const file = path.join(folder, name);
			const data = parseYaml(schema, await readFile(file, 'utf8'), file, 'Correct these fields.');
			return { id: path.basename(name, '.yml'), data };
		}),
	);
}

function by<Field extends string>(field: Field) {
	return (one: Record<Field, string>, other: Record<Field, string>) =>
		one[field].localeCompare(other[field], 'en');
}
