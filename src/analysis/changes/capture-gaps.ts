/**
 * Times in which nothing was recorded anywhere although something should have been. No list of captures is kept, so a failure of the
 * capture shows only as a silence of all agreements together that chance would not make.
 */
import type { CaptureGap } from '../../model/archive.ts';
import { dayLength } from '../../text/day-length.ts';

/** Days with a record on either side of a silence that say how often something is recorded at its time. */
const neighbours = 20;
/** Of fewer nothing can be said. */
const fewest = 5;
/** A silence is told where chance would make one so long once in a million silences. */
const unlikely = Math.log(1e6);

/**
 * Days with a record are taken to come at random, so many a day: a silence of `ln(10⁶)` divided by that rate is chance once in a million.
 * Days and not records, because one run records many agreements. The slower side of a silence gives the rate: an archive that began to
 * be captured less often has no gap. A schedule is more regular than chance, so this errs towards silence.
 * @param moments when something was recorded, of all agreements, ISO 8601, in any order
 * @returns oldest first
 */
export function captureGaps(moments: readonly string[]): CaptureGap[] {
	const sorted = moments.toSorted();
	const days = firstsOfDays(sorted);
	const gaps: CaptureGap[] = [];
	for (let at = fewest; at <= days.length - fewest; at++) {
		const [before, after] = [days[at - 1] as RecordedDay, days[at] as RecordedDay];
		const length = after.day - before.day;
		// Nothing has a higher rate than one recorded day a day.
		if (length <= unlikely) continue;
		const rate = Math.min(
			rateOf(days.slice(Math.max(0, at - neighbours), at)),
			rateOf(days.slice(at, at + neighbours)),
		);
		if (length > unlikely / rate) gaps.push({ from: before.last, to: after.first });
	}
	return gaps;
}

interface RecordedDay {
	/** Days since 1970. */
	readonly day: number;
	readonly first: string;
	last: string;
}

function firstsOfDays(sorted: readonly string[]): RecordedDay[] {
	const days: RecordedDay[] = [];
	for (const moment of sorted) {
		const day = Math.floor(Date.parse(moment) / dayLength);
		const current = days.at(-1);
		if (current?.day === day) current.last = moment;
		else days.push({ day, first: moment, last: moment });
	}
	return days;
}

/** Recorded days a day. */
function rateOf(days: readonly RecordedDay[]): number {
	const [first, last] = [days[0] as RecordedDay, days.at(-1) as RecordedDay];
	return (days.length - 1) / (last.day - first.day);
}
