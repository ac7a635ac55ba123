/**
 * Where the browser keeps the watchlist: one value, read anew before each change, so that two tabs do not undo each other's. Storage may be
 * switched off or full; then the list lasts as long as the page, and the reader is told so.
 */
import {
	type ReadWatchList,
	readWatchList,
	type WatchList,
	writeWatchList,
} from '../../site/watch/watch-list.ts';

export interface WatchStore {
	read(): ReadWatchList;
	/** @returns what the reader should know of how it was kept, in words; empty where all is well */
	change(edit: (list: WatchList) => WatchList): string;
	/** Calls back when another tab changed the list, or this page comes back from where the browser had put it aside. */
	onChange(callback: () => void): void;
}

/** Several sites may share a host and with it their storage, as on a forge's pages: the path is part of the name. */
export function keptName(home: string): string {
	return `clausetrail.watch ${home}watch/`;
}

/** @param home path of the home page: `/clausetrail/` */
export function watchStore(home: string): WatchStore {
	const key = keptName(home);
	/** The list where the browser does not keep it. */
	let passing: { readonly list: WatchList; readonly trouble: string } | null = null;
	const read = (): ReadWatchList => {
		if (passing !== null) return { ...passing, writable: true };
		try {
			return readWatchList(localStorage.getItem(key));
		} catch {
			return { ...readWatchList(null), trouble: switchedOff };
		}
	};
	const change = (edit: (list: WatchList) => WatchList): string => {
		const { list, trouble, writable } = read();
		if (!writable) return trouble;
		const edited = edit(list);
		try {
			if (edited.items.length === 0) localStorage.removeItem(key);
			else localStorage.setItem(key, writeWatchList(edited));
			passing = null;
			return '';
		} catch (error) {
			passing = { list: edited, trouble: isFull(error) ? full : switchedOff };
			return passing.trouble;
		}
	};
	const onChange = (callback: () => void): void => {
		addEventListener('storage', (event) => {
			if (event.key === key || event.key === null) callback();
		});
		addEventListener('pageshow', ({ persisted }) => {
			if (persisted) callback();
		});
	};
	return { read, change, onChange };
}

const switchedOff =
	'This browser does not let the site keep anything, so the list lasts only as long as this page is open.';

const full = 'This browser has no room left to keep the list, so it lasts only as long as this page is open.';

function isFull(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
