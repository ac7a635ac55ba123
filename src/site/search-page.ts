/**
 * The search page's behaviour, in the browser: asks Pagefind's index, groups what it finds by agreement, and keeps the question in the
 * address so that a search can be linked. Only text nodes are made from what was found, so archived words cannot act.
 */
import { dayInWords } from './dates.ts';
import { clauseHits, type Fragment, type Hit } from './search-hits.ts';

interface Pagefind {
	options(options: { baseUrl: string }): Promise<void>;
	search(
		query: string | null,
		options: { filters?: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> },
	): Promise<{ results: readonly { data(): Promise<Fragment> }[] }>;
}

/** Records loaded at a time; each costs the browser one file. */
const batch = 20;
/** Clauses shown of one record. */
const clausesShown = 3;
const fields = ['q', 'platform', 'kind', 'what', 'sort'] as const;

const form = element<HTMLFormElement>('form[data-search]');
const status = element<HTMLElement>('[data-search-status]');
const list = element<HTMLElement>('[data-search-results]');
const more = element<HTMLButtonElement>('[data-search-more]');

/** A later question makes answers to an earlier one void. */
let asked = 0;

function element<Kind extends Element>(selector: string): Kind {
	const found = document.querySelector<Kind>(selector);
	if (found === null) throw new Error(`The search page has no ${selector}`);
	return found;
}

function value(name: string): string {
	const field = form.elements.namedItem(name);
	return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
}

let loading: Promise<Pagefind> | undefined;

/** The index is a file of the site, unknown to the bundler. A failed load may be tried again. */
function loadPagefind(): Promise<Pagefind> {
	const { index = '' } = form.dataset;
	loading ??= import(/* @vite-ignore */ index).catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

async function search(): Promise<void> {
	const question = ++asked;
	const query = value('q');
	list.replaceChildren();
	more.hidden = true;
	if (query === '') {
		status.textContent = '';
		return;
	}
	status.textContent = 'Searching …';
	try {
		const pagefind = await loadPagefind();
		const { results } = await pagefind.search(query, choices());
		if (question === asked) await show(query, results, question);
	} catch (error) {
		if (question === asked) status.textContent = `The search index could not be loaded: ${String(error)}`;
	}
}

/** What the reader chose beside the words. */
function choices(): { filters: Record<string, string>; sort?: Record<string, 'desc'> } {
	const filters: Record<string, string> = {};
	for (const name of ['platform', 'kind', 'what']) {
		const chosen = value(name);
		if (chosen !== '') filters[name] = chosen;
	}
	return value('sort') === 'date' ? { filters, sort: { date: 'desc' } } : { filters };
}

async function show(
	query: string,
	results: readonly { data(): Promise<Fragment> }[],
	question: number,
): Promise<void> {
	const groups = new Map<string, HTMLElement>();
	let shown = 0;
	const next = async (): Promise<void> => {
		const fragments = await Promise.all(results.slice(shown, shown + batch).map((result) => result.data()));
		if (question !== asked) return;
		for (const fragment of fragments) add(groups, fragment);
		shown += fragments.length;
		more.hidden = shown >= results.length;
	};
	more.onclick = () => void next();
	await next();
	if (question === asked) status.textContent = outcome(query, results.length);
}

function outcome(query: string, count: number): string {
	if (count === 0) return `Nothing found for “${query}” in today’s texts and in changes that matter.`;
	return count === 1 ? '1 text or change found.' : `${count} texts and changes found.`;
}

/** Puts a found record under its agreement, which stands where its best record stands. */
function add(groups: Map<string, HTMLElement>, fragment: Fragment): void {
	const { base = '/' } = form.dataset;
	const { group = '', platform = '', agreement = '' } = fragment.meta;
	let hits = groups.get(group);
	if (hits === undefined) {
		hits = make('ul', 'hits');
		groups.set(group, hits);
		const item = make('li', 'search-group');
		const name = link(`${base}${group.slice(1)}`, platform);
		name.append(' ', make('span', 'agreement-name', agreement));
		const heading = make('h2', 'search-agreement');
		heading.append(name);
		item.append(heading, hits);
		list.append(item);
	}
	hits.append(...lines(fragment));
}

function lines(fragment: Fragment): HTMLElement[] {
	const { what, title = '', date = '', language = '' } = fragment.meta;
	const found = clauseHits(fragment, what === 'change' ? 1 : clausesShown);
	if (what !== 'change')
		return found.map((hit) => line('hit-text', clauseLink(fragment, hit), hit, language));
	const change = link(fragment.url, '');
	const day = document.createElement('time');
	day.dateTime = date;
	day.textContent = dayInWords(date);
	change.append(day, `: ${title}`);
	return [line('hit-change', change, found[0], language)];
}

function clauseLink(fragment: Fragment, hit: Hit): HTMLAnchorElement {
	return link(hit.anchor === null ? fragment.url : `${fragment.url}#${hit.anchor}`, 'Today’s text');
}

function line(kind: string, target: HTMLElement, hit: Hit | undefined, language: string): HTMLElement {
	const item = make('li', `hit ${kind}`);
	const words = make('blockquote', 'hit-words');
	if (language !== 'und') words.lang = language;
	words.dir = 'auto';
	for (const run of hit?.runs ?? []) words.append(run.found ? make('mark', '', run.text) : run.text);
	item.append(target, words);
	return item;
}

function make(tag: string, className: string, text = ''): HTMLElement {
	const made = document.createElement(tag);
	if (className !== '') made.className = className;
	made.textContent = text;
	return made;
}

function link(address: string, text: string): HTMLAnchorElement {
	const made = document.createElement('a');
	made.href = address;
	made.textContent = text;
	return made;
}

/** The address tells the question: it can be linked, and the way back leads to it. */
function writeAddress(): void {
	const parameters = new URLSearchParams(fields.map((name) => [name, value(name)]));
	for (const name of fields) if (value(name) === '') parameters.delete(name);
	const query = parameters.size === 0 ? location.pathname : `?${parameters}`;
	history.replaceState(null, '', query);
}

function readAddress(): void {
	const parameters = new URLSearchParams(location.search);
	for (const name of fields) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
			field.value = parameters.get(name) ?? '';
	}
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Waits until the reader rests: each search may fetch a part of the index. */
function searchSoon(): void {
	clearTimeout(waiting);
	waiting = setTimeout(() => {
		writeAddress();
		void search();
	}, 250);
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	searchSoon();
});
form.addEventListener('input', searchSoon);
readAddress();
void search();
