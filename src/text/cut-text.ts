/** Texts cut short, with an ellipsis that says so. */

/** Enough of a clause or heading to know it by, in characters. */
const firstWords = 64;

/** At most `length` characters and an ellipsis; a word that would be cut in two goes whole. */
export function cutEnd(text: string, length: number): string {
	return text.length <= length ? text : ended(text.slice(0, length).replace(/\s+\S*$/, ''));
}

/** The same where the room is worth filling: if that would leave less than half of it, as in scripts without blanks, a word is cut in two. */
export function cutFilling(text: string, room: number): string {
	if (text.length <= room) return text;
	const end = text.lastIndexOf(' ', room);
	return ended(text.slice(0, end > room / 2 ? end : room));
}

/** At most about `length` characters around a place, with an ellipsis at each end that was cut. */
export function cutAround(text: string, place: number, length: number): string {
	if (text.length <= length) return text;
	const wanted = Math.min(Math.max(0, place - Math.floor(length / 2)), text.length - length);
	// A text without blanks is cut where it must be.
	const blank = wanted === 0 ? -1 : text.indexOf(' ', wanted);
	const start = wanted > 0 && blank >= 0 && blank < place ? blank + 1 : wanted;
	const rest = text.slice(start).replace(/^[\udc00-\udfff]/, '');
	return `${start === 0 ? '' : '… '}${cutFilling(rest, length)}`;
}

export function shortened(text: string): string {
	return cutEnd(text, firstWords);
}

/** No half of a character is left at the end. */
function ended(kept: string): string {
	return `${kept.replace(/[\ud800-\udbff]$/, '')} …`;
}
