/**
 * The watchlist's behaviour: reads the list that this browser keeps, fetches the files of what is on it, shows what is new in them, and keeps
 * list and files. The rules (what is new, what a visit is, what an import takes) stand in `src/site/watch/`.
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
import { newsOf } from '../../site/watch/watch-news.ts';
import { atOpening, markedAsSeen } from '../../site/watch/watch-visit.ts';
import { part } from '../elements.ts';
import { setChoices, showWatched, startChooser } from './watch-chooser.ts';
import { type Drawing, drawChoice } from './watch-draw.ts';
import { forgetFiles, loadChanges, loadChoices, missingFiles, watchFiles } from './watch-files.ts';
import { keepForOffline, stopKeeping } from './watch-keep.ts';
import { offerOpml, startOpml } from './watch-opml-tools.ts';
import { say, showList, showNews, watchParts } from './watch-parts.ts';
import { watchStore } from './watch-store.ts';

/** Changes shown at once. */
const page = 40;
/** A page that comes back into sight after so long asks anew, in milliseconds. */
const stale = 15 * 60_000;

const root = part<HTMLElement>('[data-watchlist]');
const { home = '/', worker } = root.dataset;
const parts = watchParts();
const store = watchStore(home);
const files = watchFiles(home);

const state = {
	/** As last loaded: while they are asked for anew, the page goes on with these. */
	choices: null as Choices | null,
	/** What went wrong when the list was last read or kept. */
	trouble: '',
	/** Changes shown of all that there are. */
	shown: page,
	/** A later drawing makes an earlier one, that still waits for its files, void. */
	turn: 0,
	loadedAt: 0,
	/** The list as it was before it was removed. */
	removed: null as WatchList | null,
	/** One after the other, so that what a keeping brings in late does not outlive the list. */
	keeping: Promise.resolve(),
};

const chooser = startChooser(
	parts.chooser,
	(choice) => drawChoice(drawing(), choice, isWatched(store.read().list, choice.path)),
	toggle,
);

const opml = startOpml(root, {
	list: () => store.read().list,
	choices: () => state.choices,
	take: (items) => void change((list) => items.reduce(withItem, list), ''),
});

function drawing(): Drawing {
	return { home, choices: state.choices };
}

function now(): string {
	return new Date().toISOString();
}

/** What lies at the archive's newest end, as far as this page could learn. */
function latest(): string {
	return state.choices?.latest ?? now();
}

/** Opens a visit, or goes on with one, and shows what there is. */
async function open(): Promise<void> {
	forgetFiles(files);
	state.loadedAt = Date.now();
	const { list, trouble } = store.read();
	state.trouble = trouble;
	drawList(list);
	state.choices = await loadChoices(files);
	setChoices(chooser, state.choices);
	if (state.choices !== null) keepVisit();
	await show();
}

/** Only where there is a list: without one there was nothing to see, and nothing to keep. */
function keepVisit(): void {
	if (store.read().list.items.length === 0) return;
	const failed = store.change((list) => atOpening(list, now(), latest()));
	if (failed !== '') state.trouble = failed;
}

/**
 * Draws list and changes; what is not there yet is fetched.
 * @param said what is read out when it is done, where that is not the headline
 */
async function show(said?: string): Promise<void> {
	const turn = ++state.turn;
	const { list } = store.read();
	drawList(list);
	const changes = await loadChanges(files, list.items.filter(isThere));
	if (turn !== state.turn) return;
	showNews(parts, {
		list,
		news: newsOf(list, changes, list.before, latest()),
		drawing: drawing(),
		shown: state.shown,
		now: now(),
		failed: missingFiles(files, list.items.filter(isThere)).length,
		asOf: files.asOf,
		said,
	});
	keep(list);
}

function drawList(list: WatchList): void {
	showList(parts, list, drawing());
	showWatched(chooser, (path) => isWatched(list, path));
	offerOpml(opml, list.items);
	say(parts.trouble, state.trouble);
}

/** Of what the archive has no more there is no file; where nobody knows what it has, all are asked for. */
function isThere({ path }: WatchItem): boolean {
	return state.choices === null || state.choices.byPath.has(path);
}

/** Without a connection what is kept stays as it is. */
function keep({ items }: WatchList): void {
	if (items.length === 0 || worker === undefined || files.asOf !== null || state.choices === null) return;
	const addresses = ['watch/choices.json', ...items.map(changesPath)].map((path) => `${home}${path}`);
	inTurn(async () => {
		// The list may have been removed while another keeping was under way.
		if (store.read().list.items.length === 0) return;
		parts.kept.textContent = await keepForOffline(home, worker, {
			files: addresses,
			answers: files.answers,
		});
	});
}

function inTurn(work: () => Promise<void>): void {
	state.keeping = state.keeping.then(work);
}

/** Changes the list and shows it. One that becomes empty leaves nothing behind on the device. */
async function change(edit: (list: WatchList) => WatchList, said: string): Promise<void> {
	const { list: before } = store.read();
	state.trouble = store.change(edit);
	const { list } = store.read();
	if (before.items.length === 0 && list.items.length > 0) keepVisit();
	parts.undo.hidden = true;
	await show(said);
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

/** The focus goes to the next entry's button: its own is gone; after the last one to what the page says then. */
async function remove(button: HTMLElement): Promise<void> {
	const buttons = [...parts.watched.querySelectorAll<HTMLElement>('[data-remove]')];
	const at = buttons.indexOf(button);
	const next = (buttons[at + 1] ?? buttons[at - 1])?.dataset.remove;
	const path = button.dataset.remove ?? '';
	const done = change((list) => withoutItem(list, path), 'Removed');
	const heir =
		next === undefined ? null : parts.watched.querySelector<HTMLElement>(`[data-remove="${next}"]`);
	(heir ?? parts.headline).focus();
	await done;
}

async function forget(): Promise<void> {
	const { list } = store.read();
	await change(() => emptyWatchList, 'The list is removed from this device');
	state.removed = list;
	parts.undo.hidden = false;
	parts.undo.focus();
}

async function putBack(): Promise<void> {
	const list = state.removed;
	if (list === null) return;
	state.removed = null;
	await change(() => list, 'The list is back');
	parts.headline.focus();
}

function markAsSeen(): void {
	parts.headline.focus();
	void change((list) => markedAsSeen(list, now(), latest()), 'All marked as seen');
}

/** The focus goes to the first of the further changes. */
async function showMore(): Promise<void> {
	const entries = (): NodeListOf<Element> => document.querySelectorAll('.watch-news .entry');
	const before = entries().length;
	state.shown += page;
	await show();
	entries()[before]?.querySelector('a')?.focus();
}

parts.mark.addEventListener('click', markAsSeen);
parts.again.addEventListener('click', () => void open());
parts.more.addEventListener('click', () => void showMore());
parts.watched.addEventListener('click', ({ target }) => {
	const button = target instanceof Element ? target.closest<HTMLElement>('[data-remove]') : null;
	if (button !== null) void remove(button);
});
parts.forget.addEventListener('click', () => void forget());
parts.undo.addEventListener('click', () => void putBack());
store.onChange(() => void show());
document.addEventListener('visibilitychange', () => {
	if (!document.hidden && Date.now() - state.loadedAt > stale) void open();
});
void open();
