/** `npm run join-shards -- <folder of bundles> [--archive dir]`: puts what the shards of a capture recorded on the branch that is checked out. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { joinShards } from '../src/archive/join-shards.ts';
import { archive } from './arguments.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { archive } });
	const [folder = '.'] = positionals;
	const names = (await readdir(folder)).filter((name) => name.endsWith('.bundle')).sort();
	const bundles = names.map((name) => path.join(folder, name));
	const { versions, leftOut } = await joinShards(values.archive, bundles, new Date());
	console.log(`${versions} recorded versions of ${bundles.length} shards`);
	for (const name of leftOut)
		console.log(`::warning::${name} was changed by somebody meanwhile: the next capture fetches it again.`);
});
