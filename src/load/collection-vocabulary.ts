/** The topics and regulations that an archive is read with: the machine's, and what the collection adds or puts in their place. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { topicDetector } from '../analysis/topics/detector.ts';
import { type CheckedVocabulary, checkVocabulary, type Vocabulary } from '../archive/vocabulary.ts';
import { Fault } from '../model/fault.ts';
import type { Topic } from '../model/topic.ts';
import { root } from '../root.ts';

/**
 * Rules of the collection's own are tried here, so that a pattern which nobody can read is told with its file, and not by whichever process
 * asks first. Those of the machine are not: to compile them takes a third of a second, and the analysis does it anyway.
 * @param directory of the collection
 */
export async function checkCollectionVocabulary(directory: string): Promise<CheckedVocabulary> {
	const shipped = { directory: vocabularyFolder(), name: 'src/content/' };
	const vocabulary = await checkVocabulary(shipped, { directory, name: '' });
	const own = vocabulary.topics.filter(({ file }) => !file.startsWith(shipped.name));
	const tried = await Promise.all(
		own.map(async (topic) => ({ id: topic.id, faults: await unreadableRules(topic, directory) })),
	);
	const broken = new Set(tried.filter(({ faults }) => faults.length > 0).map(({ id }) => id));
	return {
		...vocabulary,
		// A topic that nobody can look for is one all the same: texts may name it.
		topics: vocabulary.topics.map((topic) => (broken.has(topic.id) ? { ...topic, rules: {} } : topic)),
		faults: [...vocabulary.faults, ...tried.flatMap(({ faults }) => faults)],
	};
}

/** @throws Fault for the first file that is wrong */
export async function collectionVocabulary(directory: string): Promise<Vocabulary> {
	const { faults, ...vocabulary } = await checkCollectionVocabulary(directory);
	if (faults[0] !== undefined) throw faults[0];
	return vocabulary;
}

/** VOCABULARY names other topics and regulations than those that ship with the machine: to try rules out before they are proposed. */
export function vocabularyFolder(): string {
	return process.env.VOCABULARY || path.join(root, 'src', 'content');
}

async function unreadableRules(topic: Topic, directory: string): Promise<Fault[]> {
	try {
		topicDetector([topic]);
		return [];
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		const file = path.join(directory, error.where);
		const line = lineQuoted(error.what, await readFile(file, 'utf8'));
		return [new Fault(error.what, line === 0 ? file : `${file}:${line}`, error.remedy, error)];
	}
}

/** The line that holds what a complaint quotes, a pattern or the name of a stance; 0 where none does. */
function lineQuoted(complaint: string, text: string): number {
	const [, quoted = ''] = /“([^”]+)”/.exec(complaint) ?? [];
	return text.split('\n').findIndex((line) => quoted !== '' && line.includes(quoted)) + 1;
}
