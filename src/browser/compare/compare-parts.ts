/** The parts of the compare page, and what is put into them whether two days are compared or one is read. */
import { versionOn } from '../../site/compare/compare-days.ts';
import type { RecordedVersion } from '../../site/compare/ledger-json.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { part } from '../elements.ts';
import { type DayHandles, type Days, type HandleName, showHandles } from './day-handles.ts';

export const root = part<HTMLElement>('[data-compare]');
export const form = part<HTMLFormElement>('.days-form');
export const axis = part<HTMLElement>('[data-axis]');
export const head = part<HTMLElement>('[data-head]');
export const body = part<HTMLElement>('[data-body]');
export const foot = part<HTMLElement>('[data-foot]');
export const toolbar = part<HTMLElement>('[data-toolbar]');
const notesLine = part<HTMLElement>('[data-notes]');
const said = part<HTMLElement>('[data-said]');

/** Days as the fields have them. */
export function fieldDays(): Days {
	return { from: field('from').value, to: field('to').value };
}

function field(name: HandleName): HTMLInputElement {
	return form.elements.namedItem(name) as HTMLInputElement;
}

/** The days alone, in the fields, the links and the handles: what they show is drawn when the reader rests. */
export function showDays(
	versions: readonly RecordedVersion[],
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
		from: versionWords(versions, days.from),
		to: versionWords(versions, days.to),
	});
	notesLine.textContent = notes.join(' ');
}

function versionWords(versions: readonly RecordedVersion[], day: string): string {
	const version = versions[versionOn(versions, day) ?? -1];
	return version === undefined ? 'before the first record' : `version of ${dayInWords(version.fetched)}`;
}

/** To a reader who listens. */
export function say(notes: readonly string[], outcome: string): void {
	said.textContent = [...notes, outcome].join(' ');
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
	root.ariaBusy = null;
	head.replaceChildren(message);
	said.textContent = head.textContent;
}
