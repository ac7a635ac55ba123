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
import { link, make, part } from '../elements.ts';

export interface OpmlPage {
	list(): WatchList;
	/** What there is to watch; null while nobody knows. */
	choices(): Choices | null;
	/** Puts these on the list. */
	take(items: readonly WatchItem[]): void;
}

export interface OpmlTools {
	readonly page: OpmlPage;
	/** Address of the home page as the reader sees it. */
	readonly here: string;
	/** That, and the public one. */
	readonly homes: readonly string[];
	readonly title: string;
	/** Where the download is offered, and where it is told what was taken in. */
	readonly place: HTMLElement;
	readonly report: HTMLElement;
}

/** @param root bears the site's addresses and title as data */
export function startOpml(root: HTMLElement, page: OpmlPage): OpmlTools {
	const { home = '/', public: publicHome = '', title = '' } = root.dataset;
	const here = new URL(home, location.href).href;
	const tools = {
		page,
		here,
		homes: [here, publicHome],
		title,
		place: part<HTMLElement>('[data-export]', root),
		report: part<HTMLElement>('[data-imported]', root),
	};
	const field = part<HTMLInputElement>('input[type=file]', root);
	field.addEventListener('change', () => {
		const [file] = field.files ?? [];
		if (file !== undefined) void takeIn(tools, file).finally(() => (field.value = ''));
	});
	return tools;
}

/** Offers these for download. */
export function offerOpml({ here, title, place }: OpmlTools, items: readonly WatchItem[]): void {
	const before = place.querySelector('a');
	if (before !== null) URL.revokeObjectURL(before.href);
	place.replaceChildren();
	if (items.length === 0) return;
	const text = writeOpml(items, title, here, new Date().toISOString());
	const address = URL.createObjectURL(new Blob([text], { type: 'text/x-opml' }));
	const download = link(address, 'Download as OPML');
	download.download = 'watchlist.opml';
	place.append(download);
}

/** Puts on the list what of a reader's file is watched here, and tells what was left out. */
async function takeIn({ page, homes, report }: OpmlTools, file: File): Promise<void> {
	const choices = page.choices();
	if (choices === null)
		return tell(report, 'What can be watched could not be loaded. Try again with a connection.');
	const outlines = await outlinesOf(file);
	if (typeof outlines === 'string') return tell(report, outlines);
	const found = importOutlines(page.list(), outlines, choices, homes);
	page.take(found.taken);
	tell(report, importWords(found), leftWords(found));
}

function tell(report: HTMLElement, first: string, rest: readonly string[] = []): void {
	const list = make('ul', 'plain small');
	list.append(...rest.map((words) => make('li', '', words)));
	report.replaceChildren(make('p', '', first), ...(rest.length === 0 ? [] : [list]));
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
