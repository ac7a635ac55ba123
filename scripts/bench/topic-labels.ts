/** Measures the rules of topics against clauses that a person read after the rules had found them. */
import { readFile } from 'node:fs/promises';
import { type TopicDetector, topicDetector } from '../../src/analysis/topics/detector.ts';
import { analyseAsFits } from '../../src/load/analyse-in-parallel.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import type { Agreement } from '../../src/model/archive.ts';
import { Fault } from '../../src/model/fault.ts';
import type { Topic } from '../../src/model/topic.ts';

export interface TopicLabel {
	readonly path: string;
	/** Of the version that was read, whole. */
	readonly commit: string;
	readonly anchor: string;
	readonly topic: string;
	readonly isOn: boolean;
}

/** Labelled clauses on which the rules find the topic today, and those that they pass over. */
export interface LabelScore {
	readonly topic: string;
	readonly foundOn: number;
	readonly foundOff: number;
	readonly passedOn: number;
	readonly passedOff: number;
}

/**
 * Reads `path ⇥ commit ⇥ clause ⇥ topic ⇥ yes or no`, one clause a line; empty lines, lines with # and the header are passed over.
 * @throws Fault that names the line
 */
export function parseTopicLabels(text: string, where: string): TopicLabel[] {
	return text.split('\n').flatMap((line, index) => {
		if (line.trim() === '' || line.startsWith('#') || line.startsWith('path\t')) return [];
		const [path = '', commit = '', anchor = '', topic = '', label = ''] = line.trim().split('\t');
		if (label === 'yes' || label === 'no') return [{ path, commit, anchor, topic, isOn: label === 'yes' }];
		const remedy = 'Each line is: path, tab, commit, tab, clause, tab, topic, tab, "yes" or "no".';
		throw new Fault(`not a label: ${line.slice(0, 80)}`, `${where}:${index + 1}`, remedy);
	});
}

/** @param textOf the clause as the reader saw it; undefined where the archive has no such clause */
export function scoreTopicLabels(
	labels: readonly TopicLabel[],
	textOf: (label: TopicLabel) => { readonly text: string; readonly language: string } | undefined,
	detect: TopicDetector,
): LabelScore[] {
	return [...Map.groupBy(labels, ({ topic }) => topic)].map(([topic, some]) => {
		const counts = { foundOn: 0, foundOff: 0, passedOn: 0, passedOff: 0 };
		for (const label of some) {
			const clause = textOf(label);
			if (clause === undefined) continue;
			const isFound = detect(clause.text, clause.language).some((hit) => hit.topic === topic);
			counts[`${isFound ? 'found' : 'passed'}${label.isOn ? 'On' : 'Off'}`]++;
		}
		return { topic, ...counts };
	});
}

/** @throws Fault where the archive or the labels cannot be read */
export async function measureLabels(
	directory: string,
	file: string,
	topics: readonly Topic[],
): Promise<LabelScore[]> {
	const text = await readFile(file, 'utf8').catch((cause) => {
		throw new Fault('there are no labels', file, 'Name the file with the labels.', cause);
	});
	const labels = parseTopicLabels(text, file);
	const { platforms } = await readArchive(directory, analyseAsFits);
	const agreements = new Map(
		platforms.flatMap((platform) => platform.agreements).map((each) => [each.path, each]),
	);
	const texts = new Map<TopicLabel, { text: string; language: string }>();
	for (const [path, some] of Map.groupBy(labels, (label) => label.path)) {
		const agreement = agreements.get(path);
		if (agreement !== undefined)
			for (const [label, found] of textsOf(agreement, some)) texts.set(label, found);
	}
	return scoreTopicLabels(labels, (label) => texts.get(label), topicDetector(topics));
}

function* textsOf({ versions, ledger, language }: Agreement, labels: readonly TopicLabel[]) {
	for (const label of labels) {
		const state = ledger.states[versions.findIndex(({ commit }) => commit === label.commit)];
		const clause = ledger.clauses.findIndex(({ anchor }) => anchor === label.anchor);
		const at = state?.clauses.indexOf(clause) ?? -1;
		const text = ledger.texts[state?.texts[at] ?? -1]?.visible;
		if (text !== undefined) yield [label, { text, language }] as const;
	}
}

export function formatLabels(scores: readonly LabelScore[]): string {
	const total = sumOf(scores);
	return [
		formatCells(['topic', 'found, on it', 'found, off it', 'precision', 'passed, on it']),
		...[...scores, total].map(formatScore),
	].join('\n');
}

function sumOf(scores: readonly LabelScore[]): LabelScore {
	const sum = (field: 'foundOn' | 'foundOff' | 'passedOn' | 'passedOff') =>
		scores.reduce((total, score) => total + score[field], 0);
	return {
		topic: 'all together',
		foundOn: sum('foundOn'),
		foundOff: sum('foundOff'),
		passedOn: sum('passedOn'),
		passedOff: sum('passedOff'),
	};
}

function formatScore({ topic, foundOn, foundOff, passedOn }: LabelScore): string {
	const precision = foundOn / Math.max(1, foundOn + foundOff);
	return formatCells([topic, foundOn, foundOff, precision.toFixed(2), passedOn]);
}

function formatCells([name, ...cells]: readonly (string | number)[]): string {
	return `${String(name).padEnd(28)}${cells.map((cell) => String(cell).padStart(14)).join('')}`;
}
