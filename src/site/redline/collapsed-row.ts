/** Collapsed clauses as one line: what they are, how many, and what left this place. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { headingWords, isHeading } from '../../analysis/clauses/sections.ts';
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';
import type { Place, RedlineBlock } from '../../model/redline.ts';
import { counted, grouped, listed } from '../../text/counts-in-words.ts';
import { shortened } from '../../text/cut-text.ts';
import type { CollapsedRedline } from './collapse-trivial.ts';
import type { CollapsedLine, CollapsedRow } from './redline-rows.ts';

/** @param budget characters of text that the row may hold; clauses beyond it are counted */
export function collapsedRow(
	ledger: Ledger,
	blocks: readonly RedlineBlock[],
	budget: number,
	trivial: CollapsedRedline['trivial'],
): CollapsedRow {
	const collapsed = blocks.filter((block) => block.kind === 'collapsed');
	const texts = collapsed.flatMap((block) => block.texts.map((text) => ledger.texts[text] as ClauseText));
	const events = collapsed.flatMap((block) => block.clauses.map((clause) => trivial.get(clause)));
	const lines = linesWithin(texts, budget);
	const gone = blocks.flatMap((block) => (block.kind === 'gone' ? [trivial.get(block.clause)] : []));
	const departures = blocks.flatMap((block) =>
		block.kind === 'departed' ? [departedWords(ledger, block)] : [],
	);
	const unchanged = unchangedLabel(texts.filter((_, at) => events[at] === undefined));
	return {
		kind: 'collapsed',
		label: [unchanged, trivialWords(ledger, [...events, ...gone]), ...summarised(departures)]
			.filter((words) => words !== '')
			.join('; '),
		lines,
		omitted: texts.slice(lines.length).filter((text) => !isHeading(text)).length,
	};
}

function linesWithin(texts: readonly ClauseText[], budget: number): CollapsedLine[] {
	const lines: CollapsedLine[] = [];
	let left = budget;
	for (const text of texts) {
		left -= text.visible.length;
		if (left < 0) break;
		lines.push({ heading: isHeading(text), text: text.visible });
	}
	return lines;
}

/** `1 clause with another date, 3 in other typography` */
function trivialWords(ledger: Ledger, events: readonly (ClauseEvent | undefined)[]): string {
	const phrases: readonly (readonly [string, string])[] = [
		['redated', 'with another date'],
		['restyled', 'in other typography'],
		['regrouped', 'cut or joined otherwise'],
		['regrouped in', 'whose words stood before'],
		['regrouped out', 'left out, whose words still stand'],
		['wordless', 'of signs alone'],
		['renamed', 'with a replaced name alone'],
		['repeated', 'changed as another copy was'],
		['repeated in', 'put in as another copy was'],
		['repeated out', 'left out as another copy was'],
		['respelled', 'in other spelling'],
		['relabelled', 'with other labels'],
		['relinked', 'with another link target'],
		['moved', 'moved here'],
		['renumbered', renumberedWords(ledger, events)],
	];
	const told = events.flatMap((event) => (event === undefined ? [] : [toldAs(ledger, event)]));
	return phrases
		.map(([name, words]) => [told.filter((each) => each === name).length, words] as const)
		.filter(([count]) => count > 0)
		.map(([count, words], at) => `${at === 0 ? counted(count, 'clause') : grouped(count)} ${words}`)
		.join(', ');
}

/** A clause that came in or went out without news was not cut otherwise: the words that it has stood, or stand, elsewhere. */
function toldAs({ texts }: Ledger, { kind, before, after }: ClauseEvent): string {
	if (before !== null && after !== null) return kind;
	if (texts[(after ?? before) as number]?.key === 0) return 'wordless';
	if (kind !== 'regrouped' && kind !== 'repeated') return kind;
	return `${kind} ${before === null ? 'in' : 'out'}`;
}

/** `renumbered`, and where it is one: `renumbered, 4.3 to 4.4` */
function renumberedWords(ledger: Ledger, events: readonly (ClauseEvent | undefined)[]): string {
	const [only, ...others] = events.filter((event) => event?.kind === 'renumbered');
	if (only === undefined || others.length > 0) return 'renumbered';
	const [before, after] = [only.before, only.after].map((text) =>
		bareNumber(ledger.texts[text as number]?.number ?? ''),
	);
	if (before === '') return `renumbered, now ${after}`;
	return `renumbered, ${before} ${after === '' ? 'now without number' : `to ${after}`}`;
}

/** `9.2 moved to 4.5`, `“Fees are due” moved to Payment`, `“Fees are due” moved within this section` */
function departedWords(ledger: Ledger, block: Extract<RedlineBlock, { kind: 'departed' }>): string {
	const text = ledger.texts[block.text] as ClauseText;
	const what = text.number === '' ? `“${shortened(text.visible)}”` : bareNumber(text.number);
	return `${what} moved ${whereTo(text.number, block.to)}`;
}

function whereTo(former: string, { number, section, sameSection }: Place): string {
	if (number !== '' && number !== former) return `to ${bareNumber(number)}`;
	if (sameSection) return 'within this section';
	return section === '' ? 'elsewhere' : `to ${section}`;
}

/** Many moved clauses leave one place as one note. */
function summarised(departures: readonly string[]): readonly string[] {
	return departures.length <= 3 ? departures : [`${counted(departures.length, 'clause')} moved elsewhere`];
}

/** `Sections 1 to 3: 14 clauses unchanged`, `7.1 unchanged`, `Liability: 8 clauses unchanged` */
function unchangedLabel(clauses: readonly ClauseText[]): string {
	if (clauses.length === 0) return '';
	const [only] = clauses;
	if (clauses.length === 1 && only && only.number !== '') return `${bareNumber(only.number)} unchanged`;
	const headings = clauses.filter(isHeading);
	const count = `${counted(clauses.length - headings.length, 'clause')} unchanged`;
	if (clauses.length === headings.length) return `${counted(headings.length, 'heading')} unchanged`;
	const sections = sectionRange(headings);
	return sections === '' || !isHeading(only as ClauseText) ? count : `${sections}: ${count}`;
}

/** Named by number where all have a whole one, else by the words of the first and the last. */
function sectionRange(headings: readonly ClauseText[]): string {
	const numbers = headings.map(({ number }) => bareNumber(number));
	const top = numbers.filter((number) => /^\d+$/.test(number));
	if (top.length > 0 && numbers.every((number) => number !== '')) {
		return top.length === 1 ? `Section ${top[0]}` : `Sections ${rangeOf(top)}`;
	}
	const [first, last] = [headings[0], headings.at(-1)];
	if (first === undefined || last === undefined) return '';
	return first === last
		? shortened(headingWords(first))
		: `${shortened(headingWords(first))} to ${shortened(headingWords(last))}`;
}

function rangeOf(numbers: readonly string[]): string {
	return numbers.length === 2 ? listed(numbers) : `${numbers[0]} to ${numbers.at(-1)}`;
}
