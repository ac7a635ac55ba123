/** `npm run classes -- <archive> [--json] [--labels <file>] [--draw <count> --seed <number> [--shown]]`: class and rank of every change. */
import { parseArgs } from 'node:util';
import { analyseAsFits } from '../src/load/analyse-in-parallel.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { readArchive } from '../src/load/load-archive.ts';
import { classRows, drawUnseen, formatRows, formatScores, scoreLabels } from './bench/class-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			json: { type: 'boolean', default: false },
			labels: { type: 'string' },
			draw: { type: 'string' },
			seed: { type: 'string', default: '1' },
			shown: { type: 'boolean', default: false },
		},
	});
	const archive = await readArchive(positionals[0] ?? archiveDirectory(), analyseAsFits);
	if (values.draw !== undefined) {
		const from = values.shown ? 'shown' : 'recorded';
		return console.log(drawUnseen(archive, Number(values.draw), Number(values.seed), from));
	}
	const rows = classRows(archive);
	if (values.labels === undefined) return console.log(values.json ? JSON.stringify(rows) : formatRows(rows));
	const scores = await scoreLabels(rows, values.labels);
	console.log(values.json ? JSON.stringify(scores) : formatScores(scores));
});
