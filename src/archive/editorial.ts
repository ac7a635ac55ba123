/** Reads what people wrote about agreements: `provisions/`, `posts/`, `notes/` and `pages/` of a collection, MDX with a head of YAML. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import {
	type Draft,
	type Note,
	noteSchema,
	type OwnPage,
	type Post,
	type ProvisionText,
	pageSchema,
	postSchema,
	provisionSchema,
	signedBy,
	type Written,
} from '../model/editorial.ts';
import { Fault, orFault } from '../model/fault.ts';
import { readTextFile } from './text-file.ts';
import type { Swallowed } from './yaml-complaints.ts';
import { parseYamlWithLines } from './yaml-file.ts';

export interface Editorial {
	readonly provisions: readonly ProvisionText[];
	readonly posts: readonly Post[];
	readonly notes: readonly Note[];
	readonly pages: readonly OwnPage[];
	readonly drafts: readonly Draft[];
	/** One for each file that cannot be used. */
	readonly faults: readonly Fault[];
	/** What is no fault and may not be meant: parts of values that YAML reads as something else. */
	readonly remarks: readonly string[];
}

/** A file that is wrong costs itself and no other; a folder that is missing is empty. */
export async function readEditorial(directory: string): Promise<Editorial> {
	const faults: Fault[] = [];
	const remarks: string[] = [];
	const drafts: Draft[] = [];
	const read = async <Schema extends z.ZodObject>(folder: string, schema: Schema) => {
		const texts: (z.infer<Schema> & Written & { slug: string })[] = [];
		for (const file of await mdxFiles(directory, folder)) {
			const text = await orFault(readTextFile(path.join(directory, file)));
			if (text instanceof Fault) {
				faults.push(text);
				continue;
			}
			const field = unsigned(folder, text);
			if (field !== null) drafts.push({ file, field });
			else {
				const parsed = await orFault(parseText(schema, text, directory, file));
				if (parsed instanceof Fault) faults.push(parsed);
				else {
					texts.push(parsed.text);
					remarks.push(...parsed.swallowed.map(({ line, what }) => `${file}:${line}: ${what}`));
				}
			}
		}
		return texts;
	};
	const provisions = await read('provisions', provisionSchema);
	const posts = await read('posts', postSchema);
	const notes = await read('notes', noteSchema);
	const pages = await read('pages', pageSchema);
	return { provisions, posts, notes, pages, drafts, faults, remarks };
}

/** The field that is there and says nothing, of a text that needs somebody's name to it; else null. */
function unsigned(folder: string, text: string): Draft['field'] | null {
	if (folder !== 'provisions' && folder !== 'notes') return null;
	const field = signedBy[folder];
	const head = headOf(text)?.head ?? '';
	return new RegExp(`^${field}:[ \\t]*(?:#.*)?\\r?$`, 'm').test(head) ? field : null;
}

/** Paths below the collection, in the order of their names. */
async function mdxFiles(directory: string, folder: string): Promise<readonly string[]> {
	const names = await readdir(path.join(directory, folder), { recursive: true }).catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return [];
			throw new Fault(
				`it cannot be read (${error.code})`,
				path.join(directory, folder),
				'See to its permissions.',
				error,
			);
		},
	);
	return names
		.filter((name) => name.endsWith('.mdx') && !path.basename(name).startsWith('.'))
		.map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
		.sort();
}

/** @throws Fault that names the file and every wrong field of its head */
async function parseText<Schema extends z.ZodObject>(
	schema: Schema,
	text: string,
	directory: string,
	file: string,
): Promise<{
	readonly text: z.infer<Schema> & Written & { slug: string };
	readonly swallowed: readonly Swallowed[];
}> {
	const full = path.join(directory, file);
	const parts = headOf(text);
	if (parts === null) throw headless(text, full);
	const { head, body } = parts;
	const slug = path.posix.basename(file, '.mdx');
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
		throw new Fault(
			'its name becomes an address, and this one cannot',
			full,
			'Name it with small letters, digits and single hyphens: price-changes.mdx.',
		);
	const remedy = 'Correct these fields; CONTRIBUTING.md lists them.';
	const { data, lines, swallowed } = parseYamlWithLines(schema, head, full, remedy, 2);
	const before = text.slice(0, text.length - body.trimStart().length);
	const bodyLine = before.split('\n').length;
	return { text: { ...data, file, slug, body: body.trim(), bodyLine, fieldLines: lines }, swallowed };
}

function headless(text: string, file: string): Fault {
	const place = `${file}:1`;
	if (!/^\ufeff?---[ \t]*\r?\n/.test(text))
		return new Fault('it has no head', place, 'Begin the file with a line ---, the fields, and a line ---.');
	return new Fault('its head never ends', place, 'Put a line --- below the last field, above the text.');
}

function headOf(text: string): { readonly head: string; readonly body: string } | null {
	const found = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text);
	return found === null ? null : { head: found[1] as string, body: found[2] ?? '' };
}
