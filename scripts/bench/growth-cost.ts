/** What a build costs as its archive grows: archives of four sizes made of one, each built once with nothing kept. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildCost, buildCost } from './bench-build.ts';
import { type GrownArchive, type Growth, growArchive } from './grown-archive.ts';

export interface GrowthStep extends GrownArchive {
	/** "10 %", "4 times" */
	readonly name: string;
	readonly cost: BuildCost;
}

const sizes: readonly (Growth & { readonly name: string })[] = [
	{ name: '1 %', share: 0.01, copies: 1 },
	{ name: '10 %', share: 0.1, copies: 1 },
	{ name: '100 %', share: 1, copies: 1 },
	{ name: '4 times', share: 1, copies: 4 },
];

/** One after the other; each archive and its site are removed before the next, which may take hours. */
export async function* measureGrowth(archive: string): AsyncGenerator<GrowthStep> {
	for (const { name, ...growth } of sizes) {
		const folder = await mkdtemp(path.join(tmpdir(), 'clausetrail-growth-'));
		const grown = path.join(folder, 'archive');
		await mkdir(grown);
		try {
			const size = await growArchive(path.resolve(archive), grown, growth);
			const cost = await buildCost(grown, path.join(folder, 'site'), path.join(folder, 'cache'));
			yield { name, ...size, cost };
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
}
