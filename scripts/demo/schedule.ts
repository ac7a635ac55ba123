/** When the demonstration checks its web: on the day of every revision, and now and then in between. */
import type { DemoPlatform } from './demo-platforms.ts';

/** Nobody looked from the first to the last of these days: the archive has a gap of two months, as real ones have. */
export const captureGap = { first: '2023-06-21', last: '2023-08-28' };

/** The day on which the demonstration is read; the last check is on its eve. */
export const demoToday = '2026-11-23';

/** The robot's hour, UTC. */
const hour = 'T04:12:00Z';

const day = 24 * 60 * 60 * 1000;

/** Moments of all checks, oldest first. */
export function captureMoments(platforms: readonly DemoPlatform[]): readonly Date[] {
	const revisions = platforms.flatMap((platform) => platform.agreements).flatMap((each) => each.revisions);
	const first = revisions.map((each) => each.on).sort()[0];
	const days = new Set([
		...revisions.map((each) => each.on),
		...revisions.filter((each) => each.fault).map((each) => addDays(each.on, 1)),
		...quietDays(first),
		addDays(demoToday, -1),
	]);
	return [...days]
		.filter((each) => each < captureGap.first || each > captureGap.last)
		.sort()
		.map((each) => new Date(each + hour));
}

/** Two checks a quarter that most often find nothing new. */
function quietDays(first: string): readonly string[] {
	const days: string[] = [];
	for (let each = addDays(first, 45); each < addDays(demoToday, -1); each = addDays(each, 45))
		days.push(each);
	return days;
}

function addDays(date: string, count: number): string {
	return new Date(Date.parse(date) + count * day).toISOString().slice(0, 10);
}
