/** What the days that pages give themselves tell of an archive's changes; and how often that is what a person reads in the texts. */
import { readFile } from 'node:fs/promises';
import type { Archive, Entry } from '../../src/model/archive.ts';
import { type DatedKind, datedKinds } from '../../src/model/dated.ts';
import { Fault } from '../../src/model/fault.ts';
import { noticeTable } from '../../src/site/overview/notice-table.ts';
import { sample } from './draw-sample.ts';

/** What a person reads: one of the kinds, or that the page states no day beyond doubt. */
const readings = [...datedKinds, 'none'] as const;

export type Reading = (typeof readings)[number];

export interface NoticeLabel {
	/** Object name of the commit. */
	readonly commit: string;
	readonly path: string;
	readonly reading: Reading;
	/** The day that the reading names, `YYYY-MM-DD`; empty for none. */
	readonly day: string;
	/** True where the label was made before anything was mended for it. */
	readonly draw: string;
}

/** Three of four that the program tells something of, the others of those it tells nothing of; the same ones for the same seed. */
export function drawChanges({ entries }: Archive, count: number, seed: number): string {
	const drawable = entries
		.filter(({ change }) => change.rank === 'prominent' && change.base >= 0)
		.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
	const [told, untold] = [true, false].map((isTold) =>
		drawable.filter(({ change }) => (change.dated !== null) === isTold),
	);
	const ofTold = Math.ceil((count * 3) / 4);
	const drawn = [...sample(told ?? [], ofTold, seed), ...sample(untold ?? [], count - ofTold, seed)];
	// What the program tells stands nowhere, and not in the order either.
	return sample(drawn, drawn.length, seed + 1)
		.map(toRead)
		.join('\n');
}

function nameOf({ change: { version } }: Entry): string {
	return `${version.commit} ${version.path}`;
}

function toRead({ agreement, change }: Entry): string {
	const { commit, path, fetched } = change.version;
	const base = agreement.versions[change.base];
	return [commit, path, fetched.slice(0, 10), base?.commit, base?.fetched.slice(0, 10)].join('\t');
}

/** Of the labelled changes that this archive holds. */
interface Agreeing {
	readonly held: number;
	/** Told as the person read it, the day included. */
	readonly right: number;
	/** Told otherwise than the person read it. */
	readonly wrong: number;
	/** Told nothing of, though the person read a day. */
	readonly missed: number;
	/** Told nothing of, rightly. */
	readonly silent: number;
}

export interface NoticeScores extends Agreeing {
	readonly changes: number;
	readonly dated: number;
	readonly counts: Readonly<Record<DatedKind, number>>;
	/** Days of notice at the median; null where nothing was announced. */
	readonly median: number | null;
	readonly agreements: number;
	/** Agreements whose text in force gives itself a day. */
	readonly stating: number;
	/** Of each draw. */
	readonly draws: Readonly<Record<string, Agreeing>>;
}

export async function scoreNotice(archive: Archive, file: string): Promise<NoticeScores> {
	const labels = parseNoticeLabels(await readFile(file, 'utf8'), file);
	const prominent = archive.entries.filter(({ change }) => change.rank === 'prominent' && change.base >= 0);
	const byName = new Map(prominent.map((entry) => [nameOf(entry), entry]));
	const { total, stating, agreements } = noticeTable(archive);
	const draws = Map.groupBy(labels, ({ draw }) => draw);
	return {
		changes: prominent.length,
		...{ dated: total.all, counts: total.counts, median: total.median, agreements, stating },
		...agreeing(labels, byName),
		draws: Object.fromEntries([...draws].map(([draw, some]) => [draw, agreeing(some, byName)])),
	};
}

function agreeing(labels: readonly NoticeLabel[], byName: ReadonlyMap<string, Entry>): Agreeing {
	const counts = { held: 0, right: 0, wrong: 0, missed: 0, silent: 0 };
	for (const label of labels) {
		const entry = byName.get(`${label.commit} ${label.path}`);
		if (entry === undefined) continue;
		counts.held++;
		counts[outcome(label, entry)]++;
	}
	return counts;
}

function outcome(
	{ reading, day }: NoticeLabel,
	{ change: { dated } }: Entry,
): 'right' | 'wrong' | 'missed' | 'silent' {
	if (dated === null) return reading === 'none' ? 'silent' : 'missed';
	return dated.kind === reading && dated.day === day ? 'right' : 'wrong';
}

/**
 * Reads `draw ⇥ commit ⇥ path ⇥ reading ⇥ day`, one change a line; empty lines, lines with # and a header line are passed over.
 * @throws Fault that names the line
 */
export function parseNoticeLabels(text: string, where: string): NoticeLabel[] {
	const labels: NoticeLabel[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === '' || line.startsWith('#') || line.startsWith('draw\t')) continue;
		const [draw = '', commit = '', path = '', said = '', day = ''] = line
			.split('\t')
			.map((field) => field.trim());
		const reading = readings.find((each) => each === said);
		if (reading === undefined || (reading === 'none') !== (day === '')) {
			const remedy = `Each line is, with tabs between: draw, commit, path, one of ${readings.join(', ')}, and the day, which none has not.`;
			throw new Fault(`not a label: ${line.slice(0, 80)}`, `${where}:${index + 1}`, remedy);
		}
		labels.push({ draw, commit, path, reading, day });
	}
	return labels;
}

export function formatNotice(scores: NoticeScores): string {
	const { changes, dated, counts, median, agreements, stating, draws } = scores;
	return [
		`agreements that give themselves a day     ${stating} of ${agreements}`,
		`changes in the terms, told once, dated    ${dated} of ${changes}`,
		...datedKinds.map(
			(kind) =>
				`  ${kind.padEnd(40)}${counts[kind]}${kind === 'ahead' && median !== null ? `, median ${median} days` : ''}`,
		),
		agreement('read by a person', scores),
		...Object.entries(draws).map(([draw, each]) => agreement(`  draw ${draw}`, each)),
	].join('\n');
}

function agreement(name: string, { held, right, wrong, missed, silent }: Agreeing): string {
	return `${name.padEnd(42)}${held}: right ${right}, wrong ${wrong}, missed ${missed}, rightly silent ${silent}`;
}
