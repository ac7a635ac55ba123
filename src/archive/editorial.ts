/** Reads what people wrote about agreements: `provisions/`, `posts/` and `notes/` of a collection, MDX with a head of YAML. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import {
	type Note,
	noteSchema,
	type Post,
	type ProvisionText,
	postSchema,
	provisionSchema,
	type Written,
} from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import { parseYamlWithLines } from './yaml-file.ts';

export interface Editorial {
	readonly provisions: readonly ProvisionText[];
	readonly posts: readonly Post[];
	readonly notes: readonly Note[];
	/** One for each file that cannot be used. */
	readonly faults: readonly Fault[];
}

/** A file that is wrong costs itself and no other; a folder that is missing is empty. */
export async function readEditorial(directory: string): Promise<Editorial> {
	const faults: Fault[] = [];
	const read = async <Schema extends z.ZodObject>(folder: string, schema: Schema) => {
		const texts: ReturnType<typeof parseText<Schema>>[] = [];
		for (const file of await mdxFiles(directory, folder)) {
			try {
				texts.push(parseText(schema, await readFile(path.join(directory, file), 'utf8'), directory, file));
			} catch (error) {
				if (!(error instanceof Fault)) throw error;
				faults.push(error);
			}
		}
		return texts;
	};
	const provisions = await read('provisions', provisionSchema);
	const posts = await read('posts', postSchema);
	const notes = await read('notes', noteSchema);
	return { provisions, posts, notes, faults };
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
function parseText<Schema extends z.ZodObject>(
	schema: Schema,
	text: string,
	directory: string,
	file: string,
): z.infer<Schema> & Written & { slug: string } {
	const full = path.join(directory, file);
	const [, head, body = ''] = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text) ?? [];
	if (head === undefined)
		throw new Fault('it has no head', full, 'Begin the file with a line ---, the fields, and a line ---.');
	const slug = path.posix.basename(file, '.mdx');
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
		throw new Fault(
			'its name becomes an address, and this one cannot',
			full,
			'Name it with small letters, digits and single hyphens: price-changes.mdx.',
		);
	const remedy = 'Correct these fields; CONTRIBUTING.md lists them.';
	const { data, lines } = parseYamlWithLines(schema, head, full, remedy, 2);
	const before = text.slice(0, text.length - body.trimStart().length);
	const bodyLine = before.split('\n').length;
	return { ...data, file, slug, body: body.trim(), bodyLine, fieldLines: lines };
}
