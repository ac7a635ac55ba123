import type { CaptureGap } from '../../model/archive.ts';
import { dayInWords } from '../../text/days-in-words.ts';

/** What is known of a gap, and no more: why nothing was recorded nobody wrote down. */
export function gapInWords({ from, to }: CaptureGap): string {
	return `Nothing was recorded anywhere between ${dayInWords(from)} and ${dayInWords(to)}`;
}
