/** The search page's behaviour, in the browser: asks the index when the reader rests, and shows what answers by agreement. */

import { type Asked, groupsOf, type What } from '../../site/search/search-answer.ts';
import {
	countOf,
	isNarrowed,
	manyWords,
	nothingWords,
	outcomeWords,
	partialWords,
	type Spread,
	subjectWords,
} from '../../site/search/search-said.ts';
import { corrected, hasUnseen } from '../../site/search/search-words.ts';
import { make, part } from '../elements.ts';
import { ask, type FoundHits, loadIndex } from './search-asking.ts';
import { drawFirst, drawGroup } from './search-draw.ts';
import {
	choosePlatform,
	focusWords,
	form,
	readAddress,
	readForm,
	takeNamesAsWords,
	typedWords,
	widen,
	writeAddress,
	writeWords,
} from './search-form.ts';
import { type Gathering, gather, gathered, isPartial, startGathering } from './search-gathering.ts';
import { clearGuide, drawMeant, drawNamed, type GuideActs, loadNames, loadWords } from './search-guide.ts';
import { clearPages, showPages } from './search-pages.ts';

/** Agreements shown at a time. */
const page = 12;
/** Milliseconds that a reader rests before what they type is asked for: each search may fetch a part of the index. */
const rest = 250;
/** With so few findings, or fewer, the reader may have meant another word. */
const few = 2;

const { home = '/' } = form.dataset;
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
	/** Null until it is known, and where all is counted. */
	spread: Spread | null;
}

let latestTurn = 0;
let shown: Shown | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

async function search(): Promise<void> {
	const turn = ++latestTurn;
	clear(typedWords() === '');
	const names = await loadNames(home);
	if (turn !== latestTurn) return;
	const { asked, named } = readForm(names);
	if (asked.words === '') return;
	drawNamed(named, asked.named !== null, acts);
	void showPages(typedWords(), named, () => turn === latestTurn);
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
	clearGuide();
	first.replaceChildren();
	clearPages();
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
	shown = { asked, found, gathering, turn, agreements: page, spread: null };
	await draw(shown);
	await Promise.all([saySpread(shown), sayFirst(shown), sayMeant(shown)]);
}

async function draw(latest: Shown): Promise<void> {
	const { gathering, turn, agreements } = latest;
	await gather(gathering, agreements, () => {
		// What came first is there to be read while the rest is on its way.
		if (turn === latestTurn && list.children.length === 0 && !isPartial(gathering)) drawGroups(latest);
	});
	if (turn !== latestTurn) return;
	const groups = drawGroups(latest);
	more.hidden = gathering.ended && groups <= agreements;
	report(latest);
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

function report({ asked, gathering, spread }: Shown): void {
	const all = gathering.counted ? gathering.hits : null;
	const count = gathered(gathering).length;
	const [number = '', ...others] = outcomeWords(asked, all, count, spread).split(/(?=,)/);
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

async function saySpread(latest: Shown): Promise<void> {
	latest.spread = await latest.found.spread();
	if (latest.spread !== null && latest.turn === latestTurn) report(latest);
}

/** Not within a year: of words that stood in it others may be older. */
async function sayFirst({ asked, found, gathering, turn }: Shown): Promise<void> {
	if (asked.year !== '') return;
	const appearance = await found.first(gathering.hits);
	if (appearance === null || turn !== latestTurn) return;
	first.replaceChildren(...drawFirst(appearance, subjectWords(asked)));
	first.hidden = false;
}

/** Only where little was found are the words loaded by which a slip is known. */
async function sayMeant({ asked, gathering, turn }: Shown): Promise<void> {
	const isLittle = gathering.ended && gathered(gathering).length <= few;
	if (!isPartial(gathering) && !isLittle && !hasUnseen(asked.question, gathering.hits)) return;
	const words = await loadWords(home);
	const better = words === null ? null : corrected(typedWords(), asked.question, words);
	if (better !== null && turn === latestTurn) drawMeant(better, acts);
}

const acts: GuideActs = {
	everywhere: () => {
		takeNamesAsWords(true);
		searchSoon(0);
		focusWords();
	},
	only: (platform) => {
		takeNamesAsWords(false);
		choosePlatform(platform);
		searchSoon(0);
		focusWords();
	},
	ask: (words) => {
		writeWords(words);
		searchSoon(0);
		focusWords();
	},
};

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
form.addEventListener('input', ({ target }) => {
	// Of another question a name may be meant.
	if (target instanceof HTMLInputElement && target.type === 'search') takeNamesAsWords(false);
	searchSoon(rest);
});
// Whoever goes into the field is going to ask: what every search needs comes while they type. A load that fails is told when they ask.
form.addEventListener('focusin', () => void loadIndex(form.dataset.index ?? '').catch(() => {}), {
	once: true,
});
more.addEventListener('click', () => void showMore());
again.addEventListener('click', () => void search());
wider.addEventListener('click', () => {
	widen();
	takeNamesAsWords(shown !== undefined && shown.asked.named !== null);
	searchSoon(0);
	focusWords();
});
document.addEventListener('keydown', focusBySlash);
readAddress();
void search();
