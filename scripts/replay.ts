/** `npm run replay -- <snapshots repository> <declarations> [--versions <repository>] [--json]`: captures another archive's snapshots anew. */
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { replay } from './bench/replay-run.ts';
import { compareReplay, formatReplay } from './bench/replay-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { versions: { type: 'string' }, json: { type: 'boolean', default: false } },
	});
	const [snapshots, declarations] = positionals;
	if (snapshots === undefined || declarations === undefined)
		throw new Fault(
			'snapshots or declarations were not named',
			'npm run replay',
			'npm run replay -- <snapshots repository> <folder of declarations> [--versions <repository>]',
		);
	const onRun = (day: string, done: number, all: number) => {
		if (process.stderr.isTTY) process.stderr.write(`\r${day}  ${done} of ${all} snapshots`);
	};
	const replayed = await replay({ snapshots, declarations, onRun });
	const table = await compareReplay(replayed, values.versions);
	console.log(values.json ? JSON.stringify(table) : formatReplay(table));
});
