/** `llms.txt`: where a program that reads for somebody finds what it needs (https://llmstxt.org). */
import type { Archive } from '../../model/archive.ts';
import { grouped } from '../../text/counts-in-words.ts';
import { apiAddress, apiFiles, dataUrl } from '../addresses/api-urls.ts';
import { aboutUrl, absolute, feedsUrl, methodologyUrl, platformsUrl, topicsUrl } from '../addresses/urls.ts';
import { holdings } from '../overview/holdings.ts';

export function llmsText(archive: Archive): string {
	const { name, tagline, api } = archive.collection;
	const { agreements, since } = holdings(archive);
	const held = `${grouped(agreements)} agreements of ${grouped(archive.platforms.length)} platforms, ${grouped(archive.entries.length)} recorded versions${since === null ? '' : ` since ${since.slice(0, 10)}`}`;
	return `# ${name}

> ${tagline}: ${held}. Every change clause by clause, with the commit that proves it.

What stands here is what was served to one robot from one place. It says what a text says and said, not whether that can be enforced.
Quote word for word, with the commit and the address that stand beside each quote. Sides on topics are found by rule, not reviewed.

${api ? answers() : pages()}
## More

- [Methodology](${absolute(methodologyUrl())}): how changes are classed and ranked, how topics are found, and how well
- [Data set](${absolute(dataUrl())}): the same as tables, with the schema of each column
- [Feeds](${absolute(feedsUrl())}): RSS and JSON Feed, of all that is here and of each part
- [About](${absolute(aboutUrl())}): who keeps it, and what it is not
`;
}

function answers(): string {
	const of = (file: string): string => `${apiAddress('')}${file}`;
	return `## Answers as JSON

- [OpenAPI document](${of(apiFiles.openapi)}): all answers, and how the text of any version is put together
- [Index](${of(apiFiles.index)}): platforms, topics and months, each with its address
- [Lookup](${of(apiFiles.lookup)}): agreements by name and by the address that they are fetched from
- [Provisions](${of(apiFiles.provisions)}): clauses that a person explained
- \`${of(apiFiles.platform('{platform}'))}\`: which side a platform takes on which topic, with the clauses that prove it
- \`${of(apiFiles.agreement('{platform}', '{agreement}'))}\`: every recorded version, and what changed
- \`${of(apiFiles.clauses('{platform}', '{agreement}'))}\`: every clause in every wording: the text of any day
- \`${of(apiFiles.topic('{topic}'))}\`: which platform takes which side on a topic
- \`${of(apiFiles.month('{month}'))}\`: the changes of a month
`;
}

function pages(): string {
	return `## Pages

- [Platforms](${absolute(platformsUrl())}): every platform, and its agreements
- [Topics](${absolute(topicsUrl())}): who takes which side on what
`;
}
