/** Begins the page of a provision: finds the clause, fills in what the archive knows, and leaves to people what only they can write. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { topicDetector } from '../analysis/topics/detector.ts';
import { readVocabulary } from '../archive/vocabulary.ts';
import { vocabularyFolder } from '../load/load-archive.ts';
import { provisionSchema, unwritten } from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import type { Topic } from '../model/topic.ts';
import { validate } from '../model/validation.ts';
import { assignSlugs } from '../text/slugs.ts';
import { type FoundClause, findClause, type QuotedClause } from './find-clause.ts';
import { pageOf } from './provision-page.ts';
import { refuseUnknown } from './recorded-names.ts';

export interface ProvisionRequest extends QuotedClause {
	readonly title?: string | undefined;
	/** `Topic.id`; left out: proposed. */
	readonly topic?: string | undefined;
}

export interface BegunProvision extends FoundClause {
	/** The file that was written. */
	readonly file: string;
	/** `Topic.id` of each topic that was found on the clauses; the first is the one written, unless another was asked for. */
	readonly topics: readonly string[];
}

/**
 * @param directory of the collection
 * @throws Fault where the quote or what is named is not there, or the file is; nothing is written then
 */
export async function beginProvision(directory: string, request: ProvisionRequest): Promise<BegunProvision> {
	const { reviewed, topic, title } = request;
	validate(provisionSchema.shape.reviewed, reviewed, '--reviewed', 'Name a day, such as 2026-06-16.');
	const { topics } = await readVocabulary(vocabularyFolder());
	const known = topics.map(({ id }) => id);
	if (topic !== undefined) refuseUnknown('topic', topic, known);
	const found = await findClause(directory, request);
	const proposed = topicsOf(found, topics);
	const file = fileOf(directory, request, proposed);
	await writeNew(file, pageOf(request, topic ?? proposed[0] ?? unwritten, title));
	return { ...found, file, topics: proposed };
}

function topicsOf({ clauses, agreement }: FoundClause, topics: readonly Topic[]): readonly string[] {
	const detect = topicDetector(topics);
	const found = clauses.flatMap((text) => detect(text, agreement.language));
	return [...new Set(found.map(({ topic }) => topic))];
}

/** Named after the title; else after the topic; else after the first words of the quote. */
function fileOf(
	directory: string,
	{ platform, title, topic, quote }: ProvisionRequest,
	proposed: readonly string[],
): string {
	const name = title ?? topic ?? proposed[0] ?? quote.exact.trim().split(/\s+/).slice(0, 6).join(' ');
	const slug = assignSlugs([name]).get(name) as string;
	return path.join(directory, 'provisions', platform, `${slug}.mdx`);
}

async function writeNew(file: string, text: string): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
		throw new Fault(
			'there is such a file already',
			file,
			'Nothing was written. Choose another title (--title): it gives the file its name.',
			error,
		);
	});
}
