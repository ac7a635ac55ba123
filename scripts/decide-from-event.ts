/** `npm run decide-from-event -- --event file [--summary file --output file] [--archive dir]`: does what a comment or a form at GitHub asks for, and says what came of it. */
import { appendFile, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decideFromEvent } from '../src/forge/decide-from-event.ts';
import { archive, needed, text } from './arguments.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive, event: text, summary: text, output: text } });
	const usage = 'npm run decide-from-event -- --event "$GITHUB_EVENT_PATH"';
	const file = needed(values.event, 'what was asked for is not said', usage);
	const event: unknown = JSON.parse(await readFile(file, 'utf8'));
	const { words, closes } = await decideFromEvent(values.archive, event, new Date());
	if (values.summary) await appendFile(values.summary, `${words}\n`);
	// One line each, whatever the words hold: JSON has no line breaks of its own.
	const output = `comment=${JSON.stringify({ body: words })}\ncloses=${closes}\n`;
	if (values.output) await appendFile(values.output, output);
	console.log(words);
});
