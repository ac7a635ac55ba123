/**
 * The compare page's behaviour, in the browser: two days from the address, the timeline's handles or the fields become two versions of the
 * ledger file and their redline; `?at=` a day becomes the whole text of that day. The address tells what is shown.
 */

import { askedDay, askedDays, isDay, recordedDays } from '../../site/compare/compare-days.ts';
import type { RecordedVersion } from '../../site/compare/ledger-json.ts';
import { part } from '../elements.ts';
import { axis, fieldDays, form, root, showDays, showFailure, showLoading } from './compare-parts.ts';
import { type DayHandles, type Days, startHandles } from './day-handles.ts';
import type { Drawing } from './drawing.ts';
import { openTwoDays } from './two-days.ts';

/** Milliseconds that a reader rests before what they drag or type is drawn. */
const rest = 150;

/** What the page shows of an agreement. */
interface Shown extends Drawing {
	readonly handles: DayHandles;
}

interface Asked extends Days {
	readonly notes: readonly string[];
}

/** Two days compared, or the whole text of one: to go from one to the other is to load the page anew. */
const mode: 'two' | 'one' = new URLSearchParams(location.search).has('at') ? 'one' : 'two';

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Draws what the address asks for, and follows handles and fields from then on. */
async function start(): Promise<void> {
	const drawing = await open();
	const { versions } = drawing;
	const handles = startHandles(axis, recordedDays(versions), (days, done) => move(shown, days, done));
	const shown: Shown = { ...drawing, handles };
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('change', () => followFields(shown));
	await draw(shown, askedOf(new URLSearchParams(location.search), versions));
	if (mode === 'two' && location.hash !== '')
		document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

async function open(): Promise<Drawing> {
	if (mode === 'two') return openTwoDays();
	const { openWholeDay } = await import('./whole-day.ts');
	return openWholeDay();
}

function askedOf(parameters: URLSearchParams, versions: readonly RecordedVersion[]): Asked {
	const single = askedDay(parameters, versions);
	if (single === null) return askedDays(parameters, versions);
	return { from: single.day, to: single.day, notes: single.notes };
}

async function draw(shown: Shown, asked: Asked): Promise<void> {
	showDays(shown.versions, shown.handles, asked, asked.notes);
	try {
		await shown.draw(asked, asked.notes);
	} catch (error) {
		showFailure(error, () => void draw(shown, asked));
	}
}

function show(shown: Shown, days: Days): void {
	clearTimeout(waiting);
	const parameters = new URLSearchParams(mode === 'one' ? { at: days.to } : { ...days });
	const asked = askedOf(parameters, shown.versions);
	writeAddress(mode === 'one' ? { at: asked.to } : { from: asked.from, to: asked.to });
	void draw(shown, asked);
}

function move(shown: Shown, days: Days, done: boolean): void {
	clearTimeout(waiting);
	if (done) show(shown, days);
	else {
		showDays(shown.versions, shown.handles, days, []);
		waiting = setTimeout(() => show(shown, days), rest);
	}
}

function followFields(shown: Shown): void {
	const days = fieldDays();
	clearTimeout(waiting);
	if (isDay(days.to) && (mode === 'one' || isDay(days.from)))
		waiting = setTimeout(() => show(shown, days), rest);
}

function writeAddress(parameters: Readonly<Record<string, string>>): void {
	history.replaceState(null, '', `?${new URLSearchParams(parameters)}`);
}

function load(): void {
	showLoading();
	start().catch((error: unknown) => showFailure(error, load));
}

root.dataset.mode = mode;
part('[data-what]').textContent = mode === 'two' ? 'two dates' : 'the whole text';
root.hidden = false;
load();
