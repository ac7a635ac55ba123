/**
 * The watchlist's behaviour: reads the list that this browser keeps, fetches the files of what is on it, shows what is new in them, and keeps
 * list and files. The rules (what is new, what a visit is, what an import takes) stand in `src/site/watch-*.ts`.
 */

import { type Choice, type Choices, fullName } from '../../site/watch/watch-choices.ts';
import {
	changesPath,
	emptyWatchList,
	isWatched,
	mostItems,
	type WatchItem,
	type WatchList,
	withItem,
	withoutItem,
} from '../../site/watch/watch-list.ts';
import { cutWords, headline, type News, newsByDay, newsOf } from '../../site/watch/watch-news.ts';
import { atOpening, markedAsSeen } from '../../site/watch/watch-visit.ts';
import { counted } from '../../text/counts-in-words.ts';
import { clock, dayInWords } from '../../text/days-in-words.ts';
import { startChooser } from './watch-chooser.ts';
import { drawChoice, drawDay, drawWatched } from './watch-draw.ts';
import { watchFiles } from './watch-files.ts';
import { keepForOffline, stopKeeping } from './watch-keep.ts';
import { startOpml } from './watch-opml-tools.ts';
import { watchStore } from './watch-store.ts';

/** Changes shown at once. */
const page = 40;
/** A page that comes back into sight after so long asks anew, in milliseconds. */
const stale = 15 * 60_000;

const root = part<HTMLElement>('[data-watchlist]');
const { home = '/', worker } = root.dataset;
const parts = {
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
	watchedHead: part<HTMLElement>('[data-watched-head]'),
	watched: part<HTMLElement>('[data-watched]'),
	device: part<HTMLElement>('[data-device]'),
	kept: part<HTMLElement>('[data-kept]'),
	forget: part<HTMLButtonElement>('[data-forget]'),
};

const store = watchStore(home);
const files = watchFiles(home);
let choices: Choices | null = null;
/** What went wrong when the list was last read or kept. */
let trouble = '';
/** Changes shown of all that there are. */
let shown = page;
/** A later drawing makes an earlier one, that still waits for its files, void. */
let latestTurn = 0;
let loadedAt = 0;
/** The list as it was before it was removed. */
let removed: WatchList | null = null;

function part<Kind extends Element>(selector: string): Kind {
	const found = document.querySelector<Kind>(selector);
	if (found === null) throw new Error(`The watchlist has no ${selector}`);
	return found;
}

function now(): string {
	return new Date().toISOString();
}

/** What lies at the archive's newest end, as far as this page could learn. */
function latest(): string {
	return choices?.latest ?? now();
}

/** Opens a visit, or goes on with one, and shows what there is. */
async function open(): Promise<void> {
	files.forget();
	loadedAt = Date.now();
	const { list, trouble: told } = store.read();
	trouble = told;
	drawList(list);
	choices = await files.choices();
	chooser.setChoices(choices);
	if (choices !== null) keepVisit();
	await show();
}

/** Only where there is a list: without one there was nothing to see, and nothing to keep. */
function keepVisit(): void {
	if (store.read().list.items.length === 0) return;
	const failed = store.change((list) => atOpening(list, now(), latest()));
	if (failed !== '') trouble = failed;
}

/** Draws list and changes; what is not there yet is fetched. */
async function show(): Promise<void> {
	const turn = ++latestTurn;
	const { list } = store.read();
	drawList(list);
	const changes = await files.changes(list.items.filter(isThere));
	if (turn !== latestTurn) return;
	drawNews(list, newsOf(list, changes, list.before, latest()));
	keep(list);
}

/** Of what the archive has no more there is no file; where nobody knows what it has, all are asked for. */
function isThere({ path }: WatchItem): boolean {
	return choices === null || choices.byPath.has(path);
}

function drawList(list: WatchList): void {
	const { items } = list;
	const sorted = items.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
	parts.watched.replaceChildren(...sorted.map((item) => drawWatched({ home, choices }, item)));
	const isEmpty = items.length === 0;
	parts.watchedHead.textContent = isEmpty ? 'You watch nothing yet' : `You watch ${items.length}`;
	parts.device.hidden = isEmpty;
	parts.toWatched.hidden = isEmpty;
	parts.toWatched.textContent = `What you watch: ${items.length}`;
	chooser.showWatched((path) => isWatched(list, path));
	opml.offer(items);
	say(parts.trouble, trouble);
	for (const shell of [parts.chooser, parts.app, parts.rail]) shell.hidden = false;
}

function drawNews(list: WatchList, news: News): void {
	const isEmpty = list.items.length === 0;
	const { fresh, earlier } = news;
	const words = isEmpty ? emptyWords() : headline(fresh.length, list.before, now());
	parts.headline.textContent = words;
	parts.said.textContent = words;
	const drawing = { home, choices };
	parts.fresh.replaceChildren(...newsByDay(fresh.slice(0, shown)).map((day) => drawDay(drawing, day)));
	const rest = earlier.slice(0, Math.max(0, shown - fresh.length));
	parts.earlier.replaceChildren(...newsByDay(rest).map((day) => drawDay(drawing, day)));
	parts.earlierPart.hidden = rest.length === 0;
	parts.more.hidden = fresh.length + earlier.length <= shown;
	parts.mark.hidden = isEmpty || fresh.length === 0;
	drawState(list, news);
}

