/** `npm run bench:topics -- <corpus> [--json]` or `--archive <dir> [--labels <file> | --draw <topic|all> --seed 1] [--json]`: how well the topics' rules find what people marked, or what they cost and find on an archive. */
import { parseArgs } from 'node:util';
import { topicDetector } from '../src/analysis/topics/detector.ts';
import { readVocabulary } from '../src/archive/vocabulary.ts';
import { vocabularyFolder } from '../src/load/load-archive.ts';
import { Fault } from '../src/model/fault.ts';
import { formatCost, measureCost } from './bench/topic-cost.ts';
import { drawHits, formatHits } from './bench/topic-hits.ts';
import { formatLabels, measureLabels } from './bench/topic-labels.ts';
import { formatScores, measureScores } from './bench/topic-scores.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			json: { type: 'boolean', default: false },
			archive: { type: 'string' },
			draw: { type: 'string' },
			labels: { type: 'string' },
			seed: { type: 'string', default: '1' },
		},
	});
	const { topics } = await readVocabulary(vocabularyFolder());
	const show = <Figures>(figures: Figures, format: (figures: Figures) => string) =>
		console.log(values.json ? JSON.stringify(figures) : format(figures));
	const { archive, draw, labels, seed } = values;
	if (archive !== undefined && draw !== undefined)
		show(await drawHits(archive, topics, draw, Number(seed)), formatHits);
	else if (archive !== undefined && labels !== undefined)
		show(await measureLabels(archive, labels, topics), formatLabels);
	else if (archive !== undefined) show(await measureCost(archive, topics), formatCost);
	else show(await measureScores(corpusOf(positionals), topics, topicDetector(topics)), formatScores);
});

function corpusOf([corpus]: readonly string[]): string {
	if (corpus !== undefined) return corpus;
	const usage = 'npm run bench:topics -- <corpus>, or npm run bench:topics -- --archive <dir>';
	throw new Fault('no corpus and no archive was named', 'npm run bench:topics', usage);
}
