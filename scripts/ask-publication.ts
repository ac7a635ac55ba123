/** `npm run ask-publication -- --branch name [--summary file --output file]`: asks GitHub whether the site can be published, and where; says so as a step of a workflow does. */
import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { repositoryFrom } from '../src/forge/github.ts';
import { askPublication } from '../src/forge/publication.ts';
import { needed, text } from './arguments.ts';
import { annotate } from './report/annotate.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { branch: text, summary: text, output: text } });
	const branch = needed(values.branch, 'no branch is named', 'npm run ask-publication -- --branch main');
	const { site, notices } = await askPublication(repositoryFrom(process.env), branch);
	const lines = notices.map((notice) => `${notice}\n\n`).join('');
	if (values.summary) await appendFile(values.summary, lines);
	if (values.output) await appendFile(values.output, `publishes=${site !== null}\nsite=${site ?? ''}\n`);
	console.log(site === null ? 'Nothing can be published.' : `The site is published at ${site}/`);
	for (const notice of notices) annotate('notice', notice);
});