function emptyWords(): string {
	return choices === null ? 'What can be watched could not be loaded' : 'Nothing is watched yet';
}

/** What is not as it should be: no connection, files that did not come, too much for the list. */
function drawState(list: WatchList, { cut }: News): void {
	const asOf = files.asOf();
	const failed = files.failed(list.items.filter(isThere)).length;
	const missing =
		failed === 0 ? '' : `The changes of ${counted(failed, 'entry', 'entries')} could not be loaded.`;
	const offline = asOf === null ? '' : 'The pages behind the links need a connection.';
	const hint = list.items.length === 0 && choices !== null ? howToBegin : '';
	parts.asOf.textContent = asOf === null ? '' : `Offline, as of ${dayInWords(asOf)}, ${clock(asOf)}`;
	say(parts.note, [offline, missing, cutWords(cut), hint].filter(Boolean).join(' '));
	parts.again.hidden = failed === 0 && choices !== null && asOf === null;
}

const howToBegin =
	'Find what you want to watch above, or press “Watch on this device” on the page of a platform, an agreement or a topic.';

function say(where: HTMLElement, words: string): void {
	where.textContent = words;
	where.hidden = words === '';
}

/** Without a connection what is kept stays as it is. */
function keep({ items }: WatchList): void {
	if (items.length === 0 || worker === undefined || files.asOf() !== null || choices === null) return;
	const addresses = ['watch/choices.json', ...items.map(changesPath)].map((path) => `${home}${path}`);
	inTurn(async () => {
		// The list may have been removed while another keeping was under way.
		if (store.read().list.items.length === 0) return;
		const kept = { files: addresses, answers: files.answers() };
		parts.kept.textContent = await keepForOffline(home, worker, kept);
	});
}

/** One after the other, so that what a keeping brings in late does not outlive the list. */
let turns: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>): void {
	turns = turns.then(work);
}

/** Changes the list and shows it. One that becomes empty leaves nothing behind on the device. */
async function change(edit: (list: WatchList) => WatchList, said: string): Promise<void> {
	const { list: before } = store.read();
	trouble = store.change(edit);
	const { list } = store.read();
	if (before.items.length === 0 && list.items.length > 0) keepVisit();
	parts.undo.hidden = true;
	await show();
	parts.said.textContent = said;
	if (before.items.length > 0 && list.items.length === 0) inTurn(() => stopKeeping(home));
}

function toggle(choice: Choice): void {
	const { list } = store.read();
	const { path } = choice;
	const name = fullName(choice);
	if (isWatched(list, path)) void change((list) => withoutItem(list, path), `${name} removed`);
	else if (list.items.length >= mostItems) say(parts.trouble, `The list is full: it holds ${mostItems}.`);
	else void change((list) => withItem(list, { path, name }), `${name} is watched`);
}

/** The focus goes to the next entry's button: its own is gone. */
async function remove(button: HTMLElement): Promise<void> {
	const buttons = [...parts.watched.querySelectorAll<HTMLElement>('[data-remove]')];
	const at = buttons.indexOf(button);
	const next = (buttons[at + 1] ?? buttons[at - 1])?.dataset.remove;
	const path = button.dataset.remove ?? '';
	const done = change((list) => withoutItem(list, path), 'Removed');
	const heir =
		next === undefined ? null : parts.watched.querySelector<HTMLElement>(`[data-remove="${next}"]`);
	(heir ?? parts.watchedHead).focus();
	await done;
}

async function forget(): Promise<void> {
	const { list } = store.read();
	await change(() => emptyWatchList, 'The list is removed from this device');
	removed = list;
	parts.undo.hidden = false;
	parts.undo.focus();
}

async function putBack(): Promise<void> {
	const list = removed;
	if (list === null) return;
	removed = null;
	await change(() => list, 'The list is back');
	parts.headline.focus();
}

const chooser = startChooser(
	parts.chooser,
	(choice) => drawChoice({ home, choices }, choice, isWatched(store.read().list, choice.path)),
	toggle,
);

const opml = startOpml(root, {
	list: () => store.read().list,
	choices: () => choices,
	take: (items) => void change((list) => items.reduce(withItem, list), ''),
});

parts.mark.addEventListener('click', () => {
	parts.headline.focus();
	void change((list) => markedAsSeen(list, now(), latest()), 'All marked as seen');
});
parts.again.addEventListener('click', () => void open());
parts.more.addEventListener('click', () => {
	const before = document.querySelectorAll('.watch-news .entry').length;
	shown += page;
	void show().then(() =>
		document.querySelectorAll('.watch-news .entry')[before]?.querySelector('a')?.focus(),
	);
});
parts.watched.addEventListener('click', ({ target }) => {
	const button = target instanceof Element ? target.closest<HTMLElement>('[data-remove]') : null;
	if (button !== null) void remove(button);
});
parts.forget.addEventListener('click', () => void forget());
parts.undo.addEventListener('click', () => void putBack());
store.onChange(() => void show());
document.addEventListener('visibilitychange', () => {
	if (!document.hidden && Date.now() - loadedAt > stale) void open();
});
void open();
