/** `npm run build-shard -- analyse|render --shard 2/3 --to <folder> [--shards <folder>] [--out-dir dist] [--cache <directory>]`: one machine's share of a build that several make. */
import { parseArgs } from 'node:util';
import { analyseShard } from '../src/build/shards/analyse-shard.ts';
import { renderShard } from '../src/build/shards/render-shard.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import type { Fault } from '../src/model/fault.ts';
import { parseShard } from '../src/model/shard.ts';
import { needed, text } from './arguments.ts';
import { formatAnalysed, formatRendered } from './report/shard-report.ts';
import { run } from './run.ts';

const usage = 'npm run build-shard -- analyse --shard 2/3 --to <folder>, then render with --shards <folder>';

await run(async () => {
	const outDir = { type: 'string', default: 'dist' } as const;
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { shard: text, to: text, shards: text, 'out-dir': outDir, cache: text },
	});
	const shard = parseShard(needed(values.shard, 'no shard is named', usage));
	const to = needed(values.to, 'no folder is named for what the shard leaves', usage);
	const onWarning = ({ message }: Fault) => console.error(`Warning: ${message}\n`);
	const outDirectory = values['out-dir'];
	const places = {
		archive: archiveDirectory(),
		outDir: outDirectory,
		cache: values.cache,
		shard,
		to,
		onWarning,
	};
	const [stage] = positionals;
	if (stage === 'analyse') console.log(formatAnalysed(await analyseShard(places), shard));
	else {
		needed(stage === 'render' ? stage : undefined, 'a shard can analyse or render, nothing else', usage);
		const shards = needed(values.shards, 'no folder is named that holds what the shards analysed', usage);
		console.log(formatRendered(await renderShard({ ...places, shards }), shard));
	}
});
