/** Texts cut at the end of a word. */

/** Enough of a clause or heading to know it by, in characters. */
const firstWords = 64;

/** At most `length` characters and an ellipsis. */
export function cutEnd(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}

export function shortened(text: string): string {
	return cutEnd(text, firstWords);
}
