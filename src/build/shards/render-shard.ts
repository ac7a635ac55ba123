/** One shard's share of the pages and of the search index. Pages that show the whole archive are made where all is put together. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { shelfFor } from '../../load/ledger-cache.ts';
import type { Platform } from '../../model/archive.ts';
import type { Shard } from '../../model/shard.ts';
import { type BegunBuild, type BuildPlaces, beginBuild } from '../begin-build.ts';
import type { Units } from '../kept-site.ts';
import { pageCode, renderingCode } from '../page-code/page-code.ts';
import { renderPagesOf } from '../rendering/render-site.ts';
import { baseUnit, type IndexPlan, planIndex, shardOfPlan } from '../search-index/index-plan.ts';
import { indexFolder, startIndex } from '../search-index/write-index.ts';
import { listFiles } from '../site-files.ts';
import { beginFolder, writeList } from './left-by-shard.ts';
import { siteFolder } from './left-pages.ts';
import { platformShares } from './shares.ts';

export interface RenderShardRequest extends BuildPlaces {
	/** Holds what the shards that analyse left. */
	readonly shards: string;
	readonly shard: Shard;
	/** Folder for what it leaves: what of its pages the site does not have as it should be. */
	readonly to: string;
}

export interface RenderedShard {
	readonly platforms: number;
	readonly files: number;
	readonly searchRecords: number;
}

/** @throws Fault where the archive cannot be read, `to` holds something else, or of the shards that analyse one is missing */
export async function renderShard(request: RenderShardRequest): Promise<RenderedShard> {
	const { shard, to } = request;
	await beginFolder(to);
	const begun = await beginBuild(request);
	const { loaded, cacheDir, kept } = begun;
	const plan = shardOfPlan(planIndex(loaded, cacheDir, kept, shard.of), shard.number);
	const platforms = platformShares(loaded, shard.of)[shard.number - 1] ?? [];
	const rendering = await renderingCode();
	const { units, records } = await renderShare(begun, platforms, plan, rendering, path.join(to, siteFolder));
	const left = Object.fromEntries([...units].filter(([name, unit]) => kept.get(name) !== unit));
	const commit = loaded.head;
	await writeList(to, {
		...{ format: 1, stage: 'render', ...shard, commit, code: rendering, units: left, records },
	});
	const files = Object.values(left).reduce((sum, { files }) => sum + files.length, 0);
	return { platforms: platforms.length, files, searchRecords: records };
}

async function renderShare(
	{ loaded, ledgers, kept }: BegunBuild,
	platforms: readonly Platform[],
	plan: IndexPlan,
	rendering: string,
	outDir: string,
): Promise<{ readonly units: Units; readonly records: number }> {
	const index = startIndex(path.join(outDir, indexFolder), plan.write);
	try {
		const code = await pageCode(loaded, rendering);
		const shelf = shelfFor(ledgers, loaded.topics);
		const brief = { code, shelf, outDir, indexesBase: plan.isWhole };
		const wanted = { archive: loaded, rendering, brief, kept, index: plan.write, take: index.take };
		const units = await renderPagesOf(platforms, wanted);
		const records = await index.written;
		if (plan.isWhole) units.set(baseUnit, { key: plan.keys.base, files: await indexFiles(outDir) });
		return { units, records };
	} finally {
		await index.stop();
	}
}

/** None where the platforms of this shard are in no part. */
async function indexFiles(outDir: string): Promise<string[]> {
	const directory = path.join(outDir, indexFolder);
	const files = existsSync(directory) ? listFiles(directory) : [];
	return files.map((file) => `${indexFolder}/${file}`);
}
