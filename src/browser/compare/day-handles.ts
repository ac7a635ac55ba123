/** Two handles on a timeline that name days: dragged, or moved from version to version by keyboard. Runs in the browser. */

import { placeOf, type Span } from '../../site/overview/timeline.ts';
import { dayInWords, dayOf } from '../../text/days-in-words.ts';

export type HandleName = 'from' | 'to';

const names: readonly HandleName[] = ['from', 'to'];

export interface Days {
	readonly from: string;
	readonly to: string;
}

/** Called with the days as they are to be; `done` is false while a finger is still on the handle. */
export type Move = (days: Days, done: boolean) => void;

export interface DayHandles {
	/** As wide as the timeline. */
	readonly axis: HTMLElement;
	/** Its ends. */
	readonly span: Pick<Span, 'from' | 'to'>;
	/** Days with a version, oldest first. */
	readonly recorded: readonly string[];
	/** As shown. */
	days: Days;
}

/** @param axis its `data-from` and `data-to` are its ends @param recorded days with a version, oldest first */
export function startHandles(axis: HTMLElement, recorded: readonly string[], move: Move): DayHandles {
	const { from = '', to = '' } = axis.dataset;
	const days = { from: recorded[0] ?? '', to: recorded.at(-1) ?? '' };
	const handles: DayHandles = { axis, span: { from, to }, recorded, days };
	for (const name of names) {
		const handle = handleOf(axis, name);
		handle.ariaValueMin = '1';
		handle.ariaValueMax = String(recorded.length);
		followPointer(handles, name, move);
		followKeys(handles, name, move);
	}
	return handles;
}

/** @param told of each handle, what a screen reader says beside the day */
export function showHandles(
	handles: DayHandles,
	days: Days,
	told: Readonly<Record<HandleName, string>>,
): void {
	const { axis, span, recorded } = handles;
	handles.days = days;
	for (const name of names) {
		const handle = handleOf(axis, name);
		handle.style.insetInlineStart = `${placeOfDay(days[name], span)}%`;
		handle.ariaValueNow = String(Math.max(1, recorded.filter((day) => day <= days[name]).length));
		handle.ariaValueText = `${dayInWords(days[name])}, ${told[name]}`;
	}
	showBand(axis, placeOfDay(days.from, span), placeOfDay(days.to, span));
}

function followPointer(handles: DayHandles, name: HandleName, move: Move): void {
	const { axis, span } = handles;
	const handle = handleOf(axis, name);
	handle.addEventListener('pointerdown', (event) => {
		handle.setPointerCapture(event.pointerId);
		handle.focus();
		event.preventDefault();
	});
	handle.addEventListener('pointermove', (event) => {
		if (handle.hasPointerCapture(event.pointerId))
			move(moved(handles.days, name, dayAt(axis, span, event.clientX)), false);
	});
	for (const end of ['pointerup', 'pointercancel'] as const) {
		handle.addEventListener(end, () => move(handles.days, true));
	}
}

function followKeys(handles: DayHandles, name: HandleName, move: Move): void {
	handleOf(handles.axis, name).addEventListener('keydown', (event) => {
		const next = nextDay(event.key, handles.days[name], handles.recorded);
		if (next === undefined) return;
		event.preventDefault();
		move(moved(handles.days, name, next), true);
	});
}

/** A handle stops at the other one. */
function moved(days: Days, name: HandleName, day: string): Days {
	if (name === 'from') return { ...days, from: day < days.to ? day : days.to };
	return { ...days, to: day > days.from ? day : days.from };
}

function handleOf(axis: HTMLElement, name: HandleName): HTMLElement {
	return axis.querySelector(`[data-handle="${name}"]`) as HTMLElement;
}

function showBand(axis: HTMLElement, from: number, to: number): void {
	const band = axis.querySelector<HTMLElement>('[data-band]');
	if (band === null) return;
	band.style.insetInlineStart = `${from}%`;
	band.style.inlineSize = `${to - from}%`;
}

/** Arrows go from version to version, whatever day the handle stands on. */
function nextDay(key: string, day: string, recorded: readonly string[]): string | undefined {
	switch (key) {
		case 'ArrowRight':
		case 'ArrowUp':
			return recorded.find((other) => other > day) ?? recorded.at(-1);
		case 'ArrowLeft':
		case 'ArrowDown':
			return recorded.findLast((other) => other < day) ?? recorded[0];
		case 'Home':
			return recorded[0];
		case 'End':
			return recorded.at(-1);
		default:
			return undefined;
	}
}

/** Per cent of the axis; a day outside of it stands at its end. */
function placeOfDay(day: string, span: Pick<Span, 'from' | 'to'>): number {
	return Math.min(100, Math.max(0, placeOf(`${day}T23:59:59Z`, span)));
}

function dayAt(axis: HTMLElement, { from, to }: Pick<Span, 'from' | 'to'>, x: number): string {
	const box = axis.getBoundingClientRect();
	const share = Math.min(1, Math.max(0, (x - box.left) / box.width));
	const [start, end] = [Date.parse(from), Date.parse(to)];
	return dayOf(new Date(start + share * (end - start)).toISOString());
}
