/** Tables of recorded changes with their classes, and of how well the ranks meet labels given by hand. */
import { readFile } from 'node:fs/promises';
import type { Archive, Entry } from '../../src/model/archive.ts';
import { hasPage } from '../../src/model/change.ts';
import { Fault } from '../../src/model/fault.ts';
import { parseLabels, type Scores, score } from './class-labels.ts';
import { sample } from './draw-sample.ts';

/** One recorded change as a flat row, for people and for `--json`. */
export interface ClassRow {
	readonly commit: string;
	readonly path: string;
	readonly date: string;
	readonly class: string;
	readonly rank: Entry['change']['rank'];
	readonly hindsight: string;
	readonly changedClauses: number;
	readonly changedWords: number;
}

/** All recorded changes, oldest first. */
export function classRows({ entries }: Archive): ClassRow[] {
	return entries.map(rowOf).reverse();
}

function rowOf({ change }: Entry): ClassRow {
	const { added, removed, reworded, number, moved } = change.counts;
	return {
		commit: change.version.commit,
		path: change.version.path,
		date: change.version.fetched,
		class: change.class,
		rank: change.rank,
		hindsight: change.hindsight?.label ?? '',
		changedClauses: added + removed + reworded + number + moved,
		changedWords: change.wordsIn + change.wordsOut,
	};
}

export function formatRows(rows: readonly ClassRow[]): string {
	return rows.map((row) => Object.values(row).join('\t')).join('\n');
}

/** All recorded changes, or those alone that have a page of their own. */
export type DrawnFrom = 'recorded' | 'shown';

/**
 * Draws changes to be read by hand: commit and path alone, so that nobody sees a class before reading. First records are
 * no changes and are left out.
 */
export function drawUnseen(archive: Archive, count: number, seed: number, from: DrawnFrom): string {
	const drawable = archive.entries.filter(
		({ change }) => change.index > 0 && (from === 'recorded' || hasPage(change)),
	);
	const keyed = drawable.map(({ change }) => `${change.version.commit}\t${change.version.path}`);
	return sample(keyed.sort(), count, seed).join('\n');
}

export async function scoreLabels(rows: readonly ClassRow[], file: string): Promise<Scores> {
	const text = await readFile(file, 'utf8').catch((cause) => {
		throw new Fault('the labels cannot be read', file, 'Name a file of labels after --labels.', cause);
	});
	return score(rows, parseLabels(text, file));
}

export function formatScores(scores: Scores): string {
	const share = (part: number, whole: number): string =>
		`${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`}`;
	const listed = (title: string, changes: Scores['missed']): string[] =>
		changes.map(({ commit, path, reason }) => `  ${title}: ${commit.slice(0, 10)} ${path}: ${reason}`);
	return [
		`labelled changes of this archive       ${scores.labelled}, ${scores.terms} of them changes in the terms`,
		`labels of no recorded change here      ${scores.unknown.length}`,
		`prominent that are changes in terms    ${share(scores.prominentTerms, scores.prominent)}`,
		`changes in terms that are shown        ${share(scores.shownTerms, scores.terms)}`,
		`changes in terms that are prominent    ${share(scores.prominentTerms, scores.terms)}`,
		...listed('noise, yet prominent', scores.wronglyProminent),
		...listed('terms, yet folded', scores.missed),
		...listed('terms, yet low', scores.demoted),
	].join('\n');
}
