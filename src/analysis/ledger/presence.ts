/** Which absences count: a failed capture or an excursion of some days ends no clause's time. */
import { dayLength } from '../../text/day-length.ts';

const longestGapDays = 30;

/** @param gone moment at which something was first missing @param back moment at which it was there again, both ISO 8601 */
export function isShortGap(gone: string | undefined, back: string | undefined): boolean {
	return Date.parse(back ?? '') - Date.parse(gone ?? '') <= longestGapDays * dayLength;
}
