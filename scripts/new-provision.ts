/** `npm run new-provision -- --platform name --agreement name --quote "words" [--prefix --suffix --title --topic --reviewed day --archive dir]`: begins the page of a provision. */
import { parseArgs } from 'node:util';
import { beginProvision } from '../src/authoring/begin-provision.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { Fault } from '../src/model/fault.ts';
import { formatBegun } from './report/begun-provision.ts';
import { run } from './run.ts';

await run(async () => {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		options: {
			archive: { type: 'string', default: archiveDirectory() },
			reviewed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
			...{
				platform: text,
				agreement: text,
				quote: text,
				prefix: text,
				suffix: text,
				title: text,
				topic: text,
			},
		},
	});
	const { archive, platform, agreement, quote: exact, prefix, suffix, ...rest } = values;
	if (platform === undefined || agreement === undefined || exact === undefined)
		throw new Fault(
			'platform, agreement and quote are needed',
			'npm run new-provision',
			'npm run new-provision -- --platform <name> --agreement "<name>" --quote "<words of the clause>"',
		);
	const quote = { exact, prefix, suffix };
	const begun = await beginProvision(archive, { platform, agreement, quote, ...rest });
	console.log(formatBegun(begun));
});
