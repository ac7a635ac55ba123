/** Days that nobody can have seen yet, wherever they live. */

/** Where the day begins first on Earth, it is fourteen hours ahead. */
const farthestEast = 14 * 3_600_000;

/** @param day `YYYY-MM-DD` */
export function isToCome(day: string, now = Date.now()): boolean {
	return day > new Date(now + farthestEast).toISOString().slice(0, 10);
}
