/** Tells a list whose entries stand in another order from a sentence that says something else with the same words. */
import { meaningKeys } from '../../text/meaning-key.ts';

/** Of two entries nobody can say whether they are a list. */
const fewestEntries = 3;
const between =
	/\s*[,;、，]\s*(?:(?:and|or|und|oder|et|ou|y|o|e|en|of)\s)?|\s+(?:and|or|und|oder|et|ou|y|o|e|en|of|&)\s+/iu;
const blank = /\s+/;

/** True where both sentences hold the same entries between the same words: "Alba, Brevo and Corva", "Brevo, Corva and Alba". */
export function isListReordered(before: string, after: string): boolean {
	const [one, other] = [before.trim().split(blank), after.trim().split(blank)];
	if (one.length !== other.length) return false;
	let start = 0;
	while (start < one.length && plain(one[start]) === plain(other[start])) start++;
	let end = one.length;
	while (end > start && plain(one[end - 1]) === plain(other[end - 1])) end--;
	const [entries, others] = [one, other].map((words) => entriesOf(words.slice(start, end).join(' '))) as [
		string[],
		string[],
	];
	return entries.length >= fewestEntries && entries.join() === others.join();
}

function plain(word: string | undefined): string {
	return (word ?? '').replace(/[,;]$/, '').toLowerCase();
}

function entriesOf(list: string): string[] {
	return list
		.split(between)
		.map((entry) => String(meaningKeys(entry).key))
		.sort();
}
