/** `npm run join-shards -- <folder of bundles> [--archive dir]`: puts what the shards of a capture recorded on the branch that is checked out. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { joinShards } from '../src/archive/join-shards.ts';
import { Fault } from '../src/model/fault.ts';
import { archive } from './arguments.ts';
import { annotate } from './report/annotate.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { archive } });
	const [folder = '.'] = positionals;
	const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
	const names = files.map(({ name }) => name).filter((name) => name.endsWith('.bundle'));
	const bundles = names.sort().map((name) => path.join(folder, name));
	const { versions, leftOut } = await joinShards(values.archive, bundles, new Date()).catch(
		(error: Error) => {
			annotate('error', `${error instanceof Fault ? error.what : error.message}. Nothing was pushed.`);
			throw error;
		},
	);
	console.log(`${versions} recorded versions of ${bundles.length} shards`);
	for (const name of leftOut)
		annotate('warning', `${name} was changed by somebody meanwhile: the next capture fetches it again.`);
});
