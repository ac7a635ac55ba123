/** `npm run bench:notice -- <archive> [--json]`: what the days that pages give themselves tell, and how often that is right; `--draw 40 --seed 1`: changes to read. */
import { parseArgs } from 'node:util';
import { analyseAsFits } from '../src/load/analyse-in-parallel.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { readArchive } from '../src/load/load-archive.ts';
import { flag, parseCount, text } from './arguments.ts';
import { drawChanges, formatNotice, scoreNotice } from './bench/notice-table.ts';
import { run } from './run.ts';

/** Labels of two public archives, no words of theirs. */
const labels = new URL('bench/notice.tsv', import.meta.url).pathname;

await run(async () => {
	const options = { json: flag, draw: text, seed: { type: 'string', default: '1' } } as const;
	const { values, positionals } = parseArgs({ allowPositionals: true, options });
	const archive = await readArchive(positionals[0] ?? archiveDirectory(), analyseAsFits);
	if (values.draw !== undefined) {
		const [count, seed] = [parseCount(values.draw, '--draw'), parseCount(values.seed, '--seed')];
		return console.log(drawChanges(archive, count, seed));
	}
	const scores = await scoreNotice(archive, labels);
	console.log(values.json ? JSON.stringify(scores) : formatNotice(scores));
});
