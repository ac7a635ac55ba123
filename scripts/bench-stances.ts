/** `npm run bench:stances -- <archive>… [--misses] [--json]`: how well it is told what a sentence does; `--draw 36 --seed 1 <archive>…`: sentences to label; `--predict <table>`: what each sentence of a table does. */
import { parseArgs } from 'node:util';
import { stanceDetector } from '../src/analysis/topics/stance-detector.ts';
import { readVocabulary } from '../src/archive/vocabulary.ts';
import { vocabularyFolder } from '../src/load/collection-vocabulary.ts';
import { flag, needed, parseCount, text } from './arguments.ts';
import { drawSentences, formatDrawn } from './bench/stance-draw.ts';
import { predictStances } from './bench/stance-predictions.ts';
import { formatStances, labelFile, measureStances } from './bench/stance-scores.ts';
import { run } from './run.ts';

const usage = 'npm run bench:stances -- <archive>…, or npm run bench:stances -- --predict <table>';
const seed = { type: 'string', default: '1' } as const;

await run(async () => {
	const options = { json: flag, misses: flag, draw: text, seed, predict: text };
	const { values, positionals: archives } = parseArgs({ allowPositionals: true, options });
	const { topics } = await readVocabulary(vocabularyFolder());
	const detect = stanceDetector(topics);
	if (values.predict !== undefined) {
		const predictions = await predictStances(values.predict, topics, detect);
		for (const each of predictions) console.log(JSON.stringify(each));
		return;
	}
	needed(archives[0], 'no archive was named', usage);
	if (values.draw !== undefined) {
		const [count, seed] = [parseCount(values.draw, '--draw'), parseCount(values.seed, '--seed')];
		return console.log(formatDrawn(await drawSentences(archives, topics, count, seed)));
	}
	const table = await measureStances(archives, labelFile, detect);
	console.log(values.json ? JSON.stringify(table) : formatStances(table, values.misses));
});
