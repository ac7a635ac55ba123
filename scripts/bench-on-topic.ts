/** `npm run bench:on-topic`: what people who read pages of a platform on a topic said of them; `-- <archive> --draw 30 --seed 1`: pages to read. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { analyseAsFits } from '../src/load/analyse-in-parallel.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { readArchive } from '../src/load/load-archive.ts';
import { parseCount, text } from './arguments.ts';
import { drawPages, formatPageLabels, parsePageLabels } from './bench/on-topic-table.ts';
import { run } from './run.ts';

/** Labels of a public archive, no words of its agreements. */
const labels = new URL('bench/on-topic.tsv', import.meta.url).pathname;

await run(async () => {
	const options = { draw: text, seed: { type: 'string', default: '1' } } as const;
	const { values, positionals } = parseArgs({ allowPositionals: true, options });
	if (values.draw === undefined)
		return console.log(formatPageLabels(parsePageLabels(await readFile(labels, 'utf8'), labels)));
	const archive = await readArchive(positionals[0] ?? archiveDirectory(), analyseAsFits);
	const [count, seed] = [parseCount(values.draw, '--draw'), parseCount(values.seed, '--seed')];
	console.log(drawPages(archive, count, seed).join('\n'));
});
