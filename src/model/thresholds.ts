/** Where a change of a text is taken for something else than a change: known to those who record texts and those who class changes. */

/** A text that comes back within this time was never given up. 97 % of the returns in a large archive take less. */
export const flapDays = 30;
/** Below this share of its letters a text is lost, and recovered above the other: a failed capture loses nearly all. */
export const lostShare = 0.3;
export const recoveredShare = 0.7;
/** A language can have switched only where this share of the letters is new. */
export const replacedShare = 0.6;
