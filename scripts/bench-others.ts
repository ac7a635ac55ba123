/** `npm run bench:others -- <archive> [--draw <count> --seed <number>] [--json]`: are the first quotes that other platforms are shown with on the subject? Measured on `scripts/bench/others.tsv`. */
import { parseArgs } from 'node:util';
import { analyseAsFits } from '../src/load/analyse-in-parallel.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { readArchive } from '../src/load/load-archive.ts';
import { drawClauses, formatVerdicts, judgeOthers } from './bench/others-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			draw: { type: 'string' },
			seed: { type: 'string', default: '1' },
			json: { type: 'boolean', default: false },
		},
	});
	const archive = await readArchive(positionals[0] ?? archiveDirectory(), analyseAsFits);
	if (values.draw !== undefined)
		return console.log(drawClauses(archive, Number(values.draw), Number(values.seed)));
	const verdicts = await judgeOthers(archive);
	console.log(values.json ? JSON.stringify(verdicts) : formatVerdicts(verdicts));
});
