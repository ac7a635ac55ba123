/** `npm run bench:topics -- <corpus> [--json]` or `--archive <dir> [--labels <file> | --draw <topic|all> --seed 1] [--json]`: how well the topics' rules find what people marked, or what they cost and find on an archive. */
import { parseArgs } from 'node:util';
import { topicDetector } from '../src/analysis/topics/detector.ts';
import { readVocabulary } from '../src/archive/vocabulary.ts';
import { vocabularyFolder } from '../src/load/collection-vocabulary.ts';
import { flag, needed, text } from './arguments.ts';
import { formatCost, measureCost } from './bench/topic-cost.ts';
import { drawHits, formatHits } from './bench/topic-hits.ts';
import { formatLabels, measureLabels } from './bench/topic-labels.ts';
import { formatScores, measureScores, withoutStances } from './bench/topic-scores.ts';
import { run } from './run.ts';

const usage = 'npm run bench:topics -- <corpus>, or npm run bench:topics -- --archive <dir>';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { json: flag, archive: text, draw: text, labels: text, seed: { type: 'string', default: '1' } },
	});
	const { json, archive, draw, labels, seed } = values;
	const { topics } = await readVocabulary(vocabularyFolder());
	const show = <Figures>(figures: Figures, format: (figures: Figures) => string) =>
		console.log(json ? JSON.stringify(figures) : format(figures));
	if (archive === undefined) {
		const corpus = needed(positionals[0], 'no corpus and no archive was named', usage);
		show(await measureScores(corpus, topics, topicDetector(withoutStances(topics))), formatScores);
	} else if (draw !== undefined) show(await drawHits(archive, topics, draw, Number(seed)), formatHits);
	else if (labels !== undefined) show(await measureLabels(archive, labels, topics), formatLabels);
	else show(await measureCost(archive, topics), formatCost);
});
