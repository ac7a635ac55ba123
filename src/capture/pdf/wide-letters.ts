/** Words whose letters are set far apart, as in titles, are written without the blanks between them. */
import type { TextItem } from './pdf-items.ts';
import type { PdfLine } from './pdf-lines.ts';

const spacedItem = /^(\p{L}(?: \p{L})+)( ?[.,:;!?]?)$/u;
/** So many letters apart are a word that is set so, and then are those beside it. */
const longestSpaced = 5;

/** Where the document parts words from each other by pieces of blanks, each other piece is a word. */
export function withoutSpacing(items: readonly TextItem[]): TextItem[] {
	const read: TextItem[] = [];
	let run: TextItem[] = [];
	const close = () => {
		const isSet = run.some(({ str }) => str.length >= 2 * longestSpaced - 1 && spacedItem.test(str));
		for (const item of run) read.push(isSet ? { ...item, str: item.str.replace(spacedItem, joined) } : item);
		run = [];
	};
	for (const item of items) {
		const goesOn = spacedItem.test(item.str) || item.str.trim().length <= 1;
		if (!goesOn) close();
		(goesOn ? run : read).push(item);
	}
	close();
	return read;
}

function joined(_: string, letters: string, sign: string): string {
	return letters.replaceAll(' ', '') + sign.trim();
}

/** Five single letters and more; fewer may be what they look like, such as classes or options. */
const wide = /(?<![\p{L}\p{N}])(?:\p{L} ){4,199}\p{L}(?![\p{L}\p{N}])/gu;
/** As a word that the document has nowhere else. */
const longestUnknown = 14;
const longestWord = 30;

export function withoutWideLetters(lines: readonly PdfLine[]): PdfLine[] {
	let words: ReadonlySet<string> | null = null;
	return lines.map((line) => {
		if (line.text.search(wide) < 0) return line;
		words ??= wordsOf(lines);
		const known = words;
		return { ...line, text: line.text.replace(wide, (letters) => joinedLetters(letters, known)) };
	});
}

function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
	return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{2,30}/gu) ?? []));
}

/** Where words end is lost with the wide blanks: the words of the rest of the document tell it, as few of them as make up the letters. */
function joinedLetters(spaced: string, words: ReadonlySet<string>): string {
	const letters = spaced.replaceAll(' ', '');
	if (/^(?:\p{Lu}+|\p{Ll}+|\p{Lu}\p{Ll}+|\p{Lo}+)$/u.test(letters) === false) return spaced;
	// Of the first so many letters: how many words they are, and where the last one begins.
	const best: ({ readonly words: number; readonly from: number } | undefined)[] = [{ words: 0, from: 0 }];
	for (let end = 1; end <= letters.length; end++)
		for (let from = Math.max(0, end - longestWord); from < end; from++) {
			const before = best[from];
			if (before === undefined || !words.has(letters.slice(from, end).toLowerCase())) continue;
			if (before.words + 1 < (best[end]?.words ?? Number.POSITIVE_INFINITY))
				best[end] = { words: before.words + 1, from };
		}
	if (best[letters.length] === undefined) return letters.length > longestUnknown ? spaced : letters;
	const parts: string[] = [];
	for (let end = letters.length; end > 0; end = best[end]?.from ?? 0)
		parts.unshift(letters.slice(best[end]?.from ?? 0, end));
	return parts.join(' ');
}
