/**
 * The compare page's behaviour, in the browser: two days from the address, the timeline's handles or the fields become two versions of the
 * ledger file and their redline; `?at=` a day becomes the whole text of that day. The address tells what is shown.
 */

import { askedDay, askedDays, isDay, recordedDays, versionOn } from '../../site/compare/compare-days.ts';
import { type Comparison, compareDays, sideOf } from '../../site/compare/comparison.ts';
import {
	comparisonBodyHtml,
	comparisonHeadHtml,
	proofHtml,
	sideHtml,
	surroundingsHtml,
} from '../../site/compare/comparison-html.ts';
import type { RecordedAgreement } from '../../site/compare/ledger-json.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { agreementArchive } from '../clause/agreement-archive.ts';
import { type Days, dayHandles, type Handles } from './day-handles.ts';
import { buildSides } from './side-by-side.ts';

/** Milliseconds that a reader rests before what they drag or type is compared: each step costs a redline. */
const rest = 150;

const root = part<HTMLElement>('[data-compare]');
const form = part<HTMLFormElement>('.days-form');
const axis = part<HTMLElement>('[data-axis]');
const head = part<HTMLElement>('[data-head]');
const body = part<HTMLElement>('[data-body]');
const foot = part<HTMLElement>('[data-foot]');
const toolbar = part<HTMLElement>('[data-toolbar]');
const notesLine = part<HTMLElement>('[data-notes]');
const said = part<HTMLElement>('[data-said]');

/** Counts comparisons drawn. */
let drawings = 0;

function part<Kind extends Element>(selector: string): Kind {
	const found = document.querySelector<Kind>(selector);
	if (found === null) throw new Error(`The compare page has no ${selector}`);
	return found;
}

function field(name: 'from' | 'to'): HTMLInputElement {
	return form.elements.namedItem(name) as HTMLInputElement;
}

/** What differs between two days; `notes` are said above it. */
function showTwo(agreement: RecordedAgreement, handles: Handles, days: Days, notes: readonly string[]): void {
	const comparison = compareDays(agreement, days);
	showDays(agreement, handles, days, notes);
	head.innerHTML = comparisonHeadHtml(agreement, comparison);
	const { own } = root.dataset;
	const frame = {
		own: own === 'en' ? ({ lang: own } as const) : {},
		until: `On ${dayInWords(days.from)}`,
		from: `On ${dayInWords(days.to)}`,
		whole: `?at=${days.to}`,
	};
	body.innerHTML = comparisonBodyHtml(comparison, frame, wordsAttributes());
	toolbar.hidden = !comparison.differs;
	foot.innerHTML = proofHtml(agreement, comparison);
	if (document.querySelector<HTMLInputElement>('#view-sides')?.checked) buildSides();
	said.textContent = [...notes, `${comparison.sentence}.`].join(' ');
	const drawn = ++drawings;
	// After the redline has been painted, unless the reader has gone on to other days.
	if (comparison.differs)
		requestAnimationFrame(() => setTimeout(() => drawn === drawings && showSurroundings(comparison)));
}

function showSurroundings({ surroundings }: Comparison): void {
	for (const [place, html] of Object.entries(surroundingsHtml(surroundings()))) {
		const open = root.querySelector(`[data-${place}]`);
		if (open !== null) open.innerHTML = html;
	}
}

/** The whole text of one day. Its code is loaded only here: it brings a reader of Markdown. */
async function showOne(
	agreement: RecordedAgreement,
	handles: Handles,
	day: string,
	notes: readonly string[],
): Promise<void> {
	showDays(agreement, handles, { from: day, to: day }, notes);
	const index = versionOn(agreement.versions, day) ?? 0;
	const { wholeText } = await import('./whole-text.ts');
	if (field('to').value !== day) return;
	head.innerHTML = `<div class="margin"></div><p class="col small">${sideHtml(agreement, sideOf(agreement, day, index))}</p>`;
	const text = document.createElement('article');
	text.className = 'document';
	setWords(text);
	text.append(wholeText(agreement.ledger, index));
	body.replaceChildren(text);
	said.textContent = [...notes, `Whole text on ${dayInWords(day)}.`].join(' ');
}

