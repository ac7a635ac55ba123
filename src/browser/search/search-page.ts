/**
 * The search page's behaviour, in the browser: asks the index, shows what answers by agreement, and keeps the question and every choice
 * in the address, so that a search can be linked and reloaded.
 */

import { type Finding, findingsOf, groupsOf, sorted, type What } from '../../site/search/search-answer.ts';
import type { Hit } from '../../site/search/search-hits.ts';
import { type Question, readQuestion } from '../../site/search/search-terms.ts';
import { counted } from '../../text/counts-in-words.ts';
import { ask, type Batch, type Found, loadIndex } from './search-asking.ts';
import { drawFirst, drawGroup } from './search-draw.ts';

/** Agreements shown at a time. */
const page = 12;
/** Batches loaded before what there is gets shown: rare words in common company would else load the whole index. */
const patience = 8;

const form = element<HTMLFormElement>('form[data-search]');
const status = element<HTMLElement>('[data-search-status]');
const first = element<HTMLElement>('[data-search-first]');
const note = element<HTMLElement>('[data-search-note]');
const wider = element<HTMLButtonElement>('[data-search-wider]');
const again = element<HTMLButtonElement>('[data-search-again]');
const hint = element<HTMLElement>('[data-search-hint]');
const list = element<HTMLElement>('[data-search-results]');
const more = element<HTMLButtonElement>('[data-search-more]');
const selects = [...form.querySelectorAll('select')];

/** What the reader asked and chose. */
interface Asked {
	readonly words: string;
	readonly question: Question;
	readonly what: What;
	readonly year: string;
	readonly newest: boolean;
	readonly filters: Record<string, string>;
}

/** A later question makes answers to an earlier one void. */
let latest = 0;

function element<Kind extends Element>(selector: string): Kind {
	const found = document.querySelector<Kind>(selector);
	if (found === null) throw new Error(`The search page has no ${selector}`);
	return found;
}

function value(name: string): string {
	const field = form.elements.namedItem(name);
	return field !== null && 'value' in field ? String(field.value).trim() : '';
}

function readForm(): Asked {
	const words = value('q');
	const chosen = selects.map(({ name, value }) => [name, value]).filter(([, value]) => value !== '');
	return {
		words,
		question: readQuestion(words),
		what: value('what') as What,
		year: value('year'),
		newest: value('sort') === 'date',
		filters: Object.fromEntries(chosen),
	};
}

async function search(): Promise<void> {
	const turn = ++latest;
	const asked = readForm();
	clear(asked.words === '');
	if (asked.words === '') return;
	if (asked.question.terms.length === 0) return void say(note, 'There is no word in this question.');
	status.textContent = 'Searching …';
	try {
		const index = await loadIndex(indexPlace());
		const what = asked.what === 'change' ? '' : asked.what;
		const found = await ask(index, asked.question, asked.filters, what, asked.newest);
		if (turn === latest) await show(asked, found, turn);
	} catch (error) {
		if (turn === latest) sayFailure(error);
	}
}

function indexPlace(): { script: string; parts: string[] } {
	const { index = '', parts = '' } = form.dataset;
	return { script: index, parts: parts.split(' ').filter(Boolean) };
}

