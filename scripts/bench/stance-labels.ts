/** What single sentences do, read one by one before any rule for their stance was written: `src/content/stance-labels.tsv`. */

import { mentions } from '../../src/analysis/topics/stance-detector.ts';
import { Fault } from '../../src/model/fault.ts';
import { type ReadSentence, recordedSentences } from './stance-sentences.ts';
import { type Stance, stanceTopics } from './stance-topics.ts';

export interface StanceLabel {
	/** Name of the archive in which it was read. */
	readonly archive: string;
	readonly path: string;
	readonly commit: string;
	readonly topic: string;
	readonly stance: Stance;
	readonly hash: string;
}

/** Half of all sentences, by a rule that asks nobody: the last hex digit of the hash is even. */
export function isHeldOut({ hash }: Pick<StanceLabel, 'hash'>): boolean {
	return Number.parseInt(hash.at(-1) as string, 16) % 2 === 0;
}

const columns = ['archive', 'path', 'commit', 'topic', 'stance', 'hash'];
const remedy = `Each line is: ${columns.join(', tab, ')}.`;

/**
 * Empty lines and the head are passed over.
 * @throws Fault that names the line
 */
export function parseStanceLabels(text: string, where: string): StanceLabel[] {
	return text.split(/\r?\n/).flatMap((line, index) => {
		if (line === '' || line === columns.join('\t')) return [];
		const [archive = '', path = '', commit = '', topic = '', stance = '', hash = ''] = line.split('\t');
		const place = `${where}:${index + 1}`;
		if (!/^[0-9a-f]{12}$/.test(hash)) throw new Fault(`not a label: ${line.slice(0, 80)}`, place, remedy);
		const known = stanceTopics[topic];
		if (known === undefined)
			throw new Fault(`${topic} is no topic with stances`, place, oneOf(Object.keys(stanceTopics)));
		const values = ['-', mentions, ...known.values];
		if (!values.includes(stance)) throw new Fault(`${stance} is no stance on ${topic}`, place, oneOf(values));
		return [{ archive, path, commit, topic, stance: stance === '-' ? null : stance, hash }];
	});
}

function oneOf(names: readonly string[]): string {
	return `Name one of: ${names.join(', ')}.`;
}

export interface FoundLabel extends ReadSentence, StanceLabel {}

/** Labelled sentences as they stand in the archives; those of other archives are left out. */
export async function findLabelled(
	archives: readonly string[],
	labels: readonly StanceLabel[],
): Promise<FoundLabel[]> {
	const ofText = [...Map.groupBy(labels, ({ commit, path }) => `${commit}:${path}`).values()];
	const found: FoundLabel[] = [];
	for (const archive of archives) {
		let at = 0;
		const texts = recordedSentences(
			archive,
			ofText.map(([first]) => first as StanceLabel),
		);
		for await (const sentences of texts) found.push(...labelledOf(sentences ?? [], ofText[at++] ?? []));
	}
	return [...new Map(found.map((each) => [keyOf(each), each])).values()];
}

/** Of archives that hold the same commits, a sentence counts once. */
function keyOf({ commit, path, topic, hash }: StanceLabel): string {
	return [commit, path, topic, hash].join(' ');
}

function labelledOf(sentences: readonly ReadSentence[], labels: readonly StanceLabel[]): FoundLabel[] {
	return labels.flatMap((label) => {
		const sentence = sentences.find(({ hash }) => hash === label.hash);
		return sentence === undefined ? [] : [{ ...sentence, ...label }];
	});
}
