/** Reads what people wrote in a collection: collection.yml and the declarations. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { type Collection, collectionSchema } from '../model/collection.ts';
import {
	type Declaration,
	type DeclaredAgreement,
	declarationSchema,
	declaredAgreements,
	type FormerNames,
	formerNames,
} from '../model/declaration.ts';
import {
	declarationHistorySchema,
	type PastAgreement,
	pastAgreements,
} from '../model/declaration-history.ts';
import { Fault } from '../model/fault.ts';
import type { Retirement } from '../model/retirement.ts';
import { validate } from '../model/validation.ts';
import { invisibleSign, showInvisible } from '../text/legible.ts';
import { nameComplaint } from './file-name.ts';
import { parseJson } from './json-file.ts';
import { type FieldLines, fieldLines, lineOfField, lineOfIssue, parseYaml } from './yaml-file.ts';

export interface Declarations {
	/** By platform, then in the order of each file. */
	readonly declarations: readonly DeclaredAgreement[];
	/** What they say of former names, where they say something. */
	readonly formerly: readonly FormerNames[];
	/** Platforms of which nothing is followed any more. */
	readonly retired: ReadonlyMap<string, Retirement>;
	/** What the history files say, each agreement's rules by the time they ended. */
	readonly past: readonly PastAgreement[];
	/** One for each declaration that cannot be used. */
	readonly faults: readonly Fault[];
	/** One for each history file that cannot be used: today's pages can be captured all the same. */
	readonly pastFaults: readonly Fault[];
}

/** Inside the folder of a collection. */
export const collectionFileName = 'collection.yml';

/**
 * Reads `collection.yml`. A directory without one that holds `<Service>/<Terms>.md` is somebody's versions repository: it gets
 * the defaults, with its versions at its root.
 * @throws Fault where the file is wrong, or where there is no collection yet
 */
export async function readCollection(directory: string): Promise<Collection> {
	const file = path.join(directory, collectionFileName);
	const text = await readIfPresent(file);
	if (text !== null) return parseCollection(text, file);
	await requireCollection(directory);
	return collectionSchema.parse({ versions: '.' });
}

/** @throws Fault where the directory holds neither a collection nor somebody's versions; what its collection.yml says is not read */
export async function requireCollection(directory: string): Promise<void> {
	const isWritten = (await readIfPresent(path.join(directory, collectionFileName))) !== null;
	if (isWritten || (await holdsVersions(directory))) return;
	throw new Fault(
		'there is no collection yet: no collection.yml, and no <platform>/<agreement>.md either',
		directory,
		'Lay one out: npm run init. Where there is one elsewhere, name its folder by the environment variable ARCHIVE.',
	);
}

function parseCollection(text: string, file: string): Collection {
	const remedy = 'Correct these fields; an empty file is valid too and means the defaults.';
	return parseYaml(collectionSchema, text, file, remedy);
}

async function holdsVersions(directory: string): Promise<boolean> {
	for (const entry of await entriesOf(directory)) {
		if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
		const files = await entriesOf(path.join(directory, entry.name));
		if (files.some((file) => file.isFile() && file.name.endsWith('.md'))) return true;
	}
	return false;
}

/**
 * Reads `declarations/<platform>.json` and `<platform>.history.json`. A file that is wrong costs itself and no other. Filter
 * scripts that lie beside them are passed over.
 */
export async function readDeclarations(directory: string): Promise<Declarations> {
	const folder = path.join(directory, 'declarations');
	const names = (await entriesOf(folder))
		.map((entry) => entry.name)
		.filter((name) => name.endsWith('.json') && !name.startsWith('.'))
		.sort();
	const declarations: DeclaredAgreement[] = [];
	const formerly: FormerNames[] = [];
	const retired = new Map<string, Retirement>();
	const past: PastAgreement[] = [];
	const faults: Fault[] = [];
	const pastFaults: Fault[] = [];
	for (const name of names) {
		const file = path.join(folder, name);
		const isPast = name.endsWith('.history.json');
		try {
			const text = await readText(file);
			if (isPast) past.push(...parseHistory(text, file));
			else {
				const declaration = readDeclaration(text, file);
				const platform = path.basename(file, '.json');
				declarations.push(...declaredAgreements(platform, declaration));
				formerly.push(formerNames(platform, declaration));
				if (declaration.retired !== undefined) retired.set(platform, declaration.retired);
			}
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			(isPast ? pastFaults : faults).push(error);
		}
	}
	return { declarations, formerly, retired, past, faults, pastFaults };
}

/**
 * Where the collection allows scripts, the agreements whose platform brings some know their files; the others are as they were.
 * @param moment the filters of this moment are meant; left out: today's
 */
