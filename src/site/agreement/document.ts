/** Today's text of an agreement as a document: headings, paragraphs, lists and tables, in runs of clauses of one age. */

import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { headingWords } from '../../analysis/clauses/sections.ts';
import type { Blame } from '../../analysis/history/blame.ts';
import type { Agreement } from '../../model/archive.ts';
import type { ClauseText } from '../../model/ledger.ts';
import { escapeHtml } from '../../text/escape.ts';
import { clauseHtml, rowCells } from '../safe-html/clause-html.ts';
import { type AgeLabel, ageLabel } from './ages.ts';
import type { Block, Clause, Item } from './document-blocks.ts';
import { headingLevels, nest, sectionLevel } from './document-shape.ts';
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

export interface ContentsLine {
	readonly anchor: string;
	readonly number: string;
	readonly words: string;
	/** 0 for the outer level, 1 for the inner. */
	readonly inset: number;
	/** Clauses below it that came in or were reworded in the last 90 days. */
	readonly changed: number;
}

export interface DocumentView {
	readonly parts: readonly (Heading | ClauseRun)[];
	readonly contents: readonly ContentsLine[];
	readonly clauses: number;
	readonly changed: number;
	/** Clauses that stand in their first words since the first record. */
	readonly original: number;
}

/** A clause, or the rows of one table, which share a label. */
interface Unit {
	readonly texts: readonly ClauseText[];
	readonly blames: readonly Blame[];
	readonly label: AgeLabel;
	readonly marks: readonly ExplainedMark[];
}

const noMarks: ExplainedMarks = new Map();

/** @param blames one per clause of today's text, in its order @param today moment of the archive's newest version */
export function viewDocument(
	agreement: Agreement,
	blames: readonly Blame[],
	today: string,
	marks: ExplainedMarks = noMarks,
): DocumentView {
	const { ledger } = agreement;
	const anchorOf = ({ clause }: Blame): string => ledger.clauses[clause]?.anchor ?? '';
	const units = unitsOf(blames, (blame) => ledger.texts[blame.text] as ClauseText, today, marks);
	const levels = levelsOf(units);
	const sections = sectionLevel([...levels.values()]);
	const parts: (Heading | ClauseRun)[] = [];
	for (let at = 0; at < units.length; ) {
		const unit = units[at] as Unit;
		if (isHeadingUnit(unit)) {
			const level = levels.get(unit) ?? 2;
			parts.push({ ...headingOf(unit, anchorOf), level, main: level <= sections });
			at++;
			continue;
		}
		const run = takeRun(units, at);
		const goesOn = isItem(unit) && isItem(units[at - 1]);
		const explained = [...new Set(run.flatMap((one) => one.marks))];
		const blocks = blocksOf(run, anchorOf);
		const marked = explained.length === 0 ? blocks : underlineBlocks(blocks, quotesOf(run, marks, anchorOf));
		parts.push({ kind: 'run', label: unit.label, goesOn, explained, blocks: marked });
		at += run.length;
	}
	return { parts, contents: contentsOf(parts, units, sections), ...tally(units) };
}

/** Anchor → the words of the clause that are explained. */
function quotesOf(
	run: readonly Unit[],
	marks: ExplainedMarks,
	anchorOf: (blame: Blame) => string,
): Map<string, readonly string[]> {
	const blames = run.flatMap((unit) => unit.blames);
	return new Map(
		blames.map((blame) => [anchorOf(blame), (marks.get(blame.clause) ?? []).map(({ quote }) => quote)]),
	);
}

function unitsOf(
	blames: readonly Blame[],
	textOf: (blame: Blame) => ClauseText,
	today: string,
	marks: ExplainedMarks,
): Unit[] {
	const units: { texts: ClauseText[]; blames: Blame[]; label: AgeLabel; marks: ExplainedMark[] }[] = [];
	for (const blame of blames) {
		const text = textOf(blame);
		const last = units.at(-1);
		const label = ageLabel(blame, today);
		const own = marks.get(blame.clause) ?? [];
		if (text.kind !== 'row' || last?.texts[0]?.kind !== 'row') {
			units.push({ texts: [text], blames: [blame], label, marks: [...own] });
			continue;
		}
		last.texts.push(text);
		last.blames.push(blame);
		last.marks.push(...own);
		if (newest(blame) > newest(last.blames[0] as Blame) && label.age <= last.label.age) last.label = label;
	}
	return units;
}

function newest({ since, reworded }: Blame): number {
	return (reworded ?? since).index;
}

function isItem(unit: Unit | undefined): boolean {
	return unit?.texts[0]?.kind === 'item';
}

function isHeadingUnit({ texts: [text] }: Unit): boolean {
	return text?.kind === 'heading';
}

function levelsOf(units: readonly Unit[]): Map<Unit, number> {
	const headings = units.filter(isHeadingUnit);
	const levels = headingLevels(headings.map(({ texts: [text] }) => text?.depth ?? 1));
	return new Map(headings.map((heading, at) => [heading, levels[at] as number]));
}

