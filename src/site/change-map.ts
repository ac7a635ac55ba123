/** The document as a line: its sections in order, with a bar for each clause that changed. */
import { headingWords, isHeading } from '../analysis/sections.ts';
import type { EventKind, Ledger } from '../model/ledger.ts';
import type { RedlineBlock } from '../model/redline.ts';
import type { Tone } from './redline-view.ts';

export interface Bar {
	readonly tone: Tone;
	/** Share of the section above it and its own share, 0 to 1. */
	readonly from: number;
	readonly length: number;
}

export interface MapLine {
	readonly title: string;
	readonly bars: readonly Bar[];
	/** Anchor of the first changed clause; null where nothing changed. */
	readonly anchor: string | null;
}

/** More unchanged sections than this in a row become one line. */
const mostQuiet = 3;
const mostLines = 40;
const mostBars = 24;

const tones: Readonly<Record<EventKind, Tone>> = {
	added: 'ins',
	removed: 'del',
	reworded: 'ink',
	number: 'ink',
	moved: 'dots',
	renumbered: 'none',
	relinked: 'none',
	restyled: 'none',
};

interface Section {
	title: string;
	clauses: number;
	anchor: string | null;
	readonly marks: { readonly tone: Tone; readonly at: number }[];
}

export function mapOf(ledger: Ledger, blocks: readonly RedlineBlock[]): MapLine[] {
	const sections = sectionsOf(ledger, blocks).filter(({ clauses }) => clauses > 0);
	return joinQuiet(sections.map(lineOf)).slice(0, mostLines);
}

function sectionsOf(ledger: Ledger, blocks: readonly RedlineBlock[]): Section[] {
	const sections: Section[] = [newSection('')];
	const put = (text: number, kind: EventKind | null, clause: number): void => {
		const wording = ledger.texts[text];
		if (wording && isHeading(wording) && kind !== 'removed') {
			sections.push(newSection(`${wording.number} ${headingWords(wording)}`.trim()));
		}
		const section = sections.at(-1) as Section;
		if (kind !== null) {
			section.marks.push({ tone: tones[kind], at: section.clauses });
			section.anchor ??= ledger.clauses[clause]?.anchor ?? null;
		}
		section.clauses++;
	};
	for (const block of blocks) {
		if (block.kind === 'fold')
			for (const [at, text] of block.texts.entries()) put(text, null, block.clauses[at] ?? 0);
		if (block.kind === 'context') put(block.text, null, block.clause);
		if (block.kind === 'change') {
			put((block.event.after ?? block.event.before) as number, block.event.kind, block.event.clause);
		}
	}
	return sections;
}

function newSection(title: string): Section {
	return { title, clauses: 0, anchor: null, marks: [] };
}

function lineOf({ title, clauses, anchor, marks }: Section): MapLine {
	const length = 1 / Math.max(clauses, 4);
	const bars = marks.slice(0, mostBars).map(({ tone, at }) => ({ tone, from: at / clauses, length }));
	return { title: shortened(title || 'Beginning'), bars, anchor };
}

function shortened(title: string): string {
	return title.length <= 60 ? title : `${title.slice(0, 56).replace(/\s+\S*$/, '')} …`;
}

/** Long runs of sections in which nothing changed would push the changed ones out of sight. */
function joinQuiet(lines: readonly MapLine[]): MapLine[] {
	const joined: MapLine[] = [];
	for (let at = 0; at < lines.length; ) {
		let end = at;
		while (end < lines.length && lines[end]?.anchor === null) end++;
		const quiet = end - at;
		if (quiet > mostQuiet) joined.push({ title: `${quiet} sections unchanged`, bars: [], anchor: null });
		else joined.push(...lines.slice(at, end));
		if (end < lines.length) joined.push(lines[end] as MapLine);
		at = end + 1;
	}
	return joined;
}