export async function withFilterScripts<Declared extends DeclaredAgreement>(
	directory: string,
	collection: Collection,
	declared: readonly Declared[],
	moment?: Date,
): Promise<readonly Declared[]> {
	if (!collection.filterScripts) return declared;
	const folder = path.resolve(directory, 'declarations');
	const files = new Set(
		(await entriesOf(folder)).filter((entry) => entry.isFile()).map((entry) => entry.name),
	);
	const fileOf = (name: string) => (files.has(name) ? path.join(folder, name) : null);
	return declared.map((each) => {
		const current = fileOf(`${each.platform}.filters.js`);
		const past = fileOf(`${each.platform}.filters.history.js`);
		if (current === null && past === null) return each;
		return { ...each, filterScripts: { current, past, ...(moment === undefined ? {} : { moment }) } };
	});
}

/** @throws Fault that names the file and every wrong field in it */
export function parseHistory(text: string, file: string): PastAgreement[] {
	const remedy = 'Correct these fields; the format is that of Open Terms Archive’s history files.';
	const history = validateJson(declarationHistorySchema, text, file, remedy);
	const platform = path.basename(file, '.history.json');
	requireFileNames(platform, Object.keys(history), file, (name) => placeOf([name], text));
	return pastAgreements(platform, history);
}

/** @throws Fault that names the file and every wrong field in it */
export function parseDeclaration(text: string, file: string): DeclaredAgreement[] {
	return declaredAgreements(path.basename(file, '.json'), readDeclaration(text, file));
}

function readDeclaration(text: string, file: string): Declaration {
	const remedy = 'Correct these fields; the format is that of Open Terms Archive’s declarations.';
	const declaration = validateJson(declarationSchema, text, file, remedy);
	const platform = path.basename(file, '.json');
	const names = Object.keys(declaration.terms);
	requireFileNames(platform, names, file, (name) => placeOf(['terms', name], text));
	requireSeenName(declaration.name, `${file}${placeOf(['name'], text)}`);
	return declaration;
}

/** Lines are looked for once something is wrong: many declarations are read, and few are. */
function validateJson<Schema extends z.ZodType>(
	schema: Schema,
	text: string,
	file: string,
	remedy: string,
): z.infer<Schema> {
	let lines: FieldLines | undefined;
	return validate(schema, parseJson(text, file), file, remedy, (issue) => {
		lines ??= fieldLines(text);
		return lineOfIssue(issue, lines) ?? 1;
	});
}

/** `:12` */
function placeOf(field: readonly string[], text: string): string {
	return `:${lineOfField(field, fieldLines(text)) ?? 1}`;
}

/** Whose declaration a fault of {@link readDeclarations} spoils. */
export function brokenPlatform({ where }: Fault): string {
	return path.basename(where).replace(/\.json(?::\d+)?$/, '');
}

/**
 * Platform and agreements must be able to be folders and files of the archive.
 * @param placeIn of an agreement's name in the file
 */
function requireFileNames(
	platform: string,
	agreements: readonly string[],
	file: string,
	placeIn: (name: string) => string,
): void {
	const named = [
		{ name: platform, where: file },
		...agreements.map((name) => ({
			name,
			where: `${file}${nameComplaint(name) === null ? '' : placeIn(name)}`,
		})),
	];
	for (const { name, where } of named) {
		const complaint = nameComplaint(name);
		if (complaint === null) continue;
		throw new Fault(
			`the name ${showInvisible(JSON.stringify(name))} cannot be a file of the archive: ${complaint}`,
			where,
			'Choose another name: the archive keeps an agreement as versions/<platform>/<agreement>.md.',
		);
	}
}

function requireSeenName(name: string, file: string): void {
	const hidden = invisibleSign(name);
	if (hidden === null) return;
	throw new Fault(
		`the name ${showInvisible(JSON.stringify(name))} holds a sign that nobody sees (${hidden})`,
		file,
		'Write the name without it: it would look like another one, or read in another order than it is written.',
	);
}

async function readText(file: string): Promise<string> {
	const text = await readIfPresent(file);
	if (text !== null) return text;
	throw new Fault('it leads to no file', file, 'Remove it, or let it lead to a file that is there.');
}

async function readIfPresent(file: string): Promise<string | null> {
	return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
		throw new Fault(`it cannot be read (${error.code})`, file, 'See to its permissions.', error);
	});
}

async function entriesOf(folder: string) {
	return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
		throw new Fault(`it cannot be read (${error.code})`, folder, 'See to its permissions.', error);
	});
}
