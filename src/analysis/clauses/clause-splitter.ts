/**
 * Cuts Markdown into clauses. Works on chunks between blank lines, each on its own and without memory of the ones before it:
 * equal chunks of two versions give equal clauses, so that a ledger splits each chunk once.
 */
import type { ClauseKind } from '../../model/ledger.ts';

export interface ClausePiece {
	readonly kind: ClauseKind;
	readonly depth: number;
	/** Without the heading's marks or the bullet; a number stays, it is the author's. */
	readonly markdown: string;
}

/** However deep it is indented: pages put headings into lists. */
const heading = /^[ \t]*(?:[-*+][ \t]+)?(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#*)?$/;
const bullet = /^[ \t]*[-*+]([ \t]+)(.*)$/;
const ordered = /^[ \t]*(?=\d{1,9}[.)]([ \t]+))(.*)$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const thematicBreak = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const tableRow = /^[ \t]*\|.*\|[ \t]*$/;
const tableRule = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
const fence = /^[ \t]*(?:```|~~~)/;
const quoteMark = /^[ \t]*>[ \t]?/;

/** @param chunk lines without a blank one between them */
export function splitChunk(chunk: string): ClausePiece[] {
	const pieces: OpenPiece[] = [];
	let open: OpenPiece | null = null;
	for (const line of chunk.split('\n')) {
		const text = line.replace(quoteMark, '');
		const started = startPiece(text, open);
		if (started === 'nothing') open = null;
		else if (started === 'continues' && open !== null) open.lines.push(text);
		else {
			open = started === 'continues' ? paragraph(text) : started;
			pieces.push(open);
		}
		if (open?.kind === 'heading' || open?.kind === 'row') open = null;
	}
	return pieces.map(closePiece).filter((piece) => piece.markdown !== '');
}

interface OpenPiece {
	kind: ClauseKind;
	depth: number;
	readonly lines: string[];
}

function startPiece(line: string, open: OpenPiece | null): OpenPiece | 'continues' | 'nothing' {
	if (line.trim() === '') return 'nothing';
	const title = heading.exec(line);
	if (title !== null)
		return { kind: 'heading', depth: (title[1] as string).length, lines: [title[2] as string] };
	if (underline.test(line) && line.trim().length > 1) return underlined(line, open);
	if (thematicBreak.test(line) || tableRule.test(line) || fence.test(line)) return 'nothing';
	if (tableRow.test(line)) return { kind: 'row', depth: 0, lines: [line] };
	const item = bullet.exec(line) ?? ordered.exec(line);
	if (item !== null)
		return { kind: 'item', depth: 1 + listDepth(line, item[1] as string), lines: [item[2] as string] };
	return 'continues';
}

function paragraph(line: string): OpenPiece {
	return { kind: 'paragraph', depth: indentDepth(line), lines: [line] };
}

/** A line of = or - turns the paragraph above it into a heading (setext). */
function underlined(line: string, open: OpenPiece | null): 'nothing' {
	if (open?.kind === 'paragraph') {
		open.kind = 'heading';
		open.depth = line.includes('=') ? 1 : 2;
	}
	return 'nothing';
}

/** Lists whose marks are followed by several spaces are indented by four columns a level, the others by the width of the mark: two or more. */
function listDepth(line: string, gap: string): number {
	return gap.length > 1 ? indentDepth(line) : Math.min(9, Math.floor(indentOf(line) / 2));
}

function indentDepth(line: string): number {
	return Math.min(9, Math.round(indentOf(line) / 4));
}

/** In columns. */
function indentOf(line: string): number {
	return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}

function closePiece(piece: OpenPiece): ClausePiece {
	const markdown = piece.lines
		.map((line) => line.trim())
		.join('\n')
		.trim();
	return { kind: piece.kind, depth: piece.depth, markdown };
}
