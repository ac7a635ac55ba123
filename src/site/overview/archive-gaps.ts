/** The capture gaps of a whole archive, found once. */
import { type CaptureGap, captureGaps } from '../../analysis/changes/capture-gaps.ts';
import type { Archive } from '../../model/archive.ts';
import { dayInWords } from '../../text/days-in-words.ts';

const known = new WeakMap<Archive, readonly CaptureGap[]>();

export function gapsOf(archive: Archive): readonly CaptureGap[] {
	let gaps = known.get(archive);
	if (gaps === undefined) {
		gaps = captureGaps(archive.entries.map(({ change }) => change.version.fetched));
		known.set(archive, gaps);
	}
	return gaps;
}

/** What is known of a gap, and no more: why nothing was recorded nobody wrote down. */
export function gapInWords({ from, to }: CaptureGap): string {
	return `Nothing was recorded anywhere between ${dayInWords(from)} and ${dayInWords(to)}`;
}
