/** Begins the page of a provision: finds the clause, fills in what the archive knows, and leaves to people what only they can write. */
import path from 'node:path';
import { topicDetector } from '../analysis/topics/detector.ts';
import { collectionVocabulary } from '../load/collection-vocabulary.ts';
import { provisionSchema, unwritten } from '../model/editorial.ts';
import type { Topic } from '../model/topic.ts';
import { validate } from '../model/validation.ts';
import { assignSlugs } from '../text/slugs.ts';
import { type FoundClause, findClause, type QuotedClause } from './find-clause.ts';
import { pageOf } from './provision-page.ts';
import { refuseUnknown } from './recorded-names.ts';
import { writeNewFile } from './write-new-file.ts';

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
	const { topics } = await collectionVocabulary(directory);
	const known = topics.map(({ id }) => id);
	if (topic !== undefined) refuseUnknown('npm run new-provision', 'topic', topic, known);
	const found = await findClause(directory, request);
	const proposed = topicsOf(found, topics);
	const file = fileOf(directory, request, proposed);
	const page = pageOf(request, topic ?? proposed[0] ?? unwritten, title);
	await writeNewFile(file, page, 'Choose another title (--title): it gives the file its name.');
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