function clear(idle: boolean): void {
	list.replaceChildren();
	first.replaceChildren();
	for (const part of [more, note, wider, again, first]) part.hidden = true;
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

/** Shows the first agreements, and more when asked to. */
async function show(asked: Asked, found: Found, turn: number): Promise<void> {
	const gathered = gathering(asked, found.batches);
	let shown = page;
	const draw = async (): Promise<void> => {
		await gathered.reach(shown);
		if (turn !== latest) return;
		const groups = groupsOf(gathered.findings());
		list.replaceChildren(...groups.slice(0, shown).map(drawGroup));
		more.hidden = gathered.ended() && groups.length <= shown;
		report(asked, found, gathered);
	};
	more.onclick = () => {
		const before = list.children.length;
		shown += page;
		void draw().then(() => list.children[before]?.querySelector('a')?.focus());
	};
	await draw();
	await sayFirst(asked, found, turn);
}

/** Findings as they come in. Clauses that hold but some of what was asked for count only where none holds all. */
function gathering(asked: Asked, batches: AsyncGenerator<Batch>) {
	const wholes: Finding[] = [];
	const partials: Finding[] = [];
	let ended = false;
	const findings = () => (wholes.length === 0 ? partials : wholes);
	const reach = async (groups: number): Promise<void> => {
		for (let left = patience; left > 0 && !ended && groupsOf(wholes).length < groups; left--) {
			const next = await batches.next();
			if (next.done) ended = true;
			else {
				wholes.push(...pick(asked, next.value, (hit) => hit.whole));
				partials.push(...pick(asked, next.value, (hit) => !hit.whole));
			}
		}
	};
	return { reach, findings, partial: () => wholes.length === 0, ended: () => ended };
}

function pick(
	{ what, year, newest }: Asked,
	{ hits, month }: Batch,
	which: (hit: Hit) => boolean,
): Finding[] {
	const found = findingsOf(hits.filter(which), what, year).filter(({ day }) => day.startsWith(month));
	return sorted(found, newest);
}

function report(asked: Asked, { all }: Found, gathered: ReturnType<typeof gathering>): void {
	const findings = gathered.findings();
	const [count = '', ...rest] = outcome(asked, all, findings.length).split(/(?=,)/);
	const bold = document.createElement('b');
	bold.textContent = count;
	status.replaceChildren(bold, ...rest);
	note.hidden = true;
	if (findings.length === 0 && gathered.ended()) sayNothing(asked);
	else if (gathered.partial()) sayPartial(gathered.ended());
	else if (all === null) sayMany(asked);
	if (all !== null) countTabs(asked, all);
}

/** Not within a year: of words that stood in it others may be older. */
async function sayFirst(asked: Asked, found: Found, turn: number): Promise<void> {
	if (asked.year !== '') return;
	const stand = await found.first();
	if (stand === null || turn !== latest) return;
	first.replaceChildren(...drawFirst(stand, subject(asked)));
	first.hidden = false;
}

function sayPartial(ended: boolean): void {
	const first = ended ? 'No single clause holds' : 'None of the clauses looked at so far holds';
	say(note, `${first} all of these words. These hold some of them.`);
}

function sayMany({ question }: Asked): void {
	const quotes = question.phrase ? '' : ', or put a phrase in quotes,';
	say(
		note,
		`Many clauses hold these words. Choose a platform or a year${quotes} to have all of them counted.`,
	);
}

/** What first appeared: the words, and within what was chosen. */
function subject({ filters: { platform, kind }, question }: Asked): string {
	const words = question.terms.length > 1 && !question.phrase ? 'These words together' : 'These words';
	const places = [platform, kind].filter(Boolean);
	return places.length === 0 ? words : `In ${places.join(', ')}: these words`;
}

function outcome({ what, year }: Asked, all: readonly Hit[] | null, count: number): string {
	if (all === null) return count === 0 ? 'Nothing found yet' : 'Many found';
	if (count === 0) return 'Nothing found';
	if (what === 'change') return counted(count, 'change');
	if (what !== '')
		return `${counted(count, 'clause')} ${what === 'text' ? 'in force' : 'no longer in force'}`;
	const whole = wholesOf(all);
	const force = findingsOf(whole, 'text', year).length;
	if (force === 0 || force === count)
		return `${counted(count, 'clause')}, ${force > 0 ? 'in force' : 'former'}`;
	return `${counted(count, 'clause')}, ${force} in force, ${count - force} former`;
}

/** All of these, or what holds some where none holds all. */
function wholesOf(hits: readonly Hit[]): readonly Hit[] {
	const wholes = hits.filter((hit) => hit.whole);
	return wholes.length === 0 ? hits : wholes;
}

function countTabs({ year }: Asked, all: readonly Hit[]): void {
	for (const count of form.querySelectorAll<HTMLElement>('[data-count]')) {
		const what = count.dataset.count as What;
		count.textContent = ` ${findingsOf(wholesOf(all), what, year).length}`;
	}
}

/** Says where it looked, and how to look wider. */
function sayNothing({ words, filters, what, question }: Asked): void {
	const chosen = Object.values(filters);
	const where = chosen.length === 0 ? '' : ` of ${chosen.join(', ')}`;
	const quoted = question.terms.some(({ exact }) => exact);
	const advice = quoted ? ' Without quotes, other forms of the words are found too.' : '';
	say(note, `Nothing holds ${quoted ? words : `“${words}”`}. Looked at ${looked[what]}${where}.${advice}`);
	wider.hidden = chosen.length === 0 && what === '';
}

const looked: Readonly<Record<What, string>> = {
	'': 'every text in force and every wording that stood before',
	text: 'every text in force',
	former: 'every wording that stood before',
	change: 'every change that matters',
};

/** The address tells the question: it can be linked, and the way back leads to it. */
function writeAddress(): void {
	const parameters = new URLSearchParams(
		[...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
	);
	for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name);
	history.replaceState(null, '', parameters.size === 0 ? location.pathname : `?${parameters}`);
}

function readAddress(): void {
	const parameters = new URLSearchParams(location.search);
	for (const field of form.elements) {
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
		const given = parameters.get(field.name) ?? '';
		if (field instanceof HTMLSelectElement) chooseOption(field, given);
		else if (field.type === 'radio')
			field.checked = field.value === given || (field.defaultChecked && !isKnown(field, given));
		else field.value = given;
	}
}

function chooseOption(field: HTMLSelectElement, given: string): void {
	field.value = given;
	if (field.selectedIndex === -1) field.value = '';
}

function isKnown({ name }: HTMLInputElement, given: string): boolean {
	return [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')].some(
		(field) => field.name === name && field.value === given,
	);
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Waits until the reader rests: each search may fetch a part of the index. */
function searchSoon(milliseconds: number): void {
	clearTimeout(waiting);
	waiting = setTimeout(() => {
		writeAddress();
		void search();
	}, milliseconds);
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	searchSoon(0);
});
form.addEventListener('input', () => searchSoon(250));
again.addEventListener('click', () => void search());
wider.addEventListener('click', () => {
	for (const select of selects) select.value = '';
	for (const radio of form.querySelectorAll<HTMLInputElement>('input[name=what]'))
		radio.checked = radio.value === '';
	searchSoon(0);
	form.querySelector('input')?.focus();
});
/** As on many sites, and on this page alone: elsewhere it would cost a script. */
document.addEventListener('keydown', (event) => {
	const { target } = event;
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
	if (target instanceof HTMLInputElement && target.type === 'search') return;
	event.preventDefault();
	form.querySelector('input')?.focus();
});
readAddress();
void search();
