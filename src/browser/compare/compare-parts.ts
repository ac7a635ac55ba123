/** The parts of the compare page, and how two days, or one, are put into them. */
import { versionOn } from '../../site/compare/compare-days.ts';
import { type Comparison, compareDays, sideOf } from '../../site/compare/comparison.ts';
import {
	comparisonBodyHtml,
	comparisonHeadHtml,
	proofHtml,
	sideHtml,
	surroundingsHtml,
} from '../../site/compare/comparison-html.ts';
import type { RecordedAgreement } from '../../site/compare/ledger-json.ts';
import type { RedlineFrame } from '../../site/redline/redline-html.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { part } from '../elements.ts';
import { type DayHandles, type Days, type HandleName, showHandles } from './day-handles.ts';
import { buildSides } from './side-by-side.ts';

export const root = part<HTMLElement>('[data-compare]');
export const form = part<HTMLFormElement>('.days-form');
export const axis = part<HTMLElement>('[data-axis]');
const head = part<HTMLElement>('[data-head]');
const body = part<HTMLElement>('[data-body]');
const foot = part<HTMLElement>('[data-foot]');
const toolbar = part<HTMLElement>('[data-toolbar]');
const notesLine = part<HTMLElement>('[data-notes]');
const said = part<HTMLElement>('[data-said]');

/** Counts comparisons drawn. */
let drawings = 0;

/** Days as the fields have them. */
export function fieldDays(): Days {
	return { from: field('from').value, to: field('to').value };
}

function field(name: HandleName): HTMLInputElement {
	return form.elements.namedItem(name) as HTMLInputElement;
}

/** What differs between two days; `notes` are said above it. */
export function showTwo(
	agreement: RecordedAgreement,
	handles: DayHandles,
	days: Days,
	notes: readonly string[],
): void {
	const comparison = compareDays(agreement, days);
	showDays(agreement, handles, days, notes);
	head.innerHTML = comparisonHeadHtml(agreement, comparison);
	body.innerHTML = comparisonBodyHtml(comparison, frameOf(days), wordsAttributes());
	toolbar.hidden = !comparison.differs;
	foot.innerHTML = proofHtml(agreement, comparison);
	if (document.querySelector<HTMLInputElement>('#view-sides')?.checked) buildSides();
	said.textContent = [...notes, `${comparison.sentence}.`].join(' ');
	const drawn = ++drawings;
	// After the redline has been painted, unless the reader has gone on to other days.
	if (comparison.differs)
		requestAnimationFrame(() => setTimeout(() => drawn === drawings && showSurroundings(comparison)));
}

function frameOf(days: Days): RedlineFrame {
	const { own } = root.dataset;
	return {
		own: own === 'en' ? { lang: own } : {},
		until: `On ${dayInWords(days.from)}`,
		from: `On ${dayInWords(days.to)}`,
		whole: `?at=${days.to}`,
	};
}

function showSurroundings({ surroundings }: Comparison): void {
	for (const [place, html] of Object.entries(surroundingsHtml(surroundings()))) {
		const open = root.querySelector(`[data-${place}]`);
		if (open !== null) open.innerHTML = html;
	}
}

/** The whole text of one day. Its code is loaded only here: it brings a reader of Markdown. */
export async function showOne(
	agreement: RecordedAgreement,
	handles: DayHandles,
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

/** The days alone, in the fields, the links and the handles: what they show is drawn when the reader rests. */
export function showDays(
	agreement: RecordedAgreement,
	handles: DayHandles,
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
	showHandles(handles, days, {
		from: versionWords(agreement, days.from),
		to: versionWords(agreement, days.to),
	});
	notesLine.textContent = notes.join(' ');
}

function versionWords({ versions }: RecordedAgreement, day: string): string {
	const version = versions[versionOn(versions, day) ?? -1];
	return version === undefined ? 'before the first record' : `version of ${dayInWords(version.fetched)}`;
}

/** Language and direction of the archived words, as the build knows them. */
function wordsAttributes(): string {
	const { lang, dir = 'ltr' } = root.dataset;
	return `${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`} dir="${escapeHtml(dir)}"`;
}

function setWords(element: HTMLElement): void {
	const { lang, dir = 'ltr' } = root.dataset;
	if (lang !== undefined) element.lang = lang;
	element.dir = dir;
}

export function showLoading(): void {
	head.innerHTML = '<p class="col small">Loading the history of this agreement …</p>';
}

/** Never a blank page: what failed, a way to try again, and where the same is to be read without a script. */
export function showFailure(error: unknown, again: () => void): void {
	const message = document.querySelector<HTMLTemplateElement>('[data-failed]')?.content.cloneNode(true);
	if (!(message instanceof DocumentFragment)) return;
	const why = message.querySelector('[data-why]');
	if (why !== null) why.textContent = error instanceof Error ? error.message : String(error);
	message.querySelector('[data-again]')?.addEventListener('click', again);
	head.replaceChildren(message);
	said.textContent = head.textContent;
}
