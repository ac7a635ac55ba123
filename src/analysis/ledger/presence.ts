/**
 * In which versions something is there (a clause, a wording, a topic, a quote), and which absences count: a failed capture or an
 * excursion of some days ends nothing's time.
 */
import type { Span, State } from '../../model/ledger.ts';
import { flapDays } from '../../model/thresholds.ts';
import { dayLength } from '../../text/day-length.ts';

/** When each version was fetched, ISO 8601, in commit order. */
export type Moments = readonly { readonly fetched: string }[];

/** Spans that are still being collected, version by version. */
export type GrowingSpans = { first: number; last: number }[];

/** Notes that something is there in a version, which is none before the last one noted. */
export function extend(spans: GrowingSpans, version: number): void {
	const last = spans.at(-1);
	if (last !== undefined && last.last >= version - 1) last.last = version;
	else spans.push({ first: version, last: version });
}

/**
 * The spans of all clauses. In columns, which takes half the time of asking {@link extend} for each of some million places.
 * @param states one a version
 * @param clauses how many there are
 * @returns one list a clause, oldest first
 */
export function spansOf(states: readonly State[], clauses: number): Span[][] {
	const spans: Span[][] = Array.from({ length: clauses }, () => []);
	const first = new Int32Array(clauses);
	const last = new Int32Array(clauses).fill(-2);
	const close = (clause: number): void => {
		const span = { first: first[clause] as number, last: last[clause] as number };
		if (span.last >= 0) (spans[clause] as Span[]).push(span);
	};
	for (let version = 0; version < states.length; version++) {
		const present = (states[version] as State).clauses;
		for (let at = 0; at < present.length; at++) {
			const clause = present[at] as number;
			if (last[clause] !== version - 1) {
				close(clause);
				first[clause] = version;
			}
			last[clause] = version;
		}
	}
	for (let clause = 0; clause < clauses; clause++) close(clause);
	return spans;
}

/**
 * True where the time between two versions is no longer than a failed capture or an excursion lasts, and where the second was put in
 * late with an earlier date; false where there is no such version.
 */
export function isBrief(moments: Moments, from: number, to: number): boolean {
	const [start, end] = [moments[from], moments[to]];
	if (start === undefined || end === undefined) return false;
	return Date.parse(end.fetched) - Date.parse(start.fetched) <= flapDays * dayLength;
}

/**
 * Joins the spans between which lies a brief absence alone.
 * @param spans oldest first
 * @param doubtful where the versions from this one on may all be failed captures: an absence that begins there and has not ended yet is none
 */
export function bridge(spans: readonly Span[], moments: Moments, doubtful = moments.length): Span[] {
	const bridged: GrowingSpans = [];
	for (const { first, last } of spans) {
		const before = bridged.at(-1);
		if (before !== undefined && isBrief(moments, before.last + 1, first)) before.last = last;
		else bridged.push({ first, last });
	}
	const newest = bridged.at(-1);
	if (newest !== undefined && newest.last + 1 >= doubtful) newest.last = moments.length - 1;
	return bridged;
}

/** Leaves out what one version brought in and another soon took out; how long it was there before the first version, nobody knows. */
export function lasting(spans: readonly Span[], moments: Moments): Span[] {
	return spans.filter(
		({ first, last }) => first === 0 || last === moments.length - 1 || !isBrief(moments, first, last + 1),
	);
}

/**
 * Gives a version in a brief absence the value of the version before it.
 * @param values one a version
 * @param isThere tells the values that are presence
 * @param doubtful as for {@link bridge}
 */
export function bridgeValues<Value>(
	values: readonly Value[],
	isThere: (value: Value) => boolean,
	moments: Moments,
	doubtful = moments.length,
): Value[] {
	const spans: GrowingSpans = [];
	for (const [version, value] of values.entries()) if (isThere(value)) extend(spans, version);
	const bridged = [...values];
	for (const { first, last } of bridge(spans, moments, doubtful))
		for (let version = first + 1; version <= last; version++)
			if (!isThere(bridged[version] as Value)) bridged[version] = bridged[version - 1] as Value;
	return bridged;
}
