/** The text of one version by section, for the page of a first record. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { headingWords, isHeading } from '../../analysis/clauses/sections.ts';
import type { ClauseText, Ledger } from '../../model/ledger.ts';
import { counted } from '../../text/counts-in-words.ts';
import { shortened } from '../../text/cut-text.ts';
import type { CollapsedRow } from './redline-rows.ts';

export interface FirstText {
	readonly clauses: number;
	readonly sections: readonly CollapsedRow[];
}

/** Characters of text on one page. */
const budget = 30_000;
/** Sections with fewer clauses than this are not worth a line of their own: the next heading joins them. */
const fewestClauses = 4;

export function firstText(ledger: Ledger, index: number): FirstText {
	const texts = Array.from(ledger.states[index]?.texts ?? [], (id) => ledger.texts[id] as ClauseText);
	let left = budget;
	const sections = bySection(texts).map((section) => {
		const shown = section.filter((text) => {
			left -= text.visible.length;
			return left > 0;
		});
		return {
			kind: 'collapsed' as const,
			label: `${titleOf(section)}: ${counted(section.length, 'clause')}`,
			lines: shown.map((text) => ({ heading: isHeading(text), text: text.visible })),
			omitted: section.length - shown.length,
		};
	});
	return { clauses: texts.length, sections };
}

function bySection(texts: readonly ClauseText[]): ClauseText[][] {
	const sections: ClauseText[][] = [];
	for (const text of texts) {
		const last = sections.at(-1);
		if (last === undefined || (isHeading(text) && last.length >= fewestClauses)) sections.push([text]);
		else last.push(text);
	}
	return sections;
}

/** `2 Your account`: no mark of its own stands before the colon that follows. */
function titleOf([first]: readonly ClauseText[]): string {
	if (first === undefined) return '';
	const words = `${bareNumber(first.number)} ${headingWords(first)}`.trim();
	return shortened(words === '' ? first.visible : words);
}