function headingOf(unit: Unit, anchorOf: (blame: Blame) => string): Omit<Heading, 'level' | 'main'> {
	const text = unit.texts[0] as ClauseText;
	const clause = clauseOf(text, anchorOf(unit.blames[0] as Blame));
	const title = { number: bareNumber(text.number), words: headingWords(text) };
	return { kind: 'heading', clause, title, label: unit.label.age === 1 ? unit.label : null };
}

function takeRun(units: readonly Unit[], from: number): Unit[] {
	let end = from + 1;
	while (end < units.length) {
		const unit = units[end] as Unit;
		if (isHeadingUnit(unit) || runKey(unit) !== runKey(units[from] as Unit)) break;
		end++;
	}
	return units.slice(from, end);
}

/** Clauses stand in one run where their margins say the same. */
function runKey({ label, marks }: Unit): string {
	return [label.key, ...marks.map(({ href }) => href)].join(' ');
}

function blocksOf(units: readonly Unit[], anchorOf: (blame: Blame) => string): Block[] {
	const blocks: Block[] = [];
	for (let at = 0; at < units.length; ) {
		const { texts, blames } = units[at] as Unit;
		const kind = texts[0]?.kind;
		if (kind === 'row') blocks.push(tableOf(texts, blames.map(anchorOf)));
		if (kind === 'paragraph') {
			blocks.push({ kind, clause: clauseOf(texts[0] as ClauseText, anchorOf(blames[0] as Blame)) });
		}
		let end = at + 1;
		if (kind === 'item') {
			while (units[end]?.texts[0]?.kind === 'item') end++;
			const items = units.slice(at, end).map((unit) => ({
				depth: unit.texts[0]?.depth ?? 1,
				clause: clauseOf(unit.texts[0] as ClauseText, anchorOf(unit.blames[0] as Blame)),
			}));
			blocks.push({
				kind: 'list',
				items: nest(items, ({ clause }, inner): Item => ({ ...clause, items: inner })),
			});
		}
		at = end;
	}
	return blocks;
}

function clauseOf(text: ClauseText, anchor: string): Clause {
	const html = clauseHtml(text.markdown);
	// A heading is bold by itself.
	const plain = text.kind === 'heading' ? html.replace(/<\/?(?:strong|b)>/g, '') : html;
	const rest = text.number === '' ? null : afterNumber(plain, escapeHtml(text.number));
	return rest === null ? { anchor, number: '', html: plain } : { anchor, number: text.number, html: rest };
}

/** `4.2 Fees` → `Fees`; `<strong>4.2 Fees</strong> are` → `<strong>Fees</strong> are`; null where the number stands otherwise. */
function afterNumber(html: string, number: string): string | null {
	const bold = '<strong>';
	if (html.startsWith(number)) return html.slice(number.length).trimStart();
	if (!html.startsWith(bold + number)) return null;
	const rest = html.slice(bold.length + number.length).trimStart();
	return rest.startsWith('</strong>') ? rest.slice('</strong>'.length).trimStart() : bold + rest;
}

function tableOf(texts: readonly ClauseText[], anchors: readonly string[]): Block {
	const rows = texts.map((text, at) => ({ anchor: anchors[at] ?? '', cells: rowCells(text.markdown) }));
	const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
	const [head = null] = filled;
	const columns = Math.max(0, ...filled.map(({ cells }) => cells.length));
	const named = head !== null && filled.length > 1 && columns > 1 && head.cells.every((cell) => cell !== '');
	return { kind: 'table', head: named ? head : null, rows: named ? filled.slice(1) : filled };
}

/** The sections, and the headings one level below where the list stays short. */
function contentsOf(
	parts: readonly (Heading | ClauseRun)[],
	units: readonly Unit[],
	outer: number,
): ContentsLine[] {
	const headings = parts.filter((part) => part.kind === 'heading');
	const count = (level: number): number => headings.filter((heading) => heading.level === level).length;
	const inner = count(outer) + count(outer + 1) <= 24 ? outer + 1 : outer;
	const changed = changedBelow(units);
	const lines: ContentsLine[] = [];
	for (const [at, { level, clause, title }] of headings.entries()) {
		const own = changed[at] ?? 0;
		if (level < outer) continue;
		if (level <= inner) {
			lines.push({ anchor: clause.anchor, ...title, inset: level > outer ? 1 : 0, changed: own });
			continue;
		}
		const last = lines.at(-1);
		if (last) lines[lines.length - 1] = { ...last, changed: last.changed + own };
	}
	return lines.filter(({ words, number }) => words !== '' || number !== '');
}

/** For each heading the clauses up to the next one that are of the last 90 days. */
function changedBelow(units: readonly Unit[]): number[] {
	const changed: number[] = [];
	for (const unit of units) {
		if (isHeadingUnit(unit)) changed.push(0);
		if (unit.label.age === 1 && changed.length > 0) changed[changed.length - 1] = (changed.at(-1) ?? 0) + 1;
	}
	return changed;
}

function tally(units: readonly Unit[]): Pick<DocumentView, 'clauses' | 'changed' | 'original'> {
	const blames = units.flatMap((unit) => unit.blames);
	return {
		clauses: blames.length,
		changed: units.filter(({ label }) => label.age === 1).length,
		original: blames.filter(({ since, reworded }) => since.class === 'first' && reworded === null).length,
	};
}
