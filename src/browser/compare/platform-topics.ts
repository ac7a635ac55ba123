/** Fetches what the rules of topics found at a platform: its public file. */
import type { TopicsFile } from '../../site/topics/topics-json.ts';
import { readPackedJson } from '../packed-json.ts';

/** @throws Error where it cannot be had or read */
export async function fetchTopics(base: string, platform: string): Promise<TopicsFile> {
	const answer = await fetch(`${base}${platform}/topics.json.gz`);
	if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
	return (await readPackedJson(answer)) as TopicsFile;
}
