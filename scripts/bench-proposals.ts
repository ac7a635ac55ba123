/** `npm run bench:proposals -- <folder> [--json]`: how many of the words recorded from the pages of `snapshots/` their proposed element holds. */
import { parseArgs } from 'node:util';
import { flag, needed } from './arguments.ts';
import { formatProposals, measureProposals } from './bench/proposal-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: flag } });
	const folder = needed(positionals[0], 'no folder was named', 'npm run bench:proposals -- <folder>');
	const results = await measureProposals(folder);
	console.log(values.json ? JSON.stringify(results, null, '\t') : formatProposals(results));
});
