/** Texts counted and cut by what a reader takes for one sign, as networks of short messages count them. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Signs that are looked at for each that is kept: a sign of many marks is no way to have a whole book counted. */
const unitsPerSign = 16;

/** Counts no further than to `most` + 1. */
export function graphemes(text: string, most: number): number {
	let count = 0;
	for (const _ of segmenter.segment(text)) {
		count++;
		if (count > most) break;
	}
	return count;
}

/** At most `most` signs, of which the last is an ellipsis where something was cut, at a blank if there is one in the last third. */
export function cutGraphemes(text: string, most: number): string {
	if (most < 1) return '';
	const start = text.slice(0, most * unitsPerSign);
	if (start === text && graphemes(text, most) <= most) return text;
	let kept = '';
	let count = 0;
	for (const { segment } of segmenter.segment(start)) {
		if (count === most - 1) break;
		kept += segment;
		count++;
	}
	const blank = kept.lastIndexOf(' ');
	return `${(blank > (kept.length * 2) / 3 ? kept.slice(0, blank) : kept).trimEnd()}…`;
}
