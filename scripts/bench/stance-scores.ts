/** Measures the detector of stances against the labels of single sentences. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StanceDetector } from '../../src/analysis/topics/stance-detector.ts';
import { Fault } from '../../src/model/fault.ts';
import { root } from '../../src/root.ts';
import { type FoundLabel, findLabelled, isHeldOut, parseStanceLabels } from './stance-labels.ts';
import { type Stance, stanceTopics } from './stance-topics.ts';

export const labelFile = path.join(root, 'src/content/stance-labels.tsv');

export interface JudgedSentence extends FoundLabel {
	readonly told: Stance;
}

export interface StanceScore {
	readonly topic: string;
	readonly sentences: number;
	/** On the topic and found, off it and found, on it and missed. */
	readonly right: number;
	readonly wrong: number;
	readonly missed: number;
	/** Of those on the topic and found, so many were told with their stance. */
	readonly stanceRight: number;
	/** Sentences that deny or forbid, and those of them told as one that affirms. */
	readonly denying: number;
	readonly reversed: number;
}

export interface StanceTable {
	/** Labels of which the archives hold no sentence. */
	readonly notFound: number;
	/** By topic, then all together. */
	readonly dev: readonly StanceScore[];
	readonly heldOut: readonly StanceScore[];
	/** Sentences of the half that rules are written on that are told otherwise than they are labelled. */
	readonly misses: readonly JudgedSentence[];
}

/** @throws Fault where an archive or the labels cannot be read */
export async function measureStances(
	archives: readonly string[],
	file: string,
	detect: StanceDetector,
): Promise<StanceTable> {
	const text = await readFile(file, 'utf8').catch((cause) => {
		throw new Fault('there are no labels', file, 'Name the file with the labels.', cause);
	});
	const labels = parseStanceLabels(text, file);
	const found = await findLabelled(archives, labels);
	const judged = found.map((each) => ({
		...each,
		told: detect(each.topic, each.lead, each.sentence, each.language),
	}));
	return { ...tableOf(judged), notFound: labels.length - found.length };
}

export function tableOf(judged: readonly JudgedSentence[]): Omit<StanceTable, 'notFound'> {
	const dev = judged.filter((each) => !isHeldOut(each));
	return {
		dev: scoresOf(dev),
		heldOut: scoresOf(judged.filter(isHeldOut)),
		misses: dev.filter(({ stance, told }) => stance !== told),
	};
}

function scoresOf(judged: readonly JudgedSentence[]): StanceScore[] {
	const ofTopic = Map.groupBy(judged, ({ topic }) => topic);
	const scores = Object.keys(stanceTopics).flatMap((topic) => {
		const some = ofTopic.get(topic);
		return some === undefined ? [] : [scoreOf(topic, some)];
	});
	return [...scores, scoreOf('all together', judged)];
}

function scoreOf(topic: string, judged: readonly JudgedSentence[]): StanceScore {
	const count = (is: (each: JudgedSentence) => boolean): number => judged.filter(is).length;
	return {
		topic,
		sentences: judged.length,
		right: count(({ stance, told }) => stance !== null && told !== null),
		wrong: count(({ stance, told }) => stance === null && told !== null),
		missed: count(({ stance, told }) => stance !== null && told === null),
		stanceRight: count(({ stance, told }) => stance !== null && stance === told),
		denying: count(denies),
		reversed: count((each) => denies(each) && affirms(each)),
	};
}

function denies({ topic, stance }: JudgedSentence): boolean {
	return stanceTopics[topic]?.denying.includes(stance ?? '') ?? false;
}

function affirms({ topic, told }: JudgedSentence): boolean {
	return stanceTopics[topic]?.affirming.includes(told ?? '') ?? false;
}

/** @param withMisses those of the half that rules are written on; of the other half nobody is to see any */
export function formatStances({ dev, heldOut, notFound, misses }: StanceTable, withMisses: boolean): string {
	return [
		'sentences that rules are written on',
		...formatTable(dev),
		'',
		'sentences that are held out: the last hex digit of their hash is even',
		...formatTable(heldOut),
		...(notFound === 0 ? [] : ['', `${notFound} labelled sentences stand in none of the archives named`]),
		...(withMisses ? ['', ...misses.map(formatMiss)] : []),
	].join('\n');
}

function formatTable(scores: readonly StanceScore[]): string[] {
	return [
		formatCells(['topic', 'sentences', 'precision', 'recall', 'stance', 'reversed']),
		...scores.map(formatScore),
	];
}

function formatScore(score: StanceScore): string {
	const { topic, sentences, right, wrong, missed, stanceRight, denying, reversed } = score;
	const shares = [share(right, right + wrong), share(right, right + missed), share(stanceRight, right)];
	return formatCells([topic, sentences, ...shares, `${reversed} of ${denying}`]);
}

function share(part: number, whole: number): string {
	return whole === 0 ? '–' : (part / whole).toFixed(2);
}

function formatMiss({ topic, stance, told, archive, path, lead, sentence }: JudgedSentence): string {
	return [`${topic}: ${stance ?? '-'}, told as ${told ?? '-'}`, `${archive} ${path}`, lead, sentence, '']
		.map((line, at) => (at === 0 ? line : `  ${line}`.trimEnd()))
		.join('\n');
}

function formatCells([name, ...cells]: readonly (string | number)[]): string {
	return `${String(name).padEnd(28)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
}
