/** Measures classes and ranks against labels that people gave after reading the changes. */
import type { Rank } from '../../src/model/change.ts';
import { Fault } from '../../src/model/fault.ts';

/** `terms`: what the agreement says changed. `noise`: anything else. */
export type Label = 'terms' | 'noise';

export interface LabelledChange {
	/** Object name of the commit, whole or its first 7 or more digits. */
	readonly commit: string;
	readonly path: string;
	readonly label: Label;
	readonly reason: string;
}

export interface ChangeRow {
	readonly commit: string;
	readonly path: string;
	readonly rank: Rank;
}

export interface Scores {
	readonly labelled: number;
	/** Labels whose change is in no row: of another archive, or mistyped. */
	readonly unknown: readonly LabelledChange[];
	readonly terms: number;
	readonly prominent: number;
	readonly prominentTerms: number;
	readonly shownTerms: number;
	/** Prominent, though people say noise. */
	readonly wronglyProminent: readonly LabelledChange[];
	/** Changes in the terms that are folded, or shown low. */
	readonly missed: readonly LabelledChange[];
	readonly demoted: readonly LabelledChange[];
}

/**
 * Reads `commit ⇥ path ⇥ label ⇥ reason`, one change a line; empty lines, lines with # and a header line are passed over.
 * @throws Fault that names the line
 */
export function parseLabels(text: string, where: string): LabelledChange[] {
	const labels: LabelledChange[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === '' || line.startsWith('#') || /^commit\t/i.test(line)) continue;
		const [commit = '', path = '', label = '', reason = ''] = line.split('\t').map((field) => field.trim());
		if (!/^[0-9a-f]{7,64}$/.test(commit) || path === '' || !isLabel(label)) {
			const remedy = 'Each line is: commit, tab, path, tab, "terms" or "noise", tab, reason.';
			throw new Fault(`not a label: ${line.slice(0, 80)}`, `${where}:${index + 1}`, remedy);
		}
		labels.push({ commit, path, label, reason });
	}
	return labels;
}

function isLabel(text: string): text is Label {
	return text === 'terms' || text === 'noise';
}

export function score(rows: readonly ChangeRow[], labels: readonly LabelledChange[]): Scores {
	const byPath = Map.groupBy(rows, (row) => row.path);
	const found = labels.map((label) => ({ label, row: findRow(byPath.get(label.path), label.commit) }));
	const ranked = found.filter(({ row }) => row !== undefined) as { label: LabelledChange; row: ChangeRow }[];
	const pick = (label: Label, ...ranks: Rank[]): LabelledChange[] =>
		ranked
			.filter((pair) => pair.label.label === label && ranks.includes(pair.row.rank))
			.map((pair) => pair.label);
	const prominentTerms = pick('terms', 'prominent');
	const wronglyProminent = pick('noise', 'prominent');
	const demoted = pick('terms', 'low');
	const missed = pick('terms', 'folded');
	return {
		labelled: ranked.length,
		unknown: found.filter(({ row }) => row === undefined).map(({ label }) => label),
		terms: prominentTerms.length + demoted.length + missed.length,
		prominent: prominentTerms.length + wronglyProminent.length,
		prominentTerms: prominentTerms.length,
		shownTerms: prominentTerms.length + demoted.length,
		wronglyProminent,
		missed,
		demoted,
	};
}

function findRow(rows: readonly ChangeRow[] | undefined, commit: string): ChangeRow | undefined {
	return rows?.find((row) => row.commit.startsWith(commit));
}
