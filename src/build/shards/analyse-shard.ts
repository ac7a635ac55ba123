/** One shard's share of the analysis. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type AgreementHistory, distinctBlobs } from '../../load/analyse-agreements.ts';
import type { Choose } from '../../load/analyse-in-parallel.ts';
import { analyseShare, commitOf } from '../../load/analyse-share.ts';
import type { Shard } from '../../model/shard.ts';
import { type BuildPlaces, boundHeaps, cacheOf, readingIn, refuseMissing, shelfIn } from '../begin-build.ts';
import { beginFolder, writeList } from './left-by-shard.ts';
import { leaveLedgers } from './left-ledgers.ts';
import { sharesOf } from './shares.ts';

export interface AnalyseShardRequest extends Pick<BuildPlaces, 'archive' | 'outDir' | 'cache'> {
	readonly shard: Shard;
	/** Folder for what it leaves: analysed agreements that were not in the cache. */
	readonly to: string;
}

export interface AnalysedShard {
	/** Of this shard. */
	readonly agreements: number;
	/** That were analysed anew. */
	readonly analysed: number;
}

/** @throws Fault where the archive cannot be read, or `to` holds something else */
export async function analyseShard(request: AnalyseShardRequest): Promise<AnalysedShard> {
	const { archive, shard, to } = request;
	boundHeaps();
	refuseMissing(archive);
	await beginFolder(to);
	const cacheDir = cacheOf(request);
	const shelf = shelfIn(cacheDir);
	const known = new Set(namesOn(shelf.directory));
	const choose: Choose = (histories) => sharesOf(histories, textsOf, shard.of)[shard.number - 1] ?? [];
	const share = { shelf, read: readingIn(cacheDir).history, choose };
	const agreements = await analyseShare(path.resolve(archive), share);
	const ledgers = namesOn(shelf.directory).filter((name) => !known.has(name));
	await leaveLedgers(shelf, ledgers, to);
	const commit = await commitOf(path.resolve(archive));
	await writeList(to, { format: 1, stage: 'analyse', ...shard, commit, code: shelf.code, ledgers });
	return { agreements, analysed: ledgers.length };
}

function textsOf({ versions }: AgreementHistory): number {
	return distinctBlobs(versions).length;
}

function namesOn(directory: string): string[] {
	return existsSync(directory) ? readdirSync(directory) : [];
}
