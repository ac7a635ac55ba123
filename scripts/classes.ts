/** `npm run classes -- <archive> [--json] [--labels <file>] [--draw <count> --seed <number> [--shown]]`: class and rank of every change. */
import { parseArgs } from 'node:util';
import { analyseAsFits } from '../src/load/analyse-in-parallel.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { readArchive } from '../src/load/load-archive.ts';
import { flag, text } from './arguments.ts';
import { classRows, drawUnseen, formatRows, formatScores, scoreLabels } from './bench/class-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { json: flag, labels: text, draw: text, seed: { type: 'string', default: '1' }, shown: flag },
	});
	const { json, labels, draw, seed, shown } = values;
	const archive = await readArchive(positionals[0] ?? archiveDirectory(), analyseAsFits);
	if (draw !== undefined)
		return console.log(drawUnseen(archive, Number(draw), Number(seed), shown ? 'shown' : 'recorded'));
	const rows = classRows(archive);
	if (labels === undefined) return console.log(json ? JSON.stringify(rows) : formatRows(rows));
	const scores = await scoreLabels(rows, labels);
	console.log(json ? JSON.stringify(scores) : formatScores(scores));
});