function showDays(
	agreement: RecordedAgreement,
	handles: Handles,
	days: Days,
	notes: readonly string[],
): void {
	for (const name of ['from', 'to'] as const) {
		field(name).value = days[name];
		const link = form.querySelector<HTMLAnchorElement>(`[data-whole="${name}"]`);
		if (link === null) continue;
		link.href = `?at=${days[name]}`;
		link.textContent = dayInWords(days[name]);
	}
	const told = (day: string): string => {
		const version = agreement.versions[versionOn(agreement.versions, day) ?? -1];
		return version === undefined ? 'before the first record' : `version of ${dayInWords(version.fetched)}`;
	};
	handles.show(days, { from: told(days.from), to: told(days.to) });
	notesLine.textContent = notes.join(' ');
}

/** Language and direction of the archived words, as the build knows them. */
function wordsAttributes(): string {
	const { lang, dir = 'auto' } = root.dataset;
	return `${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`} dir="${escapeHtml(dir)}"`;
}

function setWords(element: HTMLElement): void {
	const { lang, dir = 'auto' } = root.dataset;
	if (lang !== undefined) element.lang = lang;
	element.dir = dir;
}

function writeAddress(parameters: Readonly<Record<string, string>>): void {
	history.replaceState(null, '', `?${new URLSearchParams(parameters)}`);
}

/** Compares two days, or shows one, as the address asks, and follows handles and fields from then on. */
async function start(agreement: RecordedAgreement): Promise<void> {
	const parameters = new URLSearchParams(location.search);
	const { versions } = agreement;
	const single = askedDay(parameters, versions);
	root.dataset.mode = single === null ? 'two' : 'one';
	part('[data-what]').textContent = single === null ? 'two dates' : 'the whole text';
	let waiting: ReturnType<typeof setTimeout> | undefined;

	const show = (days: Days): void => {
		clearTimeout(waiting);
		if (single === null) {
			const asked = askedDays(new URLSearchParams({ ...days }), versions);
			writeAddress({ from: asked.from, to: asked.to });
			showTwo(agreement, handles, asked, asked.notes);
		} else {
			writeAddress({ at: days.to });
			void showOne(agreement, handles, days.to, []).catch(failed);
		}
	};
	const move = (days: Days, done: boolean): void => {
		clearTimeout(waiting);
		if (done) show(days);
		else {
			showDays(agreement, handles, days, []);
			waiting = setTimeout(() => show(days), rest);
		}
	};
	const handles = dayHandles(axis, recordedDays(versions), move);
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('change', () => {
		const days = { from: field('from').value, to: field('to').value };
		clearTimeout(waiting);
		if (isDay(days.to) && isDay(single === null ? days.from : days.to))
			waiting = setTimeout(() => show(days), rest);
	});
	if (single !== null) return showOne(agreement, handles, single.day, single.notes);
	const asked = askedDays(parameters, versions);
	showTwo(agreement, handles, asked, asked.notes);
	if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** Never a blank page: what failed, and where the same is to be read without a script. */
function failed(error: unknown): void {
	const message = document.querySelector<HTMLTemplateElement>('[data-failed]')?.content.cloneNode(true);
	if (!(message instanceof DocumentFragment)) return;
	const why = message.querySelector('[data-why]');
	if (why !== null) why.textContent = error instanceof Error ? error.message : String(error);
	message.querySelector('[data-again]')?.addEventListener('click', load);
	head.replaceChildren(message);
	said.textContent = head.textContent;
}

function load(): void {
	head.innerHTML = '<p class="col small">Loading the history of this agreement …</p>';
	agreementArchive(root).then(start).catch(failed);
}

root.hidden = false;
load();
