/** Fetches the watchlist's files: what can be watched, and what changed in what is watched. */
import type { ChangesFile } from '../../site/watch/changes-json.ts';
import { type Choices, readChoices } from '../../site/watch/watch-choices.ts';
import { changesPath, type WatchItem } from '../../site/watch/watch-list.ts';
import { readChanges } from '../../site/watch/watch-news.ts';
import { keptHeader } from './watch-keep.ts';

/** Files asked for at once: some hosts refuse who asks for two hundred. */
const atOnce = 6;

export interface WatchFiles {
	/** Null where it could not be loaded. */
	choices(): Promise<Choices | null>;
	/** Loads what is not there yet. @returns path → changes, of what could be loaded */
	changes(items: readonly WatchItem[]): Promise<ReadonlyMap<string, ChangesFile>>;
	/** Of the files of these items, those that could not be loaded though the archive should have them. */
	failed(items: readonly WatchItem[]): string[];
	/** Address → text of what the network answered. */
	answers(): ReadonlyMap<string, string>;
	/** Since when the oldest file lies here that was shown for want of a connection; null where all are of now. */
	asOf(): string | null;
	/** Next time everything is asked for anew. */
	forget(): void;
}

/** @param home path of the home page: `/clausetrail/` */
export function watchFiles(home: string): WatchFiles {
	const answers = new Map<string, string>();
	const changes = new Map<string, ChangesFile>();
	const gone = new Set<string>();
	let choices: Choices | null = null;
	let asOf: string | null = null;

	/** Null where there is none, or none that can be read. */
	const load = async <Value>(path: string, read: (value: unknown) => Value | null): Promise<Value | null> => {
		try {
			const response = await fetch(`${home}${path}`, { cache: 'no-cache' });
			if (response.status === 404) gone.add(path);
			if (!response.ok) return null;
			const text = await response.text();
			const value = read(JSON.parse(text));
			const kept = response.headers.get(keptHeader);
			if (kept === null) answers.set(`${home}${path}`, text);
			else if (value !== null && (asOf === null || kept < asOf)) asOf = kept;
			return value;
		} catch {
			return null;
		}
	};

	const loadChanges = async (paths: string[]): Promise<void> => {
		for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
			const file = await load(path, readChanges);
			if (file !== null) changes.set(path, file);
		}
	};

	const missing = (items: readonly WatchItem[]): string[] =>
		[...new Set(items.map(changesPath))].filter((path) => !changes.has(path) && !gone.has(path));

	return {
		async choices() {
			choices ??= await load('watch/choices.json', readChoices);
			return choices;
		},
		async changes(items) {
			const paths = missing(items);
			await Promise.all(Array.from({ length: atOnce }, () => loadChanges(paths)));
			return changes;
		},
		failed: missing,
		answers: () => answers,
		asOf: () => asOf,
		forget() {
			answers.clear();
			changes.clear();
			gone.clear();
			choices = null;
			asOf = null;
		},
	};
}
