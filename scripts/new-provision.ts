/** `npm run new-provision -- --platform name --agreement name --quote "words" [--prefix --suffix --title --topic --reviewed day --archive dir]`: begins the page of a provision. */
import { parseArgs } from 'node:util';
import { beginProvision } from '../src/authoring/begin-provision.ts';
import { archive, needed, text } from './arguments.ts';
import { formatBegun } from './report/begun-provision.ts';
import { run } from './run.ts';

const missing = 'platform, agreement and quote are needed';
const usage =
	'npm run new-provision -- --platform <name> --agreement "<name>" --quote "<words of the clause>"';

await run(async () => {
	const clause = { platform: text, agreement: text, quote: text, prefix: text, suffix: text };
	const today = { type: 'string', default: new Date().toISOString().slice(0, 10) } as const;
	const { values } = parseArgs({
		options: { archive, ...clause, title: text, topic: text, reviewed: today },
	});
	const { prefix, suffix, title, topic, reviewed } = values;
	const begun = await beginProvision(values.archive, {
		platform: needed(values.platform, missing, usage),
		agreement: needed(values.agreement, missing, usage),
		quote: { exact: needed(values.quote, missing, usage), prefix, suffix },
		...{ title, topic, reviewed },
	});
	console.log(formatBegun(begun));
});
