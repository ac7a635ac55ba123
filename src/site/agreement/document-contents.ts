/** The contents of today's text: its sections, with how much changed lately in each. */

export interface ContentsLine {
	readonly anchor: string;
	readonly number: string;
	readonly words: string;
	/** 0 for the outer level, 1 for the inner. */
	readonly inset: number;
	/** Clauses below it that came in or were reworded in the last 90 days. */
	readonly changed: number;
}

/** A heading of the document, with the clauses below it, up to the next one of whatever level, that changed in the last 90 days. */
export interface CountedHeading {
	readonly anchor: string;
	readonly number: string;
	readonly words: string;
	/** 2 to 6 */
	readonly level: number;
	readonly changed: number;
}

/** A list of more lines is cut to its outer level. */
const mostLines = 24;

/** The sections, and the headings one level below where the list stays short. @param outer level of the sections */
export function contentsOf(headings: readonly CountedHeading[], outer: number): ContentsLine[] {
	const upTo = (level: number): number =>
		headings.filter((heading) => heading.level >= outer && heading.level <= level).length;
	const inner = upTo(outer + 1) <= mostLines ? outer + 1 : outer;
	const lines: ContentsLine[] = [];
	for (const { anchor, number, words, level, changed } of headings) {
		if (level < outer) continue;
		const last = lines.at(-1);
		if (level <= inner) lines.push({ anchor, number, words, inset: level > outer ? 1 : 0, changed });
		else if (last) lines[lines.length - 1] = { ...last, changed: last.changed + changed };
	}
	return lines.filter(({ words, number }) => words !== '' || number !== '');
}
