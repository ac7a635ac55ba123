/** What came of a replay beside what the other archive recorded of the same pages: versions, and every change of theirs that is missing. */
import path from 'node:path';
import { readArchive } from '../../src/load/load-archive.ts';
import type { Agreement, Archive } from '../../src/model/archive.ts';
import type { Change } from '../../src/model/change.ts';
import { daysBetween } from '../../src/text/days-in-words.ts';
import type { Replayed } from './replay-run.ts';

interface ReplayRow {
	readonly path: string;
	readonly ours: number;
	readonly theirs: number | null;
	/** Ours by class. */
	readonly classes: Readonly<Record<string, number>>;
	/** Days on which they recorded a change in the terms and we recorded nothing near. */
	readonly missed: readonly string[];
}

export interface ReplayTable extends Replayed {
	readonly rows: readonly ReplayRow[];
}

/** Around the day of their record: ours may come later, for a text that was held stands a week at most before it is believed. */
const daysBefore = 2;
const daysAfter = 9;

/** @param versions repository of the versions that the other archive recorded; left out: nothing is compared */
export async function compareReplay(replayed: Replayed, versions: string | undefined): Promise<ReplayTable> {
	const ours = agreementsOf(await readArchive(path.resolve(replayed.directory)));
	const theirs = versions === undefined ? null : agreementsOf(await readArchive(path.resolve(versions)));
	const paths = [...new Set([...ours.keys(), ...(theirs?.keys() ?? [])])].sort();
	return { ...replayed, rows: paths.map((each) => rowOf(each, ours.get(each), theirs?.get(each))) };
}

function agreementsOf({ platforms }: Archive): Map<string, Agreement> {
	return new Map(platforms.flatMap(({ agreements }) => agreements).map((each) => [each.path, each]));
}

function rowOf(path: string, ours: Agreement | undefined, theirs: Agreement | undefined): ReplayRow {
	const changes = ours?.changes ?? [];
	const classes: Record<string, number> = {};
	for (const { class: name } of changes) classes[name] = (classes[name] ?? 0) + 1;
	const missed = (theirs?.changes ?? [])
		.filter(isAboutTerms)
		.filter((each) => !changes.some((own) => isNear(own, each)));
	return {
		path,
		ours: changes.length,
		theirs: theirs?.changes.length ?? null,
		classes,
		missed: missed.map(({ day, version }) => `${day} ${version.commit.slice(0, 10)}`),
	};
}

function isAboutTerms({ class: name }: Change): boolean {
	return name === 'substantive' || name === 'numbers';
}

function isNear(own: Change, other: Change): boolean {
	const days = daysBetween(other.version.fetched, own.version.fetched);
	return days >= -daysBefore && days <= daysAfter;
}

export function formatReplay({
	rows,
	outcomes,
	snapshots,
	runs,
	undeclared,
	likeBefore,
	directory,
}: ReplayTable): string {
	const sum = (count: (row: ReplayRow) => number) => rows.reduce((total, row) => total + count(row), 0);
	const line = (...cells: readonly string[]) =>
		cells
			.map((cell, at) => cell.padEnd(at === 0 ? 48 : 8))
			.join('')
			.trimEnd();
	return [
		`${snapshots} snapshots in ${runs} runs, ${likeBefore} of them like the one before but for scripts, ${undeclared} not declared then`,
		...Object.entries(outcomes).map(([name, count]) => `  ${name}: ${count}`),
		'',
		line('versions', 'ours', 'theirs', 'classes of ours'),
		...rows.map((row) => line(row.path, String(row.ours), String(row.theirs ?? '–'), classesInWords(row))),
		line('in all', String(sum(({ ours }) => ours)), String(sum(({ theirs }) => theirs ?? 0))),
		'',
		`their changes in the terms without a version of ours from ${daysBefore} days before to ${daysAfter} after: ${sum(({ missed }) => missed.length)}`,
		...rows.flatMap(({ path, missed }) => missed.map((each) => `  ${path}  ${each}`)),
		'',
		`The archive that came of it: ${directory}`,
	].join('\n');
}

function classesInWords({ classes }: ReplayRow): string {
	return Object.entries(classes)
		.map(([name, count]) => `${count} ${name}`)
		.join(', ');
}
