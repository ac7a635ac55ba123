/** `npm run init [-- --yes --name words --tagline words --site address --contact address --repository address --examples "A, B"|all|none --commit --archive dir]`: lays out a new collection; asks in a terminal. */
import { parseArgs } from 'node:util';
import {
	alreadyBegun,
	beginCollection,
	commitCollection,
	isBegun,
} from '../src/authoring/layout/begin-collection.ts';
import { chooseExamples, examplePlatforms } from '../src/authoring/layout/example-platforms.ts';
import { findAddresses } from '../src/authoring/layout/repository-address.ts';
import { archive, flag, text } from './arguments.ts';
import { askLayout, ownTerminal } from './ask/ask-layout.ts';
import { formatBegunCollection } from './report/begun-collection.ts';
import { run } from './run.ts';

await run(async () => {
	const said = { name: text, tagline: text, site: text, contact: text, repository: text };
	const all = { type: 'string', default: 'all' } as const;
	const { values } = parseArgs({ options: { archive, ...said, examples: all, yes: flag, commit: flag } });
	const { archive: directory, yes, commit, examples: chosen, ...facts } = values;
	if (await isBegun(directory)) {
		if (!yes) throw alreadyBegun(directory);
		console.log('There is a collection already: nothing was written.');
		return;
	}
	const examples = await examplePlatforms();
	const { name = null, tagline = null, contact = null } = facts;
	const found = await findAddresses(directory, process.env);
	const { site = found.site, repository = found.repository } = facts;
	const known = { name, tagline, site, contact, repository, examples: chooseExamples(chosen, examples) };
	const layout = yes ? known : await askLayout(ownTerminal(), known, examples);
	const begun = await beginCollection(directory, layout);
	if (commit) await commitCollection(directory, begun.written);
	console.log(formatBegunCollection(directory, begun));
});
