/** Measures the rules of topics against sentences that people tagged: a corpus of the CLAUDETTE family. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TopicDetector } from '../../src/analysis/topics/detector.ts';
import { Fault } from '../../src/model/fault.ts';
import { claudetteTags, type Topic } from '../../src/model/topic.ts';

export type Category = (typeof claudetteTags)[number];

export interface Score {
	/** Sentences found and tagged, found and not tagged, tagged and not found. */
	readonly right: number;
	readonly wrong: number;
	readonly missed: number;
	readonly precision: number;
	readonly recall: number;
	readonly f1: number;
}

export interface Scores {
	readonly documents: number;
	readonly sentences: number;
	readonly categories: Readonly<Record<Category, Score>>;
	/** Of all decisions together. */
	readonly micro: Score;
	/** Mean of the categories' F1. */
	readonly macroF1: number;
}

/** Each row of scores is of documents that are read apart from the rest. */
export interface ScoreTable {
	readonly heldOutRule: string;
	readonly all: Scores;
	/** Documents that the rules were not written on. */
	readonly heldOut: Scores;
}

/** @param corpus folder with `documents.txt`, `sentences/` and `tags/`: a line of tags for each sentence, the digit is the level */
export async function measureScores(
	corpus: string,
	topics: readonly Topic[],
	detect: TopicDetector,
): Promise<ScoreTable> {
	const { rule, documents } = JSON.parse(
		await readFile(path.join(import.meta.dirname, 'topic-held-out.json'), 'utf8'),
	) as { readonly rule: string; readonly documents: readonly string[] };
	const names = (await readCorpus(corpus, 'documents.txt')).split('\n').filter((name) => name !== '');
	const read = await Promise.all(names.map((name) => readTagged(corpus, name)));
	const judge = judgeWith(topics, detect);
	const heldOut = read.filter((_, at) => documents.includes(names[at] as string));
	return { heldOutRule: rule, all: scoresOf(read, judge), heldOut: scoresOf(heldOut, judge) };
}

interface Sentence {
	readonly text: string;
	readonly tags: ReadonlySet<string>;
}

async function readTagged(corpus: string, name: string): Promise<readonly Sentence[]> {
	const sentences = (await readCorpus(corpus, path.join('sentences', name))).split('\n');
	const tags = (await readCorpus(corpus, path.join('tags', name))).split('\n');
	return sentences
		.map((text, at) => ({ text, tags: new Set((tags[at] ?? '').match(/[a-z]+(?=[123]\b)/g)) }))
		.filter(({ text }) => text.trim() !== '');
}

async function readCorpus(corpus: string, name: string): Promise<string> {
	const file = path.join(corpus, name);
	return readFile(file, 'utf8').catch((cause) => {
		throw new Fault(
			'the corpus has no such file',
			file,
			'Name the folder that holds documents.txt, sentences/ and tags/.',
			cause,
		);
	});
}

/**
 * The topics by their `find` and `unless` alone: what a stance brings onto a topic beside them, such as how people are told of a change, or
 * the way out of arbitration, the corpus marks in no category.
 */
export function withoutStances(topics: readonly Topic[]): Topic[] {
	return topics.map((topic) => ({
		...topic,
		rules: Object.fromEntries(
			Object.entries(topic.rules).map(([language, rule]) => [language, { ...rule, stances: [] }]),
		),
	}));
}

/** A sentence is in a category where any topic is found that names it as its counterpart. */
function judgeWith(topics: readonly Topic[], detect: TopicDetector): (text: string) => Set<string> {
	const tagsOf = new Map(topics.map(({ id, counterparts }) => [id, counterparts.claudette]));
	return (text) => new Set(detect(text, 'en').flatMap(({ topic }) => tagsOf.get(topic) ?? []));
}

function scoresOf(documents: readonly (readonly Sentence[])[], judge: (text: string) => Set<string>): Scores {
	const counts = new Map(claudetteTags.map((tag) => [tag, { right: 0, wrong: 0, missed: 0 }]));
	for (const { text, tags } of documents.flat()) {
		const found = judge(text);
		for (const [tag, count] of counts) {
			if (found.has(tag)) count[tags.has(tag) ? 'right' : 'wrong']++;
			else if (tags.has(tag)) count.missed++;
		}
	}
	const all = [...counts.values()];
	const categories = Object.fromEntries([...counts].map(([tag, count]) => [tag, scoreOf(count)]));
	return {
		documents: documents.length,
		sentences: documents.flat().length,
		categories: categories as Record<Category, Score>,
		micro: scoreOf({ right: sum(all, 'right'), wrong: sum(all, 'wrong'), missed: sum(all, 'missed') }),
		macroF1: Object.values(categories).reduce((total, { f1 }) => total + f1, 0) / all.length,
	};
}

type Counts = Pick<Score, 'right' | 'wrong' | 'missed'>;

function sum(counts: readonly Counts[], field: keyof Counts): number {
	return counts.reduce((total, count) => total + count[field], 0);
}

function scoreOf({ right, wrong, missed }: Counts): Score {
	return {
		right,
		wrong,
		missed,
		precision: share(right, right + wrong),
		recall: share(right, right + missed),
		f1: share(2 * right, 2 * right + wrong + missed),
	};
}

function share(part: number, whole: number): number {
	return whole === 0 ? 0 : part / whole;
}

const categoryNames: Readonly<Record<Category, string>> = {
	a: 'arbitration',
	ch: 'unilateral change',
	cr: 'content removal',
	j: 'jurisdiction',
	law: 'choice of law',
	ltd: 'limit of liability',
	pinc: 'privacy included',
	ter: 'termination',
	use: 'acceptance by use',
};

export function formatScores({ all, heldOut, heldOutRule }: ScoreTable): string {
	return [
		`all ${all.documents} documents`,
		...formatTable(all),
		'',
		`the ${heldOut.documents} documents that no rule was written on`,
		...formatTable(heldOut),
		'',
		`held out: ${heldOutRule}`,
	].join('\n');
}

function formatTable({ categories, micro, macroF1, sentences }: Scores): string[] {
	const rows = Object.entries(categories).map(([tag, score]) =>
		formatRow(categoryNames[tag as Category], score),
	);
	const head = ['category', 'right', 'wrong', 'missed', 'precision', 'recall', 'F1'];
	return [
		formatCells(head),
		...rows,
		formatRow('all together (micro)', micro),
		`mean of the categories (macro) F1 ${macroF1.toFixed(3)}, ${sentences} sentences`,
	];
}

function formatRow(name: string, { right, wrong, missed, precision, recall, f1 }: Score): string {
	const shares = [precision, recall, f1].map((each) => each.toFixed(3));
	return formatCells([name, right, wrong, missed, ...shares]);
}

function formatCells([name, ...cells]: readonly (string | number)[]): string {
	return `${String(name).padEnd(22)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
}
