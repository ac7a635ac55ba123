/** The document as a line: its sections in order, with a bar for each clause that changed. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { namesSection } from '../../analysis/clauses/place-names.ts';
import { headingWords } from '../../analysis/clauses/sections.ts';
import type { EventKind, Ledger } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { shortened } from '../../text/cut-text.ts';
import { type Tone, tones } from './redline-rows.ts';

export interface Bars {
	readonly tone: Tone;
	readonly path: string;
}

export interface MapLine {
	readonly title: string;
	/** By tone the shape of the bars, a path in a box of 14 × 22. */
	readonly bars: readonly Bars[];
	/** Anchor of the first changed clause on the page; null where nothing changed or all of it was left out. */
	readonly anchor: string | null;
}

/** More unchanged sections than this in a row become one line. */
const mostQuiet = 3;
const mostLines = 40;
const width = 14;
const height = 22;

/** The whole document as one line from left to right, a path by tone in a box of 1000 × 12. */
export function stripOf(ledger: Ledger, blocks: readonly RedlineBlock[]): Bars[] {
	const sections = sectionsOf(ledger, blocks);
	const total = sections.reduce((sum, { clauses }) => sum + clauses, 0);
	const marks: { tone: Tone; at: number }[] = [];
	let start = 0;
	for (const section of sections) {
		marks.push(...section.marks.map(({ tone, at }) => ({ tone, at: start + at })));
		start += section.clauses;
	}
	const wide = Math.max(4, Math.round(1000 / Math.max(total, 1)));
	return [...Map.groupBy(marks, ({ tone }) => tone)].map(([tone, own]) => {
		const places = new Set(own.map(({ at }) => Math.round(((at / total) * (1000 - wide)) / 4) * 4));
		return { tone, path: [...places].map((place) => `M${place} 0h${wide}v12h-${wide}z`).join('') };
	});
}

interface Section {
	title: string;
	clauses: number;
	/** Clauses that changed; their anchors are read where they are asked for. */
	readonly changed: number[];
	readonly marks: { readonly tone: Tone; readonly at: number }[];
}

/** @param shown anchors of the changed clauses that the page holds */
export function mapOf(
	ledger: Ledger,
	blocks: readonly RedlineBlock[],
	shown: ReadonlySet<string>,
): MapLine[] {
	const sections = sectionsOf(ledger, blocks).filter(({ clauses }) => clauses > 0);
	return joinQuiet(sections.map((section) => lineOf(ledger, section, shown))).slice(0, mostLines);
}

const known = new WeakMap<readonly RedlineBlock[], Section[]>();

/** Of one redline asked for by the map and by the strip. */
function sectionsOf(ledger: Ledger, blocks: readonly RedlineBlock[]): readonly Section[] {
	const sections = known.get(blocks) ?? sectionsIn(ledger, blocks);
	known.set(blocks, sections);
	return sections;
}

function sectionsIn(ledger: Ledger, blocks: readonly RedlineBlock[]): Section[] {
	const sections: Section[] = [newSection('')];
	const put = (text: number, kind: EventKind | null, clause: number): void => {
		const wording = ledger.texts[text];
		if (wording && kind !== 'removed' && namesSection(ledger, text)) {
			sections.push(newSection(`${bareNumber(wording.number)} ${headingWords(wording)}`.trim()));
		}
		const section = sections.at(-1) as Section;
		if (kind !== null) {
			section.marks.push({ tone: tones[kind], at: section.clauses });
			section.changed.push(clause);
		}
		section.clauses++;
	};
	for (const block of blocks) {
		if (block.kind === 'collapsed')
			for (const [at, text] of block.texts.entries()) put(text, null, block.clauses[at] ?? 0);
		if (block.kind === 'context') put(block.text, null, block.clause);
		if (block.kind === 'change') {
			put((block.event.after ?? block.event.before) as number, block.event.kind, block.event.clause);
		}
	}
	return sections;
}

function newSection(title: string): Section {
	return { title, clauses: 0, changed: [], marks: [] };
}

function lineOf(
	ledger: Ledger,
	{ title, clauses, changed, marks }: Section,
	shown: ReadonlySet<string>,
): MapLine {
	const thick = Math.max(2, Math.round(height / Math.max(clauses, 4)) - 1);
	const groups = Map.groupBy(marks, ({ tone }) => tone);
	const bars = [...groups].map(([tone, own]) => ({ tone, path: barsPath(own, clauses, thick) }));
	const anchorOf = (clause: number): string => ledger.clauses[clause]?.anchor ?? '';
	const first = changed.find((clause) => shown.has(anchorOf(clause)));
	return {
		title: shortened(title || 'Beginning'),
		bars,
		anchor: first === undefined ? null : anchorOf(first),
	};
}

/** Bars that would lie on each other are drawn once. */
function barsPath(marks: readonly { readonly at: number }[], clauses: number, thick: number): string {
	const places = new Set(marks.map(({ at }) => Math.round((at / clauses) * (height - thick))));
	return [...places].map((place) => `M0 ${place}h${width}v${thick}H0z`).join('');
}

/** Long runs of sections in which nothing changed would push the changed ones out of sight. */
function joinQuiet(lines: readonly MapLine[]): MapLine[] {
	const joined: MapLine[] = [];
	for (let at = 0; at < lines.length; ) {
		let end = at;
		while (end < lines.length && lines[end]?.bars.length === 0) end++;
		const quiet = end - at;
		if (quiet > mostQuiet) joined.push({ title: `${quiet} sections unchanged`, bars: [], anchor: null });
		else joined.push(...lines.slice(at, end));
		if (end < lines.length) joined.push(lines[end] as MapLine);
		at = end + 1;
	}
	return joined;
}
