/** The page of a provision as it begins: what the archive knows, what people have yet to write, and what they may. */
import { stringify } from 'yaml';
import { unwritten } from '../model/editorial.ts';
import type { QuotedClause } from './find-clause.ts';

/** The optional fields as comments: to be filled where there is something to say, and removed otherwise. */
const optionalFields = `# Optional: remove the # where there is something to say, and the line where there is not.
# author: Your name
# quotedAsOf: 2026-06-16        # for a clause that is gone: a day on which it stood
# leavesOpen: What the text leaves open.
# affected:
#   people: Whom it concerns.
#   organisations: Which of them, and how.
# exposure:
#   level: medium               # low, medium or high
#   reason: Why.
# regulations:
#   - regulation: gdpr          # a file of src/content/regulations
#     citation: Art. 6
#     touches: How the clause and the law meet.
# jurisdictions:
#   - place: Germany
#     differs: What is different there.
# enforcement: What happens to whoever breaks it.
# vendors: What it means for contracts with those who rely on the platform.
# compliance:
#   - What must be kept in mind.
# diligence:
#   - A step to take.
# questions:
#   - question: What people ask.
#     answer: The answer.
`;

/**
 * MDX. Whatever the texts are, they come out of its head as they went in.
 * @param topic `Topic.id`, or `unwritten`
 * @param title left out: to be written
 */
export function pageOf(
	{ platform, agreement, quote, reviewed }: QuotedClause,
	topic: string,
	title?: string,
): string {
	const { exact, prefix, suffix } = quote;
	const onOneLine = exact.replace(/\s+/g, ' ').trim();
	const isAlone = prefix === undefined && suffix === undefined;
	const fields = {
		platform,
		agreement,
		title: title ?? `${unwritten}: what the clause does, in a few words`,
		topic,
		quote: isAlone ? onOneLine : { exact: onOneLine, ...(prefix && { prefix }), ...(suffix && { suffix }) },
		reviewed,
		lead: `${unwritten}: one sentence in plain language`,
		whyItMatters: `${unwritten}: why it matters, and to whom`,
	};
	return `---\n${stringify(fields, { lineWidth: 100 })}${optionalFields}---\n`;
}
