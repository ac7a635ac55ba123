/** `npm run bench:others -- <archive> [--draw <count> --seed <number>] [--json]`: are the first quotes that other platforms are shown with on the subject? Measured on `scripts/bench/others.tsv`. */
import { parseArgs } from 'node:util';
import { analyseAsFits } from '../src/load/analyse-in-parallel.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { readArchive } from '../src/load/load-archive.ts';
import { flag, text } from './arguments.ts';
import { drawClauses, formatVerdicts, judgeOthers } from './bench/others-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { draw: text, seed: { type: 'string', default: '1' }, json: flag },
	});
	const { draw, seed, json } = values;
	const archive = await readArchive(positionals[0] ?? archiveDirectory(), analyseAsFits);
	if (draw !== undefined) return console.log(drawClauses(archive, Number(draw), Number(seed)));
	const verdicts = await judgeOthers(archive);
	console.log(json ? JSON.stringify(verdicts) : formatVerdicts(verdicts));
});
