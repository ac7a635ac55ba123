/** The parts of the watchlist's page, and how a list and what is new in it are put into them. */
import type { WatchList } from '../../site/watch/watch-list.ts';
import { cutWords, headline, type News, newsByDay } from '../../site/watch/watch-news.ts';
import { counted } from '../../text/counts-in-words.ts';
import { clock, dayInWords } from '../../text/days-in-words.ts';
import { part } from '../elements.ts';
import { type Drawing, drawDay, drawWatched } from './watch-draw.ts';

export type WatchParts = ReturnType<typeof watchParts>;

export function watchParts() {
	return {
		chooser: part<HTMLFormElement>('[data-chooser]'),
		app: part<HTMLElement>('[data-app]'),
		rail: part<HTMLElement>('[data-rail]'),
		said: part<HTMLElement>('[data-said]'),
		asOf: part<HTMLElement>('[data-as-of]'),
		headline: part<HTMLElement>('[data-headline]'),
		trouble: part<HTMLElement>('[data-trouble]'),
		note: part<HTMLElement>('[data-note]'),
		mark: part<HTMLButtonElement>('[data-mark]'),
		again: part<HTMLButtonElement>('[data-again]'),
		undo: part<HTMLButtonElement>('[data-undo]'),
		toWatched: part<HTMLElement>('[data-to-watched]'),
		fresh: part<HTMLElement>('[data-fresh]'),
		earlier: part<HTMLElement>('[data-earlier]'),
		earlierPart: part<HTMLElement>('[data-earlier-part]'),
		more: part<HTMLButtonElement>('[data-more]'),
		watchedPart: part<HTMLElement>('[data-watched-part]'),
		watchedHead: part<HTMLElement>('[data-watched-head]'),
		watched: part<HTMLElement>('[data-watched]'),
		device: part<HTMLElement>('[data-device]'),
		kept: part<HTMLElement>('[data-kept]'),
		forget: part<HTMLButtonElement>('[data-forget]'),
	} as const;
}

/** What is watched, by name. */
export function showList(parts: WatchParts, { items }: WatchList, drawing: Drawing): void {
	const sorted = items.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
	parts.watched.replaceChildren(...sorted.map((item) => drawWatched(drawing, item)));
	const isEmpty = items.length === 0;
	parts.watchedPart.hidden = isEmpty;
	parts.watchedHead.textContent = `You watch ${items.length}`;
	parts.device.hidden = isEmpty;
	parts.toWatched.hidden = isEmpty;
	parts.toWatched.textContent = `What you watch: ${items.length}`;
	for (const shell of [parts.chooser, parts.app, parts.rail]) shell.hidden = false;
}

/** A list with what is new in it, and how much of it could be told. */
export interface NewsView {
	readonly list: WatchList;
	readonly news: News;
	readonly drawing: Drawing;
	/** Changes shown of all that there are. */
	readonly shown: number;
	/** Moment by the device's clock. */
	readonly now: string;
	/** Files that could not be loaded. */
	readonly failed: number;
	/** Since when the oldest file lies here, where there is no connection; else null. */
	readonly asOf: string | null;
	/** What is read out; without it, the headline. */
	readonly said: string | undefined;
}

export function showNews(parts: WatchParts, view: NewsView): void {
	const { list, news, drawing, shown, now } = view;
	const isEmpty = list.items.length === 0;
	const { fresh, earlier } = news;
	const words = isEmpty ? emptyWords(drawing) : headline(fresh.length, list.before, now);
	parts.headline.textContent = words;
	parts.said.textContent = view.said ?? words;
	parts.fresh.replaceChildren(...newsByDay(fresh.slice(0, shown)).map((day) => drawDay(drawing, day)));
	const rest = earlier.slice(0, Math.max(0, shown - fresh.length));
	parts.earlier.replaceChildren(...newsByDay(rest).map((day) => drawDay(drawing, day)));
	parts.earlierPart.hidden = rest.length === 0;
	parts.more.hidden = fresh.length + earlier.length <= shown;
	parts.mark.hidden = isEmpty || fresh.length === 0;
	showTrouble(parts, view);
}

function emptyWords({ choices }: Drawing): string {
	return choices === null ? 'What can be watched could not be loaded' : 'Nothing is watched yet';
}

/** What is not as it should be: no connection, files that did not come, too much for the list. */
function showTrouble(parts: WatchParts, { list, news, drawing: { choices }, failed, asOf }: NewsView): void {
	const missing =
		failed === 0 ? '' : `The changes of ${counted(failed, 'entry', 'entries')} could not be loaded.`;
	const offline = asOf === null ? '' : 'The pages behind the links need a connection.';
	const hint = list.items.length === 0 && choices !== null ? howToBegin : '';
	parts.asOf.textContent = asOf === null ? '' : `Offline, as of ${dayInWords(asOf)}, ${clock(asOf)}`;
	say(parts.note, [offline, missing, cutWords(news.cut), hint].filter(Boolean).join(' '));
	parts.again.hidden = failed === 0 && choices !== null && asOf === null;
}

const howToBegin =
	'Find what you want to watch above, or press “Watch on this device” on the page of a platform, an agreement or a topic.';

export function say(where: HTMLElement, words: string): void {
	where.textContent = words;
	where.hidden = words === '';
}
