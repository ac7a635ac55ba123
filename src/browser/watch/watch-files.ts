/** Fetches the watchlist's files: what can be watched, and what changed in what is watched. */
import type { ChangesFile } from '../../site/watch/changes-json.ts';
import { type Choices, readChoices } from '../../site/watch/watch-choices.ts';
import { changesPath, type WatchItem } from '../../site/watch/watch-list.ts';
import { readChanges } from '../../site/watch/watch-news.ts';
import { keptHeader } from './watch-keep.ts';

/** Files asked for at once: some hosts refuse who asks for two hundred. */
const atOnce = 6;

/** What was fetched so far. */
export interface WatchFiles {
	/** Path of the home page: `/clausetrail/` */
	readonly home: string;
	/** Address → text of what the network answered. */
	readonly answers: Map<string, string>;
	/** Path → changes, of what could be loaded. */
	readonly changes: Map<string, ChangesFile>;
	/** Paths of files that are not on the site. */
	readonly gone: Set<string>;
	/** Null where they could not be loaded, or were not yet. */
	choices: Choices | null;
	/** Since when the oldest file lies here that was shown for want of a connection; null where all are of now. */
	asOf: string | null;
}

export function watchFiles(home: string): WatchFiles {
	return { home, answers: new Map(), changes: new Map(), gone: new Set(), choices: null, asOf: null };
}

export async function loadChoices(files: WatchFiles): Promise<Choices | null> {
	files.choices ??= await load(files, 'watch/choices.json', readChoices);
	return files.choices;
}

/** Loads what is not there yet. */
export async function loadChanges(
	files: WatchFiles,
	items: readonly WatchItem[],
): Promise<ReadonlyMap<string, ChangesFile>> {
	const paths = missingFiles(files, items);
	await Promise.all(Array.from({ length: atOnce }, () => loadInTurn(files, paths)));
	return files.changes;
}

/** Takes the first path that nobody took, until none is left. */
async function loadInTurn(files: WatchFiles, paths: string[]): Promise<void> {
	for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
		const file = await load(files, path, readChanges);
		if (file !== null) files.changes.set(path, file);
	}
}

/** Of the files of these items, those that are not here though the archive should have them. */
export function missingFiles({ changes, gone }: WatchFiles, items: readonly WatchItem[]): string[] {
	return [...new Set(items.map(changesPath))].filter((path) => !changes.has(path) && !gone.has(path));
}

/** Next time everything is asked for anew. */
export function forgetFiles(files: WatchFiles): void {
	for (const each of [files.answers, files.changes, files.gone]) each.clear();
	files.choices = null;
	files.asOf = null;
}

/** Null where there is none, or none that can be read. */
async function load<Value>(
	files: WatchFiles,
	path: string,
	read: (value: unknown) => Value | null,
): Promise<Value | null> {
	const address = `${files.home}${path}`;
	try {
		const response = await fetch(address, { cache: 'no-cache' });
		if (response.status === 404) files.gone.add(path);
		if (!response.ok) return null;
		const text = await response.text();
		const value = read(JSON.parse(text));
		const kept = response.headers.get(keptHeader);
		if (kept === null) files.answers.set(address, text);
		else if (value !== null && (files.asOf === null || kept < files.asOf)) files.asOf = kept;
		return value;
	} catch {
		return null;
	}
}
