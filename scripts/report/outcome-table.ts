/** What a capture run came to, as a table for the terminal. */

import { heldInWords, holdRemedy } from '../../src/ingest/acceptance.ts';
import type { CaptureRun } from '../../src/ingest/capture-run.ts';
import type { Outcome } from '../../src/ingest/outcome.ts';
import { legibleLine } from '../../src/text/legible.ts';
import { lineDiff } from './line-diff.ts';

/** A dry run records nothing, and says so. */
export type RunMode = CaptureRun['mode'];

const kinds = ['recorded', 'unchanged', 'held', 'failed', 'unreached'] as const;

/** One line as soon as it is known, for whoever waits. */
export function formatProgress(outcome: Outcome, mode: RunMode): string {
	return `${labelOf(outcome.kind, mode)}  ${nameOf(outcome)}`;
}

function labelOf(kind: Outcome['kind'], mode: RunMode): string {
	return kind === 'recorded' && mode === 'dry-run' ? 'would be recorded' : kind;
}

/** One line for each agreement that was recorded, held or failed, what to do about it, and a line of sums. */
export function formatOutcomes(outcomes: readonly Outcome[], mode: RunMode): string {
	const shown = kinds
		.filter((kind) => kind !== 'unchanged')
		.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind));
	const rows = shown.map((outcome) =>
		[labelOf(outcome.kind, mode), nameOf(outcome), outcome.detail].map((cell) => legibleLine(cell)),
	);
	const lines = alignColumns(rows).flatMap((line, at) => [
		line,
		...[...warningsOf(shown[at] as Outcome), ...remedyOf(shown[at] as Outcome)].map(indented),
	]);
	const sums = kinds.flatMap((kind) => {
		const those = outcomes.filter((outcome) => outcome.kind === kind);
		if (kind === 'unreached' && those.length === 0) return [];
		return [`${those.length} ${labelOf(kind, mode)}`];
	});
	return [...lines, ...(lines.length > 0 ? [''] : []), sums.join(', ')].join('\n');
}

/** The text of each first record, and of each other one what differs from the recorded text: of a dry run, for a person. */
export function showTexts(outcomes: readonly Outcome[]): string {
	return outcomes
		.flatMap((outcome) => {
			if (outcome.kind !== 'recorded' || outcome.texts === undefined) return [];
			const { before, after } = outcome.texts;
			return [`=== ${nameOf(outcome)}\n\n${before === null ? after : `${lineDiff(before, after)}\n`}\n`];
		})
		.join('');
}

/** Of an agreement, or of a declaration that cannot be used. */
export function nameOf({ platform, agreement }: Outcome): string {
	return agreement === '' ? `${platform} (whole declaration)` : `${platform} › ${agreement}`;
}

function remedyOf(outcome: Outcome): string[] {
	if (outcome.kind === 'held') return [...heldInWords(outcome.page), holdRemedy(outcome.hold)];
	return outcome.kind === 'failed' ? [outcome.fault.where, outcome.fault.remedy] : [];
}

function warningsOf({ warnings = [] }: Outcome): string[] {
	return warnings.map((warning) => `warning: ${warning}`);
}

function indented(line: string): string {
	return `           ${legibleLine(line)}`;
}

/** Pads all cells but the last of each row. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
	const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
}
