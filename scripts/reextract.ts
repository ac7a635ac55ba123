/** `npm run reextract [-- --archive dir --platform name --dry-run]`: reads the newest snapshots again and records what differs as technical; exit code 1 if one could not be read. */
import { parseArgs } from 'node:util';
import { reextractArchive } from '../src/ingest/reextract.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { lineDiff } from './report/line-diff.ts';
import { run } from './run.ts';

/** Lines of a difference: enough to see what kind of change it is. */
const shownLines = 24;

await run(async () => {
	const { values } = parseArgs({
		options: {
			archive: { type: 'string', default: archiveDirectory() },
			platform: { type: 'string' },
			'dry-run': { type: 'boolean', default: false },
		},
	});
	const mode = values['dry-run'] ? 'dry-run' : 'record';
	const all = await reextractArchive({ directory: values.archive, platform: values.platform, mode });
	for (const each of all) {
		if (each.kind === 'same' || each.kind === 'no snapshot') continue;
		console.log(`${each.kind}  ${each.platform} › ${each.agreement}: ${each.detail}`);
		if (each.kind === 'differs' && mode === 'dry-run')
			console.log(`${lineDiff(each.before, each.after, shownLines)}\n`);
	}
	const kinds = ['same', 'differs', 'held', 'failed', 'no snapshot'] as const;
	console.log(
		kinds.map((kind) => `${all.filter((each) => each.kind === kind).length} ${kind}`).join(', ') +
			(mode === 'dry-run' ? ' (dry run: nothing recorded)' : ''),
	);
	if (all.some(({ kind }) => kind === 'failed' || kind === 'held')) process.exitCode = 1;
});
