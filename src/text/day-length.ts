/** How long a day is. Everything counts in days of UTC, which are all of one length. */

/** Milliseconds. */
export const dayLength = 24 * 60 * 60 * 1000;
