/** `npm run replay -- <snapshots repository> <declarations> [--versions <repository>] [--json]`: captures another archive's snapshots anew. */
import { parseArgs } from 'node:util';
import { flag, needed, text } from './arguments.ts';
import { replay } from './bench/replay-run.ts';
import { compareReplay, formatReplay } from './bench/replay-table.ts';
import { run } from './run.ts';

const missing = 'snapshots or declarations were not named';
const usage = 'npm run replay -- <snapshots repository> <folder of declarations> [--versions <repository>]';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { versions: text, json: flag },
	});
	const snapshots = needed(positionals[0], missing, usage);
	const declarations = needed(positionals[1], missing, usage);
	const onRun = (day: string, done: number, all: number) => {
		if (process.stderr.isTTY) process.stderr.write(`\r${day}  ${done} of ${all} snapshots`);
	};
	const replayed = await replay({ snapshots, declarations, onRun });
	const table = await compareReplay(replayed, values.versions);
	console.log(values.json ? JSON.stringify(table) : formatReplay(table));
});
