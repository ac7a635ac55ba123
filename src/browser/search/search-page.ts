/** The search page's behaviour, in the browser: asks the index when the reader rests, and shows what answers by agreement. */

import { type Asked, groupsOf, type What } from '../../site/search/search-answer.ts';
import {
	countOf,
	isNarrowed,
	manyWords,
	nothingWords,
	outcomeWords,
	partialWords,
	subjectWords,
} from '../../site/search/search-said.ts';
import { make, part } from '../elements.ts';
import { ask, type FoundHits, loadIndex } from './search-asking.ts';
import { drawFirst, drawGroup } from './search-draw.ts';
import { focusWords, form, readAddress, readForm, widen, writeAddress } from './search-form.ts';
import { type Gathering, gather, gathered, isPartial, startGathering } from './search-gathering.ts';

/** Agreements shown at a time. */
const page = 12;
/** Milliseconds that a reader rests before what they type is asked for: each search may fetch a part of the index. */
const rest = 250;

const status = part<HTMLElement>('[data-search-status]');
const first = part<HTMLElement>('[data-search-first]');
const note = part<HTMLElement>('[data-search-note]');
const wider = part<HTMLButtonElement>('[data-search-wider]');
const again = part<HTMLButtonElement>('[data-search-again]');
const hint = part<HTMLElement>('[data-search-hint]');
const list = part<HTMLElement>('[data-search-results]');
const more = part<HTMLButtonElement>('[data-search-more]');

/** What is shown of one search. */
interface Shown {
	readonly asked: Asked;
	readonly found: FoundHits;
	readonly gathering: Gathering;
	/** Number of the search; a later one makes this one void. */
	readonly turn: number;
	agreements: number;
}

let latestTurn = 0;
let shown: Shown | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

async function search(): Promise<void> {
	const turn = ++latestTurn;
	const asked = readForm();
	clear(asked.words === '');
	if (asked.words === '') return;
	if (asked.question.terms.length === 0) return void say(note, 'There is no word in this question.');
	status.textContent = 'Searching …';
	try {
		const found = await answer(asked);
		if (turn === latestTurn) await show(asked, found, turn);
	} catch (error) {
		if (turn === latestTurn) sayFailure(error);
	}
}

async function answer({ question, filters, what, newest }: Asked): Promise<FoundHits> {
	const index = await loadIndex(form.dataset.index ?? '');
	return ask(index, question, filters, what === 'change' ? '' : what, newest);
}

function clear(idle: boolean): void {
	list.replaceChildren();
	first.replaceChildren();
	for (const each of [more, note, wider, again, first]) each.hidden = true;
	hint.hidden = !idle;
	status.textContent = '';
	for (const count of form.querySelectorAll('[data-count]')) count.textContent = '';
}

function say(where: HTMLElement, words: string): void {
	where.textContent = words;
	where.hidden = false;
}

function sayFailure(error: unknown): void {
	status.textContent = '';
	say(note, `The search index could not be loaded (${error instanceof Error ? error.message : error}).`);
	again.hidden = false;
}

async function show(asked: Asked, found: FoundHits, turn: number): Promise<void> {
	const gathering = startGathering(asked, found);
	shown = { asked, found, gathering, turn, agreements: page };
	await draw(shown);
	await sayFirst(shown);
}

async function draw(latest: Shown): Promise<void> {
	const { asked, gathering, turn, agreements } = latest;
	await gather(gathering, agreements, () => {
		// What came first is there to be read while the rest is on its way.
		if (turn === latestTurn && list.children.length === 0 && !isPartial(gathering)) drawGroups(latest);
	});
	if (turn !== latestTurn) return;
	const groups = drawGroups(latest);
	more.hidden = gathering.ended && groups <= agreements;
	report(asked, gathering);
}

/** @returns how many there are, of which as many are drawn as are wanted */
function drawGroups({ gathering, agreements }: Shown): number {
	const groups = groupsOf(gathered(gathering));
	const held = document.activeElement?.closest<HTMLAnchorElement>('[data-search-results] a')?.href;
	list.replaceChildren(...groups.slice(0, agreements).map(drawGroup));
	if (held !== undefined) holdAgain(held);
	return groups.length;
}

/** Whoever walks the first answers by keyboard stays where they are when the rest has come. */
function holdAgain(href: string): void {
	[...list.querySelectorAll('a')].find((link) => link.href === href)?.focus({ preventScroll: true });
}

/** The focus goes to the first of the further agreements. */
async function showMore(): Promise<void> {
	if (shown === undefined) return;
	const before = list.children.length;
	shown.agreements += page;
	await draw(shown);
	list.children[before]?.querySelector('a')?.focus();
}

function report(asked: Asked, gathering: Gathering): void {
	const all = gathering.counted ? gathering.hits : null;
	const count = gathered(gathering).length;
	const [number = '', ...others] = outcomeWords(asked, all, count).split(/(?=,)/);
	status.replaceChildren(make('b', '', number), ...others);
	note.hidden = true;
	if (count === 0 && gathering.ended) sayNothing(asked);
	else if (isPartial(gathering)) say(note, partialWords(gathering.ended));
	else if (all === null) say(note, manyWords(asked));
	if (all === null) return;
	for (const tab of form.querySelectorAll<HTMLElement>('[data-count]'))
		tab.textContent = ` ${countOf(asked, all, tab.dataset.count as What)}`;
}

/** Where it looked, and a way to look wider. */
function sayNothing(asked: Asked): void {
	say(note, nothingWords(asked));
	wider.hidden = !isNarrowed(asked);
}

/** Not within a year: of words that stood in it others may be older. */
async function sayFirst({ asked, found, gathering, turn }: Shown): Promise<void> {
	if (asked.year !== '') return;
	const appearance = await found.first(gathering.hits);
	if (appearance === null || turn !== latestTurn) return;
	first.replaceChildren(...drawFirst(appearance, subjectWords(asked)));
	first.hidden = false;
}

function searchSoon(milliseconds: number): void {
	clearTimeout(waiting);
	waiting = setTimeout(() => {
		writeAddress();
		void search();
	}, milliseconds);
}

/** As on many sites, and on this page alone: elsewhere it would cost a script. */
function focusBySlash(event: KeyboardEvent): void {
	const { target } = event;
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
	if (target instanceof HTMLInputElement && target.type === 'search') return;
	event.preventDefault();
	focusWords();
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	searchSoon(0);
});
form.addEventListener('input', () => searchSoon(rest));
// Whoever goes into the field is going to ask: what every search needs comes while they type. A load that fails is told when they ask.
form.addEventListener('focusin', () => void loadIndex(form.dataset.index ?? '').catch(() => {}), {
	once: true,
});
more.addEventListener('click', () => void showMore());
again.addEventListener('click', () => void search());
wider.addEventListener('click', () => {
	widen();
	searchSoon(0);
	focusWords();
});
document.addEventListener('keydown', focusBySlash);
readAddress();
void search();
