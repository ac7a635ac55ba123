/**
 * The compare page's behaviour, in the browser: two days from the address, the timeline's handles or the fields become two versions of the
 * ledger file and their redline; `?at=` a day becomes the whole text of that day. The address tells what is shown.
 */

import { askedDay, askedDays, isDay, recordedDays } from '../../site/compare/compare-days.ts';
import type { RecordedAgreement } from '../../site/compare/ledger-json.ts';
import { agreementArchive } from '../clause/agreement-archive.ts';
import { part } from '../elements.ts';
import {
	axis,
	fieldDays,
	form,
	root,
	showDays,
	showFailure,
	showLoading,
	showOne,
	showTwo,
} from './compare-parts.ts';
import { type DayHandles, type Days, startHandles } from './day-handles.ts';

/** Milliseconds that a reader rests before what they drag or type is compared: each step costs a redline. */
const rest = 150;

/** What the page shows of an agreement: two days compared, or the whole text of one. */
interface Shown {
	readonly agreement: RecordedAgreement;
	readonly mode: 'two' | 'one';
	readonly handles: DayHandles;
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Compares two days, or shows one, as the address asks, and follows handles and fields from then on. */
async function start(agreement: RecordedAgreement): Promise<void> {
	const parameters = new URLSearchParams(location.search);
	const { versions } = agreement;
	const single = askedDay(parameters, versions);
	const mode = single === null ? 'two' : 'one';
	root.dataset.mode = mode;
	part('[data-what]').textContent = single === null ? 'two dates' : 'the whole text';
	const handles = startHandles(axis, recordedDays(versions), (days, done) => move(shown, days, done));
	const shown: Shown = { agreement, mode, handles };
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('change', () => followFields(shown));
	if (single !== null) return showOne(agreement, handles, single.day, single.notes);
	const asked = askedDays(parameters, versions);
	showTwo(agreement, handles, asked, asked.notes);
	if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

function show({ agreement, mode, handles }: Shown, days: Days): void {
	clearTimeout(waiting);
	if (mode === 'two') {
		const asked = askedDays(new URLSearchParams({ ...days }), agreement.versions);
		writeAddress({ from: asked.from, to: asked.to });
		showTwo(agreement, handles, asked, asked.notes);
	} else {
		writeAddress({ at: days.to });
		void showOne(agreement, handles, days.to, []).catch(failed);
	}
}

function move(shown: Shown, days: Days, done: boolean): void {
	clearTimeout(waiting);
	if (done) show(shown, days);
	else {
		showDays(shown.agreement, shown.handles, days, []);
		waiting = setTimeout(() => show(shown, days), rest);
	}
}

function followFields(shown: Shown): void {
	const days = fieldDays();
	clearTimeout(waiting);
	if (isDay(days.to) && (shown.mode === 'one' || isDay(days.from)))
		waiting = setTimeout(() => show(shown, days), rest);
}

function writeAddress(parameters: Readonly<Record<string, string>>): void {
	history.replaceState(null, '', `?${new URLSearchParams(parameters)}`);
}

function failed(error: unknown): void {
	showFailure(error, load);
}

function load(): void {
	showLoading();
	agreementArchive(root).then(start).catch(failed);
}

root.hidden = false;
load();
