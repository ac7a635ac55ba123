/** Headlines of changes drawn at random, to be read beside the texts; and what those who read some said of them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sentence } from '../../src/analysis/changes/change-summary.ts';
import type { Archive, Entry } from '../../src/model/archive.ts';
import { Fault } from '../../src/model/fault.ts';
import type { WordEdit } from '../../src/model/redline.ts';
import { sample } from './draw-sample.ts';

/** What a headline tells of its change, and whether its passage is the best to show, one nearly as good, or another. */
const verdicts = ['news', 'hint', 'nothing', 'false'] as const;
const passages = ['best', 'second', 'other'] as const;

export type Verdict = (typeof verdicts)[number];

export interface HeadlineLabel {
	/** Object name of the commit. */
	readonly commit: string;
	readonly path: string;
	readonly verdict: Verdict;
	readonly passage: (typeof passages)[number];
	/** Of the headline that was read: one that is worded otherwise now was not. */
	readonly hash: string;
}

/** Prominent changes that compare two texts, the same ones for the same seed. */
export function drawHeadlines({ entries }: Archive, count: number, seed: number): string {
	const drawable = entries
		.filter(({ change }) => change.rank === 'prominent' && change.base >= 0)
		.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
	return sample(drawable, count, seed).map(toRead).join('\n\n');
}

function nameOf({ change: { version } }: Entry): string {
	return `${version.commit} ${version.path}`;
}

function toRead({ agreement, change }: Entry): string {
	const { commit, path } = change.version;
	const base = agreement.versions[change.base]?.commit ?? '';
	const said = sentence(change);
	return [
		`${commit}\t${path}\t${hashOf(said)}`,
		`git diff --word-diff ${base.slice(0, 12)} ${commit.slice(0, 12)} -- "${path}"`,
		said,
		change.passage.map(marked).join(''),
	].join('\n');
}

/** As `git --word-diff` marks it. */
function marked({ kind, text }: WordEdit): string {
	return kind === 'same' ? text : kind === 'ins' ? `{+${text}+}` : `[-${text}-]`;
}

function hashOf(headline: string): string {
	return createHash('sha256').update(headline).digest('hex').slice(0, 12);
}

export interface HeadlineScores {
	readonly read: number;
	/** Of those that this archive holds: headlines that are still as they were read. */
	readonly held: number;
	readonly unchanged: number;
	readonly verdicts: Readonly<Record<Verdict, number>>;
	/** Passages that are the best or nearly so. */
	readonly passages: number;
}

export async function scoreHeadlines({ entries }: Archive, file: string): Promise<HeadlineScores> {
	const labels = parseHeadlineLabels(await readFile(file, 'utf8'), file);
	const told = new Map(entries.map((entry) => [nameOf(entry), hashOf(sentence(entry.change))]));
	const held = labels.filter(({ commit, path }) => told.has(`${commit} ${path}`));
	const counts = verdicts.map((verdict) => [
		verdict,
		labels.filter((each) => each.verdict === verdict).length,
	]);
	return {
		read: labels.length,
		held: held.length,
		unchanged: held.filter(({ commit, path, hash }) => told.get(`${commit} ${path}`) === hash).length,
		verdicts: Object.fromEntries(counts) as Record<Verdict, number>,
		passages: labels.filter(({ passage }) => passage !== 'other').length,
	};
}

/**
 * Reads `commit ⇥ path ⇥ verdict ⇥ passage ⇥ hash`, one headline a line; empty lines, lines with # and a header line are passed over.
 * @throws Fault that names the line
 */
export function parseHeadlineLabels(text: string, where: string): HeadlineLabel[] {
	const labels: HeadlineLabel[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === '' || line.startsWith('#') || line.startsWith('commit\t')) continue;
		const [commit = '', path = '', verdict = '', passage = '', hash = ''] = line
			.split('\t')
			.map((field) => field.trim());
		const [known, shown] = [
			verdicts.find((each) => each === verdict),
			passages.find((each) => each === passage),
		];
		if (known === undefined || shown === undefined || hash === '') {
			const remedy = `Each line is, with tabs between: commit, path, one of ${verdicts.join(', ')}, one of ${passages.join(', ')}, hash.`;
			throw new Fault(`not a label: ${line.slice(0, 80)}`, `${where}:${index + 1}`, remedy);
		}
		labels.push({ commit, path, verdict: known, passage: shown, hash });
	}
	return labels;
}

export function formatHeadlines({
	read,
	held,
	unchanged,
	verdicts: said,
	passages: shown,
}: HeadlineScores): string {
	const part = (count: number): string => `${count} of ${read}`;
	return [
		`headlines that were read            ${read}, ${held} of them of this archive, ${unchanged} of these still told so`,
		...verdicts.map((verdict) => `${verdict.padEnd(36)}${part(said[verdict])}`),
		`passage the best, or nearly so      ${part(shown)}`,
	].join('\n');
}
