/** `npm run reextract [-- --archive dir --platform name --dry-run]`: reads the newest snapshots again and records what differs as technical; exit code 1 if one could not be read. */
import { parseArgs } from 'node:util';
import { reextractArchive } from '../src/ingest/reextract.ts';
import { archive, flag, text } from './arguments.ts';
import { formatRereadings } from './report/rereading-report.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive, platform: text, 'dry-run': flag } });
	const mode = values['dry-run'] ? 'dry-run' : 'record';
	const all = await reextractArchive({ directory: values.archive, platform: values.platform, mode });
	console.log(formatRereadings(all, mode));
	if (all.some(({ kind }) => kind === 'failed' || kind === 'held')) process.exitCode = 1;
});
