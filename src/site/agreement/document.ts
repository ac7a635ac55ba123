/** Today's text of an agreement as a document: headings, paragraphs, lists and tables, in runs of clauses of one age. */

import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { headingWords } from '../../analysis/clauses/sections.ts';
import type { Blame } from '../../analysis/history/blame.ts';
import type { Agreement } from '../../model/archive.ts';
import type { ClauseText } from '../../model/ledger.ts';
import { type AgeLabel, ageLabel } from './ages.ts';
import { type Block, blocksOf, type Clause, clauseOf, type PlacedText } from './document-blocks.ts';
import { type ContentsLine, type CountedHeading, contentsOf } from './document-contents.ts';
import { headingLevels, sectionLevel, standsInList } from './document-shape.ts';
import { type ExplainedMark, type ExplainedMarks, underlineBlocks } from './explained-marks.ts';

export interface Heading {
	readonly kind: 'heading';
	/** 2 to 6, never more than one below the heading before it. */
	readonly level: number;
	/** True for the sections of the document and for what stands above them, such as its title. */
	readonly main: boolean;
	readonly clause: Clause;
	/** The same without markup, for the contents. */
	readonly title: { readonly number: string; readonly words: string };
	/** Only where the heading itself is new or was reworded lately. */
	readonly label: AgeLabel | null;
}

export interface ClauseRun {
	readonly kind: 'run';
	readonly label: AgeLabel;
	/** True where it begins inside a list that the run before it began. */
	readonly goesOn: boolean;
	/** What is explained of its clauses. */
	readonly explained: readonly ExplainedMark[];
	readonly blocks: readonly Block[];
}

export interface DocumentView {
	readonly parts: readonly (Heading | ClauseRun)[];
	readonly contents: readonly ContentsLine[];
	readonly clauses: number;
	readonly changed: number;
	/** Clauses that stand in their first words since the first record. */
	readonly original: number;
}

/** A clause of today's text with what is told of it. */
interface Placed extends PlacedText {
	readonly blame: Blame;
	readonly marks: readonly ExplainedMark[];
}

/** A clause, or the rows of one table, which share a label. */
interface Unit {
	readonly clauses: readonly [Placed, ...Placed[]];
	readonly label: AgeLabel;
}

const noMarks: ExplainedMarks = new Map();

/** @param blames one per clause of today's text, in its order @param today moment of the archive's newest version */
export function viewDocument(
	{ ledger }: Agreement,
	blames: readonly Blame[],
	today: string,
	marks: ExplainedMarks = noMarks,
): DocumentView {
	const placed = blames.map((blame) => ({
		blame,
		text: ledger.texts[blame.text] as ClauseText,
		anchor: ledger.clauses[blame.clause]?.anchor ?? '',
		marks: marks.get(blame.clause) ?? [],
	}));
	const units = unitsOf(placed, today);
	const levels = levelsOf(units);
	const sections = sectionLevel([...levels.values()]);
	const parts = partsOf(units, levels, sections);
	return { parts, contents: contentsOf(countedHeadings(parts, units), sections), ...tally(units) };
}

function unitsOf(placed: readonly Placed[], today: string): Unit[] {
	const units: { clauses: [Placed, ...Placed[]]; label: AgeLabel }[] = [];
	for (const each of placed) {
		const label = ageLabel(each.blame, today);
		const last = units.at(-1);
		if (each.text.kind !== 'row' || last?.clauses[0].text.kind !== 'row') {
			units.push({ clauses: [each], label });
			continue;
		}
		last.clauses.push(each);
		if (newest(each.blame) > newest(last.clauses[0].blame) && label.age <= last.label.age) last.label = label;
	}
	return units;
}

function newest({ since, reworded }: Blame): number {
	return (reworded ?? since).index;
}

function isInList({ clauses: [{ text }] }: Unit): boolean {
	return standsInList(text);
}

function isHeading({ clauses: [{ text }] }: Unit): boolean {
	return text.kind === 'heading';
}

function levelsOf(units: readonly Unit[]): Map<Unit, number> {
	const headings = units.filter(isHeading);
	const levels = headingLevels(headings.map(({ clauses: [{ text }] }) => text.depth));
	return new Map(headings.map((heading, at) => [heading, levels[at] as number]));
}

function partsOf(
	units: readonly Unit[],
	levels: ReadonlyMap<Unit, number>,
	sections: number,
): (Heading | ClauseRun)[] {
	const parts: (Heading | ClauseRun)[] = [];
	for (let at = 0; at < units.length; ) {
		const unit = units[at] as Unit;
		const level = levels.get(unit);
		const run = level === undefined ? takeRun(units, at) : [unit];
		if (level === undefined) parts.push(runOf(run, unit, units[at - 1]));
		else parts.push(headingOf(unit, level, sections));
		at += run.length;
	}
	return parts;
}

function headingOf({ clauses: [placed], label }: Unit, level: number, sections: number): Heading {
	const { text } = placed;
	return {
		kind: 'heading',
		level,
		main: level <= sections,
		clause: clauseOf(placed),
		title: { number: bareNumber(text.number), words: headingWords(text) },
		label: label.age === 1 ? label : null,
	};
}

function takeRun(units: readonly Unit[], from: number): Unit[] {
	let end = from + 1;
	while (end < units.length) {
		const unit = units[end] as Unit;
		if (isHeading(unit) || runKey(unit) !== runKey(units[from] as Unit)) break;
		end++;
	}
	return units.slice(from, end);
}

/** Clauses stand in one run where their margins say the same. */
function runKey({ label, clauses }: Unit): string {
	return [label.key, ...clauses.flatMap(({ marks }) => marks.map(({ href }) => href))].join(' ');
}

function runOf(run: readonly Unit[], first: Unit, before: Unit | undefined): ClauseRun {
	const clauses = run.flatMap((unit) => unit.clauses);
	const explained = [...new Set(clauses.flatMap(({ marks }) => marks))];
	const blocks = blocksOf(clauses);
	return {
		kind: 'run',
		label: first.label,
		goesOn: before !== undefined && isInList(first) && isInList(before),
		explained,
		blocks: explained.length === 0 ? blocks : underlineBlocks(blocks, quotesOf(clauses)),
	};
}

/** Anchor → the words of the clause that are explained. */
function quotesOf(clauses: readonly Placed[]): Map<string, readonly string[]> {
	return new Map(clauses.map(({ anchor, marks }) => [anchor, marks.map(({ quote }) => quote)]));
}

function countedHeadings(parts: readonly (Heading | ClauseRun)[], units: readonly Unit[]): CountedHeading[] {
	const headings = parts.filter((part) => part.kind === 'heading');
	const changed = changedBelow(units);
	return headings.map(({ clause: { anchor }, title, level }, at) => ({
		anchor,
		...title,
		level,
		changed: changed[at] ?? 0,
	}));
}

/** For each heading the clauses up to the next one that are of the last 90 days. */
function changedBelow(units: readonly Unit[]): number[] {
	const changed: number[] = [];
	for (const unit of units) {
		if (isHeading(unit)) changed.push(0);
		if (unit.label.age === 1 && changed.length > 0) changed[changed.length - 1] = (changed.at(-1) ?? 0) + 1;
	}
	return changed;
}

function tally(units: readonly Unit[]): Pick<DocumentView, 'clauses' | 'changed' | 'original'> {
	const blames = units.flatMap(({ clauses }) => clauses.map(({ blame }) => blame));
	return {
		clauses: blames.length,
		changed: units.filter(({ label }) => label.age === 1).length,
		original: blames.filter(({ since, reworded }) => since.class === 'first' && reworded === null).length,
	};
}
