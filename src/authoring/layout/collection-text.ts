/** `collection.yml` as a new collection begins with it: the file that ships, which explains each field, with what is known filled in. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { root } from '../../root.ts';

/** What is null stays as it ships: an example, or left out. */
export interface CollectionFacts {
	readonly name: string | null;
	readonly tagline: string | null;
	readonly site: string | null;
	readonly contact: string | null;
	readonly repository: string | null;
}

const shipped = path.join(root, 'src', 'content', 'collection.yml');

export async function collectionText(facts: CollectionFacts): Promise<string> {
	const text = await readFile(shipped, 'utf8');
	return Object.entries(facts).reduce(
		(filled, [field, value]: [string, string | null]) =>
			value === null ? filled : withField(filled, field, value),
		text,
	);
}

/** The field stands once at the beginning of a line, or behind a # where it may be left out. */
function withField(text: string, field: string, value: string): string {
	// Not `trimEnd`: a blank of another sort, which YAML needs no quotes for, may end the value.
	const line = stringify({ [field]: value }, { lineWidth: 0 }).replace(/\n$/, '');
	return text.replace(new RegExp(`^(?:# )?${field}: .*$`, 'm'), () => line);
}
