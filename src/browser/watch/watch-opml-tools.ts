/** The watchlist as a file: its download, and what of a reader's file can be taken in. */
import type { Choices } from '../../site/watch/watch-choices.ts';
import type { WatchItem, WatchList } from '../../site/watch/watch-list.ts';
import {
	importOutlines,
	importWords,
	largestOpml,
	leftWords,
	type Outline,
	refuseOpml,
	tooLarge,
	writeOpml,
} from '../../site/watch/watch-opml.ts';
import { link, make } from './watch-draw.ts';

export interface OpmlPage {
	list(): WatchList;
	/** What there is to watch; null while nobody knows. */
	choices(): Choices | null;
	/** Puts these on the list. */
	take(items: readonly WatchItem[]): void;
}

export interface OpmlTools {
	/** Offers these for download. */
	offer(items: readonly WatchItem[]): void;
}

/** @param root bears the site's addresses and title as data */
export function startOpml(root: HTMLElement, page: OpmlPage): OpmlTools {
	const { home = '/', public: publicHome = '', title = '' } = root.dataset;
	const here = new URL(home, location.href).href;
	const place = root.querySelector<HTMLElement>('[data-export]');
	const field = root.querySelector<HTMLInputElement>('input[type=file]');
	const report = root.querySelector<HTMLElement>('[data-imported]');
	if (place === null || field === null || report === null)
		throw new Error('The watchlist has no place for files');

	const tell = (first: string, rest: readonly string[] = []): void => {
		const list = make('ul', 'plain small');
		list.append(...rest.map((words) => make('li', '', words)));
		report.replaceChildren(make('p', '', first), ...(rest.length === 0 ? [] : [list]));
	};
	const read = async (file: File): Promise<void> => {
		const choices = page.choices();
		if (choices === null)
			return tell('What can be watched could not be loaded. Try again with a connection.');
		const outlines = await outlinesOf(file);
		if (typeof outlines === 'string') return tell(outlines);
		const found = importOutlines(page.list(), outlines, choices, [here, publicHome]);
		page.take(found.taken);
		tell(importWords(found), leftWords(found));
	};
	field.addEventListener('change', () => {
		const [file] = field.files ?? [];
		if (file !== undefined) void read(file).finally(() => (field.value = ''));
	});

	return {
		offer(items) {
			const before = place.querySelector('a');
			if (before !== null) URL.revokeObjectURL(before.href);
			place.replaceChildren();
			if (items.length === 0) return;
			const text = writeOpml(items, title, here, new Date().toISOString());
			const address = URL.createObjectURL(new Blob([text], { type: 'text/x-opml' }));
			const download = link(address, 'Download as OPML');
			download.download = 'watchlist.opml';
			place.append(download);
		},
	};
}

/** The feeds of a file, or why it could not be read, in words. */
async function outlinesOf(file: File): Promise<Outline[] | string> {
	if (file.size > largestOpml) return tooLarge;
	const text = await file.text();
	const refused = refuseOpml(text);
	if (refused !== null) return refused;
	const xml = new DOMParser().parseFromString(text, 'text/xml');
	if (xml.querySelector('parsererror') !== null || xml.documentElement.localName.toLowerCase() !== 'opml')
		return 'This file is no OPML: it cannot be read as a list of feeds.';
	return [...xml.getElementsByTagName('outline')]
		.map((outline) => ({
			text: outline.getAttribute('text') ?? outline.getAttribute('title') ?? '',
			feed: outline.getAttribute('xmlUrl') ?? '',
		}))
		.filter(({ feed }) => feed !== '');
}
