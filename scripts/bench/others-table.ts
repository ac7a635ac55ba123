/** Measures how other platforms are set beside a clause, against verdicts that people gave after reading both. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { leastLikeness, type OtherClause, othersLike } from '../../src/analysis/topics/other-platforms.ts';
import type { Agreement, Archive, Platform } from '../../src/model/archive.ts';
import { Fault } from '../../src/model/fault.ts';
import type { TopicFinding } from '../../src/model/topic.ts';
import { sample } from './draw-sample.ts';

/** Quotes of other platforms that a reader sees first. */
const first = 3;

const file = path.join(import.meta.dirname, 'others.tsv');

/** A clause as a provision quotes one. */
interface Quoted {
	readonly platform: Platform;
	readonly agreement: Agreement;
	readonly finding: TopicFinding;
}

interface Line {
	readonly topic: string;
	readonly path: string;
	readonly anchor: string;
	readonly otherPath: string;
	readonly otherAnchor: string;
	readonly onSubject: boolean;
}

export interface Verdicts {
	/** Clauses that were asked for. */
	readonly clauses: number;
	/** Of the first three of each, above the threshold. */
	readonly shown: number;
	readonly onSubject: number;
	/** Shown, though people say that they are off the subject. */
	readonly off: readonly string[];
	/** Shown, and nobody has read them yet. */
	readonly unread: readonly string[];
	/** Clauses of the file that this archive does not hold. */
	readonly missing: readonly string[];
}

/** @throws Fault for a line that is none */
export async function judgeOthers(archive: Archive): Promise<Verdicts> {
	const lines = parse(await readFile(file, 'utf8'));
	const verdicts = new Map(lines.map((line) => [pairOf(line), line.onSubject]));
	const quoted = new Map(standing(archive).map((each) => [nameOf(each), each]));
	const names = [...new Set(lines.map((line) => `${line.topic} ${line.path} ${line.anchor}`))];
	const asked = names.map((name) => quoted.get(name)).filter((each) => each !== undefined);
	const pairs = asked.flatMap((each) =>
		firstOthers(archive, each).map((other) => {
			const { path: otherPath } = other.agreement;
			const pair = `${nameOf(each)} ${otherPath} ${other.finding.anchor}`;
			return { pair, verdict: verdicts.get(pair) };
		}),
	);
	const having = (wanted: boolean | undefined) =>
		pairs.filter(({ verdict }) => verdict === wanted).map(({ pair }) => pair);
	return {
		clauses: asked.length,
		shown: pairs.length,
		onSubject: having(true).length,
		off: having(false),
		unread: having(undefined),
		missing: names.filter((name) => !quoted.has(name)),
	};
}

export function formatVerdicts({ clauses, shown, onSubject, off, unread, missing }: Verdicts): string {
	const list = (title: string, names: readonly string[]) =>
		names.length === 0 ? [] : [`${title}:`, ...names.map((name) => `  ${name}`)];
	return [
		`${clauses} clauses, ${shown} quotes of other platforms: ${onSubject} on the subject, ${off.length} off it, ${unread.length} not read yet`,
		...list('Off the subject', off),
		...list('Not read yet', unread),
		...list('Not in this archive', missing),
	].join('\n');
}

/** Clauses of different topics and platforms, each with what would stand beside it: to read, and to add to the file. */
export function drawClauses(archive: Archive, count: number, seed: number): string {
	const byTopic = Map.groupBy(standing(archive), ({ finding }) => finding.topic);
	const topics = sample([...byTopic.keys()].sort(), count, seed);
	return topics
		.map((topic) => sample(byTopic.get(topic) ?? [], 1, seed)[0] as Quoted)
		.map((each) =>
			[inWords(each), ...firstOthers(archive, each).map((other) => `\t${inWords(other)}`)].join('\n'),
		)
		.join('\n\n');
}

function firstOthers(archive: Archive, { platform, finding }: Quoted): readonly OtherClause[] {
	return othersLike(archive, platform, finding.topic, finding.quote)
		.filter(({ likeness }) => likeness >= leastLikeness)
		.slice(0, first);
}

function inWords(each: Quoted | OtherClause): string {
	const alike = 'likeness' in each ? ` (${each.likeness.toFixed(2)})` : '';
	return `${nameOf(each)}${alike}: ${each.finding.quote}`;
}

/** English alone: who gave the verdicts reads no other language as well. */
function standing({ platforms }: Archive): Quoted[] {
	return platforms.flatMap((platform) =>
		platform.agreements
			.filter(({ language }) => language === 'en')
			.flatMap((agreement) =>
				agreement.topics.findings
					.filter(({ until }) => until === null)
					.map((finding) => ({ platform, agreement, finding })),
			),
	);
}

function nameOf({ agreement, finding }: Quoted): string {
	return `${finding.topic} ${agreement.path} ${finding.anchor}`;
}

function pairOf({ topic, path: own, anchor, otherPath, otherAnchor }: Line): string {
	return `${topic} ${own} ${anchor} ${otherPath} ${otherAnchor}`;
}

/** `topic ⇥ path ⇥ anchor ⇥ path of the other ⇥ its anchor ⇥ yes or no` */
function parse(text: string): Line[] {
	return text.split('\n').flatMap((line, at) => {
		if (line.trim() === '' || line.startsWith('#')) return [];
		const [topic = '', own = '', anchor = '', otherPath = '', otherAnchor = '', verdict = ''] =
			line.split('\t');
		if (verdict !== 'yes' && verdict !== 'no') {
			const remedy =
				'Each line is: topic, path, anchor, path of the other, its anchor, "yes" or "no", with tabs between.';
			throw new Fault(`no verdict: ${line.slice(0, 80)}`, `${file}:${at + 1}`, remedy);
		}
		return { topic, path: own, anchor, otherPath, otherAnchor, onSubject: verdict === 'yes' };
	});
}
