/** A vocabulary of few topics, for tests that build sites: one of all topics makes hundreds of pages that no test looks at. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { Regulation } from '../model/regulation.ts';
import { root } from '../root.ts';

const shipped = path.join(root, 'src', 'content');

/**
 * Writes into the folder these topics as they ship, the word lists, and every regulation with what it says of these topics.
 * @returns the folder, for VOCABULARY
 */
export function writeSmallVocabulary(folder: string, topics: readonly [string, ...string[]]): string {
	cpSync(path.join(shipped, 'word-lists'), path.join(folder, 'word-lists'), { recursive: true });
	for (const kind of ['topics', 'regulations']) mkdirSync(path.join(folder, kind));
	for (const topic of topics) {
		const file = path.join('topics', `${topic}.yml`);
		copyFileSync(path.join(shipped, file), path.join(folder, file));
	}
	for (const name of readdirSync(path.join(shipped, 'regulations'))) {
		const file = path.join('regulations', name);
		const regulation = parse(readFileSync(path.join(shipped, file), 'utf8')) as Regulation;
		writeFileSync(path.join(folder, file), stringify(onTopics(regulation, topics)));
	}
	return folder;
}

/** Texts of topics cite regulations that touch none of these: such a one is said to touch the first. */
function onTopics(regulation: Regulation, topics: readonly [string, ...string[]]): Regulation {
	const touched = regulation.topics.filter(({ topic }) => topics.includes(topic));
	const another = regulation.topics.slice(0, 1).map((part) => ({ ...part, topic: topics[0] }));
	return { ...regulation, topics: touched.length > 0 ? touched : another };
}
